"""Revenue against goals counts the five as well, with amounts the rep has written and nothing guessed."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.review.exports import make_book, rows
from workbook.book import Workbook
from workbook.book.quarter_goals import goals_of_quarters
from workbook.chapters import quarterly_review as chapter
from workbook.plan.draft import Draft
from workbook.plan.objectives import Objectives
from workbook.plan.quarter_figures import GoalQuarter, goal_of_objectives
from workbook.plan.year_plan import YearPlan

TODAY = date(2026, 11, 10)
YEAR = (date(2026, 1, 1), date(2026, 12, 31))
# c01 bought 99,000 in 2025.
IN_TIME = {"text": "Service", "adds": 15000, "due": "2026-12-01"}


@pytest.fixture
def book(tmp_path: Path) -> Workbook:
    """In November 2026, with 2025 as the last full year."""
    return make_book(tmp_path / "anna", rows(), TODAY)


def _plan(*objectives: dict[str, Any]) -> Objectives:
    return Objectives.model_validate({"objectives": objectives})


def test_objectives_of_the_five_are_goals(book: Workbook) -> None:
    """99,000 last year and 15,000 more from c01, 80,000 from a year plan: 194,000."""
    book.keeper(Objectives, account_id="c01").save(Draft(_plan(IN_TIME)))
    book.keeper(YearPlan, account_id="c12").save(Draft(YearPlan(value=Decimal(80000), committed=Decimal(20000))))
    found = goals_of_quarters(book, ["2026Q4"])
    assert found == (2026, (GoalQuarter("2026Q4", Decimal(194000), Decimal(20000), None),))
    assert "revenue so far unknown, of €194K" in str(chapter.show_goals(book).html)


def test_a_year_plan_is_not_counted_twice(book: Workbook) -> None:
    """c01 has a year's goal from before it was one of the five: the goal counts, the objectives do not."""
    book.keeper(Objectives, account_id="c01").save(Draft(_plan(IN_TIME)))
    book.keeper(YearPlan, account_id="c01").save(Draft(YearPlan(value=Decimal(110000))))
    assert goals_of_quarters(book, ["2026Q4"])[1][0].goal == Decimal(110000)


def test_a_plan_that_waits_is_no_goal(book: Workbook) -> None:
    """c30 is one of the rest, whatever its account plan said once."""
    book.keeper(Objectives, account_id="c30").save(Draft(_plan(IN_TIME)))
    assert goals_of_quarters(book, ["2026Q4"]) == (2026, ())
    assert "There is no goal for 2026 yet. Goals are written in chapters 3 and 4." in str(chapter.show_goals(book).html)


@pytest.mark.parametrize(
    "changes",
    [{"adds": None}, {"due": None}, {"due": "2027-01-01"}, {"due": "2025-12-31"}, {"status": "dropped"}],
)
def test_what_is_not_known_is_not_counted(changes: dict[str, Any]) -> None:
    """No amount, no date, a date in another year, or dropped: unknown, and not zero."""
    assert goal_of_objectives(_plan({**IN_TIME, **changes}), Decimal(99000), YEAR) is None


def test_without_last_years_revenue_a_goal_is_unknown() -> None:
    """What is added to nothing known is no revenue goal."""
    assert goal_of_objectives(_plan(IN_TIME), None, YEAR) is None
    assert goal_of_objectives(_plan(IN_TIME), Decimal(0), YEAR) == Decimal(15000)
