"""Meetings as they stand in a calendar, and the span of weeks that is looked at."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

WEEKS = 12
LONGEST = timedelta(hours=24)


class LeftOut(StrEnum):
    """Why an entry of a calendar does not count as time with a customer."""

    ALL_DAY = "all_day"
    CANCELLED = "cancelled"
    FREE = "free"
    NO_LENGTH = "no_length"
    TOO_LONG = "too_long"
    TOO_OFTEN = "too_often"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Span:
    """Whole weeks, Monday to Sunday, in the rep's time zone."""

    first: date
    last: date
    zone: ZoneInfo

    @property
    def begins(self) -> datetime:
        """The first moment of the span."""
        return datetime.combine(self.first, time(), self.zone)

    @property
    def ends(self) -> datetime:
        """The first moment after the span."""
        return datetime.combine(self.last + timedelta(days=1), time(), self.zone)


def weeks_before(today: date, zone: ZoneInfo, weeks: int = WEEKS) -> Span:
    """Return the last whole weeks before the week of ``today``.

    >>> span = weeks_before(date(2026, 11, 25), ZoneInfo("Europe/Berlin"), 1)
    >>> span.first.isoformat(), span.last.isoformat()
    ('2026-11-16', '2026-11-22')
    """
    monday = today - timedelta(days=today.weekday())
    return Span(monday - timedelta(weeks=weeks), monday - timedelta(days=1), zone)


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting with a beginning and an end (with time zone), and the words that may name an account."""

    start: datetime
    end: datetime
    title: str
    place: str = ""

    @property
    def hours(self) -> float:
        """How long it really lasted, also in the night in which clocks are changed."""
        return (self.end.timestamp() - self.start.timestamp()) / 3600


@dataclass(frozen=True, slots=True)
class Diary:
    """What was found in a calendar file: meetings of the span, and how many entries were left out and why."""

    meetings: tuple[Meeting, ...] = ()
    left_out: Counter[LeftOut] = field(default_factory=Counter)


def judge(meeting: Meeting, span: Span) -> LeftOut | None:
    """Return why a meeting does not count; None when it does."""
    if meeting.hours <= 0:
        return LeftOut.NO_LENGTH
    return LeftOut.TOO_LONG if meeting.hours > LONGEST.total_seconds() / 3600 else None


def within(meeting: Meeting, span: Span) -> bool:
    """Return whether a meeting begins in the span."""
    return span.begins <= meeting.start < span.ends
