"""What a quarter teaches: objectives that were due, hours against the plan, check-ins asked where the review is."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.review.exports import make_book, rows
from workbook.book import Workbook, open_workbook
from workbook.book.due_objectives import due_objectives, forecasts, judge_objective
from workbook.chapters import quarterly_review as chapter
from workbook.plan.calibration import Forecast
from workbook.plan.commitment import CheckIn, Commitment, Intention
from workbook.plan.draft import Draft
from workbook.plan.objective_outcomes import ObjectiveOutcome, ObjectiveOutcomes
from workbook.plan.objectives import Objectives, SalesObjective
from workbook.plan.time_budget import TimeBudget
from workbook.terms import Status

FIRST, NEXT = date(2026, 11, 10), date(2027, 1, 12)
DUE = SalesObjective(id="spare", text="Spare parts from us", due=date(2026, 12, 31), probability=Decimal(70))
LATER = SalesObjective(id="later", text="Frame contract", due=date(2027, 6, 30), probability=Decimal(40))
DONE = SalesObjective(id="done", text="First audit", due=date(2027, 6, 30), status=Status.DONE)


@pytest.fixture
def first(tmp_path: Path) -> Workbook:
    """Three objectives for c01: one due in December, one in June, one that is done early."""
    make_book(tmp_path / "anna", rows(), FIRST)
    book = open_workbook(folder=tmp_path / "anna", today=FIRST)
    book.keeper(Objectives, account_id="c01").save(Draft(Objectives(objectives=(DUE, LATER, DONE))))
    return book


@pytest.fixture
def book(first: Workbook) -> Workbook:
    """The same workbook in January."""
    return open_workbook(folder=first.folder, today=NEXT)


def test_objectives_whose_day_is_over_ask(first: Workbook, book: Workbook) -> None:
    """Also one that is done before its day; the one of June waits."""
    assert [each.text for each in due_objectives(first)] == ["First audit"]
    assert [each.text for each in due_objectives(book)] == ["Spare parts from us", "First audit"]


def test_the_answer_is_kept_with_what_was_said(book: Workbook) -> None:
    """Asked once, with its day; it counts as a forecast where a probability was said."""
    form = chapter.outcomes_form(book).form
    assert form.view
    for inputs in form.inputs.values():
        inputs["reached"].value = "missed"
    form.button.click()
    assert form.status == "2 decisions are saved."
    kept = [
        each.model_copy(update={"id": None}) for each in book.read(ObjectiveOutcomes, account_id="c01").values.outcomes
    ]
    said = {"text": "Spare parts from us", "due": date(2026, 12, 31), "probability": Decimal(70), "objective": "spare"}
    assert kept[0] == ObjectiveOutcome(**said, reached=False, day=NEXT)
    assert due_objectives(book) == ()
    assert forecasts(book) == (Forecast(Decimal(70), reached=False),)


def test_nobody_is_wiser_afterwards(book: Workbook) -> None:
    """A probability that is lowered after the day does not count: 70 stays what was said."""
    wiser = DUE.model_copy(update={"probability": Decimal(5)})
    book.keeper(Objectives, account_id="c01").save(Draft(Objectives(objectives=(wiser,))))
    assert [each.probability for each in due_objectives(book)] == [Decimal(70)]


def test_an_objective_that_is_moved_is_due_again(book: Workbook) -> None:
    """Missed in December stays missed; in March it asks anew."""
    judge_objective(book, due_objectives(book)[0], reached=False)
    moved = DUE.model_copy(update={"due": date(2027, 3, 31)})
    book.keeper(Objectives, account_id="c01").save(Draft(Objectives(objectives=(moved,))))
    april = open_workbook(folder=book.folder, today=date(2027, 4, 8))
    assert [each.due for each in due_objectives(april)] == [date(2027, 3, 31)]


def _judge(book: Workbook, outcomes: list[tuple[int, bool]]) -> str:
    """The panel after these objectives were judged."""
    entries = tuple(ObjectiveOutcome(id=str(n), probability=p, reached=r) for n, (p, r) in enumerate(outcomes))
    book.keeper(ObjectiveOutcomes, account_id="c01").save(Draft(ObjectiveOutcomes(outcomes=entries)))
    return str(chapter.show_calibration(book).html)


def test_too_few_objectives_are_no_judgement(book: Workbook) -> None:
    """With seven the workbook says how many are needed, and tells no score."""
    told = _judge(book, [(80, False)] * 7)
    assert "7 objectives are judged. From 8 on" in told
    assert "Brier" not in told
    assert "overconfident" not in told


@pytest.mark.parametrize(
    ("outcomes", "score", "lean"),
    [
        # 4 x 0.04 and 4 x 0.64 over eight.
        ([(80, True), (80, False)] * 4, "0.34", "overconfident"),
        # 4 x 0.49 and 4 x 0.09 over eight.
        ([(30, True), (30, False)] * 4, "0.29", "underconfident"),
        # 4 x 0.04 and 4 x 0.04 over eight.
        ([(80, True), (20, False)] * 4, "0.04", "fit together"),
    ],
)
def test_the_lean_is_told_in_words(book: Workbook, outcomes: list[tuple[int, bool]], score: str, lean: str) -> None:
    """Eight objectives: the score, what it means, and to which side the rep leans."""
    told = _judge(book, outcomes)
    assert f"<strong>{score}</strong>" in told
    assert lean in told
    assert "who always says 50% gets 0.25" in told


def test_hours_against_what_was_planned(first: Workbook) -> None:
    """Six were planned a quarter ago, four are spent: two less; what was planned since then does not count."""
    planned = TimeBudget(actual_hours_top5=Decimal(2), target_hours_top5=Decimal(6), target_hours_rest=Decimal(5))
    first.keeper(TimeBudget).save(Draft(planned))
    later = first.begin("2027Q1", {"portfolio": first.accounts_document()})
    assert "The hours were counted in 2026Q4." in str(chapter.show_time_spent(later).html)
    counted = planned.model_copy(update={"actual_hours_top5": Decimal(4), "target_hours_top5": Decimal(9)})
    later.keeper(TimeBudget).save(Draft(counted))
    told = str(chapter.show_time_spent(later).html)
    assert "2 less than planned" in told
    assert "were counted in" not in told


def test_check_ins_are_asked_when_their_day_has_come(book: Workbook) -> None:
    """63 days after the commitment two of three ask; what is written here stands in chapter 7."""
    promised = Commitment(date=FIRST, intentions=(Intention(id="a", when="Monday comes", then="I call the five"),))
    book.keeper(Commitment).save(Draft(promised))
    asked = chapter.asked_check_ins(book)
    told = str(asked.html)
    assert "You promised: Monday comes → I call the five" in told
    assert ("After 30 days" in told, "After 60 days" in told, "After 90 days" in told) == (True, True, False)
    assert "The next check-in is on 8 Feb 2027." in told
    form = asked.piece.pieces[2].make()
    form.editor.type_in("kept", "Four of five")
    form.editor.flush()
    assert book.read(CheckIn, name="30").values.kept == "Four of five"


def test_without_a_commitment_chapter_7_is_named(book: Workbook) -> None:
    """No date, no check-in."""
    assert "It stands in chapter 7" in str(chapter.asked_check_ins(book).html)
