"""Exporting the calendar: what is told now is remembered first, so that the next export can update and cancel it."""

from dataclasses import dataclass
from datetime import datetime

from workbook.book.agenda import engagements
from workbook.book.calendar_file import calendar_bytes, cancellation_bytes, event_of
from workbook.book.calendar_memory import KEY, Event, Memory, memory_document, memory_from, told_now
from workbook.book.files import File
from workbook.book.lasting import lasting_uid
from workbook.book.workbook import Workbook
from workbook.i18n import speaking
from workbook.store.store import utc_now

NAME, CANCELLED_NAME = "calendar.ics", "calendar-cancelled.ics"
MEDIA = "text/calendar"


@dataclass(frozen=True, slots=True)
class CalendarExport:
    """The calendar as a file, and the cancelled events alone as another where there are some."""

    calendar: bytes
    cancelled: bytes | None
    events: int

    @property
    def files(self) -> tuple[File, ...]:
        """The calendar, and the file that only cancels, for programs that need one, where something was cancelled."""
        calendar = File(NAME, self.calendar, MEDIA)
        return (calendar, File(CANCELLED_NAME, self.cancelled, MEDIA)) if self.cancelled else (calendar,)


def export_calendar(book: Workbook, *, now: datetime | None = None) -> CalendarExport:
    """Return the calendar of a workbook in its language, and remember what it tells.

    An export that fails afterwards does no harm: the next one says the same again. Where nothing can be saved, as with
    hidden names, nothing is remembered. Raises `StoreError` when saving fails.
    """
    now = now or utc_now()
    with speaking(book.language):
        before = memory_from(book.remembered(KEY))
        events = calendar_events(book, before)
        told = told_now(events, before, now)
        if told != before and not book.read_only:
            book.remember(KEY, memory_document(told))
        zone = book.participant.zone
        return CalendarExport(
            calendar_bytes(events, told, zone, now), cancellation_bytes(told, zone, now), events=len(events)
        )


def calendar_events(book: Workbook, before: Memory) -> tuple[Event, ...]:
    """Return what a calendar shows: every engagement that has a day; ``before`` is what it was told already."""
    found = (event_of(each, lasting_uid(book, each, before)) for each in engagements(book))
    return tuple(event for event in found if event)
