"""One list of accounts becomes typed frames: texts, statuses, dates, and money per fiscal year."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import pandas as pd

from workbook.portfolio.amount_columns import AmountColumn, amount_column
from workbook.portfolio.amounts import cents_of
from workbook.portfolio.currencies import currency_in, currency_of_rows
from workbook.portfolio.dates import Reader, read_dates
from workbook.portfolio.findings import Findings
from workbook.portfolio.kinds import values as kinds
from workbook.portfolio.model import MONEY_COLUMNS, TEXT_COLUMNS
from workbook.portfolio.number_style import decide_style
from workbook.portfolio.sheet import Sheet
from workbook.portfolio.statuses import confidences_of, statuses_of
from workbook.portfolio.table import Texts, texts
from workbook.portfolio.task import Task
from workbook.portfolio.vocabulary import tidied

_DATES = ("contract_end", "last_order")
_CODED = {"status": statuses_of, "potential_confidence": confidences_of}
Cents: TypeAlias = "pd.Series[int]"


@dataclass(frozen=True)
class AccountRows:
    """The typed rows of a list: the frames of a portfolio before years and owners are decided."""

    accounts: pd.DataFrame
    revenue: pd.DataFrame
    margin: pd.DataFrame
    rows: "pd.Series[int]"
    style: str | None
    currency: str | None
    amounts: Mapping[str, AmountColumn]

    @property
    def years(self) -> tuple[int, ...]:
        """The fiscal years that have a revenue column, ascending."""
        return tuple(int(year) for year in self.revenue.columns)


def read_rows(sheet: Sheet, task: Task, findings: Findings) -> AccountRows:
    """Return the typed rows; complains about each cell that cannot be used."""
    columns = _amount_columns(sheet)
    style = decide_style(list(columns.values()), task.options.locale, findings)
    money = {field: cents_of(column, style, findings) for field, column in columns.items()}
    _note_money(sheet, columns, money, findings)
    index = pd.Index(sheet.text("id"), name="id", dtype=object)
    return AccountRows(
        _accounts(sheet, money, task, findings).set_axis(index, axis=0),
        _by_year(sheet, "revenue", money).set_axis(index, axis=0),
        _by_year(sheet, "margin", money).set_axis(index, axis=0),
        pd.Series(sheet.rows, index=index),
        style.code,
        _currency(sheet, list(columns.values()), findings),
        columns,
    )


def _accounts(sheet: Sheet, money: Mapping[str, Cents], task: Task, findings: Findings) -> pd.DataFrame:
    columns = {field: _text(sheet, field, task, findings) for field in TEXT_COLUMNS}
    columns["name"] = _names(sheet, columns["name"], findings)
    # Without the dtype pandas would look into every cell to guess one.
    literal = {field: pd.Series(column, dtype=object, copy=False) for field, column in columns.items()}
    unknown = pd.Series(pd.array([pd.NA] * len(sheet.rows), dtype="Int64"))
    return pd.DataFrame({**literal, **{field: money.get(field, unknown) for field in MONEY_COLUMNS}}, copy=False)


def _text(sheet: Sheet, field: str, task: Task, findings: Findings) -> Texts:
    if field not in sheet:
        return np.full(len(sheet.rows), pd.NA, dtype=object)
    if field in _CODED:
        return _CODED[field](sheet, findings)
    return _dates(sheet, field, task, findings) if field in _DATES else _literal(sheet, field)


def _literal(sheet: Sheet, field: str) -> Texts:
    found = texts(tidied(sheet.cells[field].text.tolist()))
    found[found == ""] = pd.NA
    return found


def _names(sheet: Sheet, names: Texts, findings: Findings) -> Texts:
    blank = np.flatnonzero(pd.isna(names))
    for position in blank if "name" in sheet else ():
        findings.add(kinds.NAME_BLANK, (int(sheet.rows[position]), sheet.map.columns["name"]))
    named = names.copy()
    named[blank] = sheet.text("id")[blank]
    return named


def _amount_columns(sheet: Sheet) -> dict[str, AmountColumn]:
    fields = [*MONEY_COLUMNS, *sheet.map.years("revenue").values(), *sheet.map.years("margin").values()]
    return {
        field: amount_column(field, (sheet.map.columns[field], sheet.unit(field)), sheet.cells[field], sheet.rows)
        for field in fields
        if field in sheet
    }


def _by_year(sheet: Sheet, measure: str, money: Mapping[str, Cents]) -> pd.DataFrame:
    years = sheet.map.years(measure)
    frame = pd.DataFrame({year: money[field] for year, field in years.items()}, index=range(len(sheet.rows)))
    return frame.astype("Int64")


def _dates(sheet: Sheet, field: str, task: Task, findings: Findings) -> Texts:
    reader = Reader(task.options.locale, sheet.table.epoch_1904)
    days = read_dates(sheet.cells[field], sheet.place(field), reader, findings).days
    if field == "last_order":
        for position in np.flatnonzero(days > np.datetime64(task.today)):
            place = (int(sheet.rows[position]), sheet.map.columns[field])
            findings.add(kinds.DATE_IN_FUTURE, place, str(days[position]))
    return texts([pd.NA if np.isnat(day) else str(day) for day in days])


def _currency(sheet: Sheet, columns: list[AmountColumn], findings: Findings) -> str | None:
    """A currency column counts only where there are amounts: in a customer master it is the invoice currency."""
    said = currency_in(columns, findings)
    if "currency" not in sheet or not columns:
        return said
    return currency_of_rows(sheet.cells["currency"], sheet.place("currency"), findings) or said


def _note_money(
    sheet: Sheet,
    columns: Mapping[str, AmountColumn],
    money: Mapping[str, Cents],
    findings: Findings,
) -> None:
    for field, cents in money.items():
        column = columns[field]
        if field.startswith("revenue_"):
            for position in np.flatnonzero((cents < 0).fillna(False)):
                place = (int(sheet.rows[position]), column.column)
                findings.add(kinds.NEGATIVE_AMOUNT, place, column.texts[column.codes[position]])
        known = cents.dropna()
        if len(known) > 1 and (known != 0).any() and known.abs().max() <= 100 and (known % 100 != 0).any():
            place = (int(sheet.rows[int(known.index[0])]), column.column)
            findings.add(kinds.LOOKS_LIKE_SHARE, place, column.texts[column.codes[int(known.index[0])]])
