"""Overdue actions ask for a decision; what is decided is kept with its day and its reason, and nothing is lost."""

from datetime import date
from pathlib import Path

import pytest

from tests.review.exports import make_book, rows
from workbook.book import Workbook, open_workbook
from workbook.book.action_history import Tally, tally
from workbook.book.carrying import carry_plans
from workbook.book.changes import changes_since
from workbook.book.overdue import Decided, decide_action, overdue_actions
from workbook.chapters import quarterly_review as chapter
from workbook.chapters.opening import followers
from workbook.chapters.plan_picker import plans_of_five
from workbook.chapters.year_plans import year_plans
from workbook.errors import DecisionRefused
from workbook.focus.move_causes import Cause
from workbook.focus.moves import Move
from workbook.forms.decision_rows import DecisionRows
from workbook.plan.action import Action, ObjectiveAction
from workbook.plan.action_decisions import ActionDecision, ActionDecisions, Verdict
from workbook.plan.draft import Draft
from workbook.plan.objectives import Objectives
from workbook.plan.year_plan import YearPlan
from workbook.terms import Layer, Status

FIRST, TODAY = date(2026, 11, 10), date(2027, 1, 12)
# c07 is one of the 15, c01 one of the five, c30 in the rest.
VISIT = Action(id="visit", what="Visit the plant", due=date(2026, 12, 1), owner="Anna")
AUDIT = ObjectiveAction(id="audit", what="Energy audit", due=date(2027, 1, 5))
LATER = Action(id="later", what="Price round", due=date(2027, 3, 1))
DONE = Action(id="done", what="Sample", due=date(2026, 12, 5), status=Status.DONE)


@pytest.fixture
def book(tmp_path: Path) -> Workbook:
    """Two overdue actions, one of the future, one that is done, and one in the rest."""
    make_book(tmp_path / "anna", rows(), FIRST)
    book = open_workbook(folder=tmp_path / "anna", today=TODAY)
    book.keeper(YearPlan, account_id="c07").save(Draft(YearPlan(actions=(VISIT, LATER, DONE))))
    book.keeper(Objectives, account_id="c01").save(Draft(Objectives(actions=(AUDIT,))))
    book.keeper(YearPlan, account_id="c30").save(Draft(YearPlan(actions=(VISIT,))))
    return book


def _form(book: Workbook) -> DecisionRows:
    form: DecisionRows = chapter.overdue_form(book).form
    assert form.view
    return form


def _said(form: DecisionRows, number: int, **answers: str) -> str:
    """What the form says after these answers in one line."""
    for code, answer in answers.items():
        list(form.inputs.values())[number][code].value = answer
    form.button.click()
    return form.status


def _without_id(decision: ActionDecision) -> ActionDecision:
    """A decision without its random id."""
    return decision.model_copy(update={"id": None})


def _plan(book: Workbook, account: str = "c07") -> dict[str | None, Action]:
    return {each.id: each for each in book.read(YearPlan, account_id=account).values.actions}


def test_overdue_are_open_actions_of_the_five_and_the_15(book: Workbook) -> None:
    """Oldest first; what is done, what comes later and what stands in the rest does not ask."""
    assert [each.item.title for each in overdue_actions(book)] == ["Visit the plant", "Energy audit"]
    assert "due 1 Dec 2026, 42 days late" in str(chapter.overdue_form(book).html)


def test_an_action_is_moved(book: Workbook) -> None:
    """The new date is in the plan; the old one, the reason and the day are in the decision, and nothing else moves."""
    form = _form(book)
    assert _said(form, 0, verdict="move", day="2027-02-01", reason="Plant closed") == "1 decision is saved."
    assert _plan(book) == {"visit": VISIT.model_copy(update={"due": date(2027, 2, 1)}), "later": LATER, "done": DONE}
    kept = book.read(ActionDecisions, account_id="c07").values.decisions
    assert [_without_id(each) for each in kept] == [
        ActionDecision(
            what="Visit the plant", action="visit", verdict=Verdict.MOVE, was_due=date(2026, 12, 1),
            due=date(2027, 2, 1), reason="Plant closed", day=TODAY,
        )
    ]  # fmt: skip
    assert [row.name for row in form._shown] == ["Energy audit"]


def test_an_action_is_dropped_with_a_reason(book: Workbook) -> None:
    """Without one it is refused, at its line, and keeps what was typed; with one it is dropped and told."""
    form = _form(book)
    assert _said(form, 1, verdict="drop", reason="no") == "1 line needs another look."
    assert "at least 10 characters" in form.view.children[1].children[2].children[-1].value
    assert _said(form, 1, reason="The customer sold the plant") == "1 decision is saved."
    assert book.read(Objectives, account_id="c01").values.actions[0].status is Status.DROPPED
    assert "The customer sold the plant" in str(chapter.show_actions(book).html)


@pytest.mark.parametrize(
    ("decided", "sentence"),
    [
        (Decided(Verdict.DO), "The new date is missing."),
        (Decided(Verdict.DO, date(2027, 1, 27)), "more than 14 days away"),
        (Decided(Verdict.MOVE, date(2027, 1, 11)), "is over"),
        (Decided(Verdict.DONE, date(2027, 1, 13)), "has not come yet"),
    ],
)
def test_a_decision_that_is_none_is_refused(book: Workbook, decided: Decided, sentence: str) -> None:
    """Each with a sentence; nothing is saved."""
    before = book.documents()
    with pytest.raises(DecisionRefused, match=sentence):
        decide_action(book, overdue_actions(book)[0], decided)
    assert book.documents() == before


