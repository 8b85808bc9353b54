"""An iCalendar file (RFC 5545) becomes meetings: recurring ones one by one, at their local time.

The file comes from outside, so nothing in it may cost more than a moment: entries far from the span are dropped before
they are parsed, series that recur by the hour or faster are left out, and an entry that cannot be read is counted and
harms no other.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import chain
from time import monotonic

import icalendar
import recurring_ical_events

from workbook.diary import kinds
from workbook.diary.meetings import Diary, LeftOut, Meeting, Span, judge, within
from workbook.errors import InputError, Place, Problem
from workbook.i18n import number

MOST_ENTRIES = 10_000
MOST_BYTES = 60_000_000
PATIENCE = 60.0  # seconds
_FOLD = re.compile(r"\r?\n[ \t]")
_EVENT = re.compile(r"^BEGIN:VEVENT[ \t]*$(.*?)^END:VEVENT[ \t]*$", re.MULTILINE | re.DOTALL | re.IGNORECASE)
_BEGIN = re.compile(r"^BEGIN:VEVENT[ \t]*$", re.MULTILINE | re.IGNORECASE)
_ZONES = re.compile(r"^BEGIN:VTIMEZONE[ \t]*$.*?^END:VTIMEZONE[ \t]*$", re.MULTILINE | re.DOTALL | re.IGNORECASE)
_START = re.compile(r"^DTSTART(?:;[^:\n]*)?:(\d{8})", re.MULTILINE | re.IGNORECASE)
_UID = re.compile(r"^UID(?:;[^:\n]*)?:(.*)$", re.MULTILINE | re.IGNORECASE)
_RULE = re.compile(r"^RRULE(?:;[^:\n]*)?:(.*)$", re.MULTILINE | re.IGNORECASE)
_REPEATS = re.compile(r"^(?:RRULE|RDATE)[;:]", re.MULTILINE | re.IGNORECASE)
_MOVED = re.compile(r"^RECURRENCE-ID(?:;[^:\n]*)?:(\d{8})", re.MULTILINE | re.IGNORECASE)
_UNTIL = re.compile(r"UNTIL=(\d{8})", re.IGNORECASE)
# Nobody meets a customer every minute; such rules only keep a machine busy. A step of zero never ends.
_TOO_OFTEN = re.compile(
    r"FREQ=(?:SECONDLY|MINUTELY|HOURLY)|BY(?:SECOND|MINUTE|HOUR)=|INTERVAL=0*(?:;|$)", re.IGNORECASE
)
# A series without end that began before anybody worked here would be counted up from there, day by day.
_EARLIEST = "19700101"
_SLACK = timedelta(days=2)
# Where one of these cannot be read, nobody knows when the entry is; Google writes creation dates of the year 0.
_TIMES = frozenset({"DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"})


def read_ics(content: bytes, span: Span, file: str) -> Diary:
    """Return the meetings of the span; raises `InputError` for what is no calendar or far too much."""
    if len(content) > MOST_BYTES:
        raise InputError(Problem(kinds.TOO_LARGE, Place(file=file), details={"limit": MOST_BYTES // 1_000_000}))
    text = _FOLD.sub("", _decoded(content).replace("\r\n", "\n").replace("\0", ""))
    if "BEGIN:VCALENDAR" not in text.upper():
        raise InputError(Problem(kinds.NO_CALENDAR, Place(file=file)))
    entries = [match[1] for match in _EVENT.finditer(text)]
    left_out: Counter[LeftOut] = Counter()
    left_out[LeftOut.UNREADABLE] += len(_BEGIN.findall(text)) - len(entries)
    series = _series([entry for entry in entries if _may_matter(entry, span)], left_out)
    if sum(map(len, series)) > MOST_ENTRIES:
        raise InputError(Problem(kinds.TOO_MANY, Place(file=file), details={"limit": number(MOST_ENTRIES)}))
    zones = "".join(match[0] + "\n" for match in _ZONES.finditer(text))
    found = chain.from_iterable(_meetings(each, zones, span, left_out) for each in _in_time(series, file))
    return Diary(tuple(sorted(found, key=lambda meeting: meeting.start)), +left_out)


def _decoded(content: bytes) -> str:
    """Return the text of a file: UTF-8 as the standard asks, or Windows letters as old Outlooks write them."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _may_matter(entry: str, span: Span) -> bool:
    """Return whether an entry can touch the span; what repeats may, unless it ended before."""
    first, last = _compact(span.first - _SLACK), _compact(span.last + _SLACK)
    if _REPEATS.search(entry):
        until = _UNTIL.search(entry)
        return until is None or until[1] >= first
    # A date that was moved matters where it was and where it is.
    days = [match[1] for match in (_START.search(entry), _MOVED.search(entry)) if match]
    return not days or any(first <= day <= last for day in days)


