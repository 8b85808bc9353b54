"""Writes the demo files so that the same content always gives the same bytes, on any machine."""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import xlsxwriter

MADE_ON = datetime(2026, 10, 30)  # noqa: DTZ001  Excel's properties carry no time zone
OLDEST_ZIP_DAY = (1980, 1, 1, 0, 0, 0)

Row = Sequence[str | int | Decimal | None]


def german_money(amount: Decimal | None) -> str:
    """Return an amount as a German export writes it; unknown is an empty cell.

    >>> german_money(Decimal("1234567.8"))
    '1.234.567,80'
    """
    return "" if amount is None else f"{amount:,.2f}".translate(str.maketrans(",.", ".,"))


def write_delimited(path: Path, rows: Iterable[Row], *, delimiter: str = ",", encoding: str = "utf-8") -> None:
    """Write rows of text as CSV."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))


def write_excel(path: Path, sheet: str, rows: Iterable[Row]) -> None:
    """Write rows as one worksheet: text as text, amounts as numbers with two decimals."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"created": MADE_ON, "author": ""})
        page = book.add_worksheet(sheet)
        bold, money = book.add_format({"bold": True}), book.add_format({"num_format": "#,##0.00"})
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                _write_cell(page, (number, column), value, money if number else bold)
        page.freeze_panes(1, 0)
        page.set_column(0, 20, 18)
    path.write_bytes(_without_compression(content))


def _write_cell(page: xlsxwriter.worksheet.Worksheet, where: tuple[int, int], value: object, form: object) -> None:
    if isinstance(value, Decimal):
        page.write_number(*where, float(value), form)
    elif value not in (None, ""):
        page.write_string(*where, str(value), form if where[0] == 0 else None)


def _without_compression(content: io.BytesIO) -> bytes:
    # Compression libraries differ between machines; stored members do not.
    stored = io.BytesIO()
    with zipfile.ZipFile(content) as source, zipfile.ZipFile(stored, "w", zipfile.ZIP_STORED) as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, OLDEST_ZIP_DAY)
            member.create_system = 0
            target.writestr(member, source.read(name))
    return stored.getvalue()
