"""Amounts as people write them, taken apart: sign, currency, unit, digits."""

import re
from dataclasses import dataclass
from enum import StrEnum

from workbook.portfolio.units import currency_of, unit_of
from workbook.portfolio.vocabulary import folded, words

_CURRENCY = r"US\$|[€$£¥]|S?Fr\.|zł|Kč|[A-Za-z]{3}"
_SCALE = r"(?:Mio|Mrd|Tsd|Tausend|Millionen|million|mn|bn|[TkKM])\.?"
_AMOUNT = re.compile(
    rf"(?P<open>\()?\s*(?P<sign>[-+−–])?\s*(?P<before>{_CURRENCY})?\s*(?P<inner>[-+−–])?\s*"
    r"(?P<core>\d[\d.,]*(?:[\s'’]\d[\d.,]*)*|[.,]\d+)(?P<power>[eE][+-]?\d+)?\s*"
    rf"(?P<scale>{_SCALE})?\s*(?P<after>{_CURRENCY})?\s*(?P<percent>%)?\s*(?P<behind>[-−–])?\s*(?P<close>\))?"
)
_GROUPED = re.compile(r"\d{1,3}(?:[\s'’]\d{3})+(?:[.,]\d+)?")
_FULL_AMOUNT = re.compile(r"[.,](?:[-–—]{1,2})(?=\s|$)")
_INFINITE = re.compile(r"[+-]?(?:inf|infinity|∞)", re.IGNORECASE)


class Mark(StrEnum):
    """Something about an amount that is said to the rep."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    INFINITE = "infinite"
    PERCENT = "percent"
    BRACKETS = "brackets"
    SIGN_BEHIND = "sign behind"


@dataclass(frozen=True, slots=True)
class Spelling:
    """One amount: its digits with separators, sign, currency, unit, and what is to be said about it."""

    core: str
    negative: bool = False
    currency: str | None = None
    scale: int = 1
    power: int = 0
    mark: Mark | None = None


def spelling_of(text: str) -> Spelling:
    """Return an amount taken apart.

    >>> spelling_of("€ 1.000").core, spelling_of("(500)").negative, spelling_of("5 T€").scale, spelling_of("k.A.").mark
    ('1.000', True, 1000, <Mark.MISSING: 'missing'>)
    """
    text = text.strip()
    if folded(text) in words("missing"):
        return Spelling("", mark=Mark.MISSING)
    if _INFINITE.fullmatch(text):
        return Spelling("", mark=Mark.INFINITE)
    match = _AMOUNT.fullmatch(_FULL_AMOUNT.sub("", text))
    return Spelling("", mark=Mark.UNREADABLE) if match is None else _taken_apart(match)


def _taken_apart(match: re.Match[str]) -> Spelling:
    core, currency = _core(match["core"]), _currency(match)
    signs = [sign for sign in (match["sign"], match["inner"], match["behind"]) if sign]
    brackets = bool(match["open"])
    contradicts = brackets != bool(match["close"]) or len(signs) + brackets > 1
    if core is None or currency == "" or contradicts or len(match["power"] or "") > 6:
        return Spelling("", mark=Mark.UNREADABLE)
    unit = unit_of(match["scale"]) if match["scale"] else None
    return Spelling(
        core,
        negative=brackets or (bool(signs) and signs[0] != "+"),
        currency=currency,
        scale=unit.scale if unit else 1,
        power=int(match["power"][1:]) if match["power"] else 0,
        mark=_mark(match),
    )


def _core(text: str) -> str | None:
    if not re.search(r"[\s'’]", text):
        return text
    return re.sub(r"[\s'’]", "", text) if _GROUPED.fullmatch(text) else None


def _currency(match: re.Match[str]) -> str | None:
    """Return the currency, None if none is named, "" if the sign is none or there are two different ones."""
    named = {currency_of(sign) for sign in (match["before"], match["after"]) if sign}
    if not named:
        return None
    return (named.pop() or "") if len(named) == 1 else ""


def _mark(match: re.Match[str]) -> Mark | None:
    if match["percent"]:
        return Mark.PERCENT
    if match["open"]:
        return Mark.BRACKETS
    return Mark.SIGN_BEHIND if match["behind"] else None
