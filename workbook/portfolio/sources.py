"""The two files of a reading, each read as far as it can be: what was understood is shown even when something stops."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from workbook.errors import InputError
from workbook.portfolio.account_rows import AccountRows, read_rows
from workbook.portfolio.files import TRANSACTIONS_LIMIT, RawFile, load_file
from workbook.portfolio.findings import Findings
from workbook.portfolio.headers import map_headers, meanings_for, said_headers
from workbook.portfolio.ids import check_ids
from workbook.portfolio.left_out import each_once, refuse_lines, without_deleted, without_totals
from workbook.portfolio.mapping import check_accounts, check_blank_headers, check_required, map_accounts, with_likely
from workbook.portfolio.meanings import ACCOUNTS, TRANSACTIONS
from workbook.portfolio.owners import only_owner, owners_in
from workbook.portfolio.sheet import Sheet, sheet_of
from workbook.portfolio.table import Table
from workbook.portfolio.tables import open_table
from workbook.portfolio.task import Task
from workbook.portfolio.transactions import Lines, read_lines


@dataclass
class AccountsFile:
    """The accounts file as far as it could be read; problems are in the findings."""

    raw: RawFile | None = None
    table: Table | None = None
    sheet: Sheet | None = None
    rows: AccountRows | None = None
    valid: int = 0
    owners: Mapping[str, int] = field(default_factory=dict)


@dataclass
class TransactionsFile:
    """The transactions file as far as it could be read; problems are in the findings."""

    raw: RawFile | None = None
    sheet: Sheet | None = None
    lines: Lines | None = None


def read_accounts_file(load: Callable[[], RawFile], task: Task, findings: Findings) -> AccountsFile:
    """Return what could be read of the accounts."""
    source = AccountsFile()
    with suppress(InputError):
        _understand(source, load, task, findings)
    return source


def read_transactions_file(path: Path, sheet: str | None, task: Task, findings: Findings) -> TransactionsFile:
    """Return what could be read of the transactions."""
    source = TransactionsFile()
    with suppress(InputError):
        _understand_lines(source, (path, sheet), task, findings)
    return source


def _understand(source: AccountsFile, load: Callable[[], RawFile], task: Task, findings: Findings) -> None:
    known = meanings_for(ACCOUNTS, task.options, findings)
    source.raw = raw = load()
    source.table = table = open_table(raw, task.options.sheet, known.score, findings)
    check_blank_headers(table, findings)
    mapped = map_accounts(table, known, task, findings)
    source.sheet = Sheet(table, mapped, table.rows, {})
    if not task.from_lines:
        refuse_lines(table, mapped, findings)
        mapped = with_likely(table, mapped, task, findings)
    if task.from_lines or task.options.single:
        mapped = mapped.with_stand_in()
    source.sheet = sheet = sheet_of(table, mapped)
    check_accounts(table, mapped, findings)
    if "id" in mapped.columns:
        _read_values(source, sheet, task, findings)


def _read_values(source: AccountsFile, sheet: Sheet, task: Task, findings: Findings) -> None:
    sheet = without_deleted(sheet, findings)
    repeated = len(sheet.rows)
    sheet = each_once(sheet) if task.from_lines else without_totals(sheet, findings)
    repeated = repeated - len(sheet.rows) if task.from_lines else 0
    check_ids(sheet, findings)
    source.owners = owners_in(sheet)
    everybody = len(sheet.rows) + repeated
    # What is shown of a column is taken from the rows that count, never from a total or from somebody else's accounts.
    source.sheet = sheet = only_owner(sheet, task.options.owner, findings)
    source.rows = read_rows(sheet, task, findings)
    bad = findings.rows_with_errors()
    source.valid = everybody - (sum(int(row) in bad for row in source.rows.rows) if bad else 0)


def _understand_lines(source: TransactionsFile, place: tuple[Path, str | None], task: Task, findings: Findings) -> None:
    path, sheet = place
    known = meanings_for(TRANSACTIONS, task.options, findings)
    source.raw = raw = load_file(path, findings, limit=TRANSACTIONS_LIMIT)
    table = open_table(raw, sheet, known.score, findings)
    mapped = map_headers(table.headers, known, said_headers(TRANSACTIONS, task.options), findings)
    key = () if {"id", "name"} & set(mapped.columns) else ("id",)
    check_required(table.headers, mapped, TRANSACTIONS, (*key, "date", "amount"), findings)
    source.sheet = sheet_of(table, mapped)
    if not findings.has_errors:
        source.lines = read_lines(source.sheet, task, findings)
