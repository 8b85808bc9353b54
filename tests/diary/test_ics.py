"""A calendar file: recurring meetings, time zones, the nights in which clocks change, broken and hostile files."""

import time
from datetime import date

import pytest

from tests.diary.calendars import BERLIN, SPAN, calendar, event, read, starts
from workbook.diary import ics
from workbook.diary.meetings import LeftOut, weeks_before
from workbook.diary.reading import read_diary
from workbook.errors import InputError

LOCAL = ";TZID=Europe/Berlin"


def test_span_is_twelve_whole_weeks() -> None:
    """Monday to Sunday, without the week of today."""
    assert (SPAN.first, SPAN.last) == (date(2026, 8, 31), date(2026, 11, 22))


def test_meeting_in_each_style_of_time() -> None:
    """Local, UTC, another zone, none at all: all are shown in the rep's time zone."""
    found = read(
        event("a", f"{LOCAL}:20261102T090000", f"{LOCAL}:20261102T100000"),
        event("b", ":20261103T080000Z", ":20261103T090000Z"),
        event("c", ";TZID=America/New_York:20261104T030000", ";TZID=America/New_York:20261104T040000"),
        event("d", ":20261105T090000", ":20261105T100000"),
        event("e", ";TZID=W. Europe Standard Time:20261106T090000", ";TZID=W. Europe Standard Time:20261106T100000"),
    )
    assert starts(found) == ["11-02 09:00", "11-03 09:00", "11-04 09:00", "11-05 09:00", "11-06 09:00"]


def test_weekly_meeting_keeps_its_hour_over_the_clock_change() -> None:
    """Clocks change on 25 October: nine o'clock stays nine o'clock; one date is cancelled, one was moved."""
    weekly = event(
        "w", f"{LOCAL}:20261012T090000", f"{LOCAL}:20261012T100000",
        "RRULE:FREQ=WEEKLY;COUNT=4", f"EXDATE{LOCAL}:20261019T090000",
    )  # fmt: skip
    moved = event("w", f"{LOCAL}:20261103T150000", f"{LOCAL}:20261103T160000", f"RECURRENCE-ID{LOCAL}:20261102T090000")
    assert starts(read(weekly, moved)) == ["10-12 09:00", "10-26 09:00", "11-03 15:00"]


def test_night_of_the_clock_change_has_an_hour_more() -> None:
    """From one to four o'clock on 25 October are four hours; in March they are two."""
    autumn = read(event("n", f"{LOCAL}:20261025T010000", f"{LOCAL}:20261025T040000"))
    spring = read(
        event("n", f"{LOCAL}:20260329T010000", f"{LOCAL}:20260329T040000"), span=weeks_before(date(2026, 4, 15), BERLIN)
    )
    assert [autumn.meetings[0].hours, spring.meetings[0].hours] == [4, 2]


