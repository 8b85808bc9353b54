"""One account becomes two: the rep says which one goes on with the plans, and how the other begins."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.review.exports import changed, make_book, renumbered, rows, without, write
from workbook.book import Workbook, open_workbook
from workbook.book.quarters import continue_account, kept_plans
from workbook.chapters import quarterly_review as chapter
from workbook.cli import run
from workbook.plan.action import Action
from workbook.plan.draft import Draft
from workbook.plan.year_plan import YearPlan
from workbook.terms import Status

NEXT = date(2027, 1, 12)
PLAN = YearPlan(
    goal="Both lines from us",
    value=Decimal(80000),
    actions=(Action(id="a", what="Visit", due=date(2027, 2, 1)), Action(id="b", what="Offer", status=Status.DONE)),
)
HALF = ["Lorbeer AG", "customer", "30000", "35000", "10000", "", "EUR"]


@pytest.fixture
def split(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workbook:
    """c30, with a year plan, has become two accounts of the same name, n1 and n2."""
    book = make_book(tmp_path / "anna", rows(), date(2026, 11, 25))
    book.keeper(YearPlan, account_id="c30").save(Draft(PLAN))
    return _review(book, {**without(rows(), "c30"), "n1": HALF, "n2": HALF}, NEXT, monkeypatch)


def _review(book: Workbook, content: dict[str, list[str]], day: date, monkeypatch: pytest.MonkeyPatch) -> Workbook:
    monkeypatch.setenv("WORKBOOK_TODAY", day.isoformat())
    export = write(book.folder.with_name("new.csv"), content)
    assert run(["review", str(book.folder), "--accounts", str(export), "--yes"]) == 0
    return open_workbook(folder=book.folder, today=day)


def _decide(form: object, **answers: str) -> str:
    assert form.view
    for code, answer in answers.items():
        form.inputs[code].value = answer
    form.button.click()
    return str(form.status)


def test_a_split_is_asked_and_nobody_takes_the_plan_unasked(split: Workbook) -> None:
    """Both parts are named; until the rep decides, the plan waits with the account that is gone."""
    told = "may be a part of Lorbeer AG (gone from the export): say below which part goes on with the plans"
    assert str(chapter.show_accounts(split).html).count(told) == 2
    assert kept_plans(split) == {"c30": "Lorbeer AG"}


def test_the_part_the_rep_chooses_goes_on_with_the_plans(split: Workbook) -> None:
    """Every word of it; the other one is told as maybe another part, with nothing written."""
    _decide(chapter.continue_form(split).form, old="c30", new="n2")
    assert (split.read(YearPlan, account_id="n2").values, split.read(YearPlan, account_id="n1").empty) == (PLAN, True)
    assert "new, maybe another part of Lorbeer AG" in str(chapter.show_accounts(split).html)


def test_another_part_begins_with_a_copy(split: Workbook) -> None:
    """The goal in words and what is open, as an entry of its own; no amount is counted twice."""
    _decide(chapter.continue_form(split).form, old="c30", new="n2")
    said = _decide(chapter.split_form(split).form, whole="c30", part="n1", beginning="copy")
    plan = open_workbook(folder=split.folder, today=NEXT).read(YearPlan, account_id="n1").values
    assert said.startswith("The part begins with a copy")
    assert (plan.goal, plan.value) == ("Both lines from us", None)
    assert [(each.what, each.due) for each in plan.actions] == [("Visit", date(2027, 2, 1))]
    assert plan.actions[0].id != "a"
    assert "new, a part of Lorbeer AG" in str(chapter.show_accounts(split).html)


def test_another_part_begins_afresh(split: Workbook) -> None:
    """It is known as a part, has no plan, and is not asked about again."""
    form = chapter.split_form(split).form
    assert _decide(form, whole="c30", part="n1", beginning="fresh") == "The part begins without a plan."
    assert split.read(YearPlan, account_id="n1").empty
    form.renew()
    assert [code for _name, code in form.inputs["part"].options] == ["", "n2"]


def test_a_part_may_leave_an_account_that_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """c30 keeps number and plan; n1 was split off it."""
    book = make_book(tmp_path / "anna", rows(), date(2026, 11, 25))
    book.keeper(YearPlan, account_id="c30").save(Draft(PLAN))
    book = _review(book, {**rows(), "n1": HALF}, NEXT, monkeypatch)
    _decide(chapter.split_form(book).form, whole="c30", part="n1", beginning="copy")
    assert book.read(YearPlan, account_id="c30").values == PLAN
    assert book.read(YearPlan, account_id="n1").values.goal == "Both lines from us"


def test_what_is_written_is_not_overwritten(split: Workbook) -> None:
    """A part with a year plan of its own gets no copy, and the form says what to do."""
    own = Draft(YearPlan(goal="Mine"))
    split.keeper(YearPlan, account_id="n1").save(own)
    said = _decide(chapter.split_form(split).form, whole="c30", part="n1", beginning="copy")
    assert "There is a year plan for this account already." in said
    assert split.read(YearPlan, account_id="n1") == own


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"whole": "c30", "part": "n1"}, "Answer every question above."),
        ({"whole": "c30", "part": "n2", "beginning": "fresh"}, "An account is no part of itself."),
    ],
)
def test_half_an_answer_is_refused(split: Workbook, answers: dict[str, str], words: str) -> None:
    """Nothing is kept, and the form says what is missing."""
    form = chapter.split_form(split).form
    assert form.view
    continue_account(split, "c30", "n2")
    assert words in _decide(form, **answers)
    assert "new, a part of" not in str(chapter.show_accounts(split).html)


def test_merged_accounts_bring_their_open_actions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """c29 and c30 become m1: the plan that was there first stays, what is open of the other one is added."""
    book = make_book(tmp_path / "anna", rows(), date(2026, 11, 25))
    book.keeper(YearPlan, account_id="c29").save(Draft(YearPlan(goal="First", actions=(Action(id="x", what="Audit"),))))
    book.keeper(YearPlan, account_id="c30").save(Draft(PLAN))
    book = _review(book, {**without(rows(), "c29", "c30"), "m1": HALF}, NEXT, monkeypatch)
    continue_account(book, "c29", "m1")
    continue_account(book, "c30", "m1")
    plan = book.read(YearPlan, account_id="m1").values
    assert (plan.goal, [each.what for each in plan.actions]) == ("First", ["Audit", "Visit"])


def test_a_second_change_of_numbers_remembers_the_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """c30 becomes x30, then every number changes: c30 is known to be y30, and no plan waits for an account."""
    book = make_book(tmp_path / "anna", rows(), date(2026, 11, 25))
    book.keeper(YearPlan, account_id="c30").save(Draft(PLAN))
    content = renumbered(rows(), {"c30": "x30"})
    book = _review(book, content, NEXT, monkeypatch)
    continue_account(book, "c30", "x30")
    new_numbers = {each: f"y{each[1:]}" if each[0] != "p" else f"q{each[1:]}" for each in content}
    content = changed(renumbered(content, new_numbers), "y01", revenue_2025="99100")
    book = _review(book, content, date(2027, 4, 2), monkeypatch)
    assert (book.read(YearPlan, account_id="y30").values, kept_plans(book)) == (PLAN, {})
