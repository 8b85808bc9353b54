"""Currencies and units as people write them: €, US$, TEUR, T€, Mio. €, k."""

import re
from dataclasses import dataclass
from functools import cache

from babel.numbers import list_currencies

_SYMBOLS = {
    "€": "EUR", "$": "USD", "US$": "USD", "£": "GBP", "¥": "JPY", "FR.": "CHF", "SFR.": "CHF", "ZŁ": "PLN", "KČ": "CZK",
}  # fmt: skip
_SCALES = {
    "t": 1_000, "k": 1_000, "tsd": 1_000, "tausend": 1_000, "thousand": 1_000,
    "m": 1_000_000, "mn": 1_000_000, "mio": 1_000_000, "million": 1_000_000, "millionen": 1_000_000,
    "mrd": 1_000_000_000, "bn": 1_000_000_000,
}  # fmt: skip
_UNIT = re.compile(
    r"(?:in\s+)?(?P<scale>Mio|Mrd|Tsd|Tausend|thousand|Millionen|million|mn|bn|[TkKM])?\.?\s*"
    r"(?P<currency>US\$|[€$£¥]|S?Fr\.|zł|Kč|[A-Z]{3})?"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A currency (ISO code, None if not said) and by how much amounts are to be multiplied."""

    currency: str | None = None
    scale: int = 1


NO_UNIT = Unit()


@cache
def currency_codes() -> frozenset[str]:
    """Return all ISO codes."""
    return frozenset(list_currencies())


def currency_of(sign: str) -> str | None:
    """Return the ISO code of a sign or code, None if it is none.

    >>> currency_of("€"), currency_of("chf"), currency_of("XYZ1")
    ('EUR', 'CHF', None)
    """
    sign = sign.strip().upper()
    return _SYMBOLS.get(sign) or (sign if sign in currency_codes() else None)


@cache
def unit_of(text: str) -> Unit | None:
    """Return the unit a text means, None if it means none.

    >>> unit_of("T€"), unit_of("in EUR"), unit_of("Mio."), unit_of("netto")
    (Unit(currency='EUR', scale=1000), Unit(currency='EUR', scale=1), Unit(currency=None, scale=1000000), None)
    """
    match = _UNIT.fullmatch(text.strip())
    if match is None or not (match["scale"] or match["currency"]):
        return None
    currency = currency_of(match["currency"]) if match["currency"] else None
    if match["currency"] and currency is None:
        return None
    return Unit(currency, _SCALES[match["scale"].casefold()] if match["scale"] else 1)
