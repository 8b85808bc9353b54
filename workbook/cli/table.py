"""Tables for a terminal: columns as wide as they need to be, and nothing in a cell can move the cursor."""

import shutil
import textwrap
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_GAP = "  "
_LONGEST_CELL, _SHORTEST_CELL = 36, 11
# A note needs this much room beside its row; with less it stands below.
_NOTE_ROOM = 44


@dataclass(frozen=True, slots=True)
class Column:
    """A heading; numbers stand to the right; an elastic column gives way where the screen is narrow."""

    heading: str
    right: bool = False
    elastic: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """How wide the columns of some rows are on this screen, and where the notes of the rows stand."""

    columns: Sequence[Column]
    widths: Sequence[int]
    screen: int

    @property
    def width(self) -> int:
        """How many signs a row takes without its note."""
        return sum(self.widths) + len(_GAP) * (len(self.widths) - 1)

    @property
    def room(self) -> int:
        """How many signs are left for a note beside its row."""
        return self.screen - self.width - len(_GAP)

    def head(self, note: str = "") -> list[str]:
        """Return the headings and a rule; ``note`` is the heading of the notes."""
        beside = note if self.room >= _NOTE_ROOM else ""
        widths = [*self.widths, _width(beside)] if beside else self.widths
        rule = _GAP.join("─" * width for width in widths)
        return [self._line([column.heading for column in self.columns], beside), rule[: self.screen]]

    def row(self, cells: Sequence[object], note: str = "") -> list[str]:
        """Return one row with its note, as many lines as that needs."""
        texts = [_short(plain(cell), width) for cell, width in zip(cells, self.widths, strict=True)]
        if not note:
            return [self._line(texts)]
        if _width(plain(note)) > self.room < _NOTE_ROOM:
            indent = " " * (self.widths[0] + len(_GAP))
            return [self._line(texts), *wrapped(note, self.screen, indent)]
        first, *more = textwrap.wrap(plain(note), self.room) or [""]
        return [self._line(texts, first), *(" " * (self.width + len(_GAP)) + line for line in more)]

    def _line(self, texts: Sequence[str], note: str = "") -> str:
        padded = [
            _padded(text, width, column.right)
            for text, width, column in zip(texts, self.widths, self.columns, strict=True)
        ]
        return _GAP.join([*padded, note]).rstrip()


def lay_out(columns: Sequence[Column], rows: Sequence[Sequence[object]]) -> Layout:
    """Return a layout in which every row fits; long cells are cut, elastic ones more where the screen is narrow."""
    texts = [[column.heading for column in columns], *([plain(cell) for cell in row] for row in rows)]
    widths = [min(max(_width(row[place]) for row in texts), _LONGEST_CELL) for place in range(len(columns))]
    screen = shutil.get_terminal_size((110, 24)).columns
    missing = max(sum(widths) + len(_GAP) * (len(widths) - 1) - screen, 0)
    for place, column in enumerate(columns):
        if column.elastic:
            widths[place] = max(widths[place] - missing, min(_SHORTEST_CELL, widths[place]))
    return Layout(columns, widths, screen)


def table(columns: Sequence[Column], rows: Sequence[Sequence[object]]) -> list[str]:
    """Return the lines of a table: headings, a rule, one line per row; the last column may be as long as it likes."""
    layout = lay_out(columns[:-1], [row[:-1] for row in rows])
    longest = max(_width(plain(each)) for each in (columns[-1].heading, *(row[-1] for row in rows)))
    whole = Layout(columns, [*layout.widths, longest], layout.screen)
    return [*whole.head(), *(line for row in rows for line in whole.row(row))]


def wrapped(text: str, screen: int, indent: str) -> Iterator[str]:
    """Yield the lines of a text that fits on the screen, each after ``indent``."""
    yield from textwrap.wrap(
        plain(text), max(screen, _NOTE_ROOM), initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
    )


def plain(text: object) -> str:
    """Return a text without control characters, so that no name can write over the screen.

    >>> plain("A\\x1b[2JB")
    'A�[2JB'
    """
    return "".join("\N{REPLACEMENT CHARACTER}" if unicodedata.category(sign) == "Cc" else sign for sign in str(text))


def _padded(cell: str, width: int, right: bool) -> str:
    blanks = " " * (width - _width(cell))
    return blanks + cell if right else cell + blanks


def _short(cell: str, room: int) -> str:
    if _width(cell) <= room:
        return cell
    while cell and _width(cell) > room - 1:
        cell = cell[:-1]
    return f"{cell}…"


def _width(cell: str) -> int:
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in cell)
    combining = sum(unicodedata.combining(sign) > 0 for sign in cell)
    return len(cell) + wide - combining
