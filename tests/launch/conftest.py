"""A participant's folder to open, and a state folder that is not the user's."""

from datetime import date
from pathlib import Path

import pytest

from workbook.book import Participant, create_workbook
from workbook.portfolio import ReadOptions, portfolio_to_document, read_portfolio
from workbook.resources import resource


def make_folder(parent: Path, language: str) -> Path:
    """Return a new participant folder with the 24 accounts of the worked example."""
    source = resource("data", "example", "accounts.csv")
    reading = read_portfolio(source, options=ReadOptions(locale="en", yes=True), today=date(2026, 11, 23))
    participant = Participant(
        ref="anna2026", display_name="Anna Weiß", language=language, cohort_title="Focus", cohort_date=date(2026, 11, 2)
    )
    folder = parent / f"anna-anna2026-{language}"
    create_workbook(folder, participant, portfolio_to_document(reading.require()), dict(reading.source))
    return folder


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return make_folder(tmp_path, "en")
