"""Quarters begin where the participant's fiscal year and clock say so, and an earlier one can only be read."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import ipywidgets as widgets
import pytest

from tests.review.exports import changed, make_book, rows, write
from workbook.book import Workbook, location, open_workbook
from workbook.book.overdue import Decided, decide_action, overdue_actions
from workbook.chapters import quarterly_review as chapter
from workbook.cli import run
from workbook.errors import StoreError
from workbook.fiscal import FiscalCalendar
from workbook.plan.action import Action
from workbook.plan.action_decisions import Verdict
from workbook.plan.draft import Draft
from workbook.plan.review import Review
from workbook.plan.year_plan import YearPlan

FIRST, NEXT = date(2026, 11, 10), date(2027, 1, 12)
PLAN = YearPlan(goal="Both lines from us", actions=(Action(id="a", what="Visit", due=date(2026, 11, 1)),))


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        (date(2026, 6, 30), "2026Q4"),
        (date(2026, 7, 1), "2027Q1"),
        (date(2026, 9, 30), "2027Q1"),
        (date(2026, 10, 1), "2027Q2"),
        (date(2026, 12, 31), "2027Q2"),
        (date(2027, 1, 1), "2027Q3"),
        (date(2027, 3, 31), "2027Q3"),
        (date(2027, 4, 1), "2027Q4"),
    ],
)
def test_a_fiscal_year_from_july(day: date, quarter: str) -> None:
    """Its quarters begin in July, October, January and April, and it is named after the year it ends in."""
    assert FiscalCalendar(7).quarter_of(day) == quarter


@pytest.mark.parametrize(
    ("instant", "zone", "start_month", "quarter"),
    [
        # Half past eleven in the evening of 31 March in Berlin, where summer time has begun.
        ("2027-03-31T21:30", "Europe/Berlin", 1, "2027Q1"),
        # An hour later it is April in Berlin, and still March for UTC and in New York.
        ("2027-03-31T22:30", "Europe/Berlin", 1, "2027Q2"),
        ("2027-03-31T22:30", "UTC", 1, "2027Q1"),
        ("2027-04-01T03:30", "America/New_York", 1, "2027Q1"),
        # The last minute of a fiscal year from July, and the first one of the next.
        ("2027-06-30T21:59", "Europe/Berlin", 7, "2027Q4"),
        ("2027-06-30T22:00", "Europe/Berlin", 7, "2028Q1"),
        ("2026-12-31T23:30", "Europe/Berlin", 7, "2027Q3"),
    ],
)
def test_the_quarter_begins_where_the_participant_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, instant: str, zone: str, start_month: int, quarter: str
) -> None:
    """`workbook review` opens the quarter of the participant's own day, whatever the machine's zone is."""

    class Frozen(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.fromisoformat(instant).replace(tzinfo=UTC).astimezone(tz)

    book = make_book(tmp_path / "anna", rows(), FIRST, time_zone=zone, fiscal_year_start=start_month)
    export = write(tmp_path / "new.csv", changed(rows(), "c01", revenue_2025="99100"))
    monkeypatch.setattr(location, "datetime", Frozen)
    assert run(["review", str(book.folder), "--accounts", str(export), "--yes"]) == 0
    assert open_workbook(folder=book.folder).quarter == quarter


def test_a_given_day_is_the_day_of_every_save(tmp_path: Path) -> None:
    """What is written on an invented day carries that day, in the participant's zone."""
    make_book(tmp_path / "anna", rows(), FIRST)
    book = open_workbook(folder=tmp_path / "anna", today=date(2031, 3, 31))
    saved = book.keeper(YearPlan, account_id="c07").save(Draft(PLAN))
    assert saved.at.date() == date(2031, 3, 31)
    assert book.text_on(YearPlan, date(2031, 3, 30), account_id="c07")[1].empty


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workbook:
    """The second quarter of a workbook; in the first one a plan and a review were written."""
    make_book(tmp_path / "anna", rows(), FIRST)
    first = open_workbook(folder=tmp_path / "anna", today=FIRST)
    first.keeper(YearPlan, account_id="c07").save(Draft(PLAN))
    first.keeper(Review).save(Draft(Review(lessons="Ask earlier who signs", next_focus="The prospect")))
    export = write(tmp_path / "new.csv", changed(rows(), "c01", revenue_2025="99100"))
    monkeypatch.setenv("WORKBOOK_TODAY", NEXT.isoformat())
    assert run(["review", str(first.folder), "--accounts", str(export), "--yes"]) == 0
    return open_workbook(folder=first.folder, today=NEXT)


def test_nothing_can_be_written_into_an_earlier_quarter(book: Workbook) -> None:
    """Not a section, not a decision, not a document of the program, not an import; the store is as it was."""
    earlier, before = book.at("2026Q4"), (book.folder / "plan.db").read_bytes()
    assert (earlier.read_only, book.read_only) == (True, False)
    tries = (
        lambda: earlier.keeper(YearPlan, account_id="c07").save(Draft(YearPlan(goal="Another one"))),
        lambda: earlier.decide(earlier.decisions),
        lambda: earlier.remember("layers/confirmed", {"schema": 1}),
        lambda: earlier.write_new({"review": Draft(Review(lessons="Changed"))}),
        lambda: earlier.replace_accounts({**earlier.accounts_document()["portfolio"], "ids": []}, {}),
        lambda: decide_action(earlier, overdue_actions(earlier)[0], Decided(Verdict.DONE)),
    )
    for attempt in tries:
        with pytest.raises(StoreError, match="2027Q1"):
            attempt()
    assert (book.folder / "plan.db").read_bytes() == before


def _inside(widget: widgets.Widget) -> Iterator[widgets.Widget]:
    yield widget
    for child in getattr(widget, "children", ()):
        yield from _inside(child)


def test_an_earlier_quarter_has_no_field(book: Workbook) -> None:
    """Choosing it shows layers, review and plans; opened up, there is nothing to type into."""
    picker = chapter.earlier_quarters(book).piece
    assert [pick.code for pick in picker.picks] == ["2026Q4"]
    folds = [each for each in _inside(picker.view) if isinstance(each, widgets.Button)]
    for fold in folds:
        fold.click()
    shown = list(_inside(picker.inside))
    words = " ".join(each.value for each in shown if isinstance(each, widgets.HTML))
    assert all(text in words for text in ("can be read", "Ask earlier who signs", "Both lines from us", "Ahorn AG"))
    assert {type(each) for each in shown} <= {widgets.VBox, widgets.HBox, widgets.HTML, widgets.Button}


def test_an_earlier_quarter_stands_on_paper(book: Workbook) -> None:
    """Its five, how many the layers held, and its review; not its plans once more."""
    told = str(chapter.earlier_quarters(book).html)
    assert "Your five in 2026Q4" in told
    assert "Top 5: 5 · Next 15: 15 · Rest: 12" in told
    assert "Ask earlier who signs" in told
    assert "Both lines from us" not in told


def test_a_first_quarter_has_none_before_it(tmp_path: Path) -> None:
    """It says so."""
    book = make_book(tmp_path / "ben", rows(), FIRST)
    assert "This is your first quarter" in str(chapter.earlier_quarters(book).html)
