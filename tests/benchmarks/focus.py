"""How long re-tiering takes: a rep's what-if, and a large company's whole customer base.

Run with `python -m tests.benchmarks.focus`, or with all others by `make bench`.
"""

import sys
import time
from collections.abc import Callable
from datetime import date

import numpy as np
import pandas as pd

from workbook.focus.decisions import Decisions, Rules
from workbook.focus.explain import explain
from workbook.focus.stability import measure_stability
from workbook.focus.tiering import tier
from workbook.portfolio.model import TEXT_COLUMNS, FiscalYear, Portfolio, YearState

TODAY = date(2026, 11, 23)
YEARS = (2023, 2024, 2025)
LIMITS = {"tier 500 accounts": 0.020, "tier 150,000 accounts": 1.0}


def make_portfolio(count: int, seed: int = 1) -> Portfolio:
    """Return an invented portfolio: one account in fifteen a prospect, four in ten potentials unknown."""
    random = np.random.default_rng(seed)
    index = pd.Index([f"A{number:06}" for number in random.permutation(count)], dtype="str", name="id")
    text = {column: pd.Series([None] * count, index, dtype="str") for column in TEXT_COLUMNS}
    text["name"] = pd.Series([f"Account {account}" for account in index], index, dtype="str")
    text["status"] = pd.Series(np.where(random.random(count) < 1 / 15, "prospect", "customer"), index, dtype="str")
    potential = pd.Series(random.lognormal(15, 1, count).round(), index).mask(random.random(count) < 0.4)
    revenue = {year: pd.Series(random.lognormal(16, 1.2, count).round(), index, dtype="Int64") for year in YEARS}
    money = {"additional_potential": potential.astype("Int64"), "total_demand": potential.astype("Int64") * 3}
    return Portfolio(
        accounts=pd.DataFrame({**text, **money}),
        revenue=pd.DataFrame(revenue),
        margin=pd.DataFrame(index=index),
        currency="EUR",
        fiscal_years=tuple(FiscalYear(year, YearState.COMPLETE) for year in YEARS),
    )


def fastest(action: Callable[[], object], times: int) -> float:
    """Return the seconds of processor time of the fastest of several runs.

    Nothing here waits for a disk or a network, so waiting would only measure the neighbours on the machine.
    """
    seconds = []
    for _ in range(times):
        start = time.process_time()
        action()
        seconds.append(time.process_time() - start)
    return min(seconds)


def time_tiering(count: int, times: int = 10) -> float:
    """Return the seconds one tiering of ``count`` accounts takes."""
    portfolio = make_portfolio(count)
    return fastest(lambda: tier(portfolio, Rules(weight=0.6), Decisions(), today=TODAY), times)


def measure() -> dict[str, float]:
    """Return seconds per measurement."""
    tiering = tier(make_portfolio(60), Rules(), Decisions(), today=TODAY)
    return {
        "tier 60 accounts": time_tiering(60),
        "tier 500 accounts": time_tiering(500),
        "tier 150,000 accounts": time_tiering(150_000, times=3),
        "explain 60 accounts": fastest(lambda: [explain(tiering, account) for account in tiering.table.index], 3),
        "stability of 60 accounts": fastest(lambda: measure_stability(tiering), 5),
    }


def main() -> int:
    """Print every measurement; return how many are slower than the limit they promise."""
    missed = 0
    for name, seconds in measure().items():
        limit = f"  (limit {LIMITS[name] * 1000:,.0f} ms)" if name in LIMITS else ""
        sys.stdout.write(f"{name:<28}{seconds * 1000:>10,.1f} ms{limit}\n")
        missed += seconds > LIMITS.get(name, float("inf"))
    return missed


if __name__ == "__main__":
    sys.exit(main())
