"""Headers that are about a time and name no fiscal year: "Umsatz Vorjahr", or twelve columns with a month each."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from babel import Locale

from workbook.portfolio.date_forms import written
from workbook.portfolio.header_parts import parts_of
from workbook.portfolio.vocabulary import folded, header_key, header_table, tidy

RUNNING, LAST = 0, -1
# So many columns with a month each are a table by months; one or two may be anything.
FEW_MONTHS = 3
_YEARS_FROM_NOW = {"last": LAST, "current": RUNNING}
_NAMED = re.compile(r"(?<![^\W\d_])(?P<name>[^\W\d_]{3,9})\.?[\s\-_/']*(?P<y>\d{4}|\d\d)$")
_YEAR_FIRST = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)[-/._](?P<m>0?[1-9]|1[0-2])$")
_MONTH_FIRST = re.compile(r"(?<![\d./-])(?P<m>0?[1-9]|1[0-2])[-/._](?P<y>(?:19|20)\d\d)$")

_UNIT = re.compile(r"\s*[\[(][^\])]*[\])]\s*$")


@lru_cache(maxsize=4096)
def relative_year(header: str) -> tuple[str, int] | None:
    """Return the measure of a header that names its year only from today, and how many years from the running one.

    >>> relative_year("Umsatz Vorjahr"), relative_year("Vorjahresumsatz"), relative_year("Sales YTD [T€]")
    (('revenue', -1), ('revenue', -1), ('revenue', 0))
    >>> relative_year("Umsatz"), relative_year("Vorjahr 2024"), relative_year("Hobby VJ")
    (None, None, None)
    """
    parts = parts_of(header)
    for words, years in _relative_words() if parts.year is None else ():
        for rest in (parts.key.removeprefix(words), parts.key.removesuffix(words)):
            measure = _measures().get(rest) if rest != parts.key else None
            if measure:
                return measure, years
    return None


@cache
def _relative_words() -> tuple[tuple[str, int], ...]:
    """Return the words, the longest first: "im vorjahr" goes before "vorjahr"."""
    table = header_table("relative_years")
    found = [(header_key(word), _YEARS_FROM_NOW[name]) for name, words in table.items() for word in words]
    return tuple(sorted(found, key=lambda each: -len(each[0])))


@cache
def _measures() -> dict[str, str]:
    """Return {comparable name: measure}; a year alone is revenue, as it is where it has a number."""
    table = header_table("accounts_by_year")
    return {header_key(name): measure for measure, names in table.items() for name in names} | {"": "revenue"}


def month_of(header: str) -> tuple[int, int] | None:
    """Return year and month a header names, None if it names no month.

    >>> month_of("Jan 2026"), month_of("Umsatz März 26"), month_of("2026-01"), month_of("01.12.2026")
    ((2026, 1), (2026, 3), (2026, 1), (2026, 12))
    >>> month_of("Margin 2026"), month_of("Umsatz 2026"), month_of("2024/25")
    (None, None, None)
    """
    text = tidy(_UNIT.sub("", header))
    day = written(text)
    if day and day.parts[0] and day.parts[2] == 1:
        return day.parts[:2]
    found = _YEAR_FIRST.search(text) or _MONTH_FIRST.search(text)
    if found:
        return int(found["y"]), int(found["m"])
    named = _NAMED.search(text)
    month = _month_names().get(folded(named["name"])) if named else None
    return (int(named["y"]) + (2000 if len(named["y"]) == 2 else 0), month) if named and month else None


@cache
def _month_names() -> dict[str, int]:
    """Return the months by name, whole and short, in German and English."""
    whole = {
        name.casefold(): number
        for code in ("de", "en")
        for number, name in Locale(code).months["format"]["wide"].items()
    }
    short = {name[:3]: number for name, number in whole.items()} | {"mrz": 3, "sept": 9, "maerz": 3}
    return {**short, **whole}


def month_columns(headers: Sequence[str]) -> list[int]:
    """Return the columns of a table by months, in their order; none if only one or two headers name a month."""
    found = {column: month_of(header) for column, header in enumerate(headers) if header}
    columns = [column for column, month in found.items() if month]
    return columns if len({found[column] for column in columns}) >= FEW_MONTHS else []
