"""What a rep has written in one section so far: the values that are understood, and the texts that are not yet.

Saving never refuses what was typed: a number or date that cannot be read is kept as text beside an unknown value, and
checks look at the values only.
"""

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from workbook.errors import Problem, ProblemKind, Severity, WorkbookError
from workbook.i18n import N_
from workbook.plan.characters import harmless
from workbook.plan.fields import describe
from workbook.plan.identity import with_ids
from workbook.plan.section import Section, described

S = TypeVar("S", bound=Section)

NEWER_DOCUMENT = ProblemKind(
    "section_newer",
    Severity.ERROR,
    N_("This part was written by a newer version of the workbook."),
    N_("Please update the workbook; nothing was changed."),
)


@dataclass(frozen=True)
class Draft(Generic[S]):
    """The values of a section, and per path ("members.0.last_contact") the text that is not valid yet."""

    values: S
    typed: Mapping[str, str] = field(default_factory=dict)

    @property
    def section(self) -> type[S]:
        """The model of the section."""
        return type(self.values)

    @property
    def empty(self) -> bool:
        """Whether nothing has been written yet."""
        return not self.typed and self.values == type(self.values)()

    def at(self, path: str) -> Any:
        """Return the value at ``path``; None is unknown."""
        found: Any = self.values
        for step in path.split("."):
            found = found[int(step)] if step.isdigit() else getattr(found, step)
        return found

    def put(self, path: str, value: Any) -> "Draft[S]":
        """Return a draft with ``value`` at ``path``; a text kept there is gone.

        Raises pydantic's ValidationError when the value does not fit the field.
        """
        typed = {key: text for key, text in self.typed.items() if key != path}
        return Draft(self._with(path, value), typed)

    def keep(self, path: str, text: str) -> "Draft[S]":
        """Return a draft in which the value at ``path`` is unknown and ``text`` is kept beside it."""
        return Draft(self._with(path, None), {**self.typed, path: text})

    def add(self, path: str, **values: Any) -> "Draft[S]":
        """Return a draft with one more entry at the end of the list at ``path``.

        Raises pydantic's ValidationError when the list is full.
        """
        item = described(self.section, path).entry
        return Draft(self._with(path, (*self.at(path), item(**{"id": secrets.token_hex(4), **values}))), self.typed)

    def remove(self, path: str) -> "Draft[S]":
        """Return a draft without the entry at ``path``, such as "members.2"; references to it become unknown."""
        where, number = _split(path)
        entries = list(self.at(where))
        gone = entries.pop(number)
        typed = _renumbered(self.typed, where, lambda old: None if old == number else old - (old > number))
        return _without_references(Draft(self._with(where, tuple(entries)), typed), where, gone)

    def move_up(self, path: str) -> "Draft[S]":
        """Return a draft in which the entry at ``path`` has changed places with the one before it."""
        where, number = _split(path)
        if number == 0:
            return self
        entries = list(self.at(where))
        entries[number - 1], entries[number] = entries[number], entries[number - 1]
        swapped = {number: number - 1, number - 1: number}
        typed = _renumbered(self.typed, where, lambda old: swapped.get(old, old))
        return Draft(self._with(where, tuple(entries)), typed)

    def _with(self, path: str, value: Any) -> S:
        document = self.values.model_dump()
        holder: Any = document
        *steps, last = path.split(".")
        for step in steps:
            holder = holder[int(step)] if step.isdigit() else holder[step]
        holder[last] = value
        return self.section.model_validate(document)

    def to_document(self) -> dict[str, Any]:
        """Return the JSON form that is saved: schema version, values (money as text, exact), typed texts."""
        values = self.values.model_dump(mode="json", exclude_defaults=True)
        return {"schema": self.section.SCHEMA_VERSION, "values": values, "typed": dict(self.typed)}

    @staticmethod
    def from_document(section: type[S], document: Mapping[str, Any] | None) -> "Draft[S]":
        """Return the draft of a saved document; None gives an empty one.

        A value the model does not accept is never dropped: it becomes a typed text. Raises `WorkbookError` for a
        document of a newer version.
        """
        if document is None:
            return Draft(section())
        version = int(document.get("schema", 1))
        if version > section.SCHEMA_VERSION:
            raise WorkbookError(Problem(NEWER_DOCUMENT))
        values = section.upgrade(_harmless(document.get("values", {})), version)
        values = with_ids(section, values)
        return _accepted(section, values, _harmless(document.get("typed", {})))


