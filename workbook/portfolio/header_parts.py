"""One header taken apart: "Umsatz 2025 [T€]" is the word umsatz, the year 2025 and thousands of euros."""

import re
from dataclasses import dataclass
from functools import lru_cache

from workbook.portfolio.units import NO_UNIT, Unit, unit_of
from workbook.portfolio.vocabulary import header_key, tidy

FIRST_YEAR, LAST_YEAR = 1950, 2100
_YEAR = re.compile(
    r"(?<![\d/.,-])(?:(?<![a-z])(?:fy|gj|wj|cy|geschäftsjahr|wirtschaftsjahr|jahr|year))?[\s_]*"
    r"(?P<year>(?:19|20)\d\d)(?:\s?/\s?(?P<end>\d{4}|\d\d))?(?![\d/]|-\d|\.\d)",
    re.IGNORECASE,
)
_SHORT_YEAR = re.compile(r"(?<![a-z])(?:fy|gj|wj)[\s_']?(?P<year>\d\d)(?!\d)", re.IGNORECASE)
_PER_YEAR = re.compile(r"(?<=\s)(?:p\.?\s?a\.?|pro jahr|per year|per annum|je jahr|jährlich)(?!\w)", re.IGNORECASE)
_BRACKETS = re.compile(r"[\[(]([^\])]*)[\])]")
_TRAILING = re.compile(r"(?:^|[\s_,/])((?:in\s+)?(?:(?:Mio|Mrd|Tsd)\.?\s?|[TkK])?(?:€|US\$|\$|£|[A-Z]{3}))$")


@dataclass(frozen=True, slots=True)
class HeaderParts:
    """The word of a header for comparing, its year and its unit."""

    key: str
    year: int | None = None
    unit: Unit = NO_UNIT


@lru_cache(maxsize=4096)
def parts_of(header: str) -> HeaderParts:
    """Return the parts of a header.

    >>> parts_of("Umsatz 2025 [T€]")
    HeaderParts(key='umsatz', year=2025, unit=Unit(currency='EUR', scale=1000))
    >>> parts_of("revenue_FY25").year, parts_of("Umsatz 2024/25").year, parts_of("2025").key
    (2025, 2025, '')
    >>> parts_of("Gesamtbedarf p. a. (T€)")
    HeaderParts(key='gesamtbedarf', year=None, unit=Unit(currency='EUR', scale=1000))
    """
    text, year = _without_year(tidy(header))
    text, unit = _without_unit(_PER_YEAR.sub("", text).strip())
    return HeaderParts(header_key(text), year, unit)


def _without_year(text: str) -> tuple[str, int | None]:
    matches = list(_YEAR.finditer(text)) or list(_SHORT_YEAR.finditer(text))
    if len(matches) != 1:
        return text, None
    year = _year_in(matches[0])
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
        return text, None
    return tidy(f"{text[: matches[0].start()]} {text[matches[0].end() :]}"), year


def _year_in(match: re.Match[str]) -> int | None:
    """A fiscal year such as 2024/25 is named after the year in which it ends."""
    year = int(match["year"])
    if match.re is _SHORT_YEAR:
        return 2000 + year
    end = match["end"]
    if end is None:
        return year
    return year + 1 if int(end[-2:]) == (year + 1) % 100 else None


def _without_unit(text: str) -> tuple[str, Unit]:
    for bracket in _BRACKETS.finditer(text):
        unit = unit_of(bracket[1])
        if unit is not None:
            return tidy(text[: bracket.start()] + text[bracket.end() :]), unit
    trailing = _TRAILING.search(text)
    unit = unit_of(trailing[1]) if trailing else None
    return (text[: trailing.start()], unit) if trailing and unit else (text, NO_UNIT)
