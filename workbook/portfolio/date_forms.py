"""The ways in which exports write a date."""

import re
from dataclasses import dataclass
from enum import StrEnum

_TIME = r"(?:[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[AaPp][Mm])?\s*(?:Z|UTC|[+-]\d{2}:?\d{2})?)?"
_NAMES = ("jan", "feb", "mar mär mrz", "apr", "may mai", "jun", "jul", "aug", "sep", "oct okt", "nov", "dec dez")
_MONTHS = {name: number for number, names in enumerate(_NAMES, start=1) for name in names.split()}


class Form(StrEnum):
    """How a date is written."""

    ISO = "iso"
    COMPACT = "compact"
    DOTTED = "dotted"
    SLASHED = "slashed"
    NAMED = "named"
    SERIAL = "serial"


_FORMS = {
    Form.ISO: re.compile(rf"(?P<y>\d{{4}})[-/](?P<m>\d{{1,2}})[-/](?P<d>\d{{1,2}}){_TIME}"),
    Form.COMPACT: re.compile(r"(?P<y>(?:18|19|20|99)\d\d)(?P<m>\d\d)(?P<d>\d\d)"),
    Form.DOTTED: re.compile(rf"(?P<d>\d{{1,2}})\.\s?(?P<m>\d{{1,2}})\.\s?(?P<y>\d{{4}}|\d\d){_TIME}"),
    Form.SLASHED: re.compile(rf"(?P<d>\d{{1,2}})[/-](?P<m>\d{{1,2}})[/-](?P<y>\d{{4}}|\d\d){_TIME}"),
    Form.NAMED: re.compile(rf"(?P<d>\d{{1,2}})[-.\s]*(?P<m>[^\W\d_]{{3}})[^\W\d_]*\.?[-,\s]*(?P<y>\d{{4}}){_TIME}"),
    Form.SERIAL: re.compile(r"(?P<serial>\d{1,7})(?:\.\d+)?"),
}


@dataclass(frozen=True, slots=True)
class Written:
    """One date as written: its form and year, month, day; for a slashed one the first number counts as the day."""

    form: Form
    parts: tuple[int, int, int]
    serial: int = 0


def written(text: str) -> Written | None:
    """Return a date taken apart, None if the text is none.

    >>> written("2026-03-01T10:00:00+02:00").parts, written("1.3.26").parts, written("1. März 2026").parts
    ((2026, 3, 1), (2026, 3, 1), (2026, 3, 1))
    """
    for form, pattern in _FORMS.items():
        match = pattern.fullmatch(text)
        if match is not None:
            return _taken_apart(form, match)
    return None


def _taken_apart(form: Form, match: re.Match[str]) -> Written | None:
    if form is Form.SERIAL:
        return Written(form, (0, 0, 0), int(match["serial"]))
    month = _MONTHS.get(match["m"].casefold()) if form is Form.NAMED else int(match["m"])
    year = int(match["y"]) + (2000 if len(match["y"]) == 2 else 0)
    return None if month is None else Written(form, (year, month, int(match["d"])))
