"""A time zone as calendars want it (RFC 5545, 3.6.5): every change of the clock in the years that are needed.

Each change stands there with the local time before it, as the standard asks; readers that know the zone by its name
do not look at it.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

DAY, MINUTE, NOTHING = timedelta(days=1), timedelta(minutes=1), timedelta(0)


class Change(NamedTuple):
    """A change of the clock: the moment in UTC."""

    moment: datetime
    before: datetime
    after: datetime


def changes(zone: ZoneInfo, first_year: int, last_year: int) -> Iterator[Change]:
    """Yield the changes of the clock in a zone, both years included, to the minute.

    >>> [f"{each.before:%d %b %H:%M}" for each in changes(ZoneInfo("Europe/Berlin"), 2027, 2027)]
    ['28 Mar 02:00', '31 Oct 03:00']
    """
    start, end = (datetime(year, 1, 1, tzinfo=UTC) for year in (first_year, last_year + 1))
    while start < end:
        if _offset(start, zone) != _offset(start + DAY, zone):
            moment = _exact(start, start + DAY, zone)
            local = moment.replace(tzinfo=None)
            yield Change(moment, local + _offset(moment - MINUTE, zone), local + _offset(moment, zone))
        start += DAY


def _offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or NOTHING


def _exact(low: datetime, high: datetime, zone: ZoneInfo) -> datetime:
    """Return the first minute with the offset of ``high``."""
    while high - low > MINUTE:
        middle = low + (high - low) // 2
        middle = middle.replace(second=0, microsecond=0)
        low, high = (middle, high) if _offset(middle, zone) == _offset(low, zone) else (low, middle)
    return high


def time_zone(zone: ZoneInfo, first_year: int, last_year: int) -> Any:
    """Return the VTIMEZONE component of a zone for the years from ``first_year`` to ``last_year``."""
    from icalendar import Timezone

    component = Timezone()
    component.add("tzid", zone.key)
    begin = datetime(first_year - 1, 1, 1, tzinfo=UTC)
    component.add_component(_observance(begin, begin - MINUTE, zone))
    for change in changes(zone, first_year - 1, last_year + 1):
        component.add_component(_observance(change.moment, change.moment - MINUTE, zone))
    return component


def _observance(moment: datetime, before: datetime, zone: ZoneInfo) -> Any:
    from icalendar import TimezoneDaylight, TimezoneStandard

    local = moment.astimezone(zone)
    component = TimezoneDaylight() if local.dst() else TimezoneStandard()
    component.add("dtstart", moment.replace(tzinfo=None) + _offset(before, zone))
    component.add("tzoffsetfrom", _offset(before, zone))
    component.add("tzoffsetto", local.utcoffset())
    component.add("tzname", local.tzname())
    return component
