"""Rule R1: the reference year and the status of an account."""

from dataclasses import replace
from datetime import date

import pytest

from tests.focus.portfolios import TODAY, account, codes, customers, portfolio, tiered
from workbook.errors import DecisionRefused
from workbook.focus.decisions import Decisions, Rules
from workbook.focus.tiering import tier
from workbook.focus.years import next_annual_cut, next_review
from workbook.portfolio.model import FiscalYear, Portfolio, YearState
from workbook.terms import AccountStatus


def _with_states(**states: YearState) -> Portfolio:
    """Accounts c01 to c30 with 2023 complete, and other years in the given states."""
    years = tuple(FiscalYear(int(year[1:]), state) for year, state in states.items())
    return replace(portfolio(customers(30)), fiscal_years=years)


def test_last_complete_year_counts() -> None:
    """A running year after it is named and not used."""
    data = _with_states(y2024=YearState.COMPLETE, y2025=YearState.RUNNING)
    tiering = tier(data, Rules(), Decisions(), today=TODAY)
    assert tiering.reference_year == 2024
    assert "Fiscal year 2025 is still running and is not used." in [notice.message for notice in tiering.notices]


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (YearState.PARTIAL, "not complete in the data"),
        (YearState.RUNNING, "still running"),
        (YearState.FUTURE, "in the future"),
        (YearState.MISSING, "missing"),
    ],
)
def test_year_that_is_not_complete_is_refused(state: YearState, words: str) -> None:
    """The refusal names the year, its state and the years to choose from."""
    data = _with_states(y2023=YearState.COMPLETE, y2025=state)
    with pytest.raises(DecisionRefused, match=rf"2025 cannot be the reference year: it is {words}. .*: 2023\."):
        tier(data, Rules(year=2025), Decisions(), today=TODAY)


def test_year_outside_the_data_is_refused() -> None:
    """The refusal names the year."""
    with pytest.raises(DecisionRefused, match="2019 cannot be the reference year: the data has no such year"):
        tier(portfolio(customers(3)), Rules(year=2019), Decisions(), today=TODAY)


def test_no_complete_year_is_refused() -> None:
    """Without a complete year there is nothing to rank by."""
    with pytest.raises(DecisionRefused, match=r"no complete fiscal year in the data.*: 2025\."):
        tier(_with_states(y2025=YearState.PARTIAL), Rules(), Decisions(), today=TODAY)


def test_older_complete_year_may_be_chosen() -> None:
    """The choice is used, and a notice names the newer year."""
    accounts = {**customers(3), "old": account(1, y2024=9_000_000)}
    tiering = tiered(accounts, Rules(year=2024))
    assert tiering.table.loc["old", "revenue"] == 900_000_000
    assert "older_year" in codes(tiering)


@pytest.mark.parametrize(
    ("revenue", "status"),
    [
        ({"y2025": 1}, AccountStatus.CUSTOMER),
        ({"y2024": 1}, AccountStatus.FORMER),
        ({"y2024": 1, "y2025": -1}, AccountStatus.FORMER),
        ({"y2024": 0, "y2025": 0}, AccountStatus.PROSPECT),
        ({}, AccountStatus.PROSPECT),
    ],
)
def test_status_by_revenue(revenue: dict[str, float], status: AccountStatus) -> None:
    """Without a status, revenue in the reference year makes a customer, only earlier a former one, never a prospect."""
    data = {**customers(3), "x": {"status": None, **revenue}}
    assert tiered(data).table.loc["x", "status"] is status


def test_revenue_after_the_reference_year_makes_a_customer() -> None:
    """A first order in a year that is not used yet makes the account a customer."""
    data = replace(
        portfolio({**customers(3), "x": {"y2025": 5}}),
        fiscal_years=(FiscalYear(2024, YearState.COMPLETE), FiscalYear(2025, YearState.PARTIAL)),
    )
    table = tier(data, Rules(), Decisions(), today=TODAY).table
    assert table.loc["x", "status"] is AccountStatus.CUSTOMER
    assert "x" not in table.index[table["deferred"]]


def test_status_column_wins() -> None:
    """A prospect with revenue stays a prospect when the status says so."""
    tiering = tiered({**customers(3), "x": account(5, status="prospect")})
    assert tiering.table.loc["x", "status"] is AccountStatus.PROSPECT


@pytest.mark.parametrize(("start", "expected"), [(1, date(2027, 1, 1)), (7, date(2027, 7, 1)), (12, date(2026, 12, 1))])
def test_next_annual_cut(start: int, expected: date) -> None:
    """The layers are cut again on the first day of the next fiscal year."""
    assert next_annual_cut(date(2026, 11, 23), Rules(fiscal_year_start=start)) == expected


@pytest.mark.parametrize(
    ("day", "start", "expected"),
    [
        (date(2026, 11, 23), 1, date(2027, 1, 1)),
        (date(2026, 1, 1), 1, date(2026, 4, 1)),
        (date(2026, 11, 23), 2, date(2027, 2, 1)),
        (date(2026, 11, 23), 12, date(2026, 12, 1)),
    ],
)
def test_next_review(day: date, start: int, expected: date) -> None:
    """The next review is on the first day of the next fiscal quarter."""
    assert next_review(day, Rules(fiscal_year_start=start)) == expected