def _compact(day: date) -> str:
    return f"{day:%Y%m%d}"


def _series(entries: list[str], left_out: "Counter[LeftOut]") -> list[list[str]]:
    """Return entries of the same UID together: a series and the single dates that were moved."""
    together: dict[str, list[str]] = {}
    for number_, entry in enumerate(entries):
        rule = _RULE.search(entry)
        start = _START.search(entry)
        if rule and (
            _TOO_OFTEN.search(rule[1]) or (start and start[1] < _EARLIEST and "YEARLY" not in rule[1].upper())
        ):
            left_out[LeftOut.TOO_OFTEN] += 1
            continue
        uid = _UID.search(entry)
        together.setdefault(uid[1] if uid else f"{number_}", []).append(entry)
    return list(together.values())


def _in_time(series: list[list[str]], file: str) -> Iterator[list[str]]:
    """Yield series until the patience of a rep ends: looking for 30 February until the year 9999 takes seconds each."""
    ends = monotonic() + PATIENCE
    for each in series:
        if monotonic() > ends:
            raise InputError(Problem(kinds.TOO_SLOW, Place(file=file)))
        yield each


def _meetings(entries: list[str], zones: str, span: Span, left_out: "Counter[LeftOut]") -> Iterator[Meeting]:
    try:
        found = list(_expanded(entries, zones, span))
    # What a stranger's file makes these libraries raise is not foreseeable; the entry is counted and said.
    except Exception:  # noqa: BLE001
        left_out[LeftOut.UNREADABLE] += len(entries)
        return
    for event in found:
        reason, meeting = _judged(event, span)
        if meeting is not None and not within(meeting, span):
            continue
        if reason is None and meeting is not None:
            yield meeting
        elif reason is not None:
            left_out[reason] += 1


def _expanded(entries: list[str], zones: str, span: Span) -> Iterator[icalendar.Event]:
    events = "".join(f"BEGIN:VEVENT{entry}END:VEVENT\n" for entry in entries)
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-\n{zones if 'TZID' in events.upper() else ''}{events}END:VCALENDAR\n"
    calendar = icalendar.Calendar.from_ical(text)
    if not all(_has_a_time(event) for event in calendar.walk("VEVENT")):
        raise ValueError("nobody knows when an entry is")
    yield from recurring_ical_events.of(calendar).between(span.begins, span.ends)


def _has_a_time(event: icalendar.Event) -> bool:
    """Return whether an entry says when it is and ends after it begins; expanding would swap the two in silence."""
    length = event.decoded("DURATION", None) or event.end - event.start
    return length >= timedelta(0) and not any(name in _TIMES for name, _message in event.errors)


def _judged(event: icalendar.Event, span: Span) -> tuple[LeftOut | None, Meeting | None]:
    start, end = event.start, event.end
    if not isinstance(start, datetime) or not isinstance(end, datetime):
        return LeftOut.ALL_DAY, None
    title, place = (" ".join(str(event.get(name, "")).split()) for name in ("SUMMARY", "LOCATION"))
    meeting = Meeting(_in_zone(start, span), _in_zone(end, span), title, place)
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        return LeftOut.CANCELLED, meeting
    busy = str(event.get("X-MICROSOFT-CDO-BUSYSTATUS", "")).upper()
    if str(event.get("TRANSP", "")).upper() == "TRANSPARENT" or busy in {"FREE", "OOF"}:
        return LeftOut.FREE, meeting
    return judge(meeting, span), meeting


def _in_zone(moment: datetime, span: Span) -> datetime:
    """Return a moment in the rep's time zone; a time without one is meant there."""
    return moment.replace(tzinfo=span.zone) if moment.tzinfo is None else moment.astimezone(span.zone)
