"""Everything in a section that has a date of its own: actions, milestones, appointments, dates nobody can move.

Which dates these are, and what they are called, is said where the field is described (``calendar`` of `plan.fields`).

>>> from workbook.plan.action import Action
>>> from workbook.plan.year_plan import YearPlan
>>> plan = YearPlan(actions=(Action(id="a1", what="Walk through the lines", due=date(2026, 2, 12)),))
>>> [(each.place, each.title, each.day.isoformat()) for each in dated(Draft(plan))]
[('actions.a1.due', 'Walk through the lines', '2026-02-12')]
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from pydantic import BaseModel

from workbook.plan.draft import Draft
from workbook.plan.fields import FieldDescription, Kind, describe
from workbook.plan.section import Section
from workbook.terms import Initiator, Status, Term


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """Something with a date: ``place`` names it inside its section, by the id of its entry, and never changes.

    ``kind`` is the list or field it stands in, in words; ``day`` is None while nobody has set one, ``clock`` for the
    whole day; ``owner`` is who does it, "" where nobody is named.
    """

    place: str
    kind: str
    title: str
    day: date | None
    clock: time | None = None
    owner: str = ""
    initiator: Initiator | None = None
    status: Status | None = None
    done_on: date | None = None

    @property
    def dropped(self) -> bool:
        """Whether the rep has decided not to do it."""
        return self.status is Status.DROPPED


def dated(draft: Draft[Any]) -> Iterator[AgendaItem]:
    """Yield what has a date in a draft, and the entries that are to get one; blank entries are left out."""
    section: Section = draft.values
    for field in describe(type(section)):
        if field.calendar and getattr(section, field.name):
            yield _item(section, field, field.name, field.label)
        elif field.kind is Kind.ITEMS:
            yield from _entries(section, field)


def _entries(section: BaseModel, field: FieldDescription) -> Iterator[AgendaItem]:
    dates = [each for each in describe(field.entry) if each.calendar]
    for entry in getattr(section, field.name):
        for each in dates:
            if getattr(entry, each.name) or entry.heading:
                yield _item(entry, each, f"{field.name}.{entry.id}.{each.name}", field.label)


def _item(model: BaseModel, field: FieldDescription, place: str, kind: str) -> AgendaItem:
    words = {each.name: _one_line(getattr(model, each.name)) for each in describe(type(model))}
    title = field.calendar.format_map(words).strip(" :")
    clock = getattr(model, field.clock) if field.clock else None
    known: dict[str, Any] = {name: getattr(model, name, None) for name in ("initiator", "status", "done_on")}
    known["owner"] = _one_line(getattr(model, "owner", ""))
    return AgendaItem(place, kind, title or kind, getattr(model, field.name), clock, **known)


def _one_line(value: Any) -> str:
    words = value.label if isinstance(value, Term) else value
    return " ".join(words.split()) if isinstance(words, str) else ""