def test_series_that_ended_and_entries_elsewhere_in_time_do_not_count() -> None:
    """The span alone is looked at; a series from last year that still runs counts."""
    old = event(
        "old", f"{LOCAL}:20260105T090000", f"{LOCAL}:20260105T100000", "RRULE:FREQ=WEEKLY;UNTIL=20260801T000000Z"
    )
    runs = event("runs", f"{LOCAL}:20250106T090000", f"{LOCAL}:20250106T100000", "RRULE:FREQ=WEEKLY;INTERVAL=6")
    later = event("later", f"{LOCAL}:20261124T090000", f"{LOCAL}:20261124T100000")
    # 28 September is 630 days after the first one: 15 times six weeks.
    assert starts(read(old, runs, later)) == ["09-28 09:00", "11-09 09:00"]


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        (event("x", ";VALUE=DATE:20261102", ";VALUE=DATE:20261103"), LeftOut.ALL_DAY),
        (event("x", ":20261102T090000Z", ":20261102T100000Z", "STATUS:CANCELLED"), LeftOut.CANCELLED),
        (event("x", ":20261102T090000Z", ":20261102T100000Z", "TRANSP:TRANSPARENT"), LeftOut.FREE),
        (event("x", ":20261102T090000Z", ":20261104T100000Z"), LeftOut.TOO_LONG),
        (event("x", ":20261102T090000Z", ":20261102T090000Z"), LeftOut.NO_LENGTH),
        (event("x", ":20261102T090000Z", ":20261102T090500Z", "RRULE:FREQ=SECONDLY"), LeftOut.TOO_OFTEN),
        (event("x", ":20261102T090000Z", ":20261102T090500Z", "RRULE:FREQ=DAILY;INTERVAL=0"), LeftOut.TOO_OFTEN),
        (event("x", ":20261102T090000Z", ":20261102T090500Z", "RRULE:FREQ=DAILY;BYSECOND=1,2"), LeftOut.TOO_OFTEN),
        (event("x", ":00010101T090000Z", ":00010101T100000Z", "RRULE:FREQ=DAILY"), LeftOut.TOO_OFTEN),
        (event("x", ":20261102T100000Z", ":20261102T090000Z"), LeftOut.UNREADABLE),
        (event("x", ":20261102T100000Z", "").replace("DTEND", "DURATION:-PT1H"), LeftOut.UNREADABLE),
        (event("x", ";VALUE=DATE:20261102", ":20261102T090000Z"), LeftOut.UNREADABLE),
        (event("x", ":20261102T250000Z", ":20261102T260000Z"), LeftOut.UNREADABLE),
        (event("x", ":20261102T090000Z", ":20261102T100000Z", "RRULE:FREQ=NEVERLY"), LeftOut.UNREADABLE),
        ("BEGIN:VEVENT\r\nUID:cut\r\nDTSTART:20261102T09", LeftOut.UNREADABLE),
    ],
)
def test_what_does_not_count_is_counted(entry: str, reason: LeftOut) -> None:
    """One good meeting stays, the other entry is left out with its reason."""
    found = read(event("good", ":20261103T090000Z", ":20261103T100000Z"), entry)
    assert [each.title for each in found.meetings] == ["good"]
    assert dict(found.left_out) == {reason: 1}


def test_titles_are_plain_text() -> None:
    """Line breaks and folded lines become one line; what looks like code stays words."""
    found = read(event("Nord\\nholz <b>\r\n  & Co", ":20261103T090000Z", ":20261103T100000Z"))
    assert found.meetings[0].title == "Nord holz <b> & Co"


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4", b"\x00\xff" * 100, "Grüße".encode()])
def test_file_that_is_no_calendar_is_refused_in_words(content: bytes) -> None:
    """One sentence says what to export."""
    with pytest.raises(InputError, match="no calendar file"):
        read_diary(content, "x.ics", SPAN)


def test_far_too_many_entries_are_refused() -> None:
    """Ten thousand in twelve weeks are no calendar of one person."""
    entry = event("x", ":20261102T090000Z", ":20261102T100000Z").replace("UID:x\r\n", "")
    with pytest.raises(InputError, match="more than 10,000 entries"):
        read_diary(calendar(*[entry] * 10_001), "x.ics", SPAN)


def test_days_that_never_come_cost_no_afternoon(monkeypatch: pytest.MonkeyPatch) -> None:
    """The 30th of February is looked for until the year 9999; after a while the rep reads what to do instead."""
    monkeypatch.setattr(ics, "PATIENCE", 0.05)
    never = event("x", ":20261102T090000Z", ":20261102T100000Z", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", uid="y")
    with pytest.raises(InputError, match="cannot be found in a minute"):
        read(never, never.replace("UID:y", "UID:z"))


@pytest.mark.slow
def test_fifty_thousand_entries_are_read() -> None:
    """A whole working life in one file: only the span is parsed, in seconds; the file of one day counts 25 meetings."""
    days = [f"{year}{month:02}{day:02}" for year in range(2006, 2027) for month in range(1, 13) for day in range(1, 9)]
    entries = [
        event("x", f":{day}T{hour:02}0000Z", f":{day}T{hour:02}3000Z", uid=f"{day}{hour}{more}")
        for day in days for hour in range(24) for more in "a"
    ]  # fmt: skip
    assert len(entries) > 48_000
    begun = time.monotonic()
    # September to November, 8 days each of 24 meetings; UTC shifts none across the edge of the span.
    assert len(read(*entries).meetings) == 3 * 8 * 24
    assert time.monotonic() - begun < 60
