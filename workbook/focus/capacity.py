"""Selling time is limited: what the layers ask for in a year, and whether it fits (hours)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbook.terms import Layer

QUARTERS = 4
MONTHS = 12
# The method: begin with three plans and add two later.
PLANS_AT_FIRST = 3


@dataclass(frozen=True, slots=True)
class Work:
    """What the layers ask for, and how long it takes in hours; the rep says what is different at their place.

    ``plans`` account plans take ``first_plan`` hours each, once (the method gives 2 to 6), and ``upkeep`` hours a week
    for all of them together; ``year_plans`` take ``year_plan`` hours each, once a year. A touch is a visit, a call, a
    workshop with its preparation: so many a year for each account of a layer, ``touch`` hours each. ``inquiries`` is
    how many the rest sends each month, at ``inquiry`` hours each. ``weeks`` are the selling weeks of a year.
    """

    plans: int = 5
    year_plans: int = 15
    touches_top5: float = 12
    touches_next15: float = 4
    inquiries: float = 20
    first_plan: float = 4.0
    upkeep: float = 1.0
    year_plan: float = 0.25
    touch: float = 2.0
    inquiry: float = 0.5
    weeks: float = 44


@dataclass(frozen=True, slots=True)
class Capacity:
    """Hours of a span of time: available and needed per layer."""

    available: float
    needed: Mapping[Layer, float]

    @property
    def total(self) -> float:
        """Hours needed for all layers."""
        return sum(self.needed.values())

    @property
    def overload(self) -> float:
        """Hours missing, 0 when everything fits."""
        return max(self.total - self.available, 0.0)

    @property
    def fits(self) -> bool:
        """Whether the hours needed are there."""
        return self.overload == 0


def year_hours(work: Work) -> dict[Layer, float]:
    """Return the hours a year asks for: plans with their upkeep and touches, year plans and touches, inquiries.

    >>> year_hours(Work())
    {<Layer.TOP5: 'top5'>: 184.0, <Layer.NEXT15: 'next15'>: 123.75, <Layer.REST: 'rest'>: 120.0}
    """
    return {
        Layer.TOP5: work.plans * work.first_plan + _running_top5(work),
        Layer.NEXT15: work.year_plans * (work.year_plan + work.touches_next15 * work.touch),
        Layer.REST: MONTHS * work.inquiries * work.inquiry,
    }


def _running_top5(work: Work) -> float:
    """Return what the plans ask for once they are written."""
    return work.weeks * work.upkeep * bool(work.plans) + work.plans * work.touches_top5 * work.touch


def check_capacity(available: float, needed: Mapping[Layer, float]) -> Capacity:
    """Return what is needed against the hours that are there; raises ValueError for negative hours."""
    if available < 0 or any(hours < 0 for hours in needed.values()):
        raise ValueError(f"hours cannot be negative: {available}, {dict(needed)}")
    return Capacity(available, dict(needed))


def ways_to_begin(plans: int) -> tuple[tuple[int, ...], ...]:
    """Return how the first plans can be spread over quarters: all at once, or three first and the others later.

    >>> ways_to_begin(5), ways_to_begin(3)
    (((5,), (3, 2)), ((3,),))
    """
    later = plans - PLANS_AT_FIRST
    return ((plans,), (PLANS_AT_FIRST, later)) if later > 0 else ((plans,),)


def quarters(work: Work, available: float, stages: Sequence[int]) -> tuple[Capacity, ...]:
    """Return the capacity of each quarter in which first plans are written; ``available`` hours are those of a year.

    Upkeep, touches and inquiries run from the start and are spread evenly; only first plans are staged.

    >>> [round(each.total, 2) for each in quarters(Work(), 400, (3, 2))]
    [113.94, 109.94]
    """
    running = {layer: hours / QUARTERS for layer, hours in year_hours(work).items()}
    running[Layer.TOP5] = _running_top5(work) / QUARTERS
    return tuple(
        check_capacity(available / QUARTERS, {**running, Layer.TOP5: running[Layer.TOP5] + plans * work.first_plan})
        for plans in stages
    )
