"""The recipe: files in, a portfolio that can be trusted out."""

from datetime import date
from pathlib import Path

import pytest

from workbook.errors import InputError
from workbook.portfolio.accounts import read_pasted, read_portfolio
from workbook.portfolio.model import YearState
from workbook.portfolio.options import ReadOptions


def read(folder: Path, accounts: str, lines: str | None = None, **options: object):
    """Write the files and read them."""
    (folder / "accounts.csv").write_text(accounts, encoding="utf-8")
    if lines is not None:
        (folder / "lines.csv").write_text(lines, encoding="utf-8")
    return read_portfolio(
        folder / "accounts.csv",
        folder / "lines.csv" if lines is not None else None,
        options=ReadOptions(**options),  # type: ignore[arg-type]
        today=date(2026, 11, 23),
    )


def codes(reading) -> list[str]:
    return [problem.code for problem in reading.problems]


def test_wide_years_become_cents(tmp_path: Path):
    """German amounts are exact cents, and a blank is unknown, not 0."""
    reading = read(tmp_path, "Kundennummer;Firma;Umsatz 2024;Umsatz 2025\n007;Müller;1.234,50;\n8;Huber;2;3\n")
    revenue = reading.require().revenue
    assert revenue.loc["007", 2024] == 123450
    assert revenue[2025].isna().tolist() == [True, False]


def test_transactions_are_summed(tmp_path: Path):
    """Lines are summed per account and fiscal year; an account without lines has revenue 0."""
    lines = "customer id,date,amount\nA,2025-01-05,10.50\nA,2025-12-24,1\nA,2026-01-02,7\n"
    portfolio = read(tmp_path, "id,name\nA,Adler\nB,Bär\n", lines).require()
    assert portfolio.revenue.loc["A"].tolist() == [1150, 700]
    assert portfolio.revenue.loc["B"].tolist() == [0, 0]
    assert [year.state for year in portfolio.fiscal_years] == [YearState.COMPLETE, YearState.RUNNING]


def test_every_problem_at_once(tmp_path: Path):
    """A duplicate id and an unreadable amount are both said, with their rows."""
    reading = read(tmp_path, "id,name,revenue_2025\nA,Adler,10.50\nA,Bär,~20k\n")
    assert [(p.code, p.place.row) for p in reading.problems] == [("id_twice", 3), ("number_unreadable", 3)]
    with pytest.raises(InputError):
        reading.require()


def test_paste():
    """A block copied from Excel is separated by tabs and goes through the same checks."""
    pasted = read_pasted("id\tname\tUmsatz 2025\n1\tAdler\t5\n", options=ReadOptions(), today=date(2026, 11, 23))
    assert pasted.require().revenue.loc["1", 2025] == 500
