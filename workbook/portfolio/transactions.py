"""Lines of invoices, orders or won opportunities: what counts, how much, when, for whom."""

from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import numpy.typing as npt
import pandas as pd

from workbook import i18n
from workbook.errors import ProblemKind
from workbook.portfolio.amount_columns import amount_column
from workbook.portfolio.amounts import cents_of
from workbook.portfolio.currencies import DEFAULT, currency_in, currency_of_rows
from workbook.portfolio.dates import Reader, read_dates
from workbook.portfolio.findings import Findings
from workbook.portfolio.kinds import lines as kinds
from workbook.portfolio.left_out import without_deleted
from workbook.portfolio.line_states import credits, states
from workbook.portfolio.number_style import decide_style
from workbook.portfolio.sheet import Sheet
from workbook.portfolio.table import Mask
from workbook.portfolio.task import Task


@dataclass(frozen=True)
class Lines:
    """The lines that count: whom they name (``codes`` into ``keys`` and ``names``), the day, the cents, the row."""

    codes: npt.NDArray[np.intp]
    keys: list[str]
    names: list[str]
    days: npt.NDArray[np.datetime64]
    cents: npt.NDArray[np.int64]
    rows: npt.NDArray[np.int64]
    currency: str | None
    style: str | None


@dataclass(frozen=True, slots=True)
class ShownMoney:
    """Cents that are written in the language in which a message is shown."""

    cents: int
    currency: str

    def __str__(self) -> str:
        return i18n.money(Decimal(self.cents).scaleb(-2), self.currency, exact=True)


@dataclass(frozen=True)
class _Amounts:
    """The cents of each row (0 where unknown), which are known, and how they are written."""

    cents: npt.NDArray[np.int64]
    known: Mask
    currency: str | None
    style: str | None

    def total(self, chosen: Mask) -> ShownMoney:
        """Return the sum of some rows, ready to be shown."""
        return ShownMoney(int(self.cents[chosen].sum()), self.currency or DEFAULT)


def read_lines(sheet: Sheet, task: Task, findings: Findings) -> Lines:
    """Return the lines that count; names those that were left out and complains about unreadable cells."""
    sheet = _with_account(without_deleted(sheet, findings), findings)
    amounts = _amounts(sheet, task.options.locale, findings)
    closed = _closed(sheet, amounts, findings)
    days = _days(sheet, closed, task.options.locale, findings)
    counted = amounts.known & ~np.isnat(days) & closed
    _note(kinds.LINES_CREDITED, "amount", counted & (amounts.cents < 0), (sheet, amounts, findings))
    _note(kinds.LINES_IN_FUTURE, "date", counted & (days > np.datetime64(task.today)), (sheet, amounts, findings))
    return _lines(sheet, counted, days, amounts)


def _with_account(sheet: Sheet, findings: Findings) -> Sheet:
    fields = [field for field in ("id", "name") if field in sheet]
    blank = np.logical_and.reduce([sheet.blank(field) for field in fields])
    if blank.any():
        first = (int(sheet.rows[np.flatnonzero(blank)[0]]), sheet.map.columns[fields[0]])
        findings.add(kinds.LINE_ACCOUNT_BLANK, first, details={"count": int(blank.sum())})
    return sheet.only(~blank)


def _amounts(sheet: Sheet, locale: str | None, findings: Findings) -> _Amounts:
    place = (sheet.map.columns["amount"], sheet.unit("amount"))
    column = amount_column("amount", place, sheet.cells["amount"], sheet.rows)
    style = decide_style([column], locale, findings)
    cents = cents_of(column, style, findings)
    currency = currency_in([column], findings)
    if "currency" in sheet:
        currency = currency_of_rows(sheet.cells["currency"], sheet.place("currency"), findings) or currency
    known = cents.notna().to_numpy(dtype=bool)
    blank = np.flatnonzero(~known)[sheet.cells["amount"][~known].text == ""]
    if len(blank):
        findings.add(kinds.LINE_AMOUNT_BLANK, (int(sheet.rows[blank[0]]), column.column), details={"count": len(blank)})
    signed = cents.fillna(0).to_numpy(dtype=np.int64)
    return _Amounts(np.where(credits(sheet, findings), -np.abs(signed), signed), known, currency, style.code)


def _days(sheet: Sheet, closed: Mask, locale: str | None, findings: Findings) -> npt.NDArray[np.datetime64]:
    # A deal that is open or lost has no day on which it was won; it is left out anyway.
    reader = Reader(locale, sheet.table.epoch_1904)
    dates = read_dates(sheet.cells["date"], sheet.place("date"), reader, findings)
    for position in np.flatnonzero(dates.blank & closed):
        findings.add(kinds.LINE_DATE_BLANK, (int(sheet.rows[position]), sheet.map.columns["date"]))
    return dates.days


def _closed(sheet: Sheet, amounts: _Amounts, findings: Findings) -> Mask:
    """Lines that are neither cancelled nor open; a word that is not known counts and is named."""
    found = states(sheet, findings)
    field = "state" if "state" in sheet else "won"
    _note(kinds.LINES_CANCELLED, field, found.cancelled, (sheet, amounts, findings))
    _note(kinds.LINES_OPEN, field, found.open, (sheet, amounts, findings))
    return ~(found.cancelled | found.open)


def _note(kind: ProblemKind, field: str, chosen: Mask, about: tuple[Sheet, _Amounts, Findings]) -> None:
    sheet, amounts, findings = about
    if chosen.any():
        first = (int(sheet.rows[np.flatnonzero(chosen)[0]]), sheet.map.columns[field])
        findings.add(kind, first, details={"count": int(chosen.sum()), "total": amounts.total(chosen)})


def _lines(sheet: Sheet, counted: Mask, days: npt.NDArray[np.datetime64], amounts: _Amounts) -> Lines:
    """Lines are known by id and name together; either may be blank."""
    (id_codes, ids), (name_codes, names) = sheet.coded("id"), sheet.coded("name")
    codes, pairs = pd.factorize((id_codes * max(len(names), 1) + name_codes)[counted])
    return Lines(
        codes=codes,
        keys=[ids[pair // len(names)] for pair in pairs],
        names=[names[pair % len(names)] for pair in pairs],
        days=days[counted],
        cents=amounts.cents[counted],
        rows=sheet.rows[counted],
        currency=amounts.currency,
        style=amounts.style,
    )
