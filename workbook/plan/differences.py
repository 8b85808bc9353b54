"""What changed in a section between two quarters, told from its meaning: who moved, what slipped, what is new."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from pydantic import BaseModel

from workbook.i18n import _, ngettext
from workbook.plan.buying_center import BuyingCenterMember
from workbook.plan.entry import show_entry
from workbook.plan.fields import FieldDescription, Kind, describe
from workbook.plan.objectives import SalesObjective
from workbook.plan.section import Item, Section
from workbook.terms import Attitude, Status

LONGEST = 60


def differences(before: Section, now: Section, currency: str = "EUR") -> tuple[str, ...]:
    """Return one sentence for each change from one text of a section to a later one, in the language in use.

    Entries of a list are known by their ids, wherever they stand. What is the same is not told.
    """
    tell = _Teller(currency)
    return tuple(sentence for each in describe(type(now)) for sentence in tell.field(each, before, now))


class _Teller:
    def __init__(self, currency: str) -> None:
        self._currency = currency

    def field(self, each: FieldDescription, before: BaseModel, now: BaseModel, subject: str = "") -> Iterator[str]:
        old, new = getattr(before, each.name), getattr(now, each.name)
        if old == new:
            return
        if each.kind is Kind.ITEMS:
            yield from self._items(each, old, new)
        else:
            yield self._value(each, (old, new), subject)

    def _items(self, each: FieldDescription, old: tuple[Item, ...], new: tuple[Item, ...]) -> Iterator[str]:
        earlier = {entry.id: entry for entry in old}
        for number, entry in enumerate(new, start=1):
            if entry.id in earlier:
                yield from self._entry(earlier[entry.id], entry, number)
            elif entry.heading:
                yield _("{list}: new is {what}.").format(list=each.label, what=_quoted(entry.heading))
        still = {entry.id for entry in new}
        for gone in (entry for entry in old if entry.id not in still and entry.heading):
            yield _("{list}: {what} is no longer there.").format(list=each.label, what=_quoted(gone.heading))

    def _entry(self, old: Item, new: Item, number: int) -> Iterator[str]:
        subject = _subject(new, number)
        for each in describe(type(new)):
            yield from self.field(each, old, new, subject)

    def _value(self, each: FieldDescription, change: tuple[Any, Any], subject: str) -> str:
        old, new = change
        if subject and isinstance(old, Attitude) and isinstance(new, Attitude):
            return _("{who} moved from {old} to {new}.").format(who=subject, old=old.label, new=new.label)
        if subject and new is Status.DONE:
            return _("{who} is done.").format(who=subject)
        if subject and new is Status.DROPPED:
            return _("{who} is dropped.").format(who=subject)
        if subject and isinstance(new, Status):
            return _("{who} is now “{status}”.").format(who=subject, status=new.label)
        if isinstance(old, date) and isinstance(new, date):
            return _shifted(each, (old, new), subject)
        return self._from_to(each, change, f"{subject}: {each.label}" if subject else each.label)

    def _from_to(self, each: FieldDescription, change: tuple[Any, Any], what: str) -> str:
        old, new = (self._shown(each, value) for value in change)
        if each.kind is Kind.LONG_TEXT and old and new:
            return _("{what} was written anew.").format(what=what)
        if not old:
            return _("{what} is now {new}.").format(what=what, new=new)
        if not new:
            return _("{what} is open again; it was {old}.").format(what=what, old=old)
        return _("{what} went from {old} to {new}.").format(what=what, old=old, new=new)

    def _shown(self, each: FieldDescription, value: Any) -> str:
        if value in (None, ()):
            return ""
        text = show_entry(each, value, self._currency)
        return _quoted(text) if each.kind in {Kind.TEXT, Kind.LONG_TEXT} else text


def _subject(entry: Item, number: int) -> str:
    if isinstance(entry, SalesObjective):
        return _("Objective {number}").format(number=number)
    if isinstance(entry, BuyingCenterMember):
        roles = ", ".join(role.label for role in entry.roles)
        return f"{entry.heading or '?'} ({roles})" if roles else entry.heading or "?"
    return _quoted(entry.heading) if entry.heading else str(number)


def _shifted(each: FieldDescription, change: tuple[date, date], subject: str) -> str:
    days = (change[1] - change[0]).days
    what = subject if subject and each.calendar else f"{subject}: {each.label}" if subject else each.label
    later = ngettext("{what} slipped by {days} day.", "{what} slipped by {days} days.", days)
    sooner = ngettext("{what} is {days} day earlier.", "{what} is {days} days earlier.", -days)
    return (later if days > 0 else sooner).format(what=what, days=abs(days))


def _quoted(text: str) -> str:
    short = text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
    return _("“{text}”").format(text=short)
