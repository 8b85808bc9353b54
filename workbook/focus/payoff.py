"""Rule R15: did focus pay off? Layers frozen at the first year shown, so that growth is not chosen by its result.

Accounts sorted by the revenue of the *last* year have grown for no other reason than having been sorted so. Therefore
layers are formed by the revenue of the first year, and today's layers stand beside them with the difference named.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from workbook.focus.growth import NEW, TOP10, freeze_layers, grow_bands, largest_ten, with_growth
from workbook.focus.ledger import Objects, sort_by_id
from workbook.focus.years import to_floats
from workbook.i18n import N_, _, ngettext, number, percent
from workbook.portfolio.model import FiscalYear, Portfolio
from workbook.terms import Layer

MOST_YEARS = 4
QUARTERS_FOR_A_PAY_OFF = 4
STARTING_POSITION = N_("Starting position")
PAY_OFF = N_("Pay-off")
TOTAL = "total"


@dataclass(frozen=True)
class PayOff:
    """Revenue by band and year; see `grow_bands` for the columns of the frames.

    ``frozen`` forms the layers by the revenue of the first year alone; ``today`` uses today's layers on the same years
    and is None when there are none yet. ``top10`` is an extra cut across the layers and has one row. ``left_out`` are
    the fiscal years of the data that are not shown because they are not complete. ``confirmed_quarters`` counts
    quarters under confirmed layers.
    """

    years: tuple[int, ...]
    frozen: pd.DataFrame
    today: pd.DataFrame | None
    top10: pd.DataFrame
    left_out: tuple[FiscalYear, ...]
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
    def total(self) -> pd.DataFrame:
        """All accounts together, one row "total": the sums of the bands, their growth and rate."""
        sums = {name: [self.frozen[name].sum()] for name in ("accounts", *self.years)}
        frame = pd.DataFrame(sums, index=pd.Index([TOTAL], name="band")).astype(dict.fromkeys(self.years, "Int64"))
        return with_growth(frame, self.years)

    def ratio(self, band: str, to: str) -> float:
        """Return how many times as fast a band grew as another one or the total; NaN unless both grew."""
        rates = pd.concat([self.frozen, self.total, self.top10])["rate"].astype("float64")
        one, other = float(rates[band]), float(rates[to])
        return one / other if one > 0 and other > 0 else float("nan")

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
    today = None if today_layers is None else _bands_of_today(ordered, today_layers, shown[0])
    return PayOff(
        years=shown,
        frozen=grow_bands(ordered, freeze_layers(ordered, shown[0]), shown),
        today=None if today is None else grow_bands(ordered, today, shown),
        top10=grow_bands(ordered, largest_ten(ordered, shown[0]), shown, (TOP10,)),
        left_out=tuple(year for year in portfolio.fiscal_years if not year.complete),
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


def _bands_of_today(portfolio: Portfolio, layers: "pd.Series[str]", first: int) -> Objects:
    today = layers.reindex(portfolio.accounts.index).to_numpy(dtype=object)
    bands = np.array(
        [str(Layer.REST) if layer is None or layer != layer else str(layer) for layer in today], dtype=object
    )
    bands[np.nan_to_num(to_floats(portfolio.revenue[first])) == 0] = NEW
    return bands
