"""The rep of the worked example with some plans written: a year plan, a key account plan, a commitment."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from tests.chapters.conftest import make_book
from workbook.book import Workbook
from workbook.plan.action import Action
from workbook.plan.commitment import CheckIn, Commitment, Intention
from workbook.plan.draft import Draft
from workbook.plan.key_account import Cover
from workbook.plan.objectives import Milestone, Objectives, SalesObjective
from workbook.plan.section import Section
from workbook.plan.year_plan import YearPlan

__all__ = ["make_book"]

NOW = datetime(2026, 1, 15, 9, 30, tzinfo=UTC)
LATER = datetime(2026, 1, 20, 18, 0, tzinfo=UTC)
# One of the five and one of the fifteen in the example.
TOP, NEXT, REST = "A-01", "D-04", "X-24"
HOSTILE = "=cmd|' /C calc'!A1, \"x\";\\n <script>\r\nBEGIN:VEVENT\r\nATTENDEE:mailto:x@y"


def save(book: Workbook, values: Section, **place: str) -> None:
    """Save a section as its form would."""
    book.keeper(type(values), **place).save(Draft(values))


def plan(*actions: Action, **answers: Any) -> YearPlan:
    """A year plan with these actions."""
    return YearPlan(actions=actions, **answers)


@pytest.fixture
def book(make_book: Callable[..., Workbook]) -> Workbook:
    return make_book()


@pytest.fixture
def full_book(book: Workbook) -> Workbook:
    """Four dates in a key account plan, two actions in a year plan, an intention, three check-ins."""
    objective = SalesObjective(id="o1", text="Win the service contract", due=date(2027, 1, 29))
    milestone = Milestone(id="m1", text="Test run passed", due=date(2026, 6, 30), objective="o1")
    cover = Cover(next_appointment=date(2026, 3, 29), appointment_time=time(2, 30), appointment_about="Savings")
    save(book, Objectives(objectives=(objective,), milestones=(milestone,)), account_id=TOP)
    save(book, cover, account_id=TOP)
    first = Action(id="a1", what="Walk through the lines", due=date(2026, 2, 12), owner="Myself")
    second = Action(id="a2", what="Workshop", due=date(2026, 5, 20))
    save(book, plan(first, second), account_id=NEXT)
    intention = Intention(id="i1", when="On Friday", then="plan two hours", date=date(2026, 1, 23))
    save(book, Commitment(intentions=(intention,), witness="Jo", date=date(2026, 1, 15)))
    save(book, CheckIn(date=date(2026, 3, 17), time=time(14, 0)), name="60")
    return book
