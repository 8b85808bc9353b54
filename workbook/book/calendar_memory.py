"""What the rep's calendar was told already: so that a new export updates entries, cancels some, and doubles none.

Each date has one name for ever (UID), made from its place in the workbook. An entry that says something new gets the
next SEQUENCE; one that is gone is cancelled and stays on the list, in case it comes back (RFC 5545, 3.8.7.4).
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime, time
from hashlib import blake2s
from typing import Any

KEY = "calendar_export"
DOMAIN = "focus-workbook"


@dataclass(frozen=True, slots=True)
class Event:
    """What a calendar shows of one date; texts are one line, ``clock`` is None for the whole day."""

    uid: str
    title: str
    day: date
    clock: time | None = None
    details: tuple[str, ...] = ()
    category: str = ""
    reminder: bool = False

    @property
    def fingerprint(self) -> str:
        """A hash of everything the event says."""
        said = repr((self.title, self.day, self.clock, self.details, self.category, self.reminder))
        return blake2s(said.encode(), digest_size=12).hexdigest()


@dataclass(frozen=True, slots=True)
class Told:
    """What a calendar was last told about one event: moments are UTC, ``title`` and day are needed to cancel it."""

    title: str
    day: date
    clock: time | None
    fingerprint: str
    created: datetime
    modified: datetime
    sequence: int = 0
    cancelled: bool = False

    def to_document(self) -> dict[str, Any]:
        """Return the JSON form."""
        plain = asdict(self)
        return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in plain.items()}

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> "Told":
        """Return what was remembered."""
        clock = time.fromisoformat(document["clock"]) if document["clock"] else None
        moments = {name: datetime.fromisoformat(document[name]) for name in ("created", "modified")}
        day = date.fromisoformat(document["day"])
        return cls(**{**document, **moments, "clock": clock, "day": day})


Memory = Mapping[str, Told]


def uid_of(participant: str, key: str, place: str) -> str:
    """Return the name of a date in calendars; it tells nothing about the account or the rep.

    >>> uid_of("anna2026", "year_plan/K-7", "actions.1a2b.due")
    'd94facbe0de7bef7c4dcf6f3b50fe788@focus-workbook'
    """
    digest = blake2s(f"{participant}\\n{key}\\n{place}".encode(), digest_size=16).hexdigest()
    return f"{digest}@{DOMAIN}"


def told_now(events: Iterable[Event], memory: Memory, now: datetime) -> dict[str, Told]:
    """Return what the calendar knows after an export at ``now``: news counted up, what is gone cancelled."""
    moment = now.astimezone(UTC).replace(microsecond=0)
    current = {event.uid: _told(event, memory.get(event.uid), moment) for event in events}
    gone = {uid: _cancelled(told, moment) for uid, told in memory.items() if uid not in current}
    return {**gone, **current}


def _told(event: Event, before: Told | None, now: datetime) -> Told:
    if before is None:
        return Told(event.title, event.day, event.clock, event.fingerprint, now, now)
    if before.fingerprint == event.fingerprint and not before.cancelled:
        return before
    return Told(
        event.title, event.day, event.clock, event.fingerprint, before.created, now, sequence=before.sequence + 1
    )


def _cancelled(before: Told, now: datetime) -> Told:
    if before.cancelled:
        return before
    return replace(before, sequence=before.sequence + 1, modified=now, cancelled=True)


def memory_from(document: Mapping[str, Any] | None) -> dict[str, Told]:
    """Return what was remembered in a document; nothing before the first export."""
    events = document["events"] if document else {}
    return {uid: Told.from_document(told) for uid, told in events.items()}


def memory_document(memory: Memory) -> dict[str, Any]:
    """Return the JSON form of what the calendar knows."""
    return {"schema": 1, "events": {uid: told.to_document() for uid, told in sorted(memory.items())}}
