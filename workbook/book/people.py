"""What a workbook says about a named person, and the same workbook without that person."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from workbook.plan.buying_center import BuyingCenter
from workbook.plan.draft import Draft

PEOPLE = "/buying_center"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a person is mentioned: section, quarter, day it was written, path of the field, and the text."""

    section: str
    quarter: str
    day: date
    path: str
    text: str


def pattern_of(name: str) -> re.Pattern[str]:
    """Return a pattern that finds a name whatever its case and spacing, also as "Last, First" and with a genitive s.

    >>> bool(pattern_of("Petra Brandt").search("Petra  Brandts Frage")), bool(pattern_of("Petra").search("Petras"))
    (True, True)
    >>> bool(pattern_of("Brand").search("Brandung"))
    False
    """
    words = [re.escape(word) for word in composed(name).split()]
    if not words:
        raise ValueError("a name has at least one letter")
    gap = r"\s+"
    spellings = [gap.join(words)]
    if len(words) > 1:
        spellings.append(rf"{words[-1]}\s*,\s*{gap.join(words[:-1])}")
    return re.compile(rf"(?<!\w)(?:{'|'.join(spellings)})s?(?!\w)", re.IGNORECASE)


def composed(text: str) -> str:
    """Return a text with each accented letter as one character, however it was typed."""
    return unicodedata.normalize("NFC", text)


def mentions_in(document: Any, name: re.Pattern[str], path: str = "") -> Iterator[tuple[str, str]]:
    """Yield path and text of everything about a person: texts with the name, and all of an entry that is the person."""
    if isinstance(document, dict) and _is_person(document, name):
        yield from ((_below(path, key), str(value)) for key, value in document.items() if value and key != "id")
        return
    if isinstance(document, dict | list):
        steps = document.items() if isinstance(document, dict) else enumerate(document)
        for step, value in steps:
            yield from mentions_in(value, name, _below(path, str(step)))
    elif isinstance(document, str) and name.search(composed(document)):
        yield path, document


def without_person(section: str, document: dict[str, Any], name: re.Pattern[str], instead: str) -> dict[str, Any]:
    """Return a document without the entries that are the person, and with ``instead`` where a text names the person."""
    remaining = _without_members(document, name) if section.endswith(PEOPLE) else document
    return dict(_replaced(remaining, name, instead))


def _without_members(document: dict[str, Any], name: re.Pattern[str]) -> dict[str, Any]:
    draft = Draft.from_document(BuyingCenter, document)
    numbers = [number for number, member in enumerate(draft.values.members) if _is_person(member.model_dump(), name)]
    for number in reversed(numbers):
        draft = draft.remove(f"members.{number}")
    return draft.to_document() if numbers else document


def _replaced(value: Any, name: re.Pattern[str], instead: str) -> Any:
    if isinstance(value, dict):
        return {key: _replaced(each, name, instead) for key, each in value.items()}
    if isinstance(value, list):
        return [_replaced(each, name, instead) for each in value]
    if isinstance(value, str) and name.search(composed(value)):
        return name.sub(lambda _found: instead, composed(value))
    return value


def _is_person(entry: dict[str, Any], name: re.Pattern[str]) -> bool:
    person = entry.get("person")
    return isinstance(person, str) and name.search(composed(person)) is not None


def _below(path: str, step: str) -> str:
    return f"{path}.{step}" if path else step
