"""The typeface of the pictures: registered once, measured without drawing, never a missing glyph."""

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
# Typefaces that hold Chinese, Japanese and Korean on the three systems; used where they are installed.
EAST_ASIAN = (
    "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", "PingFang SC", "Hiragino Sans GB", "Yu Gothic",
    "WenQuanYi Micro Hei", "Malgun Gothic",
)  # fmt: skip
NO_GLYPH = "\N{WHITE SQUARE}"


@cache
def families(face: str) -> tuple[str, ...]:
    """Return the families for a face ("regular", "italic", "semibold", "bold"), the fallbacks last."""
    registered = _registered()
    east_asian = tuple(name for name in EAST_ASIAN if name in registered)[:1]
    own = (FAMILIES[face],) if FAMILIES[face] in registered else ()
    return (*own, *east_asian, FALLBACK)


@cache
def properties(face: str, size: float) -> FontProperties:
    """Return the matplotlib font of a face at ``size`` points."""
    return FontProperties(
        family=list(families(face)),
        size=size,
        weight="bold" if face == "bold" else "normal",
        style="italic" if face == "italic" else "normal",
    )


def printable(words: str) -> str:
    """Return ``words`` in one line with every character one of our typefaces has; a square stands for any other.

    >>> printable("A\\nB")
    'A B'
    """
    return "".join(_shown(character) for character in unicodedata.normalize("NFC", words))


def width(words: str, face: str = "regular", size: float = look.TYPE_SCALE["body"]) -> float:
    """Return how wide ``words`` are in inches; kerning is left out, so it is never too small by much."""
    return sum(_advance(character, face) for character in printable(words)) * size / 72


def fit(words: str, room: float, face: str = "regular", size: float = look.TYPE_SCALE["body"]) -> str:
    """Return ``words`` if they fit into ``room`` inches, else their beginning and an ellipsis."""
    words = printable(words)
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
    rest = printable(words).split()
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
def _fonts(face: str) -> tuple[Any, ...]:
    chosen = properties(face, 10)
    return tuple(FT2Font(fontManager.findfont(_single(chosen, family))) for family in families(face))


def _single(chosen: FontProperties, family: str) -> FontProperties:
    return FontProperties(family=family, weight=chosen.get_weight(), style=chosen.get_style())


@cache
def _shown(character: str) -> str:
    if unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp", "Cs", "Co", "Cn"):
        return " " if character.isspace() else ""
    held = all(any(font.get_char_index(ord(character)) for font in _fonts(face)) for face in FAMILIES)
    return character if held else NO_GLYPH


@cache
def _advance(character: str, face: str) -> float:
    for font in _fonts(face):
        if font.get_char_index(ord(character)):
            font.set_size(100, 72)
            return float(font.load_char(ord(character)).linearHoriAdvance) / 65536 / 100
    return 1.0
