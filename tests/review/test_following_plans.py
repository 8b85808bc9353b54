"""A plan follows its account between the layers, and nothing typed is lost either way."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.review.exports import changed, make_book, rows, write
from workbook.book import Workbook, open_workbook
from workbook.book.confirming import confirm_waiting, waiting_moves
from workbook.cli import run
from workbook.plan.action import Action, ObjectiveAction
from workbook.plan.draft import Draft
from workbook.plan.key_account import Cover, Horizon
from workbook.plan.objectives import Objectives, SalesObjective
from workbook.plan.year_plan import YearPlan
from workbook.terms import Layer, Status

DAYS = (date(2027, 1, 12), date(2027, 4, 2))
YEAR = Draft(
    YearPlan(
        goal="Both lines from us",
        value=Decimal(80000),
        actions=(Action(id="a", what="Visit", due=date(2027, 2, 1)), Action(id="b", what="Offer", status=Status.DONE)),
    ),
    {"committed": "about 20"},
)
KEY = Objectives(
    strategy="One partner for the line",
    objectives=(SalesObjective(id="o", text="Service contract"),),
    actions=(
        ObjectiveAction(id="x", what="Audit", objective="o"),
        ObjectiveAction(id="y", what="Workshop", status=Status.DROPPED, objective="o"),
    ),
)


@pytest.fixture
def second(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workbook:
    """c30 has a year plan and becomes the largest customer; the last of the five, with an account plan, leaves."""
    book = make_book(tmp_path / "anna", rows(), date(2026, 11, 25))
    book.keeper(YearPlan, account_id="c30").save(YEAR)
    leaving = _last_of_five(book)
    book.keeper(Objectives, account_id=leaving).save(Draft(KEY))
    book.keeper(Cover, account_id=leaving).save(Draft(Cover(owner="Anna", horizon=Horizon.MONTHS_24)))
    book = _review(book, "500000", DAYS[0], monkeypatch)
    confirm_waiting(book, [each.account for each in waiting_moves(book)], "Agreed with my manager")
    return book


def _last_of_five(book: Workbook) -> str:
    return next(each for each in book.tiering.ids(Layer.TOP5)[::-1] if each.startswith("c"))


def _review(book: Workbook, revenue: str, day: date, monkeypatch: pytest.MonkeyPatch) -> Workbook:
    monkeypatch.setenv("WORKBOOK_TODAY", day.isoformat())
    export = write(book.folder.with_name("new.csv"), changed(rows(), "c30", revenue_2025=revenue))
    assert run(["review", str(book.folder), "--accounts", str(export), "--yes"]) == 0
    return open_workbook(folder=book.folder, today=day)


def test_a_promotion_begins_the_account_plan(second: Workbook) -> None:
    """The goal becomes the first objective with its target, open actions go along, done ones stay where they were."""
    plan = second.read(Objectives, account_id="c30").values
    assert [(each.text, each.target) for each in plan.objectives] == [("Both lines from us", "80000 EUR")]
    assert [(each.id, each.what, each.due) for each in plan.actions] == [("a", "Visit", date(2027, 2, 1))]


def test_a_promotion_keeps_the_year_plan(second: Workbook) -> None:
    """Every word of it, also what is not a number yet."""
    assert second.read(YearPlan, account_id="c30") == YEAR


def test_a_demotion_begins_the_year_plan(second: Workbook) -> None:
    """The first objective becomes the goal, open actions go along; what was dropped stays behind."""
    plan = second.read(YearPlan, account_id=_demoted(second)).values
    assert (plan.goal, [each.what for each in plan.actions]) == ("Service contract", ["Audit"])


def test_a_demotion_keeps_the_account_plan(second: Workbook) -> None:
    """Cover, strategy, objectives and every action are there when the account comes back."""
    account = _demoted(second)
    assert second.read(Objectives, account_id=account).values == KEY
    assert second.read(Cover, account_id=account).values == Cover(owner="Anna", horizon=Horizon.MONTHS_24)


def _demoted(book: Workbook) -> str:
    return next(key.split("/")[1] for key in book.sections("key_account/") if key.endswith("/cover"))


def test_there_and_back_loses_nothing(second: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """c30 falls back in the next quarter: its year plan has everything it had, and its account plan waits."""
    third = _review(second, "70000", DAYS[1], monkeypatch)
    confirm_waiting(third, [each.account for each in waiting_moves(third)], "It was one large order")
    assert third.tiering.layers["c30"] is not Layer.TOP5
    assert third.read(YearPlan, account_id="c30") == YEAR
    assert third.read(Objectives, account_id="c30").values.objectives[0].text == "Both lines from us"
    assert third.read(Objectives, account_id=_demoted(third)).values == KEY
