"""The recipe: an export of accounts, and perhaps one of transactions, becomes a portfolio that can be trusted."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pandas as pd

from workbook.portfolio.account_rows import AccountRows
from workbook.portfolio.currencies import DEFAULT
from workbook.portfolio.files import ACCOUNTS_LIMIT, RawFile, checked_content, load_file
from workbook.portfolio.findings import Findings
from workbook.portfolio.joining import Sums, sum_lines
from workbook.portfolio.kinds import headers as header_kinds
from workbook.portfolio.kinds import lines as line_kinds
from workbook.portfolio.model import FiscalYear, Portfolio
from workbook.portfolio.options import ReadOptions
from workbook.portfolio.reading import ColumnUse, Reading, Shape
from workbook.portfolio.sources import AccountsFile, TransactionsFile, read_accounts_file, read_transactions_file
from workbook.portfolio.task import Task
from workbook.portfolio.uses import column_uses, missing_fields
from workbook.portfolio.years import listed_years, note_years

PASTED = "clipboard"


@dataclass(frozen=True)
class _Files:
    """What was read of the two files, and the problems of each."""

    listed: AccountsFile
    lines: TransactionsFile
    in_list: Findings
    in_lines: Findings

    @property
    def failed(self) -> bool:
        return self.in_list.has_errors or self.in_lines.has_errors


def read_portfolio(accounts: Path, transactions: Path | None = None, *, options: ReadOptions, today: date) -> Reading:
    """Return the accounts with their revenue per fiscal year, every problem, and how each column was read."""
    task, in_list = Task(options, today, from_lines=accounts == transactions), Findings(accounts.name)
    listed = read_accounts_file(lambda: load_file(accounts, in_list, limit=ACCOUNTS_LIMIT), task, in_list)
    if transactions is None:
        return _reading(_Files(listed, TransactionsFile(), in_list, Findings("")), task)
    in_lines = Findings(transactions.name, sheet_option="--transactions-sheet")
    sheet = options.transactions_sheet or (in_list.sheet if task.from_lines else None)
    lines = read_transactions_file(transactions, sheet, task, in_lines)
    return _reading(_Files(listed, lines, in_list, in_lines), task)


def read_pasted(text: str, *, options: ReadOptions, today: date) -> Reading:
    """Return the accounts of a block pasted from Excel, through the same checks as a file."""
    task, in_list = Task(options, today), Findings(PASTED)
    raw = RawFile(PASTED, text.encode("utf-8", "replace"))
    listed = read_accounts_file(lambda: checked_content(raw, in_list), task, in_list)
    return _reading(_Files(listed, TransactionsFile(), in_list, Findings("")), task)


def _reading(files: _Files, task: Task) -> Reading:
    rows, sums = files.listed.rows, _sums(files, task)
    years = _years(files, sums, task)
    if rows is not None and not task.options.single:
        # Single accounts need no revenue; the list they are added to has the years.
        note_years(years, files.in_list if sums is None else files.in_lines)
        _check_revenue(files, rows)
    named, amounts = _currency(files), _has_amounts(files)
    return Reading(
        portfolio=None if files.failed or rows is None else _portfolio(rows, sums, years, named or DEFAULT),
        problems=tuple(files.in_list.problems + files.in_lines.problems),
        options=task.options,
        uses=_uses(files),
        shape=_shape(files),
        currency=(named or DEFAULT) if amounts else None,
        currency_assumed=amounts and named is None,
        fiscal_years=years,
        missing_fields=missing_fields(files.listed.sheet.map) if files.listed.sheet else (),
        owners=files.listed.owners,
        source={"files": _fingerprints((files.listed.raw, files.lines.raw))},
    )


def _sums(files: _Files, task: Task) -> Sums | None:
    rows, lines = files.listed.rows, files.lines.lines
    if rows is None or lines is None or not len(lines.days) or files.failed:
        return None
    return sum_lines(lines, rows.accounts, task, files.in_lines)


def _years(files: _Files, sums: Sums | None, task: Task) -> tuple[FiscalYear, ...]:
    if sums is not None:
        return sums.years
    if files.listed.rows is None or files.lines.raw is not None:
        return ()
    return listed_years(files.listed.rows.years, task.calendar, task.today)


def _check_revenue(files: _Files, rows: AccountRows) -> None:
    table, sheet = files.listed.table, files.listed.sheet
    if files.lines.raw is None:
        # Unreadable amounts have been complained about one by one.
        if not rows.years or not (files.failed or rows.revenue.notna().to_numpy().any()):
            files.in_list.add(header_kinds.NO_REVENUE)
    elif rows.years and table is not None and sheet is not None:
        names = [table.headers[sheet.map.columns[field]] for field in sheet.map.years("revenue").values()]
        files.in_list.add(header_kinds.REVENUE_FROM_TRANSACTIONS, details={"headers": ", ".join(names)})


def _has_amounts(files: _Files) -> bool:
    rows = files.listed.rows
    return rows is not None and (bool(rows.amounts) or files.lines.lines is not None)


def _currency(files: _Files) -> str | None:
    said = [part.currency for part in (files.lines.lines, files.listed.rows) if part is not None and part.currency]
    if len(set(said)) > 1:
        files.in_lines.add(line_kinds.SEVERAL_CURRENCIES, details={"currencies": ", ".join(said)})
    return said[0] if said else None


def _portfolio(rows: AccountRows, sums: Sums | None, years: tuple[FiscalYear, ...], currency: str) -> Portfolio:
    revenue = rows.revenue if sums is None else sums.revenue
    every = pd.Index([year.year for year in years], dtype=object)
    return Portfolio(
        accounts=rows.accounts,
        revenue=revenue.reindex(columns=every).astype("Int64"),
        margin=rows.margin,
        currency=currency,
        fiscal_years=years,
        last_12_months=None if sums is None else sums.last_12_months,
        as_of=None if sums is None else sums.as_of,
    )


def _uses(files: _Files) -> tuple[ColumnUse, ...]:
    uses: tuple[ColumnUse, ...] = ()
    listed, lines = files.listed, files.lines
    if listed.raw is not None and listed.sheet is not None:
        uses += column_uses(listed.raw.name, listed.sheet, listed.rows)
    if lines.raw is not None and lines.sheet is not None:
        uses += tuple(replace(use, in_lines=True) for use in column_uses(lines.raw.name, lines.sheet, None))
    return uses


def _shape(files: _Files) -> Shape:
    table = files.listed.table
    if table is None:
        return Shape()
    styles = [part.style for part in (files.listed.rows, files.lines.lines) if part is not None and part.style]
    return Shape(
        encoding=table.encoding,
        delimiter=table.delimiter,
        locale=styles[0] if styles else None,
        rows_read=table.rows_read,
        rows_accepted=files.listed.valid,
    )


def _fingerprints(raws: Iterable[RawFile | None]) -> list[dict[str, str]]:
    return [{"name": raw.name, "sha256": raw.sha256} for raw in raws if raw is not None]
