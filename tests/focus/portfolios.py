"""Small invented portfolios for the tests of the formula; money in whole euros, None = unknown."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from workbook.focus.decisions import Decisions, Override, Rules, Waiver
from workbook.focus.tiering import Tiering, tier
from workbook.portfolio.model import MONEY_COLUMNS, TEXT_COLUMNS, FiscalYear, Portfolio, YearState
from workbook.terms import Layer, Slot

TODAY = date(2026, 11, 23)
YEARS = (2023, 2024, 2025)
REASON = "Agreed with the customer's board"


def account(revenue: float | None = None, potential: float | None = None, **more: Any) -> dict[str, Any]:
    """A customer: revenue of 2025 and additional potential; ``more`` are other columns, y2024 etc. other years."""
    return {"status": "customer", "y2025": revenue, "additional_potential": potential, **more}


def prospect(potential: float | None = None, **more: Any) -> dict[str, Any]:
    """A prospect with its potential and the competitor that supplies it today."""
    return account(None, potential, **{"status": "prospect", "incumbent_competitor": "Rivalis", **more})


def portfolio(accounts: Mapping[str, Mapping[str, Any]], years: tuple[int, ...] = YEARS) -> Portfolio:
    """A portfolio of the given accounts; the name is the id unless given, all years are complete."""
    index = pd.Index(list(accounts), dtype="str", name="id")
    text = {
        column: pd.Series([row.get(column, key if column == "name" else None) for key, row in accounts.items()], index)
        .astype("str") for column in TEXT_COLUMNS
    }  # fmt: skip
    money = {column: _cents([row.get(column) for row in accounts.values()], index) for column in MONEY_COLUMNS}
    revenue = {year: _cents([row.get(f"y{year}") for row in accounts.values()], index) for year in years}
    return Portfolio(
        accounts=pd.DataFrame({**text, **money}, index=index),
        revenue=pd.DataFrame(revenue, index=index),
        margin=pd.DataFrame(index=index),
        currency="EUR",
        fiscal_years=tuple(FiscalYear(year, YearState.COMPLETE) for year in years),
    )


def _cents(values: list[float | None], index: pd.Index) -> "pd.Series[int]":
    return pd.Series([None if value is None else round(value * 100) for value in values], index, dtype="Int64")


def customers(count: int, first: int = 1) -> dict[str, dict[str, Any]]:
    """Customers c01, c02 ... with falling revenue and falling potential; c01 is the largest in both."""
    numbers = range(first, first + count)
    return {f"c{number:02}": account(1000 * (100 - number), 500 * (100 - number)) for number in numbers}


def prospects(count: int) -> dict[str, dict[str, Any]]:
    """Prospects p1, p2 ... with falling potential."""
    return {f"p{number}": prospect(1000 * (10 - number)) for number in range(1, count + 1)}


def tiered(accounts: Mapping[str, Mapping[str, Any]], rules: Rules | None = None, **decided: Any) -> Tiering:
    """The tiering of the given accounts on the test day."""
    return tier(portfolio(accounts), rules or Rules(), Decisions(**decided), today=TODAY)


def sizes(tiering: Tiering) -> tuple[int, int, int]:
    """How many accounts are in the three layers."""
    return tuple(len(tiering.ids(layer)) for layer in (Layer.TOP5, Layer.NEXT15, Layer.REST))  # type: ignore[return-value]


def codes(tiering: Tiering) -> set[str]:
    """The codes of all notices."""
    return {notice.code for notice in tiering.notices}


def holders(tiering: Tiering) -> dict[str, str]:
    """Who carries which slot badge in the top layer."""
    top = tiering.table[tiering.table["layer"] == Layer.TOP5]
    return {str(slot): account for account, slots in top["slots"].items() for slot in slots if slot is not Slot.SCORE}


def waiver(slot: Slot = Slot.PROSPECT, **changed: Any) -> Waiver:
    """A waiver in force on the test day."""
    told = {"reason": REASON, "author": "Mara", "date": date(2026, 11, 1), "expiry": date(2027, 1, 1)}
    return Waiver(slot=slot, **{**told, **changed})


def override(entering: str, leaving: str, **changed: Any) -> Override:
    """A swap in force on the test day."""
    told = {"reason": REASON, "author": "Mara", "date": date(2026, 11, 1), "expiry": date(2027, 1, 1)}
    return Override(account_in=entering, account_out=leaving, **{**told, **changed})
