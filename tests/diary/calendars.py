"""Calendar files, small and by hand."""

from collections.abc import Iterable
from datetime import date
from zoneinfo import ZoneInfo

from workbook.diary.meetings import Diary, Span, weeks_before
from workbook.diary.reading import read_diary

BERLIN = ZoneInfo("Europe/Berlin")
# The twelve weeks before Wednesday 25 November 2026: Monday 31 August to Sunday 22 November.
SPAN = weeks_before(date(2026, 11, 25), BERLIN)


def event(title: str, start: str, end: str, *more: str, uid: str = "") -> str:
    """One entry; start and end as they stand behind DTSTART and DTEND, with parameters."""
    lines = (f"UID:{uid or title}", f"SUMMARY:{title}", f"DTSTART{start}", f"DTEND{end}", *more)
    return "\r\n".join(("BEGIN:VEVENT", "DTSTAMP:20260101T000000Z", *lines, "END:VEVENT"))


def calendar(*events: str) -> bytes:
    """A calendar of entries."""
    return "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//", *events, "END:VCALENDAR", "")).encode()


def read(*events: str, span: Span = SPAN) -> Diary:
    """What is found in a calendar of entries."""
    return read_diary(calendar(*events), "own.ics", span)


def starts(diary: Diary) -> list[str]:
    """When the meetings begin, in the rep's time zone."""
    return [f"{each.start:%m-%d %H:%M}" for each in diary.meetings]


def csv_of(lines: Iterable[str]) -> bytes:
    """A CSV file of lines."""
    return "\r\n".join(lines).encode("cp1252")