def test_done_now_has_the_day_of_today(book: Workbook) -> None:
    """Unless another day is named; it is counted."""
    assert tally(book) == Tally(done=1, dropped=0, open=3, overdue=2)
    decide_action(book, overdue_actions(book)[0], Decided(Verdict.DONE))
    assert _plan(book)["visit"].done_on == TODAY
    assert tally(book) == Tally(done=2, dropped=0, open=2, overdue=1)


def test_an_open_action_goes_on_with_its_history(book: Workbook) -> None:
    """Moved twice, in two quarters: the first day, the last one and both reasons are shown in the next quarter."""
    decide_action(book, overdue_actions(book)[0], Decided(Verdict.MOVE, date(2027, 2, 1), "Plant closed"))
    next_one = book.begin("2027Q2", {"portfolio": book.accounts_document()})
    later = open_workbook(folder=next_one.folder, today=date(2027, 4, 8))
    decide_action(later, overdue_actions(later)[1], Decided(Verdict.DO, date(2027, 4, 15), "New contact"))
    told = " ".join(str(chapter.show_actions(later).html).split())
    assert "1 Dec 2026</td><td>15 Apr 2027" in told.replace("</td> <td>", "</td><td>")
    assert "moved 2 times: Plant closed; New contact" in told
    assert later.read(ActionDecisions, account_id="c07").values.decisions[0].reason == "Plant closed"


def test_what_was_done_before_is_not_counted_again(book: Workbook) -> None:
    """Done in 2026Q4 is not done in 2027Q1."""
    later = book.begin("2027Q2", {"portfolio": book.accounts_document()})
    assert tally(later).done == 0


def test_both_plans_of_an_account_know_the_decision(book: Workbook) -> None:
    """A year plan whose actions went on into an account plan asks once, and both are changed."""
    both = ObjectiveAction(**dict(VISIT))
    book.keeper(Objectives, account_id="c07").save(Draft(Objectives(actions=(both,))))
    assert [each.item.title for each in overdue_actions(book)].count("Visit the plant") == 1
    decide_action(book, overdue_actions(book)[0], Decided(Verdict.DROP, reason="Not worth it any more"))
    assert _plan(book)["visit"].status is Status.DROPPED
    assert book.read(Objectives, account_id="c07").values.actions[0].status is Status.DROPPED


def test_a_demotion_keeps_what_was_done_in_the_five(book: Workbook) -> None:
    """Promoted, moved there, demoted again: the year plan has the later state."""
    book.keeper(Objectives, account_id="c07").save(
        Draft(Objectives(actions=(ObjectiveAction(**{**dict(VISIT), "due": date(2027, 5, 1)}),)))
    )
    carry_plans(book, [Move("c07", "Fichte AG", Layer.TOP5, Layer.NEXT15, Cause.SCORE)])
    assert _plan(book)["visit"].due == date(2027, 5, 1)
    assert _plan(book)["done"] == DONE


def test_both_are_saved_or_none(book: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """A failure at the second section leaves the first as it was."""
    before, insert = book.documents(), book._store._insert
    calls: list[str] = []

    def failing(connection: object, wanted: object) -> object:
        calls.append("")
        if len(calls) == 2:
            raise RuntimeError("in between")
        return insert(connection, wanted)  # type: ignore[arg-type]

    monkeypatch.setattr(book._store, "_insert", failing)
    with pytest.raises(RuntimeError):
        decide_action(book, overdue_actions(book)[0], Decided(Verdict.DONE))
    assert book.documents() == before


def test_the_changes_tell_what_was_dropped(book: Workbook) -> None:
    """In a sentence, and the list of decisions is not told a second time."""
    later = book.begin("2027Q2", {"portfolio": book.accounts_document()})
    decide_action(later, overdue_actions(later)[0], Decided(Verdict.DROP, reason="Not worth it any more"))
    told = dict(changes_since(later, book))
    assert told == {"Fichte AG: Year plan": ("“Visit the plant” is dropped.",)}


def test_nothing_is_chosen(book: Workbook) -> None:
    """The button alone changes nothing, and says what to do."""
    assert _said(_form(book), 0) == "Nothing is chosen yet: choose an answer in at least one line."


def test_many_come_in_turns(book: Workbook) -> None:
    """Twenty lines at a time; the others come up after them, also on paper."""
    many = tuple(VISIT.model_copy(update={"id": f"v{number}"}) for number in range(25))
    book.keeper(YearPlan, account_id="c08").save(Draft(YearPlan(actions=many)))
    form = _form(book)
    assert len(form.inputs) == 20
    assert "7 more come up after these." in form.twin()


def test_with_names_hidden_nothing_is_decided(book: Workbook) -> None:
    """A text with codes never takes the place of the real one: the line says so and stays."""
    form = _form(book.hidden())
    assert _said(form, 0, verdict="done") == "1 line needs another look."
    assert "names are hidden" in form.view.children[1].children[1].children[-1].value
    assert len(overdue_actions(book)) == 2


def test_open_plans_follow_a_decision(book: Workbook) -> None:
    """The plans of chapters 3 and 4 are read anew after it, so that nobody goes on with an old date."""
    plans = (plans_of_five(book), year_plans(book))
    before = [each.piece for each in plans]
    assert _said(_form(book), 0, verdict="move", day="2027-02-01") == "1 decision is saved."
    followers(book).flush()
    assert all(each.piece is not old for each, old in zip(plans, before, strict=True))
    assert "1 Feb 2027" in str(plans[1].html)
