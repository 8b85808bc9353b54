"""What the values of a sheet do not show: errors, formulas without result, hidden rows, cells far away."""

import re
from dataclasses import dataclass
from itertools import pairwise

from defusedxml.ElementTree import fromstring

COLUMN_LIMIT, ROW_GAP = 1_000, 10_000
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*?\br=\"(\d+)\"[^>]*>")
_HIDDEN = re.compile(rb"<(?:\w+:)?row\b[^>]*\bhidden=\"(?:1|true)\"")
_CELL_WITH_ERROR = re.compile(rb"<(?:\w+:)?c\b([^>]*\bt=\"e\"[^>]*)>.*?<(?:\w+:)?v>([^<]*)</", re.DOTALL)
_FORMULA_ONLY = re.compile(
    rb"<(?:\w+:)?c\b([^>]*[^/])>\s*<((?:\w+:)?f)\b(?:[^>]*/>|[^>]*>[^<]*</\2>)\s*(?:<(?:\w+:)?v\s*/>|<((?:\w+:)?v)></\3>)?\s*</(?:\w+:)?c>"
)
_FORMULAS = (b"<f", b":f")
_REFERENCE = re.compile(rb"\br=\"([A-Z]+)(\d+)\"")
_FAR_HINT = re.compile(rb"r=\"[A-Z]{3}\d")
_FAR_CELL = re.compile(rb"<((?:\w+:)?c)\b[^>]*?\br=\"([A-Z]{3})(\d+)\"[^>]*?(?:/>|>.*?</\1>)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class CellNote:
    """A cell (row from 1, column from 0) and what it shows."""

    row: int
    column: int
    text: str


def sheet_part(name: str, parts: dict[str, bytes]) -> str | None:
    """Return the part that holds the sheet of this name, None if it cannot be told."""
    relations = parts.get("xl/_rels/workbook.xml.rels")
    if relations is None:
        return None
    targets = {item.get("Id"): item.get("Target", "") for item in fromstring(relations)}
    for element in fromstring(parts["xl/workbook.xml"]).iter():
        if element.tag.endswith("}sheet") and element.get("name") == name:
            target = targets.get(element.get(_RELATION), "")
            path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            return path if path in parts else None
    return None


def column_number(letters: bytes) -> int:
    """Return the position of a column from 0.

    >>> column_number(b"A"), column_number(b"XFD")
    (0, 16383)
    """
    number = 0
    for code in letters:
        number = number * 26 + code - 64
    return number - 1


def hidden_rows(sheet: bytes) -> int:
    """Return how many rows are hidden or filtered away."""
    return len(_HIDDEN.findall(sheet)) if b"hidden=" in sheet else 0


def cell_errors(sheet: bytes) -> list[CellNote]:
    """Return the cells that show an Excel error."""
    return (
        [_note(match[1], match[2].decode()) for match in _CELL_WITH_ERROR.finditer(sheet)] if b't="e"' in sheet else []
    )


def formulas_without_value(sheet: bytes) -> list[CellNote]:
    """Return the cells with a formula whose result is not in the file."""
    # Texts are mostly kept in a part of their own, so that numbers alone stand here and one letter decides.
    first, last = max(sheet.find(b"<sheetData"), 0), sheet.rfind(b"</sheetData>")
    if sheet.find(b"f", first, last if last > first else None) < 0 or not any(mark in sheet for mark in _FORMULAS):
        return []
    return [_note(match[1], "") for match in _FORMULA_ONLY.finditer(sheet)]


def _note(attributes: bytes, text: str) -> CellNote:
    match = _REFERENCE.search(attributes)
    return CellNote(int(match[2]), column_number(match[1]), text) if match else CellNote(1, 0, text)


def far_columns(sheet: bytes) -> list[re.Match[bytes]]:
    """Return the cells right of column `COLUMN_LIMIT`."""
    if _FAR_HINT.search(sheet) is None:
        return []
    return [match for match in _FAR_CELL.finditer(sheet) if column_number(match[2]) >= COLUMN_LIMIT]


def far_rows(sheet: bytes) -> tuple[int, int] | None:
    """Return where in the part the rows begin that lie far below the list, and where the last one ends."""
    last = _ROW.match(sheet, max(sheet.rfind(b"<row "), 0))
    if last is None or int(last[1]) <= sheet.count(b"<row ") + ROW_GAP:
        return None
    rows = list(_ROW.finditer(sheet))
    for before, row in pairwise(rows):
        if int(row[1]) - int(before[1]) > ROW_GAP:
            end = max(sheet.rfind(b"</row>") + len(b"</row>"), rows[-1].end())
            return row.start(), end
    return (rows[0].start(), rows[-1].end()) if len(rows) == 1 else None
