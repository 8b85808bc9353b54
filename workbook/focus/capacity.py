"""Selling time is limited: what the layers ask for, and whether it fits (hours)."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from workbook.focus.formula import LAYERS
from workbook.terms import Layer

WEEKS_A_QUARTER = 13


@dataclass(frozen=True, slots=True)
class Effort:
    """What the work on the layers takes, in hours; a rep changes what is different at their place.

    ``first_plan`` per account plan, once (the method gives 2 to 6); ``upkeep`` a week for all plans together;
    ``year_plan`` per account of the 15, once a year; ``action`` per account of the 15 and quarter; ``inquiry`` per
    inquiry from the rest.
    """

    first_plan: float = 4.0
    upkeep: float = 1.0
    year_plan: float = 0.25
    action: float = 2.0
    inquiry: float = 0.5


@dataclass(frozen=True, slots=True)
class Capacity:
    """Hours of one quarter: available and needed per layer."""

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


def quarter_hours(plans: int, fifteen: int, inquiries: int, effort: Effort) -> dict[Layer, float]:
    """Return the hours one quarter needs: new plans and their upkeep, year plans and actions, inquiries.

    >>> quarter_hours(5, 15, 40, Effort())
    {<Layer.TOP5: 'top5'>: 33.0, <Layer.NEXT15: 'next15'>: 33.75, <Layer.REST: 'rest'>: 20.0}
    """
    return {
        Layer.TOP5: plans * effort.first_plan + WEEKS_A_QUARTER * effort.upkeep,
        Layer.NEXT15: fifteen * (effort.year_plan + effort.action),
        Layer.REST: inquiries * effort.inquiry,
    }


def check_capacity(available: float, needed: Mapping[Layer, float]) -> Capacity:
    """Return what a quarter needs against the hours that are there; raises ValueError for negative hours."""
    if available < 0 or any(hours < 0 for hours in needed.values()):
        raise ValueError(f"hours cannot be negative: {available}, {dict(needed)}")
    return Capacity(available, dict(needed))


def stage_plans(plans: int, available: float, effort: Effort) -> tuple[int, ...]:
    """Return how many first plans to write per quarter so that each quarter's plans fit into ``available`` hours.

    At least one a quarter; upkeep runs from the start.

    >>> stage_plans(5, available=26, effort=Effort())
    (3, 2)
    """
    room = (available - WEEKS_A_QUARTER * effort.upkeep) / effort.first_plan if effort.first_plan else plans
    each = min(max(int(room), 1), max(plans, 1))
    whole, left = divmod(plans, each)
    return (each,) * whole + ((left,) if left else ())


def compare_hours(target: Mapping[Layer, float], actual: Mapping[Layer, float]) -> pd.DataFrame:
    """Return target and actual hours per layer, their difference and their shares; a missing layer is unknown (NaN)."""
    frame = pd.DataFrame(
        {"target_hours": [target.get(layer, np.nan) for layer in LAYERS],
         "actual_hours": [actual.get(layer, np.nan) for layer in LAYERS]},
        index=pd.Index(LAYERS, dtype=object, name="layer"),
    )  # fmt: skip
    frame["difference"] = frame["actual_hours"] - frame["target_hours"]
    for kind in ("target", "actual"):
        total = frame[f"{kind}_hours"].sum()
        frame[f"{kind}_share"] = frame[f"{kind}_hours"] / total if total else np.nan
    return frame
