"""Excel workbooks become a text table; numbers and dates keep the exact value Excel stored."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from xml.etree.ElementTree import ParseError

import numpy as np
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from workbook.portfolio.findings import Findings
from workbook.portfolio.header_row import SEARCHED_ROWS, Score, find_header
from workbook.portfolio.headings import checked_headers
from workbook.portfolio.kinds import files, tables
from workbook.portfolio.package_check import checked_parts
from workbook.portfolio.sheet_parts import cell_errors, formulas_without_value, hidden_rows, sheet_part
from workbook.portfolio.table import Cells, Table, number_text, plain, texts
from workbook.portfolio.trimming import trimmed
from workbook.portfolio.vocabulary import folded

Grid = list[list[Any]]


@dataclass(frozen=True)
class _Book:
    """A workbook: its bytes, its parts, and the sheets that may be read."""

    content: bytes
    parts: dict[str, bytes]

    @cached_property
    def sheets(self) -> CalamineWorkbook:
        return _opened(self.content)

    def has_content(self, sheet: str) -> bool:
        part = sheet_part(sheet, self.parts)
        return part is None or any(mark in self.parts[part] for mark in (b"<v", b"<is", b":v", b":is", b"<f"))


def _opened(content: bytes) -> CalamineWorkbook:
    return CalamineWorkbook.from_filelike(io.BytesIO(content))


def read_spreadsheet(content: bytes, wanted: str | None, score: Score, findings: Findings) -> Table:
    """Return the table in an Excel workbook; raises `InputError` when it cannot be trusted."""
    book = _Book(content, checked_parts(content, findings))
    try:
        name = _chosen_sheet(book, wanted, score, findings)
        findings.sheet = name
        clean = trimmed(content, book.parts, sheet_part(name, book.parts), findings)
        sheet = (book.sheets if clean is content else _opened(clean)).get_sheet_by_name(name)
        grid: Grid = sheet.to_python(skip_empty_area=False)
    except (CalamineError, ParseError, ValueError, OSError, KeyError):
        findings.stop(files.XLSX_DAMAGED)
    header = _header(sheet, grid, score, findings)
    _check_part(book, name, findings)
    return _table(grid, header, b'date1904="1"' in book.parts["xl/workbook.xml"], findings)


def _chosen_sheet(book: _Book, wanted: str | None, score: Score, findings: Findings) -> str:
    sheets = [sheet for sheet in book.sheets.sheets_metadata if sheet.typ is SheetTypeEnum.WorkSheet]
    visible = [sheet.name for sheet in sheets if sheet.visible is SheetVisibleEnum.Visible]
    hidden = [sheet.name for sheet in sheets if sheet.name not in visible]
    if wanted is not None:
        return _named_sheet(wanted, visible + hidden, findings)
    filled = [name for name in visible if book.has_content(name)]
    if hidden:
        details = {"sheets": ", ".join(hidden), "names": hidden, "option": findings.sheet_option}
        findings.add(tables.HIDDEN_SHEETS, details=details)
    if not filled:
        findings.stop(tables.SHEET_EMPTY)
    return filled[0] if len(filled) == 1 else _likeliest(book, filled, score, findings)


def _named_sheet(wanted: str, names: list[str], findings: Findings) -> str:
    match = next((name for name in names if folded(name) == folded(wanted)), None)
    if match is None:
        details = {"sheets": ", ".join(names), "option": findings.sheet_option}
        findings.stop(tables.SHEET_MISSING, value=wanted, details=details)
    return match


def _likeliest(book: _Book, names: list[str], score: Score, findings: Findings) -> str:
    scores = {name: _best_score(book, name, score, findings) for name in names[:20]}
    best = max(names[:20], key=lambda name: (scores[name], -names.index(name)))
    details = {"sheets": ", ".join(names), "names": names, "sheet": best, "option": findings.sheet_option}
    findings.add(tables.SHEET_ASKED, details=details)
    return best


def _best_score(book: _Book, name: str, score: Score, findings: Findings) -> int:
    content = trimmed(book.content, book.parts, sheet_part(name, book.parts), Findings(findings.file))
    sheet = (book.sheets if content is book.content else _opened(content)).get_sheet_by_name(name)
    rows = sheet.to_python(skip_empty_area=False, nrows=SEARCHED_ROWS)
    return max((score([as_text(value) for value in row]) for row in rows), default=0)


def _header(sheet: CalamineSheet, grid: Grid, score: Score, findings: Findings) -> int:
    top = [[as_text(value) for value in row] for row in grid[:SEARCHED_ROWS]]
    header = find_header(top, score)
    if header is None:
        findings.stop(tables.SHEET_EMPTY)
    if any(cell.strip() for row in top[:header] for cell in row):
        merged = any(first[0] < header for first, _last in sheet.merged_cell_ranges or [])
        kind = tables.HEADER_ROW_ASKED if merged else tables.TITLE_ROWS_SKIPPED
        findings.add(kind, (header + 1, None), details={"headers": ", ".join(cell for cell in top[header] if cell)})
    return header


def _check_part(book: _Book, name: str, findings: Findings) -> None:
    part = sheet_part(name, book.parts)
    if part is None:
        return
    hidden = hidden_rows(book.parts[part])
    if hidden:
        findings.add(tables.HIDDEN_ROWS, details={"count": hidden})
    for note in cell_errors(book.parts[part]):
        findings.add(tables.CELL_ERROR, (note.row, note.column), note.text)
    for note in formulas_without_value(book.parts[part]):
        findings.add(tables.FORMULA_WITHOUT_VALUE, (note.row, note.column))


def _table(grid: Grid, header: int, epoch_1904: bool, findings: Findings) -> Table:
    below = grid[header + 1 :]
    # Nearly every row shows with its first cell that it is not blank.
    filled = [
        position
        for position, row in enumerate(below)
        if (row[0] != "" and _has_content(row[0])) or any(map(_has_content, row))
    ]
    width = _width([grid[header], *(below[position] for position in filled)])
    headers = checked_headers([as_text(value) for value in grid[header][:width]], header + 1, findings)
    if not filled:
        findings.stop(tables.NO_DATA_ROWS)

    every = list(zip(*(below[position] for position in filled), strict=True))

    def read(columns: Sequence[int]) -> list[Cells]:
        return [_cells(every[column]) for column in columns]

    rows = np.array(filled, dtype=np.int64) + header + 2
    return Table(headers, header + 1, rows, read, epoch_1904=epoch_1904)


def _width(rows: Grid) -> int:
    """Return how many columns have content somewhere."""
    for column in range(len(rows[0]) - 1, -1, -1):
        if any(row[column] != "" and _has_content(row[column]) for row in rows):
            return column + 1
    return 0


def _has_content(value: Any) -> bool:
    return value != "" and (not isinstance(value, str) or bool(value.strip()))


def _cells(values: Sequence[Any]) -> Cells:
    kinds = set(map(type, values))
    if kinds == {str}:
        return plain(values)
    if kinds == {float}:
        return Cells(None, np.ones(len(values), dtype=bool), np.array(values))
    stored = np.array([not isinstance(value, (str, bool)) for value in values], dtype=bool)
    return Cells(texts([value if type(value) is str else as_text(value) for value in values]), stored)


def as_text(value: Any) -> str:
    """Return what a cell holds as text.

    >>> as_text(1234.0), as_text(0.5), as_text(datetime(2026, 12, 31, 8)), as_text(True)
    ('1234', '0.5', '2026-12-31', 'true')
    """
    if isinstance(value, float):
        return number_text(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.date().isoformat()
    return str(value)
