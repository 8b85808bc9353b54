"""Rule R15: did focus pay off? Layers frozen at the first year shown, so that growth is not chosen by its result.

Accounts sorted by the revenue of the *last* year have grown for no other reason than having been sorted so. Therefore
layers are formed by the revenue of the first year, and today's layers stand beside them with the difference named.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from workbook.focus.formula import LAYER_SIZES, LAYERS
from workbook.focus.ledger import Floats, Objects, sort_by_id
from workbook.focus.years import to_floats
from workbook.i18n import N_, _, ngettext, number, percent
from workbook.portfolio.model import Portfolio
from workbook.terms import Layer

NEW = "new"
BANDS = (*map(str, LAYERS), NEW)
MOST_YEARS = 4
QUARTERS_FOR_A_PAY_OFF = 4
STARTING_POSITION = N_("Starting position")
PAY_OFF = N_("Pay-off")


@dataclass(frozen=True)
class PayOff:
    """Revenue by band and year; see `grow_bands` for the columns of both frames.

    ``frozen`` forms the layers by the revenue of the first year alone; ``today`` uses today's layers on the same years
    and is None when there are none yet. ``confirmed_quarters`` counts quarters under confirmed layers.
    """

    years: tuple[int, ...]
    frozen: pd.DataFrame
    today: pd.DataFrame | None
    confirmed_quarters: int

    @property
    def intervals(self) -> int:
        """Number of growth intervals: three fiscal years are two."""
        return len(self.years) - 1

    @property
    def is_starting_position(self) -> bool:
        """Whether it is too early to speak of a pay-off: fewer than four quarters under confirmed layers."""
        return self.confirmed_quarters < QUARTERS_FOR_A_PAY_OFF

    @property
    def title(self) -> str:
        """What the picture may be called."""
        return _(STARTING_POSITION) if self.is_starting_position else _(PAY_OFF)

    @property
    def label(self) -> str:
        """The period in words."""
        return ngettext(
            "{first} to {last}: {count} growth interval", "{first} to {last}: {count} growth intervals", self.intervals
        ).format(first=self.years[0], last=self.years[-1], count=self.intervals)

    @property
    def caution(self) -> str:
        """How many accounts count as without revenue in a year that is unknown, in words; "" when there are none."""
        unknown = int(self.frozen["unknown"].sum())
        sentence = ngettext(
            "For {count} account the revenue of a year is unknown; it counts as none.",
            "For {count} accounts the revenue of a year is unknown; it counts as none.",
            unknown,
        )
        return sentence.format(count=number(unknown)) if unknown else ""

    @property
    def selection_effect(self) -> "pd.Series[float] | None":
        """How much faster each layer seems to grow when layers of today are used (rate today minus rate frozen)."""
        return None if self.today is None else (self.today["rate"] - self.frozen["rate"]).drop(NEW)

    @property
    def warning(self) -> str:
        """What sorting by today's layers would pretend for the Top 5, in words; "" when there is nothing to compare."""
        if self.today is None:
            return ""
        today, frozen = (float(to_floats(bands["rate"])[0]) for bands in (self.today, self.frozen))
        if np.isnan(today) or np.isnan(frozen):
            return ""
        sentence = _(
            "Sorted by today's layers the Top 5 grow by {today} a year, sorted by the layers of {year} by {frozen}. "
            "The difference comes from the sorting, not from focus."
        )
        return sentence.format(today=percent(today), year=self.years[0], frozen=percent(frozen))


def measure_pay_off(
    portfolio: Portfolio,
    *,
    today_layers: "pd.Series[str] | None" = None,
    confirmed_quarters: int = 0,
    years: Sequence[int] = (),
) -> PayOff:
    """Return the growth of the layers over ``years``, by default the last three or four complete ones in a row.

    ``today_layers`` gives a `Layer` per account id. With one year only, all rates are n/a (NaN).
    """
    ordered = sort_by_id(portfolio)
    shown = tuple(years) or latest_run(portfolio.complete_years)
    bands = freeze_layers(ordered, shown[0])
    today = None if today_layers is None else _bands_of_today(ordered, today_layers, shown[0])
    return PayOff(
        years=shown,
        frozen=grow_bands(ordered, bands, shown),
        today=None if today is None else grow_bands(ordered, today, shown),
        confirmed_quarters=confirmed_quarters,
    )


