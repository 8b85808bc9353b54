"""How much of the revenue hangs on few accounts: Pareto curve, shares of the largest, Herfindahl index."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from workbook.focus.ledger import sort_by_id
from workbook.focus.years import to_floats
from workbook.portfolio.model import Portfolio


@dataclass(frozen=True, slots=True)
class Concentration:
    """Shares of the revenue of one fiscal year, 0 to 1; None when nobody has revenue.

    ``herfindahl`` is the sum of the squared shares: 1 divided by the number of accounts when all are equal, 1 when one
    has everything. ``accounts`` counts the accounts with revenue above zero.
    """

    year: int
    accounts: int
    largest_1: float | None
    largest_5: float | None
    largest_20: float | None
    herfindahl: float | None


def pareto(portfolio: Portfolio, year: int) -> pd.DataFrame:
    """Return the accounts by falling revenue of ``year``, ties by id; accounts without known revenue are left out.

    Index: account id. Columns: ``name``, ``place`` (1 = largest), ``revenue`` (cents), ``share`` and
    ``cumulative_share`` (0 to 1; negative revenue counts as 0, Rule R14; NaN when nobody has revenue).
    """
    ordered = sort_by_id(portfolio)
    known = ordered.revenue[year].dropna().sort_values(ascending=False, kind="stable")
    counted = to_floats(known).clip(min=0)
    total = counted.sum()
    share = counted / total if total else np.full(len(counted), np.nan)
    curve = pd.DataFrame({"name": ordered.accounts["name"].reindex(known.index), "revenue": known})
    curve.insert(1, "place", np.arange(1, len(known) + 1))
    return curve.assign(share=share, cumulative_share=np.cumsum(share))


def measure_concentration(portfolio: Portfolio, year: int) -> Concentration:
    """Return the shares of the largest 1, 5 and 20 accounts and the Herfindahl index of one fiscal year."""
    share = pareto(portfolio, year)["share"].to_numpy()
    if not len(share) or np.isnan(share).any():
        return Concentration(year, 0, None, None, None, None)
    return Concentration(
        year=year,
        accounts=int((share > 0).sum()),
        largest_1=float(share[:1].sum()),
        largest_5=float(share[:5].sum()),
        largest_20=float(share[:20].sum()),
        herfindahl=float((share**2).sum()),
    )
