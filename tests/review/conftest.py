"""The demo year, played once for each language."""

from datetime import date
from pathlib import Path

import pytest

from workbook.book import Participant, Workbook, open_workbook
from workbook.book.demo_year import Played, play_year

LAST_DAY = date(2026, 7, 15)


class Year:
    """The workbook of the demo year, and what was said while it was played."""

    def __init__(self, folder: Path, language: str) -> None:
        participant = Participant(
            ref="h4n8c2v6x9k3", display_name="Henrike Osterloh", language=language, cohort_date=date(2025, 11, 10)
        )
        self.folder = folder
        self.played: list[Played] = list(play_year(folder, participant))

    def book(self, quarter: str = "2026Q3") -> Workbook:
        """The workbook in one of its quarters, on the last day of the year."""
        return open_workbook(folder=self.folder, today=LAST_DAY).at(quarter)


@pytest.fixture(scope="session")
def english_year(tmp_path_factory: pytest.TempPathFactory) -> Year:
    """The year of a rep who works in English; tests only read it."""
    return Year(tmp_path_factory.mktemp("year") / "en", "en")


@pytest.fixture(scope="session")
def german_year(tmp_path_factory: pytest.TempPathFactory) -> Year:
    """The same in German."""
    return Year(tmp_path_factory.mktemp("year") / "de", "de")
