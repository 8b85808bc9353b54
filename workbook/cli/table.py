"""Tables for a terminal: columns as wide as they need to be, and nothing in a cell can move the cursor."""

import shutil
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_GAP = "  "
_LONGEST_CELL = 36


@dataclass(frozen=True, slots=True)
class Column:
    """A heading; numbers stand to the right."""

    heading: str
    right: bool = False


def plain(text: object) -> str:
    """Return a text without control characters, so that no name can write over the screen.

    >>> plain("A\\x1b[2JB")
    'A�[2JB'
    """
    return "".join("\N{REPLACEMENT CHARACTER}" if unicodedata.category(sign) == "Cc" else sign for sign in str(text))


def table(columns: Sequence[Column], rows: Sequence[Sequence[object]]) -> list[str]:
    """Return the lines of a table: headings, a rule, one line per row; the last column may be as long as it likes."""
    cells = [[_short(plain(cell), last=place == len(row) - 1) for place, cell in enumerate(row)] for row in rows]
    texts = [[column.heading for column in columns], *cells]
    widths = [max(_width(row[place]) for row in texts) for place in range(len(columns))]
    lines = [_line(row, columns, widths) for row in texts]
    rule = _GAP.join("─" * width for width in widths)
    return [lines[0], rule[: _screen()], *lines[1:]]


def _screen() -> int:
    return shutil.get_terminal_size((110, 24)).columns


def _line(cells: Sequence[str], columns: Sequence[Column], widths: Sequence[int]) -> str:
    padded = [_padded(cell, width, column.right) for cell, column, width in zip(cells, columns, widths, strict=True)]
    return _GAP.join(padded).rstrip()


def _padded(cell: str, width: int, right: bool) -> str:
    blanks = " " * (width - _width(cell))
    return blanks + cell if right else cell + blanks


def _short(cell: str, *, last: bool) -> str:
    return cell if last or len(cell) <= _LONGEST_CELL else cell[: _LONGEST_CELL - 1] + "…"


def _width(cell: str) -> int:
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in cell)
    combining = sum(unicodedata.combining(sign) > 0 for sign in cell)
    return len(cell) + wide - combining
