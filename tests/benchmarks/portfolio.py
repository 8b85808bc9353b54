"""Reading exports, measured against a bare read of the same file in the same run."""

import csv
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pandas as pd
import xlsxwriter
from python_calamine import CalamineWorkbook

from workbook.portfolio import ReadOptions, read_portfolio

Row = tuple[str, float, float, str]
TODAY = date(2026, 11, 23)
ACCOUNTS, LINES, SHEET_ROWS = 200_000, 1_500_000, 20_000
GIGABYTES = 2
_BRANCHES = ("Maschinenbau", "Chemie", "Logistik", "Handel", "Bau")


def rows() -> Iterator[Row]:
    """Yield name, ratio to the bare read, the ratio that is allowed, and the seconds behind it."""
    with tempfile.TemporaryDirectory() as folder:
        yield from (measure(Path(folder)) for measure in (accounts_as_csv, transactions_as_csv, accounts_as_workbook))


def peak_gigabytes() -> float:
    """Return the most memory this process has had: everything above is in it, so less was enough for each."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2


def accounts_as_csv(folder: Path) -> Row:
    """200,000 accounts as CSV against ``pandas.read_csv(dtype=str)``."""
    path = folder / "accounts.csv"
    _write_accounts(path, ACCOUNTS)
    return _row(
        "200,000 accounts, CSV",
        4.0,
        lambda: pd.read_csv(path, dtype=str, sep=";"),
        lambda: read_portfolio(path, options=ReadOptions(), today=TODAY).require(),
    )


def transactions_as_csv(folder: Path) -> Row:
    """1.5 million lines summed to account-years against ``pandas.read_csv(dtype=str)``."""
    accounts, path = folder / "few.csv", folder / "lines.csv"
    _write_accounts(accounts, 1_000)
    _write_lines(path, LINES)
    return _row(
        "1,500,000 transaction lines, CSV",
        3.0,
        lambda: pd.read_csv(path, dtype=str),
        lambda: read_portfolio(accounts, path, options=ReadOptions(), today=TODAY).require(),
    )


def accounts_as_workbook(folder: Path) -> Row:
    """A workbook of 20,000 rows against a bare calamine read."""
    path = folder / "accounts.xlsx"
    _write_workbook(path, SHEET_ROWS)
    return _row(
        "20,000 accounts, Excel",
        2.0,
        lambda: CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python(),
        lambda: read_portfolio(path, options=ReadOptions(), today=TODAY).require(),
    )


def _row(name: str, limit: float, bare: Callable[[], object], ours: Callable[[], object]) -> Row:
    plain, checked = min(_seconds(bare) for _ in range(3)), min(_seconds(ours) for _ in range(3))
    return name, checked / plain, limit, f"{checked:.2f} s against {plain:.2f} s"


def _seconds(work: Callable[[], object]) -> float:
    # The processor's time: other work on the machine must not decide.
    start = time.process_time()
    work()
    return time.process_time() - start


def _accounts(count: int) -> Iterator[list[object]]:
    chance = random.Random(5)
    yield ["Kundennummer", "Firma", "Branche", "Land", "PLZ", "Ort", "Umsatz 2023", "Umsatz 2024", "Umsatz 2025"]
    for number in range(count):
        money = [round(chance.lognormvariate(9, 1.5), 2) for _ in range(3)]
        place = [f"{chance.randint(1000, 99999):05d}", "Überlingen"]
        yield [f"K{number:06d}", f"Müller {number} GmbH", chance.choice(_BRANCHES), "DE", *place, *money]


def _write_accounts(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target, delimiter=";")
        for row in _accounts(count):
            writer.writerow([f"{cell:.2f}".replace(".", ",") if isinstance(cell, float) else cell for cell in row])


def _write_lines(path: Path, count: int) -> None:
    chance = random.Random(15)
    with path.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target)
        writer.writerow(["invoice", "customer id", "invoice date", "product", "amount"])
        for number in range(count):
            day = f"{chance.randint(2022, 2025)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
            amount = f"{chance.lognormvariate(6, 1):.2f}"
            writer.writerow([number, f"K{chance.randrange(1000):06d}", day, f"P{chance.randrange(300)}", amount])


def _write_workbook(path: Path, count: int) -> None:
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Kunden")
        for number, row in enumerate(_accounts(count)):
            sheet.write_row(number, 0, row)


if __name__ == "__main__":
    missed = 0
    for name, ratio, limit, note in rows():
        missed += ratio > limit
        sys.stdout.write(f"{name:<32}{ratio:>6.1f} times the bare read (limit {limit:.0f})  {note}\n")
    missed += peak_gigabytes() > GIGABYTES
    sys.stdout.write(f"{'most memory of all three':<32}{peak_gigabytes():>6.1f} GB (limit {GIGABYTES})\n")
    sys.exit(missed)
