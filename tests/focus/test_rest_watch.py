"""Accounts of the rest that may belong higher up at the next review."""

from dataclasses import replace

from tests.focus.portfolios import TODAY, account, customers, portfolio, prospects, tiered
from workbook.focus.decisions import Decisions, Rules
from workbook.focus.rest_watch import Sign, can_compare, promotion_candidates
from workbook.focus.tiering import tier
from workbook.portfolio.model import FiscalYear, YearState


def _signs(*noted: str, **accounts: object) -> dict[str, tuple[Sign, ...]]:
    found = promotion_candidates(tiered({**customers(24), **accounts}), noted)
    return {each.account_id: each.signs for each in found}


def test_close_to_the_boundary_is_a_candidate() -> None:
    """24 customers without a prospect: c20 to c24 are the rest; ranks lie 1/23 apart, so only c20 is within 0.05."""
    assert _signs() == {"c20": (Sign.CLOSE,)}


def test_unknown_potential_that_would_lift_is_a_candidate() -> None:
    """Of 45 customers the last of the 15 has rank 0.6; x scores 0.4, with the highest potential 0.65."""
    tiering = tiered({**customers(44), "x": account(69_500)})
    assert Sign.PROVISIONAL in {each.account_id: each.signs for each in promotion_candidates(tiering)}["x"]


def test_growth_of_a_large_account_is_a_sign() -> None:
    """79,000 of about 2.2 million is 3.6 %; from 60,000 it grew by a third, from 70,000 by less than a fifth."""
    assert Sign.GROWING in _signs(x=account(79_000, 10, y2024=60_000))["x"]
    assert "x" not in _signs(x=account(75_500, 10, y2024=70_000))


def test_deferred_prospects_are_looked_at_again() -> None:
    """Prospects that were not chosen wait for the next review."""
    found = {each.account_id: each.signs for each in promotion_candidates(tiered({**customers(20), **prospects(2)}))}
    assert found["p2"] == (Sign.DEFERRED,)


def test_noted_account_is_a_candidate() -> None:
    """What the rep noted while answering an inquiry comes back in the review; an id from another layer does not."""
    assert _signs("c24", "c01")["c24"] == (Sign.NOTED,)
    assert "c01" not in _signs("c24", "c01")


def test_one_complete_year_cannot_show_a_fall() -> None:
    """Then nothing may be claimed either way."""
    data = portfolio(customers(3))
    years = (FiscalYear(2024, YearState.PARTIAL), FiscalYear(2025, YearState.COMPLETE))
    assert not can_compare(tier(replace(data, fiscal_years=years), Rules(), Decisions(), today=TODAY))
