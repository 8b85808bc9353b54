"""The talk with the manager in chapter 8: a question stands on the sheet, the sheet is released and written."""

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Running, open_chapter, shown
from tests.browser.rep import Rep
from workbook.book import Participant
from workbook.book.demo_year import play_year
from workbook.book.talk import is_released
from workbook.plan.talk import QuarterlyTalk

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# The second quarter of the demo year.
NEXT, QUARTER = date(2026, 1, 14), "2026Q1"
QUESTION = "Who pays for the sample order & its freight?"
PAGE = f"quarterly-talk-{QUARTER}.html"
RELEASE = "The sheet of {quarter} may leave my folder"


@pytest.fixture
def second(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Path:
    """A workbook in its second quarter."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("WORKBOOK_TODAY", NEXT.isoformat())
    folder, language = tmp_path / "rep", request.getfixturevalue("language")
    henrike = {"ref": "h4n8c2v6x9k3", "display_name": "Henrike Osterloh", "language": language}
    participant = Participant.model_validate({**henrike, "cohort_date": date(2025, 11, 10)})
    assert len(list(play_year(folder, participant, quarters=2))) == 2
    return folder


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_talk_is_prepared(chromium: Browser, second: Path, language: str) -> None:
    """What is typed is kept and asked on the sheet; a tick releases it, and the button writes the page."""
    with Running.start(second) as running:
        rep = Rep(open_chapter(chromium, running, "08_quarterly_review"), language, second)
        rep.write("First question", QUESTION)
        rep.stored(lambda book: book.read(QuarterlyTalk, name=QUARTER).values.first, QUESTION)
        rep.press("Show the sheet")
        expect(shown(rep.page).locator(".wb-talk-questions").first).to_contain_text(QUESTION)
        shown(rep.page).get_by_label(rep.words(RELEASE).format(quarter=QUARTER)).first.check()
        rep.stored(is_released, wanted=True)
        rep.read(rep.words("The sheet of {quarter} is released.").format(quarter=QUARTER))
        rep.press("Write the talk sheet")
        rep.read(rep.words("{file} is in the folder of your workbook.").format(file=PAGE))
        rep.page.close()
    assert QUESTION.replace("&", "&amp;") in (second / PAGE).read_text(encoding="utf-8")
