"""Whole columns of dates, in the one way the column writes them.

Known: 2026-12-31 (with or without time and zone), 20261231, 31.12.2026, 31/12/2026 or 12/31/2026 when a cell decides
which, 31-Dec-2026, and Excel's day numbers. The day is taken as written; times and zones are not converted.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from workbook.errors import ProblemKind
from workbook.portfolio.date_forms import Form, Written, written
from workbook.portfolio.findings import Findings
from workbook.portfolio.kinds import values as kinds
from workbook.portfolio.table import Cells, Mask, Rows
from workbook.portfolio.vocabulary import folded, words

FIRST, LAST = date(1950, 1, 1), date(2100, 12, 31)
Days = npt.NDArray[np.datetime64]


@dataclass(frozen=True)
class Dates:
    """The dates of each row (datetime64[D], NaT = unknown), and which cells are blank."""

    days: Days
    blank: Mask


@dataclass(frozen=True, slots=True)
class Reader:
    """What is known besides the cells: a declared locale, and whether day numbers count from 1904."""

    locale: str | None = None
    epoch_1904: bool = False


class _Column:
    """The different texts of a column, where they stand, and what they mean so far (None = no date)."""

    def __init__(self, cells: Cells, place: tuple[Rows, int], findings: Findings) -> None:
        self.codes, uniques = pd.factorize(cells.text)
        self.texts = [str(text).strip() for text in uniques]
        self.rows, self.column = place
        self.findings = findings
        self.blank = np.array([not text or folded(text) in words("missing") for text in self.texts], dtype=bool)
        self.found = {at: written(text) for at, text in enumerate(self.texts) if not self.blank[at]}

    @cached_property
    def _order(self) -> npt.NDArray[np.intp]:
        return np.argsort(self.codes, kind="stable")

    @cached_property
    def _ends(self) -> npt.NDArray[np.intp]:
        return np.cumsum(np.bincount(self.codes, minlength=len(self.texts)))

    def rows_of(self, at: int) -> list[int]:
        """Return the rows of one text, ascending."""
        start = self._ends[at - 1] if at else 0
        return [int(row) for row in self.rows[self._order[start : self._ends[at]]]]

    def complain(self, kind: ProblemKind, at: int, details: Mapping[str, object] | None = None) -> None:
        """Note a problem at every cell with this text; it is no date from now on."""
        for row in self.rows_of(at):
            self.findings.add(kind, (row, self.column), self.texts[at], details)
        self.found[at] = None

    def of(self, form: Form) -> dict[int, Written]:
        """Return the texts written in one form."""
        return {at: found for at, found in self.found.items() if found is not None and found.form is form}


def read_dates(cells: Cells, place: tuple[Rows, int], reader: Reader, findings: Findings) -> Dates:
    """Return the dates of a column; complains at each cell that is none."""
    column = _Column(cells, place, findings)
    for at in [at for at, found in column.found.items() if found is None]:
        column.complain(kinds.DATE_UNREADABLE, at)
    _refuse_mixture(column)
    month_first = _month_first(column, reader)
    days = np.full(len(column.texts) + 1, np.datetime64("NaT"), dtype="datetime64[D]")
    for at, found in list(column.found.items()):
        day = _day(column, at, found, (month_first, reader.epoch_1904))
        days[at] = np.datetime64(day) if day is not None else np.datetime64("NaT")
    _note_serials(column, days)
    return Dates(days[column.codes], column.blank[column.codes])


def _refuse_mixture(column: _Column) -> None:
    """Dates of the rarer form are errors; one of the usual form is named beside them."""
    forms = Counter(found.form for found in column.found.values() if found is not None)
    if len(forms) < 2:
        return
    usual, *others = [form for form, _count in forms.most_common()]
    ours = next(iter(column.of(usual)))
    strange = next(iter(column.of(others[0])))
    for form in others:
        for at in column.of(form):
            column.complain(kinds.DATE_FORMATS_MIXED, at, _beside(column, ours))
    place = (column.rows_of(ours)[0], column.column)
    column.findings.add(kinds.DATE_FORMATS_MIXED, place, column.texts[ours], _beside(column, strange))


def _beside(column: _Column, at: int) -> dict[str, object]:
    return {"other": column.texts[at], "other_row": column.rows_of(at)[0]}


def _month_first(column: _Column, reader: Reader) -> bool:
    """Whether 01/02/2026 is 2 January: only a cell such as 01/31/2026 can say so."""
    slashed = column.of(Form.SLASHED)
    day_first = any(found.parts[2] > 12 for found in slashed.values())
    month_first = any(found.parts[1] > 12 for found in slashed.values())
    if slashed and day_first == month_first and (month_first or reader.locale != "de"):
        for at in slashed:
            column.complain(kinds.DATE_ORDER_UNCLEAR, at)
    return month_first and not day_first


def _day(column: _Column, at: int, found: Written | None, known: tuple[bool, bool]) -> date | None:
    if found is None:
        return None
    month_first, epoch_1904 = known
    year, month, day = found.parts
    if found.form is Form.SLASHED and month_first:
        month, day = day, month
    try:
        when = _from_serial(found.serial, epoch_1904) if found.form is Form.SERIAL else date(year, month, day)
    except (ValueError, OverflowError):
        column.complain(kinds.DATE_IMPOSSIBLE, at)
        return None
    if FIRST <= when <= LAST:
        return when
    column.complain(kinds.DATE_UNLIKELY, at)
    return None


def _from_serial(serial: int, epoch_1904: bool) -> date:
    return (date(1904, 1, 1) if epoch_1904 else date(1899, 12, 30)) + timedelta(days=serial)


def _note_serials(column: _Column, days: Days) -> None:
    serial = next(iter(column.of(Form.SERIAL)), None)
    if serial is not None:
        details = {"reading": str(days[serial])}
        place = (column.rows_of(serial)[0], column.column)
        column.findings.add(kinds.DATE_FROM_SERIAL, place, column.texts[serial], details)
