"""What the pyramid shows: three layers in numbers and the places of the top layer by name."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import pandas as pd

from workbook.focus.summary import layer_summary
from workbook.focus.tiering import Tiering
from workbook.terms import Layer, Slot

Number = TypeVar("Number", int, float)


@dataclass(frozen=True, slots=True)
class LayerNumbers:
    """One layer: its accounts, revenue of the reference year and additional potential, both in cents.

    ``potential`` is the sum of what is known, None when nothing is known; ``unknown`` counts the accounts without a
    known potential; ``share`` is the layer's part of the revenue (negative revenue counts as 0, rule R14), None
    without revenue; ``hours`` are hours a week.
    """

    layer: Layer
    accounts: int
    revenue: int
    share: float | None = None
    potential: int | None = None
    unknown: int = 0
    hours: float | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the top layer: an account with its slots; without a name a vacancy, with the slot nobody holds."""

    name: str | None
    slots: tuple[Slot, ...] = ()
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class PyramidData:
    """The pyramid of one portfolio; ``layers`` from the top down, ``places`` in rank order with vacancies last."""

    layers: Sequence[LayerNumbers]
    places: Sequence[Place]
    currency: str
    reference_year: int | None

    @property
    def vacancies(self) -> int:
        """How many places of the top layer nobody holds."""
        return sum(place.name is None for place in self.places)

    @property
    def has_hours(self) -> bool:
        """Whether hours a week are known for any layer."""
        return any(layer.hours is not None for layer in self.layers)


def pyramid_of(tiering: Tiering, hours: Mapping[Layer, float] | None = None) -> PyramidData:
    """Return what the pyramid of a tiering shows; ``hours`` are hours a week per layer."""
    summary = layer_summary(tiering, hours)
    return PyramidData(
        layers=tuple(_numbers(layer, summary) for layer in Layer),
        places=tuple(_places(tiering)),
        currency=tiering.currency,
        reference_year=tiering.reference_year,
    )


def _numbers(layer: Layer, summary: pd.DataFrame) -> LayerNumbers:
    row: Any = summary.loc[layer]
    return LayerNumbers(
        layer=layer,
        accounts=int(row["accounts"]),
        revenue=int(row["revenue"]),
        share=_known(row["share"], float),
        potential=_known(row["potential"], int) if row["accounts"] else None,
        unknown=int(row["unknown"]),
        hours=_known(row["hours"], float),
    )


def _known(value: Any, kind: Callable[[Any], Number]) -> Number | None:
    return None if pd.isna(value) else kind(value)


def _places(tiering: Tiering) -> Iterator[Place]:
    for account_id in tiering.ids(Layer.TOP5):
        row = tiering.table.loc[account_id]
        yield Place(str(row["name"]), tuple(row["slots"]), bool(row["provisional"]))
    for slot in tiering.vacancies:
        # A free place stays empty only for want of accounts; then there is no slot to name.
        yield Place(None, () if slot is Slot.SCORE else (slot,))
