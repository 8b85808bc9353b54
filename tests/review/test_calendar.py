"""Calendar and list over two quarters: an action moves, falls away or is carried on, and never stands there twice."""

import io
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import icalendar
import openpyxl
import pytest

from tests.review.exports import changed, make_book, renumbered, rows, write
from tests.review.talk import FIRST, NEXT, save
from workbook.book import Workbook, open_workbook
from workbook.book.action_list import action_list
from workbook.book.calendar_export import export_calendar
from workbook.book.confirming import confirm_waiting, waiting_moves
from workbook.book.quarters import continue_account
from workbook.cli import run
from workbook.plan.action import Action
from workbook.plan.year_plan import YearPlan
from workbook.terms import Status

THEN, NOW = datetime(2026, 11, 25, 9, tzinfo=UTC), datetime(2027, 1, 12, 9, tzinfo=UTC)
VISIT = Action(id="visit", what="Visit the plant", due=date(2027, 2, 10))
OFFER = Action(id="offer", what="Offer for line 2", due=date(2027, 3, 3))
FAIR = Action(id="fair", what="Meet at the fair", due=date(2027, 4, 20))
AUDIT = Action(id="audit", what="Audit together", due=date(2027, 5, 5))


@pytest.fixture
def book(tmp_path: Path) -> Workbook:
    """The seminar's quarter: four actions for one of the 15, told to calendar and list."""
    book = make_book(tmp_path / "anna", rows(), FIRST)
    save(book, YearPlan(actions=(VISIT, OFFER, FAIR, AUDIT)), account_id="c10")
    return book


def _events(book: Workbook, now: datetime) -> dict[str, Any]:
    """The events of the calendar by their names."""
    calendar = icalendar.Calendar.from_ical(export_calendar(book, now=now).calendar)
    return {str(event["uid"]): event for event in calendar.walk("VEVENT")}


def _told(events: dict[str, Any]) -> dict[str, tuple[str, str, int]]:
    """By name: the day, the status and the sequence."""
    return {
        uid: (str(each.decoded("dtstart")), str(each["status"]), int(each["sequence"])) for uid, each in events.items()
    }


def _listed(book: Workbook) -> list[tuple[str, str]]:
    """Account and action of every row of the spreadsheet."""
    sheet = openpyxl.load_workbook(io.BytesIO(action_list(book))).active
    return [(row[2], row[4]) for row in sheet.iter_rows(min_row=2, values_only=True)]


def _review(book: Workbook, content: dict[str, list[str]], monkeypatch: pytest.MonkeyPatch) -> Workbook:
    export = write(book.folder.with_name("new.csv"), content)
    monkeypatch.setenv("WORKBOOK_TODAY", NEXT.isoformat())
    assert run(["review", str(book.folder), "--accounts", str(export), "--yes"]) == 0
    return open_workbook(folder=book.folder, today=NEXT)


def test_a_review_updates_and_cancels(book: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """Moved: the same name with the next number; dropped and deleted: cancelled; unchanged: as it was."""
    before = {str(each["summary"]): uid for uid, each in _events(book, THEN).items()}
    after = _review(book, changed(rows(), "c01", revenue_2025="120000"), monkeypatch)
    moved = VISIT.model_copy(update={"due": date(2027, 2, 24)})
    dropped = OFFER.model_copy(update={"status": Status.DROPPED})
    save(after, YearPlan(actions=(moved, dropped, AUDIT)), account_id="c10")
    assert _told(_events(after, NOW)) == {
        before["Holunder AG: Visit the plant"]: ("2027-02-24", "CONFIRMED", 1),
        before["Holunder AG: Offer for line 2"]: ("2027-03-03", "CANCELLED", 1),
        before["Holunder AG: Meet at the fair"]: ("2027-04-20", "CANCELLED", 1),
        before["Holunder AG: Audit together"]: ("2027-05-05", "CONFIRMED", 0),
    }
    assert _listed(after) == [("Holunder AG", "Visit the plant"), ("Holunder AG", "Audit together")]


def test_a_promoted_action_is_the_same_date(book: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """The account enters the five: its actions go on in the account plan, each once, under the names they had."""
    before = set(_events(book, THEN))
    after = _review(book, changed(rows(), "c10", revenue_2025="500000"), monkeypatch)
    confirm_waiting(after, {move.account for move in waiting_moves(after)}, "Agreed with my manager")
    events = _events(after, NOW)
    assert set(events) == before
    assert {(str(each["status"]), int(each["sequence"])) for each in events.values()} == {("CONFIRMED", 1)}
    assert len(_listed(after)) == 4


def test_another_number_keeps_the_dates(book: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """An account that goes on under another number brings its dates along: nothing is cancelled, nothing doubled."""
    before = _told(_events(book, THEN))
    after = _review(book, renumbered(rows(), {"c10": "x10"}), monkeypatch)
    continue_account(after, "c10", "x10")
    assert _told(_events(open_workbook(folder=book.folder, today=NEXT), NOW)) == before
