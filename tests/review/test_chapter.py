"""Chapter 8 after a new export: accounts, moves and changes, decided by the rep."""

from datetime import date
from pathlib import Path

import pytest

from tests.review.exports import changed, make_book, renumbered, rows, without, write
from workbook.book import Workbook, open_workbook
from workbook.chapters import quarterly_review as chapter
from workbook.cli import run
from workbook.forms.decision import DecisionForm
from workbook.plan.action import Action
from workbook.plan.draft import Draft
from workbook.plan.objectives import Objectives
from workbook.plan.year_plan import YearPlan
from workbook.terms import Layer, Status

NEXT = date(2027, 1, 12)
PLAN = YearPlan(
    goal="Both lines from us",
    actions=(Action(id="a", what="Visit"), Action(id="b", what="Offer", status=Status.DONE)),
)


@pytest.fixture
def first(tmp_path: Path) -> Workbook:
    """The first quarter, with a year plan for c30, the smallest customer."""
    book = make_book(tmp_path / "anna", rows(), date(2026, 11, 25))
    book.keeper(YearPlan, account_id="c30").save(Draft(PLAN))
    return book


def _next(first: Workbook, content: dict[str, list[str]], monkeypatch: pytest.MonkeyPatch) -> Workbook:
    export = write(first.folder.with_name("new.csv"), content)
    monkeypatch.setenv("WORKBOOK_TODAY", NEXT.isoformat())
    assert run(["review", str(first.folder), "--accounts", str(export), "--yes"]) == 0
    return open_workbook(folder=first.folder, today=NEXT)


def _decide(form: DecisionForm, **answers: str) -> str:
    """What the form says after these answers and the button."""
    assert form.view
    for code, answer in answers.items():
        form.inputs[code].value = answer
    form.button.click()
    return form.status


def test_the_first_quarter_has_nothing_to_compare(first: Workbook) -> None:
    """Every panel says so in a sentence."""
    panels = (chapter.show_accounts, chapter.show_moves, chapter.show_changes)
    assert all("This is your first quarter" in str(show(first).html) for show in panels)


def test_a_first_quarter_has_no_form_of_moves(first: Workbook) -> None:
    """Nothing can move and nothing can go on under another number: both forms are hidden, and not on paper."""
    for form in (chapter.confirm_form(first), chapter.continue_form(first)):
        assert "wb-nothing" in form.view._dom_classes
        assert form.html == ""


def test_a_form_of_moves_goes_when_nothing_waits(first: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """It stands there while a move waits; what was said about the last one stays to be read."""
    book = _next(first, changed(rows(), "c30", revenue_2025="500000"), monkeypatch)
    piece = chapter.confirm_form(book)
    assert "wb-nothing" not in piece.view._dom_classes
    assert "Confirm moves" in piece.html
    assert _decide(piece.form, which="*").endswith("confirmed.")
    assert "wb-nothing" not in piece.view._dom_classes
    again = open_workbook(folder=book.folder, today=NEXT)
    assert "wb-nothing" in chapter.confirm_form(again).view._dom_classes


def test_accounts_are_told_and_one_goes_on(first: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """A renamed, a new and a gone account; c30 goes on as c31, and its plan with it."""
    content = changed(renumbered(rows(), {"c30": "c31"}), "c02", name="Birke SE")
    book = _next(first, content, monkeypatch)
    told = str(chapter.show_accounts(book).html)
    assert "was called Birke AG until now" in told
    assert "may be Lorbeer AG, which is gone" in told
    form = chapter.continue_form(book).form
    assert _decide(form, old="c30", new="c31").startswith("What you wrote")
    assert book.read(YearPlan, account_id="c31").values == PLAN
    assert book.sections("year_plan/") == ("year_plan/c31",)


def test_a_promotion_opens_the_account_plan(first: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """Confirmed moves are in force; the year plan's goal and open action stand in the new plan, nothing is lost."""
    book = _next(first, changed(rows(), "c30", revenue_2025="500000"), monkeypatch)
    assert "Lorbeer AG" in str(chapter.show_moves(book).html)
    form = chapter.confirm_form(book).form
    assert _decide(form, which="*", reason="Agreed with my manager").endswith("confirmed.")
    again = open_workbook(folder=book.folder, today=NEXT)
    assert again.tiering.layers["c30"] is Layer.TOP5
    plan = again.read(Objectives, account_id="c30").values
    assert (plan.objectives[0].text, [each.what for each in plan.actions]) == ("Both lines from us", ["Visit"])
    assert again.read(YearPlan, account_id="c30").values == PLAN
    assert "Lorbeer AG goes from" in str(chapter.show_changes(again).html)


def test_half_a_swap_is_refused(first: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """The five stay five: who enters needs somebody who leaves."""
    book = _next(first, changed(rows(), "c30", revenue_2025="500000"), monkeypatch)
    form = chapter.confirm_form(book).form
    assert "6" in _decide(form, which="c30")
    assert book.tiering.layers["c30"] is Layer.REST


def test_a_demotion_keeps_the_open_actions(first: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the five to the 15: open actions of the account plan go on in a year plan."""
    actions = (Action(id="x", what="Audit"),)
    plan = Objectives.model_validate({"actions": [dict(each) for each in actions]})
    leaving = next(each for each in first.tiering.ids(Layer.TOP5)[::-1] if each.startswith("c"))
    first.keeper(Objectives, account_id=leaving).save(Draft(plan))
    book = _next(first, changed(rows(), "c30", revenue_2025="500000"), monkeypatch)
    _decide(chapter.confirm_form(book).form, which="*")
    after = open_workbook(folder=book.folder, today=NEXT)
    assert after.tiering.layers[leaving] is Layer.NEXT15
    assert [each.what for each in after.read(YearPlan, account_id=leaving).values.actions] == ["Audit"]


def test_a_gone_account_is_told_with_its_plan(first: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """Kept, and said so."""
    book = _next(first, without(rows(), "c30"), monkeypatch)
    assert "no longer in the export; what you wrote is kept" in str(chapter.show_accounts(book).html)


def test_a_plan_under_another_number_is_no_new_plan(first: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """c30 goes on as c31: nothing is told about its plan before somebody changes it."""
    book = _next(first, renumbered(rows(), {"c30": "c31"}), monkeypatch)
    assert _decide(chapter.continue_form(book).form, old="c30", new="c31").startswith("What you wrote")
    assert "Year plan" not in str(chapter.show_changes(book).html)
    keeper = book.keeper(YearPlan, account_id="c31")
    keeper.save(keeper.draft.put("goal", "Every line from us"))
    assert "Lorbeer AG: Year plan" in str(chapter.show_changes(book).html)
