"""A calendar that Outlook exported as CSV becomes meetings; dates are never guessed."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time

from workbook.diary import kinds
from workbook.diary.meetings import Diary, LeftOut, Meeting, Span, judge, within
from workbook.errors import InputError, Place, Problem
from workbook.portfolio.encoding import to_utf8
from workbook.portfolio.findings import Findings

# What the columns are called in the two languages, in small letters.
HEADERS: Mapping[str, frozenset[str]] = {
    "title": frozenset({"subject", "betreff", "title", "titel", "summary"}),
    "first_day": frozenset({"start date", "beginnt am", "startdatum", "beginn", "start"}),
    "first_time": frozenset({"start time", "beginnt um", "startzeit", "beginnzeit"}),
    "last_day": frozenset({"end date", "endet am", "enddatum", "ende", "end"}),
    "last_time": frozenset({"end time", "endet um", "endzeit"}),
    "all_day": frozenset({"all day event", "ganztägiges ereignis", "ganztägig"}),
    "place": frozenset({"location", "ort"}),
    "shown_as": frozenset({"show time as", "zeitspanne zeigen als", "anzeigen als"}),
}
NEEDED = ("title", "first_day", "last_day")
YES = frozenset({"true", "wahr", "ein", "on", "yes", "ja", "1"})
# Outlook writes numbers or words for "free" and "out of office".
FREE = frozenset({"3", "4", "free", "frei", "out of office", "abwesend"})
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?\s*([AaPp])?\.?[Mm]?\.?")
_MOST_LINES = 100_000

Row = Mapping[str, str]


def read_csv(content: bytes, span: Span, file: str) -> Diary:
    """Return the meetings of the span; raises `InputError` when columns are missing or dates are unclear."""
    rows = list(_rows(content, file))
    month_first = _month_first(rows, file)
    left_out: Counter[LeftOut] = Counter()
    meetings = []
    for row in rows:
        reason, meeting = _judged(row, span, month_first)
        if meeting is not None and not within(meeting, span):
            continue
        if reason is None and meeting is not None:
            meetings.append(meeting)
        elif reason is not None:
            left_out[reason] += 1
    return Diary(tuple(sorted(meetings, key=lambda meeting: meeting.start)), left_out)


def _rows(content: bytes, file: str) -> Iterator[Row]:
    text = to_utf8(content, Findings(file))[0].decode("utf-8")
    first = text.partition("\n")[0]
    delimiter = max(";,\t", key=first.count)
    try:
        lines = list(csv.reader(text.splitlines(keepends=True)[:_MOST_LINES], delimiter=delimiter))
    except csv.Error as error:
        raise InputError(Problem(kinds.NO_COLUMNS, Place(file=file))) from error
    columns = _columns(lines[0] if lines else [])
    if any(name not in columns for name in NEEDED):
        raise InputError(Problem(kinds.NO_COLUMNS, Place(file=file)))
    for line in lines[1:]:
        if any(line):
            yield {name: line[place].strip() if place < len(line) else "" for name, place in columns.items()}


def _columns(headers: Sequence[str]) -> dict[str, int]:
    plain = [header.strip().casefold() for header in headers]
    found = {
        name: next((place for place, each in enumerate(plain) if each in known), None)
        for name, known in HEADERS.items()
    }
    return {name: place for name, place in found.items() if place is not None}


def _month_first(rows: Sequence[Row], file: str) -> bool:
    """Return whether 3/4/2026 is the fourth of March: the other dates of the file must say so."""
    slashed = [match for row in rows for name in ("first_day", "last_day") if (match := _SLASHED.search(row[name]))]
    if not slashed:
        return False
    day_first = any(int(match[1]) > 12 for match in slashed)
    month_first = any(int(match[2]) > 12 for match in slashed)
    if day_first == month_first:
        raise InputError(Problem(kinds.DATES_UNCLEAR, Place(file=file), details={"value": slashed[0][0]}))
    return month_first


def _judged(row: Row, span: Span, month_first: bool) -> tuple[LeftOut | None, Meeting | None]:
    try:
        first, last = (_day(row[name], month_first) for name in ("first_day", "last_day"))
        begins, ends = _time(row, "first_time", "first_day"), _time(row, "last_time", "last_day")
    except ValueError:
        return LeftOut.UNREADABLE, None
    if begins is None or ends is None or row.get("all_day", "").casefold() in YES:
        return LeftOut.ALL_DAY, None
    start, end = (datetime.combine(*each, span.zone) for each in ((first, begins), (last, ends)))
    meeting = Meeting(start, end, row["title"], row.get("place", ""))
    if row.get("shown_as", "").casefold() in FREE:
        return LeftOut.FREE, meeting
    return judge(meeting, span), meeting


def _day(text: str, month_first: bool) -> date:
    if found := _ISO.search(text):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _DOTTED.search(text):
        return date(int(found[3]), int(found[2]), int(found[1]))
    if found := _SLASHED.search(text):
        one, two = int(found[1]), int(found[2])
        return date(int(found[3]), one if month_first else two, two if month_first else one)
    raise ValueError(text)


def _time(row: Row, name: str, beside: str) -> time | None:
    """Return the time of day from its own column, or from behind the date; None where there is none."""
    found = _TIME.search(row.get(name, "")) or _TIME.search(row[beside])
    if found is None:
        return None
    hour, half = int(found[1]), (found[3] or "").lower()
    if half and not 1 <= hour <= 12:
        raise ValueError(row)
    return time(hour % 12 + 12 * (half == "p") if half else hour, int(found[2]))
