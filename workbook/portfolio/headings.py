"""The header row is checked before its names are understood: blank, equal, nearly equal, too many."""

from collections.abc import Sequence

from workbook.portfolio.findings import Findings, letter
from workbook.portfolio.kinds import headers as kinds
from workbook.portfolio.kinds import tables
from workbook.portfolio.meanings import COLUMN_LIMIT
from workbook.portfolio.vocabulary import folded, tidy


def checked_headers(row: Sequence[str], number: int, findings: Findings) -> tuple[str, ...]:
    """Return the tidy names of a header row; raises `InputError` when there are too many columns."""
    filled = sum(bool(str(cell).strip()) for cell in row)
    if filled > COLUMN_LIMIT:
        findings.stop(tables.TOO_MANY_COLUMNS, (number, None), details={"count": filled, "limit": COLUMN_LIMIT})
    headers = tuple(tidy(str(cell)) for cell in row)
    findings.name_columns(headers)
    _check_repeats(row, headers, number, findings)
    return headers


def _check_repeats(row: Sequence[str], headers: tuple[str, ...], number: int, findings: Findings) -> None:
    seen: dict[str, int] = {}
    for column, header in enumerate(headers):
        if not header:
            continue
        first = seen.setdefault(folded(header), column)
        if first != column:
            same = row[first] == row[column]
            kind = kinds.HEADER_TWICE if same else kinds.HEADER_NEARLY_TWICE
            findings.add(kind, (number, column), header, {"first": letter(first), "second": letter(column)})
