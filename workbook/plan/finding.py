"""What a look at a section finds: gaps keep it from being complete, alarms and hints explain and never block."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from workbook.terms import Term

# What people write when they do not know yet; the workbook speaks two languages, and so do its readers.
_PLACEHOLDERS = frozenset(
    {"n/a", "n.a.", "nn", "n.n.", "tbd", "tbc", "todo", "x", "xx", "xxx", "unknown", "unbekannt", "offen", "k.a."}
)
_WORDS = re.compile(r"\w")


class Gravity(StrEnum):
    """How much a finding weighs."""

    GAP = "gap"
    ALARM = "alarm"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: a stable code, its gravity, the sentence, and the field it is about ("" = the whole section)."""

    code: str
    gravity: Gravity
    sentence: str
    path: str = ""


def is_placeholder(text: str) -> bool:
    """Return whether a text only holds the place of an answer.

    >>> [is_placeholder(text) for text in ("?", "N.N.", "tbd", "Ms Weber?", "Ms Weber")]
    [True, True, True, False, False]
    """
    return not _WORDS.search(text) or text.strip().casefold() in _PLACEHOLDERS


def shortened(text: str, length: int) -> str:
    """Return the first line of a text, cut between words where it is too long.

    >>> shortened("The frame contract is renewed", 20), shortened("One line\\nand another", 20)
    ('The frame contract …', 'One line …')
    """
    first, *more = text.strip().splitlines() or [""]
    if len(first) <= length:
        return f"{first} …" if more else first
    return first[:length].rsplit(" ", 1)[0].rstrip(" ,.;:") + " …"


def is_known(value: Any) -> bool:
    """Return whether a value is an answer: unknown is said to be unknown, and a placeholder says nothing."""
    if value is None or value == ():
        return False
    if isinstance(value, Term):
        return value.value != "unknown"
    return not (isinstance(value, str) and is_placeholder(value))
