"""The rep's calendar as one file (RFC 5545): whole days, times with their zone, news and cancellations."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from workbook import __version__
from workbook.book.agenda import Engagement
from workbook.book.calendar_memory import Event, Told
from workbook.book.calendar_zone import time_zone
from workbook.errors import shorten
from workbook.i18n import _, language
from workbook.plan.characters import cleaned

LONGEST_TITLE, LONGEST_DETAIL = 200, 2000
# How long something with a time of day takes; the rep knows better and changes it in the calendar.
DURATION = timedelta(minutes=30)
A_DAY = timedelta(days=1)


def event_of(engagement: Engagement, uid: str) -> Event | None:
    """Return what a calendar shows of an engagement under its name ``uid``, None while it has no day."""
    item = engagement.item
    if item.day is None:
        return None
    title = f"{engagement.account}: {item.title}" if engagement.account else item.title
    return Event(
        uid=uid,
        title=shorten(title, LONGEST_TITLE),
        day=item.day,
        clock=item.clock,
        details=tuple(shorten(each, LONGEST_DETAIL) for each in _details(engagement)),
        category=engagement.layer.label if engagement.layer else item.kind,
        reminder=engagement.is_check_in,
    )


def _details(engagement: Engagement) -> Iterator[str]:
    item = engagement.item
    if engagement.account:
        yield _("Account: {name}").format(name=engagement.account)
    yield f"{item.kind}: {item.title}"
    if item.owner:
        yield _("Who does it: {name}").format(name=item.owner)
    if item.initiator:
        yield _("Whose initiative: {name}").format(name=item.initiator.label)
    if item.status:
        yield _("How far it is: {status}").format(status=item.status.label)


def calendar_bytes(events: Iterable[Event], told: Mapping[str, Told], zone: ZoneInfo, now: datetime) -> bytes:
    """Return the calendar in the language in use: every event, and the cancelled ones whose day is still to come.

    ``told`` is what `told_now` says about this export; ``now`` its moment.
    """
    stamp = now.astimezone(UTC).replace(microsecond=0)
    in_order = sorted(events, key=lambda each: (each.day, each.clock or time.min, each.uid))
    current = [_component(event, told[event.uid], zone, stamp) for event in in_order]
    return _written("PUBLISH", [*current, *_cancellations(told, zone, now)], zone)


def cancellation_bytes(told: Mapping[str, Told], zone: ZoneInfo, now: datetime) -> bytes | None:
    """Return the cancelled events alone, for programs that remove nothing unless asked to; None when there are none.

    It is an object of its own, because METHOD speaks for all events of one (RFC 5545, 3.7.2).
    """
    gone = list(_cancellations(told, zone, now))
    return _written("CANCEL", gone, zone) if gone else None


def _cancellations(told: Mapping[str, Told], zone: ZoneInfo, now: datetime) -> Iterator[Any]:
    stamp, today = now.astimezone(UTC).replace(microsecond=0), now.astimezone(zone).date()
    for uid, each in sorted(told.items()):
        if each.cancelled and each.day >= today:
            yield _cancellation(uid, each, zone, stamp)


def _written(method: str, components: list[Any], zone: ZoneInfo) -> bytes:
    from icalendar import Calendar

    calendar = Calendar()
    for name, value in _head(method).items():
        calendar.add(name, value)
    years = [begin.year for begin in (each.decoded("dtstart") for each in components) if isinstance(begin, datetime)]
    zones = [time_zone(zone, min(years), max(years))] if years and zone.key != "UTC" else []
    for component in [*zones, *components]:
        calendar.add_component(component)
    data: bytes = calendar.to_ical()
    return data


def _head(method: str) -> dict[str, str]:
    return {
        "prodid": f"-//Focus Workbook//{__version__}//{language().upper()}",
        "version": "2.0",
        "calscale": "GREGORIAN",
        "method": method,
        "x-wr-calname": _("Focus Workbook"),
    }


def _component(event: Event, told: Told, zone: ZoneInfo, stamp: datetime) -> Any:
    component = _begun(event.uid, told, zone, stamp)
    component.add("summary", cleaned(event.title))
    if event.details:
        component.add("description", cleaned("\n".join(event.details)))
    component.add("status", "CONFIRMED")
    component.add("categories", [event.category])
    if event.reminder:
        component.add_component(_reminder(event.title))
    return component


def _begun(uid: str, told: Told, zone: ZoneInfo, stamp: datetime) -> Any:
    from icalendar import Event as Component

    component = Component()
    component.add("uid", uid)
    component.add("dtstamp", stamp)
    component.add("created", told.created)
    component.add("last-modified", told.modified)
    component.add("sequence", told.sequence)
    for name, value in _span(told.day, told.clock, zone).items():
        component.add(name, value)
    # A deadline takes no time out of the day, and customers are nobody else's business.
    component.add("transp", "OPAQUE" if told.clock else "TRANSPARENT")
    component.add("class", "PRIVATE")
    return component


def _span(day: date, clock: time | None, zone: ZoneInfo) -> dict[str, Any]:
    """Return begin and end: days for the whole day (the end is the day after), a local time and how long it takes else.

    A time that the clock leaves out in spring is moved by that hour; an end would be wrong in the hours around it.
    """
    if clock is None:
        return {"dtstart": day, "dtend": day + A_DAY}
    begin = datetime.combine(day, clock, tzinfo=zone).astimezone(UTC).astimezone(zone)
    return {"dtstart": begin, "duration": DURATION}


def _cancellation(uid: str, told: Told, zone: ZoneInfo, stamp: datetime) -> Any:
    component = _begun(uid, told, zone, stamp)
    # Programs that do not know the status show at least the word.
    component.add("summary", _("Cancelled: {title}").format(title=cleaned(told.title)))
    component.add("status", "CANCELLED")
    return component


def _reminder(title: str) -> Any:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", cleaned(title))
    alarm.add("trigger", -A_DAY)
    return alarm
