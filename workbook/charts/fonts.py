"""The typeface of the pictures: registered once, measured without drawing, never a missing glyph."""

import logging
import unicodedata
from functools import cache
from typing import Any

from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.ft2font import FT2Font

from workbook import look
from workbook.resources import resource

# Files whose family differs from the regular face: static semibold fonts carry the weight in the family name.
FAMILIES = {"regular": look.FONT, "italic": look.FONT, "semibold": f"{look.FONT} Semibold", "bold": look.FONT}
FALLBACK = "DejaVu Sans"
# Typefaces of the three systems that hold other scripts; asked only for characters ours and the fallback lack.
OTHERS = (
    "Microsoft YaHei", "PingFang SC", "Hiragino Sans GB", "Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Sans SC",
    "Source Han Sans SC", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Droid Sans Fallback", "STHeiti", "SimHei",
    "SimSun", "Microsoft JhengHei", "Yu Gothic", "Hiragino Sans", "Meiryo", "MS Gothic", "Noto Sans JP",
    "Malgun Gothic", "Apple SD Gothic Neo", "AppleGothic", "Noto Sans KR", "Leelawadee UI", "Thonburi",
    "Noto Sans Thai", "Nirmala UI", "Kohinoor Devanagari", "Noto Sans Devanagari", "Segoe UI",
    "Arial Unicode MS", "Noto Sans",
)  # fmt: skip
NO_GLYPH = "\N{WHITE SQUARE}"
# That a typeface of the machine has no bold face is nothing a rep has to read in a notebook.
logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)


@cache
def families(face: str) -> tuple[str, ...]:
    """Return the families for a face ("regular", "italic", "semibold", "bold"), the fallback last."""
    own = (FAMILIES[face],) if FAMILIES[face] in _registered() else ()
    return (*own, FALLBACK)


def properties(face: str, size: float, words: str = "") -> FontProperties:
    """Return the matplotlib font of a face at ``size`` points, with every family that ``words`` need."""
    needed = () if words.isascii() else (_other(character, face) for character in words)
    others = dict.fromkeys(family for family in needed if family)
    return _properties(face, size, (*families(face), *others))


@cache
def _properties(face: str, size: float, names: tuple[str, ...]) -> FontProperties:
    return FontProperties(
        family=list(names),
        size=size,
        weight="bold" if face == "bold" else "normal",
        style="italic" if face == "italic" else "normal",
    )


def printable(words: str, face: str = "regular") -> str:
    """Return ``words`` in one line; letters no typeface of this machine has are written in Latin ones.

    A square stands for any other character nothing here can draw.

    >>> printable("A\\nB")
    'A B'
    """
    return "".join(_shown(character, face) for character in unicodedata.normalize("NFC", words))


def width(words: str, face: str = "regular", size: float = look.TYPE_SCALE["body"]) -> float:
    """Return how wide ``words`` are in inches; kerning is left out, so it is never too small by much."""
    return sum(_advance(character, face) for character in printable(words, face)) * size / 72


def fit(words: str, room: float, face: str = "regular", size: float = look.TYPE_SCALE["body"]) -> str:
    """Return ``words`` if they fit into ``room`` inches, else their beginning and an ellipsis."""
    words = printable(words, face)
    if width(words, face, size) <= room:
        return words
    while words and width(words + "\N{HORIZONTAL ELLIPSIS}", face, size) > room:
        words = words[:-1].rstrip()
    return words + "\N{HORIZONTAL ELLIPSIS}"


def wrap(
    words: str, room: float, lines: int, face: str = "regular", size: float = look.TYPE_SCALE["body"]
) -> list[str]:
    """Return ``words`` broken at blanks into at most ``lines`` lines of ``room`` inches; the last one is cut to fit."""
    broken: list[str] = []
    rest = printable(words, face).split()
    while rest and len(broken) < lines - 1:
        taken = next((n for n in range(len(rest), 0, -1) if width(" ".join(rest[:n]), face, size) <= room), 1)
        broken.append(fit(" ".join(rest[:taken]), room, face, size))
        rest = rest[taken:]
    return [*broken, fit(" ".join(rest), room, face, size)] if rest else broken


@cache
def _registered() -> frozenset[str]:
    for name in look.FONT_FILES:
        path = resource("templates", "fonts", name)
        if path.exists():
            fontManager.addfont(path)
    return frozenset(font.name for font in fontManager.ttflist)


@cache
def _font(family: str, face: str) -> Any:
    chosen = properties(face, 10)
    single = FontProperties(family=family, weight=chosen.get_weight(), style=chosen.get_style())
    path = fontManager.findfont(single)
    # A file may hold several typefaces; matplotlib before 3.11 knows the first one only.
    number = getattr(path, "face_index", 0)
    return FT2Font(path, face_index=number) if number else FT2Font(path)


def _holds(family: str, face: str, character: str) -> bool:
    return bool(_font(family, face).get_char_index(ord(character)))


@cache
def _other(character: str, face: str) -> str | None:
    """Return the family that has a character which neither ours nor the fallback has, None when it needs none."""
    if any(_holds(family, face, character) for family in families(face)):
        return None
    installed = (family for family in OTHERS if family in _registered())
    return next((family for family in installed if _holds(family, face, character)), None)


def _family(character: str, face: str) -> str | None:
    """Return the family a character is drawn with, None when no typeface here has it."""
    own = (family for family in families(face) if _holds(family, face, character))
    return next(own, None) or _other(character, face)


@cache
def _shown(character: str, face: str) -> str:
    kind = unicodedata.category(character)
    if kind in ("Cc", "Cf", "Zl", "Zp", "Cs", "Co", "Cn"):
        return " " if character.isspace() else ""
    if _family(character, face):
        return character
    return _in_latin(character) if kind[0] in "LM" else NO_GLYPH


def _in_latin(character: str) -> str:
    """Return a letter in Latin ones: a reader may not know the sound, but tells one name from another."""
    from anyascii import anyascii

    return str(anyascii(character)) or NO_GLYPH


@cache
def _advance(character: str, face: str) -> float:
    family = _family(character, face)
    if family is None:
        return 1.0
    font = _font(family, face)
    font.set_size(100, 72)
    return float(font.load_char(ord(character)).linearHoriAdvance) / 65536 / 100
