"""How each column was read, in words: for the rep to see before anything is believed."""

from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd

from workbook.portfolio.account_rows import AccountRows
from workbook.portfolio.findings import letter
from workbook.portfolio.headers import FIELDS, YEARLY, HeaderMap
from workbook.portfolio.model import amount
from workbook.portfolio.reading import ColumnUse
from workbook.portfolio.sheet import Sheet

_NOT_MISSED = (
    "deleted",
    "own_turnover",
    "last_order",
    "potential_source",
    "potential_confidence",
    "contract_end",
    "access",
)


def column_uses(file: str, sheet: Sheet, rows: AccountRows | None) -> tuple[ColumnUse, ...]:
    """Return one line for each named column of a file."""
    fields = {column: field for field, column in reversed(list(sheet.map.columns.items()))}
    return tuple(
        _use(file, (header, column), fields.get(column), sheet, rows)
        for column, header in enumerate(sheet.table.headers)
        if header
    )


def missing_fields(mapped: HeaderMap) -> tuple[str, ...]:
    """Return the fields no column was found for."""
    yearly = [measure for measure in YEARLY if not mapped.years(measure)]
    return (*(field for field in FIELDS if field not in mapped.columns and field not in _NOT_MISSED), *yearly)


def _use(file: str, place: tuple[str, int], field: str | None, sheet: Sheet, rows: AccountRows | None) -> ColumnUse:
    header, column = place
    text = _example(sheet, field) if field else ""
    value = _read_value(field, text, rows) if field and rows else text
    return ColumnUse(file, header, letter(column), field, text, value)


def _example(sheet: Sheet, field: str) -> str:
    """Return the longest of the first texts: it shows most about how numbers are written."""
    if field not in sheet:
        return ""
    texts = [str(text).strip() for text in sheet.cells[field][:50].text]
    return max(texts, key=len, default="")


def _read_value(field: str, text: str, rows: AccountRows) -> str:
    column = rows.amounts.get(field)
    if column is None or text not in column.texts:
        return text
    measure, _, year = field.rpartition("_")
    frame = {"revenue": rows.revenue, "margin": rows.margin}.get(measure)
    values = frame[int(year)] if frame is not None else rows.accounts[field]
    hits = np.flatnonzero(column.codes == column.texts.index(text))
    return _shown(values.iloc[hits[0]]) if len(hits) else text


def _shown(cents: Any) -> str:
    if pd.isna(cents):
        return "?"
    value = amount(cents) or Decimal(0)
    return str(value.to_integral_value() if value == value.to_integral_value() else value)
