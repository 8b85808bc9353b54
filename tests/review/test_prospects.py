"""A prospect is won, lost or parked, never dropped in silence; its plan stays whatever becomes of it."""

from datetime import date
from pathlib import Path

import pytest

from tests.review.exports import Rows, changed, make_book, rows, without, write
from workbook.book import Workbook, open_workbook
from workbook.book.past_prospects import end_prospect, past_prospects
from workbook.chapters import quarterly_review as chapter
from workbook.chapters import tiering as chapter_2
from workbook.chapters.acting import decide
from workbook.chapters.opening import followers
from workbook.cli import run
from workbook.errors import DecisionRefused
from workbook.focus.decide import with_prospect, without_prospect
from workbook.focus.decisions import Rules
from workbook.plan.draft import Draft
from workbook.plan.key_account import Cover, Horizon
from workbook.plan.prospect_end import Outcome, ProspectEnd
from workbook.terms import AccountStatus, Layer, Slot

FIRST, NEXT = date(2026, 11, 10), date(2027, 1, 12)
COVER = Cover(owner="Anna", horizon=Horizon.MONTHS_24)


@pytest.fixture
def first(tmp_path: Path) -> Workbook:
    """p2 is the chosen prospect, with a plan for 24 months."""
    make_book(tmp_path / "anna", rows(), FIRST)
    book = open_workbook(folder=tmp_path / "anna", today=FIRST)
    book.decide(with_prospect(book.tiering, "p2"))
    book.keeper(Cover, account_id="p2").save(Draft(COVER))
    return book


def _next(book: Workbook, content: Rows, monkeypatch: pytest.MonkeyPatch, day: date = NEXT) -> Workbook:
    export = write(book.folder.with_name(f"{day}.csv"), content)
    monkeypatch.setenv("WORKBOOK_TODAY", day.isoformat())
    assert run(["review", str(book.folder), "--accounts", str(export), "--yes"]) == 0
    return open_workbook(folder=book.folder, today=day)


LOST = changed(rows(), "p2", status="former")


