"""The same cut on the data of an earlier year: whom it would have picked, how they grew, and whom it missed."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from workbook.focus.formula import LAYER_SIZES
from workbook.focus.growth import compound_rate, freeze_layers
from workbook.focus.ledger import sort_by_id
from workbook.focus.years import to_floats
from workbook.i18n import _
from workbook.portfolio.model import Portfolio
from workbook.terms import Layer


@dataclass(frozen=True)
class LookBack:
    """What the cut of year ``then`` looks like from year ``now``; by revenue alone, as past potentials do not exist.

    ``picked``: the accounts of the top 5 and the 15 of then, by revenue of then. ``missed``: the five largest of now
    that were not in the top 5 then. Both have the columns ``name``, ``layer_then`` (band, "new" without revenue then),
    ``revenue_then``, ``revenue_now``, ``gained`` (cents), ``rate`` (growth a year as a share, NaN = n/a).
    ``rate_picked`` is the rate of the top 5 of then together, ``rate_others`` that of all others with revenue then.
    """

    then: int
    now: int
    picked: pd.DataFrame
    missed: pd.DataFrame
    rate_picked: float
    rate_others: float

    @property
    def caution(self) -> str:
        """How little the figures prove, in words."""
        picked = int((self.picked["layer_then"] == Layer.TOP5).sum())
        sentence = _("Accounts: {accounts}, years: {years}. This is a look back, no proof.")
        return sentence.format(accounts=picked, years=self.now - self.then)


def look_back(portfolio: Portfolio, *, now: int) -> tuple[LookBack, ...]:
    """Return one look back per complete year before ``now``, the oldest first; empty when there is none."""
    ordered = sort_by_id(portfolio)
    return tuple(_look_back_to(ordered, then, now) for then in portfolio.complete_years if then < now)


def _look_back_to(portfolio: Portfolio, then: int, now: int) -> LookBack:
    every = _compare_years(portfolio, then, now)
    layers = every["layer_then"]
    chosen = every[layers.isin([Layer.TOP5, Layer.NEXT15])]
    largest = every[every["revenue_now"] > 0].sort_values("revenue_now", ascending=False, kind="stable")
    missed = largest.iloc[: LAYER_SIZES[Layer.TOP5]]
    return LookBack(
        then=then,
        now=now,
        picked=chosen.sort_values("revenue_then", ascending=False, kind="stable"),
        missed=missed[missed["layer_then"] != Layer.TOP5],
        rate_picked=_rate(every[layers == Layer.TOP5], now - then),
        rate_others=_rate(every[layers.isin([Layer.NEXT15, Layer.REST])], now - then),
    )


def _compare_years(portfolio: Portfolio, then: int, now: int) -> pd.DataFrame:
    before, after = (np.nan_to_num(to_floats(portfolio.revenue[year])) for year in (then, now))
    rates = [compound_rate(first, last, now - then) for first, last in zip(before, after, strict=True)]
    return pd.DataFrame(
        {
            "name": portfolio.accounts["name"],
            "layer_then": freeze_layers(portfolio, then),
            "revenue_then": pd.array(before.astype(np.int64), dtype="Int64"),
            "revenue_now": pd.array(after.astype(np.int64), dtype="Int64"),
            "gained": pd.array((after - before).astype(np.int64), dtype="Int64"),
            "rate": rates,
        },
        index=portfolio.accounts.index,
    )


def _rate(accounts: pd.DataFrame, intervals: int) -> float:
    return compound_rate(float(accounts["revenue_then"].sum()), float(accounts["revenue_now"].sum()), intervals)
