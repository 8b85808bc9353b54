"""One currency for one portfolio: said by headers, signs in cells or a column, never mixed."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import pandas as pd

from workbook.portfolio.amount_columns import AmountColumn
from workbook.portfolio.findings import Findings
from workbook.portfolio.kinds import lines, values
from workbook.portfolio.table import Cells, Mask, Rows
from workbook.portfolio.units import currency_of

DEFAULT = "EUR"


def currency_in(columns: Sequence[AmountColumn], findings: Findings) -> str | None:
    """Return the currency that headers and cells name, None if none; complains about cells in another."""
    counts: Counter[str] = Counter()
    for column in columns:
        if column.unit.currency:
            counts[column.unit.currency] += len(column.rows) + 1
        counts.update(_named(column))
    if not counts:
        return None
    expected = counts.most_common(1)[0][0]
    for column in columns:
        _refuse_others(column, column.unit.currency or expected, findings)
        _refuse_header(column, expected, findings)
    return expected


def currency_of_rows(cells: Cells, place: tuple[Rows, int], findings: Findings) -> str | None:
    """Return the currency that a currency column names for all rows; complains when there are several."""
    rows, column = place
    codes, uniques = pd.factorize(cells.text)
    known = {int(code): currency_of(str(sign)) for code, sign in enumerate(uniques) if str(sign).strip()}
    counts = Counter(known[code] for code in codes.tolist() if code in known)
    named = [currency for currency, _count in counts.most_common() if currency]
    if len(named) > 1:
        rare = next(code for code, currency in known.items() if currency == named[-1])
        first = int(rows[np.flatnonzero(codes == rare)[0]])
        findings.add(lines.SEVERAL_CURRENCIES, (first, column), named[-1], {"currencies": ", ".join(named)})
    return named[0] if named else None


def _named(column: AmountColumn) -> Counter[str]:
    sizes = np.bincount(column.codes, minlength=len(column.texts))
    counts: Counter[str] = Counter()
    for position, spelling in column.spellings.items():
        if spelling.currency:
            counts[spelling.currency] += int(sizes[position])
    return counts


def _refuse_others(column: AmountColumn, expected: str, findings: Findings) -> None:
    chosen: Mask = np.zeros(len(column.texts), dtype=bool)
    for position, spelling in column.spellings.items():
        chosen[position] = spelling.currency not in (None, expected)
    if chosen.any():
        for place, text in column.all(chosen):
            currency = column.spellings[column.texts.index(text)].currency
            findings.add(values.CURRENCY_DIFFERS, place, text, {"currency": currency, "expected": expected})


def _refuse_header(column: AmountColumn, expected: str, findings: Findings) -> None:
    if column.unit.currency not in (None, expected):
        details = {"currency": column.unit.currency, "expected": expected}
        findings.add(values.CURRENCY_DIFFERS, (None, column.column), findings.headers[column.column], details)
