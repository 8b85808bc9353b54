"""The words of exports as data: header synonyms and status words, loaded once from the packaged tables."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from workbook.resources import resource

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
_BLANKS = re.compile(r"\s+")
_ODD_BLANKS = ("  ", *(sign for sign in map(chr, range(0x3001)) if sign.isspace() and sign != " "))
# No text contains it: such files are refused.
_BETWEEN = "\0"
_CUSTOM_FIELD = re.compile(r"__c$", re.IGNORECASE)
_NOT_A_WORD = re.compile(r"[\W_]+")


def tidy(text: str) -> str:
    """Return a text composed (NFC), without invisible characters, blanks collapsed and stripped.

    >>> tidy("  Umsatz\\u00a0 2025\\u200b ")
    'Umsatz 2025'
    """
    if not text.isascii():
        text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    return " ".join(text.split())


def folded(text: str) -> str:
    """Return a text for comparing words: tidy, without capitals."""
    return tidy(text).casefold()


def tidied(texts: Sequence[str]) -> list[str]:
    """Return what `tidy` makes of each text, for a whole column at once.

    >>> tidied([" a  b ", "Mu\u0308ller", ""])
    ['a b', 'Müller', '']
    """
    joined = _BETWEEN.join(texts)
    if not joined.isascii():
        joined = _INVISIBLE.sub("", unicodedata.normalize("NFC", joined))
    if any(blank in joined for blank in _ODD_BLANKS):
        joined = _BLANKS.sub(" ", joined)
    pieces = joined.split(_BETWEEN) if len(texts) else []
    at_an_edge = f"{_BETWEEN} " in joined or f" {_BETWEEN}" in joined or joined[:1] == " " or joined[-1:] == " "
    return [piece.strip() for piece in pieces] if at_an_edge else pieces


def stripped(texts: list[str]) -> list[str]:
    """Return each text without blanks around it; a column without any blank is returned as it is.

    >>> stripped(["a", " b "])
    ['a', 'b']
    """
    joined = "".join(texts)
    # Every blank but the ordinary one counts as not printable.
    return texts if " " not in joined and joined.isprintable() else [text.strip() for text in texts]


def all_folded(texts: Sequence[str]) -> list[str]:
    """Return what `folded` makes of each text, for a whole column at once."""
    return _BETWEEN.join(tidied(texts)).casefold().split(_BETWEEN) if len(texts) else []


@lru_cache(maxsize=8192)
def header_key(header: str) -> str:
    """Return a header for comparing: letters and digits only, without capitals.

    The sign of per cent is a word: a margin in per cent is no margin in money.

    >>> header_key("Kunden-Nr.:"), header_key("Potential__c"), header_key("Organization - Name"), header_key("DB %")
    ('kundennr', 'potential', 'organizationname', 'dbpercent')
    """
    return _NOT_A_WORD.sub("", _CUSTOM_FIELD.sub("", tidy(header)).casefold().replace("%", "percent"))


@cache
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(resource("data", name).read_text(encoding="utf-8"))


def preset_names() -> tuple[str, ...]:
    """Return the names that ``--preset`` takes."""
    return tuple(sorted(_table("headers.toml")["presets"]))


def header_table(section: str) -> Mapping[str, list[str]]:
    """Return one section of the header table: {field: [names]}."""
    return dict(_table("headers.toml")[section])


def preset_table(preset: str, section: str) -> Mapping[str, list[str]]:
    """Return the names a preset adds to a section."""
    return dict(_table("headers.toml")["presets"][preset].get(section, {}))


@cache
def words(section: str, *, keys: tuple[str, ...] = ()) -> Mapping[str, str]:
    """Return {word: meaning} of one section of the status table, for the given meanings or all of them."""
    table = _table("statuses.toml")[section]
    return {folded(word): meaning for meaning in (keys or table) for word in table[meaning]}
