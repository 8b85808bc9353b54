"""How revenue grows in bands of accounts: a band is a layer, or what was new; sums are exact to the cent (Rule R15)."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from workbook.focus.formula import LAYER_SIZES, LAYERS
from workbook.focus.ledger import Floats, Objects
from workbook.focus.years import to_floats
from workbook.portfolio.model import Portfolio
from workbook.terms import Layer

NEW = "new"
BANDS = (*map(str, LAYERS), NEW)
TOP10 = "top10"
OTHERS = "others"
TEN = 10


def freeze_layers(portfolio: Portfolio, year: int) -> Objects:
    """Return the band of each account by the revenue of one year alone, ties by id; no revenue then means "new".

    Past potentials do not exist, so the score of the method cannot be formed for the past. The portfolio is sorted by
    id.
    """
    order = _by_revenue(portfolio, year)
    bands = np.full(len(portfolio.revenue), NEW, dtype=object)
    bands[order] = str(Layer.REST)
    top = LAYER_SIZES[Layer.TOP5]
    bands[order[:top]] = str(Layer.TOP5)
    bands[order[top : top + LAYER_SIZES[Layer.NEXT15]]] = str(Layer.NEXT15)
    return bands


def largest_ten(portfolio: Portfolio, year: int) -> Objects:
    """Return "top10" for the ten accounts with the highest revenue of one year, "others" for everybody else."""
    bands = np.full(len(portfolio.revenue), OTHERS, dtype=object)
    bands[_by_revenue(portfolio, year)[:TEN]] = TOP10
    return bands


def _by_revenue(portfolio: Portfolio, year: int) -> "np.ndarray[tuple[int], np.dtype[np.intp]]":
    """Return the places of the accounts with revenue in a year, the highest first, ties in the order of ids."""
    revenue = np.nan_to_num(to_floats(portfolio.revenue[year]))
    having = np.flatnonzero(revenue)
    return having[np.argsort(-revenue[having], kind="stable")]


def grow_bands(
    portfolio: Portfolio, bands: Objects, years: Sequence[int], names: Sequence[str] = BANDS
) -> pd.DataFrame:
    """Return one row per band of ``names``: top5, next15, rest, new.

    Columns: ``accounts`` (with revenue in at least one of the years); ``unknown`` (those of them whose revenue of a
    year is unknown, which counts as none); one per year (cents); ``growth`` (cents, last year minus first); ``rate``
    (growth a year as a share, compound over all intervals; NaN = n/a for the band "new", a base of zero or less, or one
    year only); ``margin_first`` and ``margin_last`` (share of revenue, over accounts whose margin is known).
    """
    revenue = {year: portfolio.revenue[year].fillna(0).to_numpy(dtype=np.int64) for year in years}
    active = np.any([amounts != 0 for amounts in revenue.values()], axis=0)
    grown = pd.DataFrame(index=pd.Index(names, name="band"))
    unknown = active & portfolio.revenue[list(years)].isna().any(axis=1).to_numpy()
    grown["accounts"] = [int((active & (bands == band)).sum()) for band in names]
    grown["unknown"] = [int((unknown & (bands == band)).sum()) for band in names]
    for year, amounts in revenue.items():
        grown[year] = pd.array([int(amounts[bands == band].sum()) for band in names], dtype="Int64")
    for name, year in (("margin_first", years[0]), ("margin_last", years[-1])):
        grown[name] = _margin_shares(portfolio, bands, year, names)
    return with_growth(grown, years)


def with_growth(grown: pd.DataFrame, years: Sequence[int]) -> pd.DataFrame:
    """Return a frame of revenue per year with ``growth`` (cents) and ``rate`` (share a year) for each row."""
    first, last = (to_floats(grown[year]) for year in (years[0], years[-1]))
    rates = [compound_rate(*each, len(years) - 1) for each in zip(first, last, strict=True)]
    return grown.assign(growth=grown[years[-1]] - grown[years[0]], rate=rates)


def compound_rate(first: float, last: float, intervals: int) -> float:
    """Return the growth per interval as a share; NaN where it cannot be given (zero base, loss, unknown, no interval).

    >>> round(compound_rate(100, 121, 2), 3), compound_rate(0, 50, 2)
    (0.1, nan)
    """
    if not (first > 0 and last >= 0 and intervals >= 1):  # an unknown amount is neither
        return float("nan")
    return float((last / first) ** (1 / intervals) - 1)


def _margin_shares(portfolio: Portfolio, bands: Objects, year: int, names: Sequence[str]) -> list[float]:
    if year not in portfolio.margin:
        return [np.nan] * len(names)
    margin, revenue = to_floats(portfolio.margin[year]), to_floats(portfolio.revenue[year])
    known = ~np.isnan(margin) & ~np.isnan(revenue)
    return [_share(margin[known & (bands == band)], revenue[known & (bands == band)]) for band in names]


def _share(margin: Floats, revenue: Floats) -> float:
    return float(margin.sum() / revenue.sum()) if revenue.sum() > 0 else np.nan
