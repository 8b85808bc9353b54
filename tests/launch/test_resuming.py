"""The next start begins where the rep stopped."""

from pathlib import Path

from workbook.book import open_workbook
from workbook.launch.resuming import chapter_to_open
from workbook.launch.settings import Home
from workbook.plan.exercise import Answer


def _write(folder: Path, chapter: str, text: str) -> None:
    keeper = open_workbook(folder=folder).keeper(Answer, chapter=chapter, name="reflection")
    keeper.save(keeper.draft.put("text", text))


def test_a_new_workbook_opens_at_the_start(folder: Path) -> None:
    """Nothing is written and nothing was open."""
    assert chapter_to_open(Home.of(folder), open_workbook(folder=folder)) == "00_start.ipynb"


def test_last_words_lead_to_their_chapter(folder: Path) -> None:
    """On another computer the last words written tell where to go on."""
    _write(folder, "commitment", "first")
    _write(folder, "focus_time", "second")
    assert chapter_to_open(Home.of(folder), open_workbook(folder=folder)) == "06_focus_time.ipynb"


def test_the_chapter_that_was_open_wins(folder: Path) -> None:
    """Who only read on comes back to what was read."""
    _write(folder, "start", "a word")
    home = Home.of(folder)
    home.path.mkdir(parents=True)
    home.chapter.write_text("04_action_plans.ipynb", encoding="utf-8")
    assert chapter_to_open(home, open_workbook(folder=folder)) == "04_action_plans.ipynb"


def test_a_planted_record_opens_nothing_else(folder: Path) -> None:
    """Only chapters of the workbook are opened, whatever the record says."""
    home = Home.of(folder)
    home.path.mkdir(parents=True)
    home.chapter.write_text("../other.ipynb", encoding="utf-8")
    assert chapter_to_open(home, open_workbook(folder=folder)) == "00_start.ipynb"
