"""Whole columns of amounts become cents, in one number style for the whole file."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

import numpy as np
import numpy.typing as npt
import pandas as pd

from workbook.errors import ProblemKind
from workbook.portfolio.amount_columns import AmountColumn
from workbook.portfolio.findings import Findings
from workbook.portfolio.kinds import values as kinds
from workbook.portfolio.number_style import ENGLISH, EXAMPLES, GERMAN, NumberStyle, contrary, wrong_style
from workbook.portfolio.shapes import Shape
from workbook.portfolio.spelling import Mark, Spelling
from workbook.portfolio.table import Mask, Numbers

LARGEST = 10**15
# Below 10^14 cents a float is right to a fiftieth of a cent.
_EXACT, _CLEAR = 1e14, 0.45


def cents_of(column: AmountColumn, style: NumberStyle, findings: Findings) -> "pd.Series[int]":
    """Return the cents of each row (Int64, NA = unknown); complains about every cell that is no amount."""
    readable = _check_texts(column, style, findings)
    cents = np.zeros(len(column.texts), dtype=np.int64)
    known = readable & (column.shapes != Shape.EMPTY) & ~contrary(column, style)
    for chosen, used in ((known & column.stored, ENGLISH), (known & ~column.stored, style.used)):
        cents[chosen] = _cents(column, chosen, used)
    _complain(column, known & (np.abs(cents) > LARGEST * 100), kinds.NUMBER_TOO_LARGE, findings)
    values = pd.array(cents[column.codes], dtype="Int64")
    values[~known[column.codes]] = pd.NA
    return pd.Series(values)


def _cents(column: AmountColumn, chosen: Mask, style: str) -> npt.NDArray[np.int64]:
    """Floats are exact enough unless an amount is huge or lies between two cents; those go through decimals."""
    positions = np.flatnonzero(chosen)
    cores = column.cores if chosen.all() else [column.cores[position] for position in positions.tolist()]
    numbers = column.numbers[positions] if column.numbers is not None else _numbers(cores, style)
    scaled = np.clip(numbers, -1e16, 1e16) * 100
    cents = np.rint(scaled)
    simple = (np.abs(scaled - cents) < _CLEAR) & (np.abs(scaled) < _EXACT) & (column.unit.scale == 1)
    simple &= ~np.isin(positions, list(column.spellings))
    whole = cents.astype(np.int64)
    for place in np.flatnonzero(~simple):
        whole[place] = _exact_cents(_machine(cores[int(place)], style), column, int(positions[place]))
    return whole


def _numbers(cores: Sequence[str], style: str) -> Numbers:
    return np.fromstring(_machine("\n".join(cores), style), sep="\n") if cores else np.zeros(0)


def _machine(text: str, style: str) -> str:
    return text.replace(".", "").replace(",", ".") if style == GERMAN else text.replace(",", "")


def _exact_cents(machine: str, column: AmountColumn, position: int) -> int:
    spelling = column.spellings.get(position, Spelling(machine))
    scale = column.unit.scale if spelling.scale == 1 else spelling.scale
    if spelling.power > 20:
        return (LARGEST + 1) * 100
    value = Decimal(machine).scaleb(spelling.power) * scale * 100
    bounded = max(min(value, Decimal(LARGEST * 100 + 1)), Decimal(-LARGEST * 100 - 1))
    return int((-bounded if spelling.negative else bounded).to_integral_value(ROUND_HALF_UP))


def _check_texts(column: AmountColumn, style: NumberStyle, findings: Findings) -> Mask:
    """Complain about each text that is no amount in this style; return which ones are."""
    wrong = wrong_style(column, style)
    odd = _masks(column)
    unreadable = (column.shapes == Shape.OTHER) | odd[Mark.UNREADABLE]
    details = {"style": EXAMPLES[style.used], "example": EXAMPLES[style.used]}
    _complain(column, wrong, kinds.NUMBER_WRONG_STYLE, findings, details)
    _complain(column, unreadable, kinds.NUMBER_UNREADABLE, findings, details)
    _complain(column, odd[Mark.INFINITE], kinds.NUMBER_TOO_LARGE, findings)
    for mark, kind in _WARNINGS.items():
        _complain(column, odd[mark], kind, findings)
    _note_missing(column, odd[Mark.MISSING], findings)
    useless = wrong | unreadable | odd[Mark.INFINITE] | odd[Mark.PERCENT] | odd[Mark.MISSING]
    readable: Mask = ~useless
    return readable


_WARNINGS = {
    Mark.PERCENT: kinds.PERCENT_VALUE,
    Mark.BRACKETS: kinds.NEGATIVE_IN_BRACKETS,
    Mark.SIGN_BEHIND: kinds.NEGATIVE_SIGN_BEHIND,
}


def _masks(column: AmountColumn) -> dict[Mark, Mask]:
    masks = {mark: np.zeros(len(column.texts), dtype=bool) for mark in Mark}
    for position, spelling in column.spellings.items():
        if spelling.mark is not None:
            masks[spelling.mark][position] = True
    return masks


def _complain(
    column: AmountColumn,
    chosen: Mask,
    kind: ProblemKind,
    findings: Findings,
    details: dict[str, str] | None = None,
) -> None:
    if chosen.any():
        for place, value in column.all(chosen):
            findings.add(kind, place, value, details)


def _note_missing(column: AmountColumn, missing: Mask, findings: Findings) -> None:
    for position in np.flatnonzero(missing):
        hits = np.flatnonzero(column.codes == position)
        place = (int(column.rows[hits[0]]), column.column)
        findings.add(kinds.VALUE_MISSING, place, column.texts[int(position)], {"count": len(hits)})
