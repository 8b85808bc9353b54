"""The demo participant: what a chapter shows when it is opened from the sources, without anybody's workbook."""

import csv
import hashlib
import os
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from workbook.book.importing import import_source
from workbook.book.location import day_for
from workbook.book.making import create_workbook
from workbook.book.participant import Participant
from workbook.i18n import preferred_language
from workbook.resources import resource
from workbook.store.database import FILE_NAME


def demo_folder(today: date | None) -> Path:
    """Return the folder of the demo participant in the user's cache; it is made on first use.

    It is the first participant of the demo cohort who works in the language of the messages.
    """
    row = _demo_row()
    accounts = resource("data", "demo", row["accounts"])
    fingerprint = hashlib.sha256(accounts.read_bytes()).hexdigest()[:8]
    folder = _cache() / "focus-workbook" / f"demo-{row['ref']}-{fingerprint}"
    if not (folder / FILE_NAME).is_file():
        _make(folder, _demo_participant(row), accounts, today)
    return folder


def _make(folder: Path, participant: Participant, accounts: Path, today: date | None) -> None:
    from workbook.portfolio import ReadOptions, portfolio_to_document, read_portfolio

    options = ReadOptions(fiscal_year_start=participant.fiscal_year_start)
    reading = read_portfolio(accounts, options=options, today=day_for(participant, today))
    create_workbook(folder, participant, portfolio_to_document(reading.require()), import_source(reading))


def _demo_row() -> dict[str, str]:
    with resource("data", "demo", "roster.csv").open(encoding="utf-8-sig", newline="") as roster:
        rows = list(csv.DictReader(roster))
    return next((row for row in rows if row["language"] == preferred_language()), rows[0])


def _demo_participant(row: dict[str, str]) -> Participant:
    cohort: dict[str, Any] = tomllib.loads(resource("data", "demo", "cohort.toml").read_text(encoding="utf-8"))
    return Participant(
        ref=row["ref"],
        display_name=row["name"],
        language=row["language"] or cohort["language"],
        cohort_title=cohort["title"],
        cohort_date=cohort["date"],
        trainer=cohort["trainer"],
        fiscal_year_start=cohort["fiscal_year_start"],
    )


def _cache() -> Path:
    named = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return Path(named) if named else Path.home() / ".cache"
