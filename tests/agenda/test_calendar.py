"""The calendar is valid, is read by others as it is meant, and an export after the first one doubles nothing."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject

from tests.agenda.conftest import HOSTILE, LATER, NEXT, NOW, REST, TOP, plan, save
from tests.agenda.strict_ics import events, faults
from workbook.book import Workbook, accounts, erase_person, open_workbook
from workbook.book.calendar_export import export_calendar
from workbook.book.calendar_file import calendar_bytes
from workbook.book.calendar_memory import Event, told_now
from workbook.i18n import speaking
from workbook.plan.action import Action
from workbook.plan.draft import Draft
from workbook.plan.fixed_dates import FixedDate, FixedDateKind, FixedDates
from workbook.plan.year_plan import YearPlan
from workbook.terms import Initiator, Status

BERLIN = ZoneInfo("Europe/Berlin")
FIRST = Action(id="a1", what="Walk through the lines", due=date(2026, 2, 12))
SECOND = Action(id="a2", what="Workshop", due=date(2026, 5, 20))


def exported(book: Workbook, now: datetime = NOW) -> dict[str, dict[str, str]]:
    """The events of an export, by title."""
    data = export_calendar(book, now=now).calendar
    assert faults(data) == []
    return {event["SUMMARY"]: event for event in events(data).values()}


def _one(title: str, day: date, clock: time | None = None) -> bytes:
    event = Event("a@focus-workbook", title, day, clock, (title,), "Top 5", True)
    return calendar_bytes([event], told_now([event], {}, NOW), BERLIN, NOW)


def test_every_date_of_the_plans_is_there(full_book: Workbook) -> None:
    """Objective, milestone, appointment, actions, intention and check-ins, each with its own name."""
    found = exported(full_book)
    assert {event["DTSTART"][:8] for event in found.values()} == {
        "20270129", "20260630", "20260329", "20260212", "20260520", "20260123", "20260214", "20260317", "20260415",
    }  # fmt: skip
    assert len({event["UID"] for event in found.values()}) == 9
    assert "Dunkelau Molkerei: Walk through the lines" in found


def test_icalendar_reads_what_was_meant(full_book: Workbook) -> None:
    """Another reader sees a whole day as days, the end being the day after, and a time with its zone."""
    calendar = icalendar.Calendar.from_ical(export_calendar(full_book, now=NOW).calendar)
    read = {str(each["summary"]): each for each in calendar.walk("VEVENT")}
    walk = read["Dunkelau Molkerei: Walk through the lines"]
    assert (walk.decoded("dtstart"), walk.decoded("dtend")) == (date(2026, 2, 12), date(2026, 2, 13))
    check_in = read["Check-in after 60 days: what did I keep, what do I change?"].decoded("dtstart")
    assert check_in == datetime(2026, 3, 17, 14, 0, tzinfo=BERLIN)


def test_a_third_reader_agrees(full_book: Workbook) -> None:
    """Vobject finds the file valid and reads the same days, and the moment from the zone that stands in the file."""
    calendar = vobject.readOne(export_calendar(full_book, now=NOW).calendar.decode())
    assert calendar.validate(raiseException=True)
    begins = {each.summary.value: each.dtstart.value for each in calendar.vevent_list}
    assert begins["Dunkelau Molkerei: Walk through the lines"] == date(2026, 2, 12)
    # Half past two does not exist on 29 March: half past three in summer, half past one in UTC.
    assert begins["Aldersee Papier: Appointment: Savings"] == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def test_empty_workbook_has_an_empty_calendar(book: Workbook) -> None:
    """Nothing planned: a valid file without events, and nothing is remembered."""
    assert exported(book) == {}
    assert book.remembered("calendar_export") is None


def test_second_export_says_the_same(full_book: Workbook) -> None:
    """Unchanged dates keep UID, SEQUENCE and LAST-MODIFIED; only DTSTAMP is the moment of the export."""
    before, after = exported(full_book), exported(full_book, LATER)
    assert {event["DTSTAMP"] for event in after.values()} == {"20260120T180000Z"}
    without = [{title: {**each, "DTSTAMP": ""} for title, each in found.items()} for found in (before, after)]
    assert without[0] == without[1]


def test_changed_action_is_updated_and_not_doubled(book: Workbook) -> None:
    """Another day and other words: the same UID, the next SEQUENCE, a new LAST-MODIFIED."""
    save(book, plan(FIRST, SECOND), account_id=NEXT)
    before = exported(book)["Dunkelau Molkerei: Walk through the lines"]
    moved = FIRST.model_copy(update={"what": "Walk through all lines", "due": date(2026, 2, 19)})
    save(book, plan(SECOND, moved), account_id=NEXT)
    found = exported(book, LATER)
    after = found["Dunkelau Molkerei: Walk through all lines"]
    assert (after["UID"], before["SEQUENCE"], after["SEQUENCE"]) == (before["UID"], "0", "1")
    assert (after["CREATED"], after["LAST-MODIFIED"]) == ("20260115T093000Z", "20260120T180000Z")
    assert found["Dunkelau Molkerei: Workshop"]["SEQUENCE"] == "0"


@pytest.mark.parametrize("left", [plan(SECOND), plan(SECOND, FIRST.model_copy(update={"status": Status.DROPPED}))])
def test_deleted_action_is_cancelled(book: Workbook, left: YearPlan) -> None:
    """Removed or dropped: STATUS CANCELLED with the next SEQUENCE, and alone in a file of METHOD CANCEL."""
    save(book, plan(FIRST, SECOND), account_id=NEXT)
    exported(book)
    save(book, left, account_id=NEXT)
    gone = exported(book, LATER)["Cancelled: Dunkelau Molkerei: Walk through the lines"]
    assert (gone["STATUS"], gone["SEQUENCE"], gone["DTSTART"]) == ("CANCELLED", "1", "20260212")
    alone = export_calendar(book, now=LATER).cancelled
    assert alone is not None
    assert faults(alone) == []
    assert b"METHOD:CANCEL\r\n" in alone
    assert list(events(alone)) == [gone["UID"]]


def test_cancelled_action_can_come_back(book: Workbook) -> None:
    """Undo after a deletion: the same UID lives again, counted on."""
    save(book, plan(FIRST), account_id=NEXT)
    uid = exported(book)["Dunkelau Molkerei: Walk through the lines"]["UID"]
    save(book, plan(), account_id=NEXT)
    exported(book, LATER)
    save(book, plan(FIRST), account_id=NEXT)
    again = exported(book, LATER)["Dunkelau Molkerei: Walk through the lines"]
    assert (again["UID"], again["SEQUENCE"], again["STATUS"]) == (uid, "2", "CONFIRMED")


def test_past_day_is_not_cancelled(book: Workbook) -> None:
    """What lies in the past stays in the calendar as it was."""
    save(book, plan(FIRST), account_id=NEXT)
    exported(book)
    save(book, plan(), account_id=NEXT)
    assert exported(book, NOW + timedelta(days=60)) == {}


def test_memory_is_in_the_store(full_book: Workbook) -> None:
    """Opened anew, and after a new quarter, the workbook still knows what it exported."""
    before = exported(full_book)
    again = open_workbook(folder=full_book.folder, today=full_book.today)
    assert {each["SEQUENCE"] for each in exported(again, LATER).values()} == {"0"}
    assert set(exported(again, LATER)) == set(before)


def test_actions_of_the_rest_are_left_out(book: Workbook) -> None:
    """An account that fell to the rest has no proactive actions any more (Rule R8)."""
    save(book, plan(FIRST), account_id=REST)
    assert exported(book) == {}


def test_fixed_dates_of_the_rest_are_there(book: Workbook) -> None:
    """The only dates of the rest: account and kind in words, under the heading of their list."""
    date_of = FixedDate(id="f", account="Tannroth Holz", kind=FixedDateKind.PRICE_ROUND, due=date(2026, 3, 2))
    save(book, FixedDates(dates=(date_of,)))
    found = exported(book)["Tannroth Holz: Price round"]
    assert (found["DTSTART"], found["CATEGORIES"]) == ("20260302", "Fixed dates in the rest")


def test_old_document_without_ids_keeps_its_uids(book: Workbook) -> None:
    """Saved before entries had ids: two readings agree, and so do the exports before and after the next save."""
    old = {"schema": 1, "values": {"actions": [{"what": "A", "due": "2026-02-01"}, {"what": "B", "due": "2026-03-01"}]}}
    draft = Draft.from_document(YearPlan, old)
    assert draft == Draft.from_document(YearPlan, old)
    book.remember("year_plan/D-04", old)
    before = {title: event["UID"] for title, event in exported(book).items()}
    keeper = book.keeper(YearPlan, account_id=NEXT)
    keeper.save(keeper.draft.move_up("actions.1"))
    assert {title: event["UID"] for title, event in exported(book, LATER).items()} == before


def test_hostile_text_stays_text(book: Workbook) -> None:
    """No line of its own, no formula that matters, no attendee; the reader gets the text on one line."""
    save(book, plan(Action(id="a", what=HOSTILE, due=date(2026, 2, 12), owner=HOSTILE)), account_id=NEXT)
    data = export_calendar(book, now=NOW).calendar
    assert faults(data) == []
    (event,) = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert "attendee" not in event
    assert str(event["summary"]) == "Dunkelau Molkerei: " + " ".join(HOSTILE.split())


@pytest.mark.parametrize("title", ["ü" * 90, "李雷" * 40, "x" * 5000, "a,b;c\\d", "\x00\x07\x1b", "😀" * 30, ""])
def test_any_title_is_folded_between_letters(title: str) -> None:
    """75 octets at most, never in the middle of a letter."""
    assert faults(_one(title, date(2026, 2, 12))) == []


@pytest.mark.parametrize("day", [date(1900, 1, 1), date(2024, 2, 29), date(2026, 12, 31), date(2199, 12, 31)])
def test_whole_day_ends_the_day_after(day: date) -> None:
    """Leap day, year end, and the first and last day that can be typed."""
    (event,) = icalendar.Calendar.from_ical(_one("x", day)).walk("VEVENT")
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "clock", "begins"),
    [
        # The clock jumps from 2 to 3 in the night to 29 March: 2:30 is an hour later.
        (date(2026, 3, 29), time(2, 30), "20260329T033000"),
        # It goes back from 3 to 2 on 25 October: the first 2:30 is meant, in summer time.
        (date(2026, 10, 25), time(2, 30), "20261025T023000"),
        (date(2026, 7, 1), time(9, 0), "20260701T090000"),
    ],
)
def test_times_around_the_change_of_the_clock(day: date, clock: time, begins: str) -> None:
    """Such a time has one meaning, lasts half an hour, and its zone stands in the file."""
    data = _one("x", day, clock)
    assert faults(data) == []
    assert f"DTSTART;TZID=Europe/Berlin:{begins}\r\nDURATION:PT30M\r\n".encode() in data
    assert b"BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n" in data


def test_zone_says_when_the_clock_changes() -> None:
    """In Berlin 2026: 29 March at 2 o'clock winter time, 25 October at 3 o'clock summer time."""
    data = _one("x", date(2026, 7, 1), time(9, 0)).decode()
    summer = "BEGIN:DAYLIGHT\r\nDTSTART:20260329T020000\r\nTZNAME:CEST\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n"
    winter = "BEGIN:STANDARD\r\nDTSTART:20261025T030000\r\nTZNAME:CET\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n"
    assert summer in data
    assert winter in data


def test_whole_days_need_no_zone() -> None:
    """A day is a day wherever the rep travels."""
    assert b"VTIMEZONE" not in _one("x", date(2026, 7, 1))


def test_calendar_speaks_the_language_of_the_workbook(make_book) -> None:
    """A German workbook has German entries, whoever exports it."""
    book = make_book(language="de")
    save(
        book, plan(Action(id="a", what="Werksrundgang", due=date(2026, 2, 12), initiator=Initiator.US)), account_id=NEXT
    )
    with speaking("en"):
        data = export_calendar(book, now=NOW).calendar
    assert b"//DE\r\n" in data
    assert "Kunde: Dunkelau Molkerei" in data.decode().replace("\r\n ", "")


def test_names_of_dates_tell_nothing(full_book: Workbook) -> None:
    """Neither account nor rep can be read from a UID."""
    uids = " ".join(event["UID"] for event in exported(full_book).values())
    assert not any(word in uids for word in (TOP, NEXT, "anna", "year_plan"))


def test_erased_person_leaves_the_memory_too(book: Workbook) -> None:
    """What the calendar was told names nobody afterwards; the next export changes the entry under its old name."""
    save(book, plan(Action(id="a", what="Call Ms Langenfeld", due=date(2026, 2, 12))), account_id=NEXT)
    uid = exported(book)["Dunkelau Molkerei: Call Ms Langenfeld"]["UID"]
    erase_person(book.folder, "Langenfeld")
    again = open_workbook(folder=book.folder, today=book.today)
    assert "Langenfeld" not in str(again.remembered("calendar_export"))
    (event,) = exported(again, LATER).values()
    assert (event["UID"], event["SEQUENCE"]) == (uid, "1")


def test_next_quarter_goes_on_from_what_was_told(full_book: Workbook) -> None:
    """A new quarter with new accounts: unchanged dates keep their SEQUENCE."""
    exported(full_book)
    before = full_book.accounts_document()["portfolio"]
    renamed = ["Renamed", *before["accounts"]["industry"][1:]]
    changed = {**before, "accounts": {**before["accounts"], "industry": renamed}}
    later = full_book.begin("2026Q2", {accounts.KEY: accounts.to_document(changed, {})})
    assert later.quarter == "2026Q2"
    assert {event["SEQUENCE"] for event in exported(later, LATER).values()} == {"0"}
