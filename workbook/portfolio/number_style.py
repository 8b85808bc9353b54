"""The number style of a file: declared, or proved by cells that can be read in one way only, or asked."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from workbook.portfolio.amount_columns import AmountColumn
from workbook.portfolio.findings import Findings
from workbook.portfolio.kinds import values as kinds
from workbook.portfolio.shapes import Shape
from workbook.portfolio.table import Mask

GERMAN, ENGLISH = "de", "en"
EXAMPLES = {GERMAN: "1.234,50", ENGLISH: "1,234.50"}
_PROOFS = {GERMAN: Shape.GERMAN, ENGLISH: Shape.ENGLISH}


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """The code is "de" or "en", None when no amount needs it; ``declared`` if the rep has said so."""

    code: str | None
    declared: bool = False

    @property
    def used(self) -> str:
        """The style amounts are read in."""
        return self.code or GERMAN


def decide_style(columns: Sequence[AmountColumn], declared: str | None, findings: Findings) -> NumberStyle:
    """Return the style of a file; complains when cells contradict each other or prove nothing."""
    proved = {style: _proofs(columns, shape) for style, shape in _PROOFS.items()}
    if declared is not None:
        return NumberStyle(declared, declared=True)
    if proved[GERMAN] and proved[ENGLISH]:
        return NumberStyle(_mixed(columns, proved, findings))
    if proved[GERMAN] or proved[ENGLISH]:
        return NumberStyle(GERMAN if proved[GERMAN] else ENGLISH)
    return NumberStyle(_asked(columns, findings))


def _proofs(columns: Sequence[AmountColumn], shape: Shape) -> list[tuple[int, int, str]]:
    firsts = [column.first((column.shapes == shape) & ~column.stored) for column in columns]
    return [first for first in firsts if first is not None]


def _mixed(columns: Sequence[AmountColumn], proved: dict[str, list[tuple[int, int, str]]], findings: Findings) -> str:
    """Complain at the cells of the rarer style and at the first cell of the other; go on with the other."""
    counts = {
        style: sum(int(((column.shapes == shape) & ~column.stored)[column.codes].sum()) for column in columns)
        for style, shape in _PROOFS.items()
    }
    rare, usual = sorted(counts, key=lambda style: (counts[style], style))
    row, column_number, text = proved[usual][0]
    other = proved[rare][0]
    findings.add(kinds.NUMBER_STYLES_MIXED, (row, column_number), text, {"other": other[2], "other_row": other[0]})
    for column in columns:
        for place, value in column.all((column.shapes == _PROOFS[rare]) & ~column.stored):
            findings.add(kinds.NUMBER_STYLES_MIXED, place, value, {"other": text, "other_row": row})
    return usual


def _asked(columns: Sequence[AmountColumn], findings: Findings) -> str | None:
    dots, commas = _proofs(columns, Shape.DOT_AND_THREE), _proofs(columns, Shape.COMMA_AND_THREE)
    if dots and commas:
        for here, there in ((dots[0], commas[0]), (commas[0], dots[0])):
            details = {"other": there[2], "other_row": there[0]}
            findings.add(kinds.NUMBER_STYLES_MIXED, here[:2], here[2], details)
        return GERMAN
    for style, asked in ((GERMAN, dots), (ENGLISH, commas)):
        if asked:
            row, column, text = asked[0]
            reading = text.replace("." if style == GERMAN else ",", "")
            findings.add(kinds.NUMBER_STYLE_ASKED, (row, column), text, {"reading": reading})
            return style
    return None


def wrong_style(column: AmountColumn, style: NumberStyle) -> Mask:
    """Return which texts are not of this style.

    Without a declared style the plainly contrary ones have been complained about as a mixture. "1,234" among German
    amounts that all have two decimals is contrary too: it is far more often 1234 than 1.234.
    """
    grouped = Shape.COMMA_AND_THREE if style.used == GERMAN else Shape.DOT_AND_THREE
    doubtful: Mask = (column.shapes == grouped) & ~column.stored
    if not doubtful.any() or not _has_two_decimals(column, style.used):
        doubtful = np.zeros_like(doubtful)
    return contrary(column, style) | doubtful if style.declared else doubtful


def contrary(column: AmountColumn, style: NumberStyle) -> Mask:
    """Return which texts can only be read in the other style."""
    other = Shape.ENGLISH if style.used == GERMAN else Shape.GERMAN
    plainly: Mask = (column.shapes == other) & ~column.stored
    return plainly


def _has_two_decimals(column: AmountColumn, style: str) -> bool:
    """Whether the column proves its style, and always with two decimals where it has any."""
    sign = "," if style == GERMAN else "."
    proofs = np.flatnonzero((column.shapes == _PROOFS[style]) & ~column.stored)
    decimals = {
        len(core) - core.rfind(sign) - 1 for core in (column.cores[int(proof)] for proof in proofs) if sign in core
    }
    return len(proofs) > 0 and decimals <= {2}
