"""The same cut on the data of an earlier year: whom it would have picked, how they grew, and whom it missed."""

from dataclasses import dataclass

import pandas as pd

from workbook.focus.formula import LAYER_SIZES
from workbook.focus.growth import compound_rate, freeze_layers
from workbook.focus.ledger import sort_by_id
from workbook.focus.years import to_floats
from workbook.i18n import _, number
from workbook.portfolio.model import Portfolio
from workbook.terms import Layer


@dataclass(frozen=True)
class LookBack:
    """What the cut of year ``then`` looks like from year ``now``; by revenue alone, as past potentials do not exist.

    ``picked``: the accounts of the top 5 and the 15 of then, by revenue of then. ``missed``: the five largest of now
    that were not in the top 5 then. Both have the columns ``name``, ``layer_then`` (band, "new" without revenue then),
    ``revenue_then``, ``revenue_now``, ``gained`` (cents, NA = unknown), ``rate`` (growth a year as a share, NaN = n/a).
    ``rate_picked`` is the rate of the top 5 of then together, ``rate_others`` that of all others with revenue then;
    both leave out accounts whose revenue of now is unknown, of which ``unknown`` were picked. ``kept`` counts those of
    the top 5 of then that are among the five largest of now.
    """

    then: int
    now: int
    picked: pd.DataFrame
    missed: pd.DataFrame
    rate_picked: float
    rate_others: float
    kept: int
    unknown: int

    @property
    def five(self) -> pd.DataFrame:
        """The rows of ``picked`` that were the top 5 then."""
        return self.picked[self.picked["layer_then"] == Layer.TOP5]

    @property
    def caution(self) -> str:
        """How little the figures prove, in words."""
        sentence = _("Accounts: {accounts}, years: {years}. This is a look back, no proof.")
        told = sentence.format(accounts=len(self.five), years=self.now - self.then)
        if not self.unknown:
            return told
        left_out = _("Left out of the rate, because their revenue {year} is unknown: {count}.")
        return f"{told} {left_out.format(year=self.now, count=number(self.unknown))}"


def look_back(portfolio: Portfolio, *, now: int) -> tuple[LookBack, ...]:
    """Return one look back per complete year before ``now``, the oldest first; empty when there is none."""
    ordered = sort_by_id(portfolio)
    return tuple(_look_back_to(ordered, then, now) for then in portfolio.complete_years if then < now)


def _look_back_to(portfolio: Portfolio, then: int, now: int) -> LookBack:
    every = _compare_years(portfolio, then, now)
    layers = every["layer_then"]
    chosen = every[layers.isin([Layer.TOP5, Layer.NEXT15])]
    largest = every[every["revenue_now"].fillna(0) > 0].sort_values("revenue_now", ascending=False, kind="stable")
    largest = largest.iloc[: LAYER_SIZES[Layer.TOP5]]
    missed = largest[largest["layer_then"] != Layer.TOP5]
    return LookBack(
        then=then,
        now=now,
        picked=chosen.sort_values("revenue_then", ascending=False, kind="stable"),
        missed=missed,
        rate_picked=_rate(every[layers == Layer.TOP5], now - then),
        rate_others=_rate(every[layers.isin([Layer.NEXT15, Layer.REST])], now - then),
        kept=len(largest) - len(missed),
        unknown=int(every.loc[layers == Layer.TOP5, "revenue_now"].isna().sum()),
    )


def _compare_years(portfolio: Portfolio, then: int, now: int) -> pd.DataFrame:
    before, after = portfolio.revenue[then], portfolio.revenue[now]
    pairs = zip(to_floats(before), to_floats(after), strict=True)
    return pd.DataFrame(
        {
            "name": portfolio.accounts["name"],
            "layer_then": freeze_layers(portfolio, then),
            "revenue_then": before,
            "revenue_now": after,
            # No revenue then is the beginning of a new account, of which everything is gained.
            "gained": after - before.fillna(0),
            "rate": [compound_rate(first, last, now - then) for first, last in pairs],
        },
        index=portfolio.accounts.index,
    )


def _rate(accounts: pd.DataFrame, intervals: int) -> float:
    known = accounts.dropna(subset="revenue_now")
    return compound_rate(float(known["revenue_then"].sum()), float(known["revenue_now"].sum()), intervals)