def test_a_won_prospect_is_a_customer_and_the_place_is_open(first: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """Customer in the new export: the move is proposed as won, nobody is asked why, and another may be chosen."""
    won = changed(rows(), "p2", status="customer", revenue_2025="3000", additional_potential="500")
    book = _next(first, won, monkeypatch)
    assert book.tiering.row("p2")["status"] is AccountStatus.CUSTOMER
    assert "Prospect won" in str(chapter.show_moves(book).html)
    assert "won: a customer now, and the place is open again" in str(chapter.show_prospects(book).html)
    form = chapter.confirm_form(book).form
    assert form.view
    form.inputs["which"].value = "*"
    form.button.click()
    assert form.status.endswith("confirmed.")
    book.decide(with_prospect(book.tiering, "p1"))
    assert (book.tiering.layers["p1"], Slot.PROSPECT in book.tiering.row("p1")["slots"]) == (Layer.TOP5, True)
    assert [each.asks for each in past_prospects(book)] == [False]


def test_a_lost_prospect_asks_why(first: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reason is stored with its day and stands in the history; it is asked once."""
    book = _next(first, LOST, monkeypatch)
    assert "not said yet" in str(chapter.show_prospects(book).html)
    form = chapter.prospects_form(book).form
    assert form.view
    for code, answer in {"outcome": "lost", "reason": "Rivalis cut the price by a third"}.items():
        form.inputs["p2"][code].value = answer
    form.button.click()
    assert form.status == "1 decision is saved."
    kept = book.read(ProspectEnd, account_id="p2").values
    assert kept == ProspectEnd(outcome=Outcome.LOST, reason="Rivalis cut the price by a third", day=NEXT)
    again = _next(book, changed(LOST, "c01", revenue_2025="99100"), monkeypatch, date(2027, 4, 8))
    assert "Rivalis cut the price by a third" in str(chapter.show_prospects(again).html)
    assert chapter.prospects_form(again).form.twin().startswith('<p class="wb-note">')
    assert again.read(Cover, account_id="p2").values == COVER


@pytest.mark.parametrize(
    ("outcome", "reason", "look_again", "sentence"),
    [
        (Outcome.LOST, "no", None, "too short"),
        (Outcome.PARKED, "No budget until summer", None, "a day in the future"),
        (Outcome.PARKED, "No budget until summer", NEXT, "a day in the future"),
    ],
)
def test_half_an_answer_is_refused(
    first: Workbook, outcome: Outcome, reason: str, look_again: date | None, sentence: str
) -> None:
    """A reason needs ten characters, a parked prospect a day to look again."""
    later = open_workbook(folder=first.folder, today=NEXT)
    with pytest.raises(DecisionRefused, match=sentence):
        end_prospect(later, "p2", outcome, reason, look_again)
    assert later.read(ProspectEnd, account_id="p2").empty


def test_a_prospect_that_left_the_export_asks_too(first: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under the name it had."""
    book = _next(first, without(rows(), "p2"), monkeypatch)
    assert [(each.name, each.held, each.asks) for each in past_prospects(book)] == [("Nelken GmbH", ("2026Q4",), True)]


def test_another_choice_in_chapter_2_is_not_silent(first: Workbook) -> None:
    """The plan of the former choice is kept, chapter 2 says so and asks, and chapter 8 asks too."""
    assert "no longer holds" not in str(chapter_2.choose_prospect(first).html)
    first.decide(with_prospect(first.tiering, "p1"))
    assert "Nelken GmbH no longer holds the prospect" in str(chapter_2.choose_prospect(first).html)
    assert "Prospects that gave up the place without a reason: 1." in str(chapter_2.check(first).html)
    for form in (chapter_2.ask_why(first), chapter.prospects_form(first)):
        assert "its plan runs until 1 Oct 2028 and is kept" in str(form.html)


def test_the_reason_given_in_chapter_2_is_the_one_of_chapter_8(first: Workbook) -> None:
    """Chapter 2 asks right after the choice; what is said there is stored once, and nobody asks again."""
    choice, why = chapter_2.choose_prospect(first), chapter_2.ask_why(first)
    assert (choice.view, why.view, str(why.html)) == (choice.view, why.view, "")
    choice.piece.input.value = "p1"
    followers(first).flush()
    for code, answer in {"outcome": "parked", "reason": "No budget until summer", "look_again": "1 Jul 2027"}.items():
        why.form.inputs["p2"][code].value = answer
    why.form.button.click()
    followers(first).flush()
    said = ProspectEnd(outcome=Outcome.PARKED, reason="No budget until summer", look_again=date(2027, 7, 1), day=FIRST)
    assert (first.read(ProspectEnd, account_id="p2").values, first.read(Cover, account_id="p2").values) == (said, COVER)
    assert "no longer holds" not in str(choice.html)
    assert "parked, look again on 1 Jul 2027".lower() in str(chapter.show_prospects(first).html).lower()
    assert (str(why.html), "No prospect waits" in str(chapter.prospects_form(first).html)) == ("", True)


def test_a_prospect_that_is_chosen_again_begins_anew(first: Workbook) -> None:
    """What was said when it was given up no longer counts; given up once more, it is asked about once more."""
    form = chapter_2.choose_prospect(first).piece
    assert form.view
    form.input.value = "p1"
    end_prospect(first, "p2", Outcome.LOST, "Rivalis cut the price by a third", None)
    assert not any(each.asks for each in past_prospects(first))
    form.input.value = "p2"
    assert first.read(ProspectEnd, account_id="p2").empty
    form.input.value = "p1"
    assert [each.asks for each in past_prospects(first) if each.account_id == "p2"] == [True]


def test_another_decision_asks_nothing_again(first: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """A lost prospect is still the last choice; a setting of the score that is kept later does not undo its reason."""
    book = _next(first, LOST, monkeypatch)
    end_prospect(book, "p2", Outcome.LOST, "Rivalis cut the price by a third", None)
    decide(book, book.decisions, Rules(weight=0.6))
    assert [each.asks for each in past_prospects(book)] == [False]


def test_a_choice_that_was_only_tried_asks_nothing(tmp_path: Path) -> None:
    """Chosen for a minute, without a plan and without a quarter that ended."""
    book = make_book(tmp_path / "anna", rows(), FIRST)
    book.decide(with_prospect(book.tiering, "p2"))
    book.decide(without_prospect(book.decisions))
    assert past_prospects(book) == ()


def test_a_running_plan_is_dropped_only_with_a_reason(first: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """R13: the move of a lost prospect whose plan runs until 2028 is refused without one, and taken with one."""
    book = _next(first, LOST, monkeypatch)
    form = chapter.confirm_form(book).form
    assert form.view
    form.inputs["which"].value = "*"
    form.button.click()
    assert "Nelken GmbH" in form.status
    assert book.tiering.layers["p2"] is Layer.TOP5
    form.inputs["reason"].value = "Contract renewed for three years"
    form.button.click()
    assert form.status.endswith("confirmed.")
    assert book.tiering.layers["p2"] is Layer.REST
    assert "you wrote: “Contract renewed for three years”" in str(chapter.prospects_form(book).html)
