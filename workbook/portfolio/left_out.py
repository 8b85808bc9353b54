"""Rows that are no accounts: deleted records and totals."""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate

import numpy as np
import pandas as pd

from workbook.portfolio.findings import Findings
from workbook.portfolio.headers import HeaderMap
from workbook.portfolio.kinds import tables as kinds
from workbook.portfolio.meanings import TRANSACTIONS, meanings
from workbook.portfolio.sheet import Sheet
from workbook.portfolio.table import Cells, Mask, Table
from workbook.portfolio.vocabulary import folded, words

# More repeated ids than this are no slips.
_MANY = 0.2
_STORED = re.compile(r"-?\d+(?:\.\d+)?")
_AMOUNT = re.compile(r"(?P<sign>-)?(?P<whole>[0-9][0-9.,'\s]*?)(?:[.,](?P<cents>[0-9]{1,2}))?(?![0-9.,])")


def without_deleted(sheet: Sheet, findings: Findings) -> Sheet:
    """Return the sheet without rows the system marks as deleted."""
    if "deleted" not in sheet:
        return sheet
    flags = words("flags")
    deleted = np.array([flags.get(folded(text)) == "yes" for text in sheet.text("deleted")], dtype=bool)
    if deleted.any():
        first = int(sheet.rows[np.flatnonzero(deleted)[0]])
        findings.add(kinds.DELETED_ROWS, (first, None), details={"count": int(deleted.sum())})
    return sheet.only(~deleted)


def without_totals(sheet: Sheet, findings: Findings) -> Sheet:
    """Return the sheet without totals rows; each is a question."""
    totals = _totals(sheet)
    for position in np.flatnonzero(totals):
        label = next((text for text in _labels(sheet, int(position)) if text), "")
        findings.add(kinds.TOTALS_ROW, (int(sheet.rows[position]), None), label)
    return sheet.only(~totals)


def each_once(sheet: Sheet) -> Sheet:
    """Return the first row of each account of a list of transactions."""
    ids = pd.Series(sheet.text("id"), dtype=object)
    return sheet.only(~ids.duplicated().to_numpy() & (ids != "").to_numpy())


def refuse_lines(table: Table, mapped: HeaderMap, findings: Findings) -> None:
    """Complain once when the list of accounts is one of transactions; raises `InputError`."""
    known = meanings(TRANSACTIONS, preset=None, said={})
    found = {meaning.field for meaning in map(known.of, table.headers) if meaning is not None}
    column = mapped.columns.get("id", mapped.columns.get("name"))
    if column is None or not {"date", "amount"} <= found:
        return
    if pd.Series(table.column(column).text, dtype=object).duplicated().mean() > _MANY:
        findings.stop(kinds.LINES_NOT_ACCOUNTS, (None, column))


def _totals(sheet: Sheet) -> Mask:
    """A row with a totals word and no id of its own, or without id and name but with the sum of the rows above."""
    known = words("totals", keys=("words",))
    totals = np.zeros(len(sheet.rows), dtype=bool)
    ids, names = sheet.text("id"), sheet.cells["name"].text if "name" in sheet else sheet.text("name")
    written = {form for word in known for form in (word, word.upper(), word.title(), word.capitalize())}
    labelled = [identity in written or name in written for identity, name in zip(ids, names, strict=True)]
    suspects = np.flatnonzero((ids == "") | np.array(labelled, dtype=bool)).tolist()
    sums = _equal_to_sum(sheet, suspects)
    for position in suspects:
        bare = not ids[position] or folded(ids[position]) in known
        word = labelled[position] or any(folded(text) in known for text in _labels(sheet, position))
        totals[position] = (bare and word) or ((bare or word) and position in sums)
    return totals


def _labels(sheet: Sheet, position: int) -> list[str]:
    return [str(cells.text[position]).strip() for cells in sheet.cells.values()]


def _equal_to_sum(sheet: Sheet, suspects: Sequence[int]) -> set[int]:
    """Return which rows have an amount that is the sum of the amounts above it, in whatever number style."""
    found: set[int] = set()
    for field, cells in sheet.cells.items() if suspects else ():
        if field.startswith(("revenue_", "margin_")):
            amounts = [_loosely(cells, row) for row in range(max(suspects) + 1)]
            above = list(accumulate(amounts, initial=Decimal(0)))
            found |= {row for row in suspects if row > 1 and amounts[row] and amounts[row] == above[row]}
    return found


def _loosely(cells: Cells, row: int) -> Decimal:
    """An amount in an unknown style: at most two digits behind the last separator are cents."""
    text = str(cells.text[row])
    if cells.stored[row] and _STORED.fullmatch(text):
        return Decimal(text)
    match = _AMOUNT.search(text)
    if match is None:
        return Decimal(0)
    whole = "".join(digit for digit in match["whole"] if digit.isdecimal())
    return Decimal(f"{'-' if match['sign'] else ''}{whole}.{match['cents'] or '0'}")
