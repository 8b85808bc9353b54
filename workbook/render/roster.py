"""The list of participants: every cell is text; a missing reference is made once and written back."""

import csv
import io
from dataclasses import dataclass, replace
from pathlib import Path

from workbook.errors import InputError, Place, Problem, system_words
from workbook.render import kinds
from workbook.render.files import write_whole
from workbook.render.names import new_ref

COLUMNS = ("name", "language", "accounts", "transactions", "owner", "ref")
REQUIRED = ("name",)


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One line: ``number`` counts like a spreadsheet, ``cells`` are the known columns, empty text where missing."""

    number: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Roster:
    """The list as it stands in the file: all rows with all columns, and how the file is written."""

    path: Path
    table: tuple[tuple[str, ...], ...]
    delimiter: str
    encoding: str
    line_end: str

    @property
    def header(self) -> tuple[str, ...]:
        """The column names, without blanks around and in lower case."""
        return tuple(name.strip().casefold() for name in self.table[0]) if self.table else ()

    @property
    def rows(self) -> list[RosterRow]:
        """The rows that hold anything."""
        numbered = enumerate(self.table[1:], start=2)
        return [RosterRow(number, self._cells(row)) for number, row in numbered if any(cell.strip() for cell in row)]

    def _cells(self, row: tuple[str, ...]) -> dict[str, str]:
        return {name: cell.strip() for name, cell in zip(self.header, row, strict=False)}


def read_roster(path: Path) -> Roster:
    """Return the list of participants; raises `InputError` when it is missing or no table of text."""
    if not path.is_file():
        raise InputError(Problem(kinds.COHORT_FILE_MISSING, Place(file=path.name)))
    text, encoding = _decode(path)
    first_line = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first_line.count)
    table = tuple(tuple(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    return Roster(path, table, delimiter, encoding, "\r\n" if first_line.endswith("\r") else "\n")


def _decode(path: Path) -> tuple[str, str]:
    data = path.read_bytes()
    encodings = ("utf-8-sig",) if data.startswith(b"\xef\xbb\xbf") else ("utf-8", "cp1252")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text, encoding
    raise InputError(Problem(kinds.ROSTER_UNREADABLE, Place(file=path.name)))


def structure_problems(roster: Roster) -> list[Problem]:
    """Return what is wrong with the table itself: columns missing or twice, rows of another length, nobody in it."""
    file = roster.path.name
    header = roster.header
    missing = [
        Problem(kinds.ROSTER_COLUMN_MISSING, Place(file, column=name)) for name in REQUIRED if name not in header
    ]
    twice = [Problem(kinds.ROSTER_COLUMN_TWICE, Place(file, column=name)) for name in COLUMNS if header.count(name) > 1]
    long = [
        Problem(kinds.ROSTER_CELLS, Place(file, row=number), details={"seen": len(row), "expected": len(header)})
        for number, row in enumerate(roster.table[1:], start=2)
        if len(row) > len(header)
    ]
    empty = [] if roster.rows else [Problem(kinds.ROSTER_EMPTY, Place(file))]
    return missing + twice + long + empty


def with_refs(roster: Roster) -> Roster:
    """Return the list with a new reference wherever one is missing; equal to ``roster`` if none is."""
    if "ref" not in roster.header:
        roster = replace(
            roster, table=(*((*roster.table[0], "ref"),), *(_padded(row, roster) for row in roster.table[1:]))
        )
    position = roster.header.index("ref")
    filled = tuple(_filled(row, position) for row in roster.table[1:])
    return replace(roster, table=(roster.table[0], *filled))


def _padded(row: tuple[str, ...], roster: Roster) -> tuple[str, ...]:
    return row + ("",) * (len(roster.header) - len(row)) if any(cell.strip() for cell in row) else row


def _filled(row: tuple[str, ...], position: int) -> tuple[str, ...]:
    if not any(cell.strip() for cell in row):
        return row
    whole = row + ("",) * (position + 1 - len(row))
    ref = whole[position].strip() or new_ref()
    return (*whole[:position], ref, *whole[position + 1 :])


def write_roster(roster: Roster) -> None:
    """Write the list back with the same delimiter, encoding, line ends and further columns."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=roster.delimiter, lineterminator=roster.line_end).writerows(roster.table)
    try:
        write_whole(roster.path, text.getvalue().encode(roster.encoding))
    except OSError as error:
        details = {"error": system_words(error)}
        raise InputError(Problem(kinds.ROSTER_LOCKED, Place(file=roster.path.name), details=details)) from error
