"""The forms of decisions by themselves: a refusal goes to the form, names are words, paper has lines to write on."""

from collections.abc import Mapping
from typing import Any

import ipywidgets as widgets
import pytest

from tests.chapters.conftest import MakeBook, text_of
from tests.forms.widgets import notes, walk
from workbook.book import Workbook
from workbook.chapters import tiering
from workbook.chapters.acting import Acting
from workbook.errors import DecisionRefused, Problem, ProblemKind, Severity
from workbook.forms.decision import Ask, Asked, DecisionForm
from workbook.forms.standing import Standing, StandingForm
from workbook.forms.ticks import Tick, TickForm

FULL = Problem(ProblemKind("disk_full", Severity.ERROR, "The disk is full.", "Make room."))
HOSTILE = "<b>Süd & Söhne</b>"


def refuse(*_anything: object, **_more: object) -> Any:
    raise DecisionRefused(FULL)


def test_refused_decision_keeps_every_answer() -> None:
    """What was typed and picked is still there, and the reason is told once."""
    asks = (Ask("who", "Who?", Asked.PICK, (("Anna", "a"), ("Berta", "b"))), Ask("why", "Why?", Asked.LONG))
    form = DecisionForm("Decide", "Go", lambda: asks, refuse)
    assert form.view
    form.inputs["who"].value, form.inputs["why"].value = "b", "Because"
    form.button.click()
    assert (form.inputs["who"].value, form.inputs["why"].value) == ("b", "Because")
    assert form.status == "The disk is full. Make room."


def test_answers_arrive_as_values() -> None:
    """Nothing is None, a date is a date, blanks around a text are dropped."""
    seen: list[Mapping[str, Any]] = []
    asks = (Ask("why", "Why?"), Ask("when", "When?", Asked.DAY), Ask("who", "Who?", Asked.PICK, (("Anna", "a"),)))
    form = DecisionForm("Decide", "Go", lambda: asks, lambda answers: str(seen.append(answers)))
    assert form.view
    form.inputs["why"].value, form.inputs["when"].value = "  x ", "31 Dec 2026"
    form.decide()
    assert (seen[0]["why"], f"{seen[0]['when']:%d.%m.%Y}", seen[0]["who"]) == ("x", "31.12.2026", None)


def test_paper_has_boxes_for_few_and_lines_for_many() -> None:
    """Three things can be ticked with a pen, forty are written down; markup in a name is words."""
    few = (Ask("who", "Who?", Asked.PICK, ((HOSTILE, "a"),)),)
    many = (Ask("who", "Who?", Asked.PICK, tuple((f"N{n}", str(n)) for n in range(40))),)
    twins = [DecisionForm("Decide", "Go", lambda asks=asks: asks, refuse).twin() for asks in (few, many)]
    assert "☐ &lt;b&gt;Süd" in twins[0]
    assert ("wb-line" in twins[0], "wb-line" in twins[1], "N39" in twins[1]) == (False, True, False)


def test_refused_tick_goes_back() -> None:
    """The box stands as it is stored, and the reason is told."""
    form = TickForm("Which?", lambda: (Tick("a", HOSTILE),), refuse)
    assert form.view
    form.boxes["a"].value = True
    assert (form.boxes["a"].value, form.status) == (False, "The disk is full. Make room.")


def test_tick_follows_what_is_stored() -> None:
    """A tick taken away elsewhere is taken away here, and nothing is saved for it."""
    stored, saved = {"a": True}, []
    form = TickForm("Which?", lambda: (Tick("a", "A", stored["a"]),), lambda *each: saved.append(each))
    assert form.view
    stored["a"] = False
    form.renew()
    assert (form.boxes["a"].value, saved) == (False, [])


def test_decision_that_cannot_be_taken_back_says_why() -> None:
    """It stays in the list, and markup in it is words."""
    form = StandingForm("Decisions", "none", lambda: (Standing("Swap", HOSTILE, refuse),))
    assert form.view
    next(each for each in walk(form.view) if isinstance(each, widgets.Button)).click()
    assert form.status == "The disk is full. Make room."
    assert "<b>Süd" not in notes(form)
    assert "<b>Süd" not in form.twin()


def test_store_that_cannot_save_is_told_at_the_form(book: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is lost when the disk is full: the answers stand, the reason is read, no decision is pretended."""
    form = tiering.swap(book).form
    assert form.view
    for code, answer in {"account_in": "B-02", "account_out": "I-09", "reason": "They asked for a plan."}.items():
        form.inputs[code].value = answer
    monkeypatch.setattr(book, "decide", refuse)
    form.decide()
    assert (form.status, form.inputs["account_in"].value) == ("The disk is full. Make room.", "B-02")
    assert book.decisions.overrides == ()


@pytest.mark.slow
@pytest.mark.parametrize("count", [3, 120])
def test_chapter_holds_with_few_and_many_accounts(make_book: MakeBook, count: int) -> None:
    """Everything can be shown with three accounts and with more than anybody knows by heart."""
    lines = "".join(
        f"{n},Account {n},{'prospect' if n % 9 == 2 else 'customer'},,EUR,{n + 5},{1000 - n},{n * 37 % 90}\n"
        for n in range(count)
    )
    book = make_book(lines)
    for show in (
        tiering.why_here, tiering.what_if, tiering.show_contested, tiering.look_back, tiering.show_matrix,
        tiering.show_potential, tiering.show_concentration, tiering.show_stability, tiering.show_sheet,
    ):  # fmt: skip
        assert text_of(show(book)) or "<img" in show(book)._repr_html_()


def test_nothing_to_confirm_is_no_heading_over_nothing() -> None:
    """Without anything to tick neither the page nor the form shows the question."""
    form = TickForm("Which?", tuple, lambda code, on: None)
    assert form.twin() == ""
    assert "wb-nothing" in form.view._dom_classes
    assert form.view.layout.display is None
    assert "wb-nothing" in Acting(form, tuple).view._dom_classes