def _harmless(saved: Any) -> Any:
    """Return a copy of what was saved without characters no form lets through: they would break every file."""
    if isinstance(saved, Mapping):
        return {key: _harmless(value) for key, value in saved.items()}
    if isinstance(saved, list):
        return [_harmless(value) for value in saved]
    return harmless(saved) if isinstance(saved, str) else saved


def _accepted(section: type[S], values: dict[str, Any], typed: dict[str, str]) -> Draft[S]:
    """Return the draft of what the model accepts; each value it refuses becomes a typed text."""
    while True:
        try:
            return Draft(section.model_validate(values), typed)
        except ValidationError as refused:
            places = dict.fromkeys(_place(values, error["loc"]) for error in refused.errors())
            # From the end: taking an entry out of a list renumbers those after it.
            for place in reversed(places):
                _take_out(values, place, typed)


def _place(values: Any, location: Sequence[int | str]) -> tuple[str, ...]:
    """Return the deepest place on the way to what pydantic refused that exists."""
    steps = [str(step) for step in location]
    holder, depth = values, 1
    while depth < len(steps) and _has(_inside(holder, steps[depth - 1]), steps[depth]):
        holder = _inside(holder, steps[depth - 1])
        depth += 1
    return tuple(steps[:depth])


def _take_out(values: Any, place: tuple[str, ...], typed: dict[str, str]) -> None:
    """Move what stands at ``place`` from ``values`` to ``typed``."""
    *above, last = place
    holder = reduce(_inside, above, values)
    if isinstance(holder, dict):
        typed[".".join(place)] = str(holder.pop(last))
        return
    # Entries of a list have no place of their own once they are out of it: their texts belong to the list.
    where, number = ".".join(above), int(last)
    texts = [str(holder.pop(number)), *(text for path, text in typed.items() if path.startswith(f"{where}.{last}."))]
    renumbered = _renumbered(typed, where, lambda old: None if old == number else old - (old > number))
    typed.clear()
    typed.update({**renumbered, where: "; ".join(text for text in (*texts, renumbered.get(where)) if text)})


def _has(holder: Any, step: str) -> bool:
    if isinstance(holder, dict):
        return step in holder
    return isinstance(holder, list) and step.isdigit() and int(step) < len(holder)


def _inside(holder: Any, step: str) -> Any:
    return holder[step] if isinstance(holder, dict) else holder[int(step)]


def _split(path: str) -> tuple[str, int]:
    where, _dot, number = path.rpartition(".")
    return where, int(number)


def _renumbered(typed: Mapping[str, str], where: str, place: Callable[[int], int | None]) -> dict[str, str]:
    """Return the typed texts after the entries of the list at ``where`` went to other places (None: removed)."""
    moved = {_moved(path, where, place): text for path, text in typed.items()}
    return {path: text for path, text in moved.items() if path}


def _moved(path: str, where: str, place: Callable[[int], int | None]) -> str:
    if not path.startswith(where + "."):
        return path
    number, _dot, rest = path[len(where) + 1 :].partition(".")
    new = place(int(number))
    return "" if new is None else f"{where}.{new}.{rest}"


def _without_references(draft: Draft[S], where: str, gone: BaseModel) -> Draft[S]:
    """Return a draft in which nothing points to the entry that has just been removed from the list at ``where``."""
    lost = getattr(gone, "id", None)
    for path in _references(draft, where) if lost else ():
        draft = draft.put(path, None) if draft.at(path) == lost else draft
    return draft


def _references(draft: Draft[S], where: str) -> list[str]:
    section: type[Section] = draft.section
    lists = [each for each in describe(section) if each.item]
    fields = [(each.name, inner.name) for each in lists for inner in describe(each.entry) if inner.refers_to == where]
    return [f"{of}.{number}.{name}" for of, name in fields for number in range(len(draft.at(of)))]
