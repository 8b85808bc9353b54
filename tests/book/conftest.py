"""A participant with a workbook of two accounts, and a section of our own to write in."""

from datetime import date
from pathlib import Path
from typing import Any, ClassVar

import pandas as pd
import pytest

from workbook.book import Participant, Workbook, create_workbook, open_workbook
from workbook.plan.fields import LongText, field
from workbook.plan.section import Section
from workbook.portfolio import portfolio_to_document
from workbook.portfolio.model import ACCOUNT_COLUMNS, FiscalYear, Portfolio, YearState

SOURCE = {"files": [{"name": "accounts.csv", "sha256": "0" * 64}]}


class Note(Section):
    """A section with one text."""

    KEY: ClassVar[str] = "exercise/{chapter}/note"
    TITLE: ClassVar[str] = "Note"

    text: LongText | None = field("Text")


@pytest.fixture
def participant() -> Participant:
    return Participant(ref="anna2026", display_name="Anna Weiß", language="en", cohort_date=date(2026, 11, 10))


@pytest.fixture
def accounts() -> dict[str, Any]:
    """Three accounts as the store keeps them: two customers and a prospect, two complete years."""
    frame = pd.DataFrame(index=pd.Index(["1", "2", "3"], name="id", dtype=object), columns=list(ACCOUNT_COLUMNS))
    frame["name"] = ["Ahorn AG", "Birke GmbH", "Cedar Ltd"]
    revenue = pd.DataFrame({2024: [100, 300, 0], 2025: [200, 100, 0]}, index=frame.index, dtype="Int64")
    years = tuple(FiscalYear(year, YearState.COMPLETE) for year in (2024, 2025))
    return portfolio_to_document(Portfolio(frame, revenue, revenue[[]], "EUR", years, as_of=date(2026, 11, 23)))


@pytest.fixture
def shuffled(accounts: dict[str, Any]) -> dict[str, Any]:
    """The same accounts in another order, read on another day."""
    backwards = {name: values[::-1] for name, values in accounts["accounts"].items()}
    revenue = {year: values[::-1] for year, values in accounts["revenue"].items()}
    other = {"ids": accounts["ids"][::-1], "accounts": backwards, "revenue": revenue, "as_of": "2026-12-24"}
    return accounts | other


@pytest.fixture
def corrected(accounts: dict[str, Any]) -> dict[str, Any]:
    """The same accounts with another name."""
    return accounts | {"accounts": accounts["accounts"] | {"name": ["Ahorn SE", "Birke GmbH", "Cedar Ltd"]}}


@pytest.fixture
def folder(tmp_path: Path, participant: Participant, accounts: dict[str, Any]) -> Path:
    create_workbook(tmp_path / "anna-anna2026", participant, accounts, SOURCE)
    return tmp_path / "anna-anna2026"


@pytest.fixture
def book(folder: Path, today: date) -> Workbook:
    return open_workbook(folder=folder, today=today)
