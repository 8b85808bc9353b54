"""Every ``?`` a rep types anywhere is an open question, listed once, with the place where it was typed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from workbook.i18n import _
from workbook.plan.draft import Draft
from workbook.plan.entry import QUESTION
from workbook.plan.fields import Kind, describe
from workbook.plan.finding import shortened
from workbook.plan.section import Item, Section, described, has_field


@dataclass(frozen=True, slots=True)
class Asked:
    """One open question: ``key`` and ``path`` say where it is in the store, ``where`` says it in words.

    ``place`` names entries of lists by their ids, so that it stays when entries change places.
    """

    key: str
    path: str
    place: str
    where: str
    text: str


def open_questions(drafts: Iterable[tuple[str, str, Draft[Any]]]) -> tuple[Asked, ...]:
    """Return the open questions of drafts given as (key in the store, subject such as the account, draft)."""
    return tuple(question for key, subject, draft in drafts for question in _questions(key, subject, draft))


def _questions(key: str, subject: str, draft: Draft[Any]) -> Iterator[Asked]:
    for path, text in texts(draft):
        if QUESTION in text:
            parts = [subject, _(draft.section.TITLE), where(draft, path)]
            yield Asked(key, path, _place(draft, path), ", ".join(part for part in parts if part), text)


def texts(draft: Draft[Any]) -> Iterator[tuple[str, str]]:
    """Yield path and text of everything a rep has written as words, the texts that are not valid yet included."""
    yield from _written(draft.values, "")
    yield from ((path, text) for path, text in draft.typed.items() if has_field(draft.section, path))


def _written(model: Section | Item, prefix: str) -> Iterator[tuple[str, str]]:
    for description in describe(type(model)):
        value, path = getattr(model, description.name), f"{prefix}{description.name}"
        if description.kind is Kind.ITEMS:
            for number, entry in enumerate(value):
                yield from _written(entry, f"{path}.{number}.")
        elif description.kind in {Kind.TEXT, Kind.LONG_TEXT} and value:
            yield path, value


def where(draft: Draft[Any], path: str) -> str:
    """Return the place of a field in words: "People 2 (Ms Weber), Last contact"."""
    words = [_entry_in_words(draft, entry) for entry in _entries(draft, path).values()]
    return ", ".join([*words, described(draft.section, path).label])


def _place(draft: Draft[Any], path: str) -> str:
    entries, steps = _entries(draft, path), path.split(".")
    return ".".join(draft.at(entries[step]).id or name if step in entries else name for step, name in enumerate(steps))


def _entries(draft: Draft[Any], path: str) -> dict[int, str]:
    """Return the paths of the entries of lists on the way to ``path``, by their step."""
    steps = path.split(".")
    starts = {step: ".".join(steps[: step + 1]) for step, name in enumerate(steps) if name.isdigit()}
    return {step: start for step, start in starts.items() if described(draft.section, start).kind is Kind.ITEMS}


def _entry_in_words(draft: Draft[Any], path: str) -> str:
    label, number = described(draft.section, path).label, int(path.rpartition(".")[2]) + 1
    heading = draft.at(path).heading
    return (
        f"{label} {number} ({shortened(heading, 40)})" if heading and QUESTION not in heading else f"{label} {number}"
    )
