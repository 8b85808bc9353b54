"""Cells far away from the list are cut off before Excel's grid is built: one stray cell would make it gigantic."""

import io
import re
import zipfile

from workbook.portfolio.findings import Findings
from workbook.portfolio.kinds import files, tables
from workbook.portfolio.sheet_parts import COLUMN_LIMIT, column_number, far_columns, far_rows

_GRID_LIMIT = 20_000_000
CELL_LIMIT = 5_000_000
_SHORTEST_CELL = len('<c r="A1"/>')
_STRAY_LIMIT = 200
_CELL = re.compile(rb"<(?:\w+:)?c\b[^>]*?\br=\"([A-Z]+\d+)\"[^>]*?(?:/>|>(.*?)</(?:\w+:)?c>)", re.DOTALL)
_CONTENT = re.compile(rb"<(?:\w+:)?(?:v|t)(?:\s[^>]*)?>\s*[^<\s]")
_REFERENCE = re.compile(rb"\br=\"([A-Z]+)(\d+)\"")
_DIMENSION = re.compile(rb"<(?:\w+:)?dimension\b[^>]*/>")


def trimmed(content: bytes, parts: dict[str, bytes], part: str | None, findings: Findings) -> bytes:
    """Return the workbook without cells far below or far right of the list; complains when they said something."""
    if part is None:
        return content
    sheet = _without_far_columns(_without_far_rows(parts[part], findings), findings)
    _check_grid(sheet, findings)
    if sheet is parts[part]:
        return content
    parts[part] = _DIMENSION.sub(b"", sheet)
    return _zipped(parts)


def _without_far_rows(sheet: bytes, findings: Findings) -> bytes:
    far = far_rows(sheet)
    if far is None:
        return sheet
    _warn(sheet[far[0] : far[1]], findings)
    return sheet[: far[0]] + sheet[far[1] :]


def _without_far_columns(sheet: bytes, findings: Findings) -> bytes:
    cells = far_columns(sheet)
    if not cells:
        return sheet
    if len(cells) > _STRAY_LIMIT:
        count = max(column_number(cell[2]) for cell in cells) + 1
        findings.stop(tables.TOO_MANY_COLUMNS, details={"count": count, "limit": COLUMN_LIMIT})
    _warn(b"".join(cell[0] for cell in cells), findings)
    for cell in reversed(cells):
        sheet = sheet[: cell.start()] + sheet[cell.end() :]
    return sheet


def _warn(cut: bytes, findings: Findings) -> None:
    said = [cell[1].decode() for cell in _CELL.finditer(cut) if cell[2] and _CONTENT.search(cell[2])]
    if said:
        findings.add(tables.STRAY_CELLS, details={"cells": ", ".join(said[:5])})


def _check_grid(sheet: bytes, findings: Findings) -> None:
    """Too many cells, or a few scattered over a huge area, would fill the memory."""
    # Fewer bytes than this cannot hold so many cells, and counting them takes time.
    cells = sheet.count(b"<c ") + sheet.count(b":c ") if len(sheet) > CELL_LIMIT * _SHORTEST_CELL else 0
    if cells > CELL_LIMIT:
        findings.stop(files.XLSX_TOO_LARGE, details={"detail": f"{cells} > {CELL_LIMIT}"})
    references = _REFERENCE.findall(sheet) if len(sheet) < 2_000_000 else []
    rows = max((int(row) for _column, row in references), default=0)
    columns = max((column_number(column) + 1 for column, _row in references), default=0)
    if rows * columns > _GRID_LIMIT:
        findings.stop(files.XLSX_TOO_LARGE, details={"detail": f"{rows} x {columns}"})


def _zipped(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return target.getvalue()