def latest_run(complete_years: Sequence[int]) -> tuple[int, ...]:
    """Return the last complete years without a gap, at most four.

    >>> latest_run((2019, 2021, 2022, 2023)), latest_run((2020, 2021, 2022, 2023, 2024))
    ((2021, 2022, 2023), (2021, 2022, 2023, 2024))
    """
    run: list[int] = []
    for year in reversed(complete_years):
        if run and run[-1] - year != 1:
            break
        run.append(year)
    return tuple(reversed(run[:MOST_YEARS]))


def freeze_layers(portfolio: Portfolio, year: int) -> Objects:
    """Return the band of each account by the revenue of one year alone, ties by id; no revenue then means "new".

    Past potentials do not exist, so the score of the method cannot be formed for the past. The portfolio is sorted by
    id.
    """
    revenue = np.nan_to_num(to_floats(portfolio.revenue[year]))
    bands = np.full(len(revenue), NEW, dtype=object)
    having = np.flatnonzero(revenue)
    order = having[np.argsort(-revenue[having], kind="stable")]
    bands[order] = str(Layer.REST)
    top = LAYER_SIZES[Layer.TOP5]
    bands[order[:top]] = str(Layer.TOP5)
    bands[order[top : top + LAYER_SIZES[Layer.NEXT15]]] = str(Layer.NEXT15)
    return bands


def _bands_of_today(portfolio: Portfolio, layers: "pd.Series[str]", first: int) -> Objects:
    today = layers.reindex(portfolio.accounts.index).to_numpy(dtype=object)
    bands = np.array([BANDS[-2] if layer is None or layer != layer else str(layer) for layer in today], dtype=object)
    bands[np.nan_to_num(to_floats(portfolio.revenue[first])) == 0] = NEW
    return bands


def grow_bands(portfolio: Portfolio, bands: Objects, years: Sequence[int]) -> pd.DataFrame:
    """Return one row per band: top5, next15, rest, new.

    Columns: ``accounts`` (with revenue in at least one of the years); ``unknown`` (those of them whose revenue of a
    year is unknown, which counts as none); one per year (cents); ``rate`` (growth a year as a share, compound over all
    intervals; NaN = n/a for the band "new", a base of zero or less, or one year only);
    ``margin_first`` and ``margin_last`` (margin as a share of revenue, over accounts whose margin is known).
    """
    revenue = {year: np.nan_to_num(to_floats(portfolio.revenue[year])) for year in years}
    active = np.any([amounts != 0 for amounts in revenue.values()], axis=0)
    grown = pd.DataFrame(index=pd.Index(BANDS, name="band"))
    unknown = active & portfolio.revenue[list(years)].isna().any(axis=1).to_numpy()
    grown["accounts"] = [int((active & (bands == band)).sum()) for band in BANDS]
    grown["unknown"] = [int((unknown & (bands == band)).sum()) for band in BANDS]
    for year, amounts in revenue.items():
        grown[year] = pd.array([int(amounts[bands == band].sum()) for band in BANDS], dtype="Int64")
    grown["rate"] = [_rate(grown, band, years) for band in BANDS]
    for name, year in (("margin_first", years[0]), ("margin_last", years[-1])):
        grown[name] = _margin_shares(portfolio, bands, year)
    return grown


def _rate(grown: pd.DataFrame, band: str, years: Sequence[int]) -> float:
    first, last = (float(to_floats(grown[year])[BANDS.index(band)]) for year in (years[0], years[-1]))
    return compound_rate(first, last, len(years) - 1)


def compound_rate(first: float, last: float, intervals: int) -> float:
    """Return the growth per interval as a share; NaN where it cannot be given (zero base, loss, unknown, no interval).

    >>> round(compound_rate(100, 121, 2), 3), compound_rate(0, 50, 2)
    (0.1, nan)
    """
    if not (first > 0 and last >= 0 and intervals >= 1):  # an unknown amount is neither
        return float("nan")
    return float((last / first) ** (1 / intervals) - 1)


def _margin_shares(portfolio: Portfolio, bands: Objects, year: int) -> list[float]:
    if year not in portfolio.margin:
        return [np.nan] * len(BANDS)
    margin, revenue = to_floats(portfolio.margin[year]), to_floats(portfolio.revenue[year])
    known = ~np.isnan(margin) & ~np.isnan(revenue)
    return [_share(margin[known & (bands == band)], revenue[known & (bands == band)]) for band in BANDS]


def _share(margin: Floats, revenue: Floats) -> float:
    return float(margin.sum() / revenue.sum()) if revenue.sum() > 0 else np.nan
