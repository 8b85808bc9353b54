"""What changed in a section between two quarters, told from its meaning: who moved, what slipped, what is new."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from pydantic import BaseModel

from workbook.i18n import N_, _, ngettext
from workbook.plan.buying_center import BuyingCenterMember
from workbook.plan.entry import QUESTION, show_entry
from workbook.plan.fields import FieldDescription, Kind, describe
from workbook.plan.objectives import SalesObjective
from workbook.plan.section import Item, Section
from workbook.terms import Attitude, Status

LONGEST = 60
_STANDS = {
    Status.OPEN: N_("{who} is not begun."),
    Status.IN_PROGRESS: N_("{who} is in progress."),
    Status.DONE: N_("{who} is done."),
    Status.BLOCKED: N_("{who} is blocked."),
    Status.DROPPED: N_("{who} is dropped."),
}


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
        done = getattr(new, "status", None) is Status.DONE
        # "Done" says it already; the day of it is no second change.
        fields = [each for each in describe(type(new)) if not (done and each.name == "done_on")]
        news = [each for each in fields if _is_news(each, old, new)]
        told = news if len(news) > 1 else []
        for each in fields:
            if each not in told:
                yield from self.field(each, old, new, subject)
        if told:
            facts = ", ".join(f"{each.label} {self._shown(each, getattr(new, each.name))}" for each in told)
            yield _("{who}: now known: {facts}.").format(who=subject, facts=facts)

    def _value(self, each: FieldDescription, change: tuple[Any, Any], subject: str) -> str:
        old, new = change
        if subject and isinstance(old, Attitude) and isinstance(new, Attitude):
            return _("{who} moved from {old} to {new}.").format(who=subject, old=old.label, new=new.label)
        if subject and isinstance(new, Status):
            return _(_STANDS[new]).format(who=subject)
        if isinstance(old, date) and isinstance(new, date) and (each.calendar or each.name == "due"):
            return _shifted(each, (old, new), subject)
        if _is_question(old) and isinstance(new, str) and not _is_question(new):
            return _("The question {question} is answered: {answer}.").format(
                question=_quoted(old), answer=_quoted(new)
            )
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


def _is_news(each: FieldDescription, old: Item, new: Item) -> bool:
    """Return whether a field of an entry is answered for the first time; a state is told on its own."""
    before, now = getattr(old, each.name), getattr(new, each.name)
    return (
        before in (None, ()) and now not in (None, ()) and each.kind is not Kind.ITEMS and not isinstance(now, Status)
    )


def _is_question(value: Any) -> bool:
    return isinstance(value, str) and QUESTION in value


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
