"""A second quarter comes with `workbook review`; the rep confirms its moves in chapter 8, and they stay."""

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import Running, expect_chapter, open_chapter, shown
from workbook.book import Participant, open_workbook
from workbook.book.confirming import waiting_moves
from workbook.book.demo_year import play_year
from workbook.cli import run
from workbook.i18n import catalogue
from workbook.resources import resource
from workbook.terms import Layer

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NEXT = date(2026, 1, 14)
REASON = "Die Zahlen zeigen es & der Verkaufsleiter weiß es <b>"
# All moves to pick, what is said then, nothing more to confirm, and one move in the list of changes.
WORDS = {
    "de": (
        "alle 4 Wechsel",
        "4 Wechsel sind bestätigt.",
        "Kein Wechsel wartet: Ihre Schichten stehen so, wie Sie sie bestätigt haben.",
        "Fensterbau Lichtenmoor KG wechselt von „Die 15 (proaktiv)“ zu „Top 5“: Potenzial geändert.",
    ),
    "en": (
        "all 4 moves",
        "4 moves are confirmed.",
        "No move is waiting: your layers stand as you confirmed them.",
        "Fensterbau Lichtenmoor KG goes from “Next 15” to “Top 5”: Potential changed.",
    ),
}


@pytest.fixture
def second(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Path:
    """A workbook in use since November, with the export of January loaded by `workbook review`."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("WORKBOOK_TODAY", NEXT.isoformat())
    folder, language = tmp_path / "rep", request.getfixturevalue("language")
    participant = Participant(
        ref="h4n8c2v6x9k3", display_name="Henrike Osterloh", language=language, cohort_date=date(2025, 11, 10)
    )
    assert len(list(play_year(folder, participant, quarters=1))) == 1
    export = resource("data", "year", "accounts-2026Q1.csv")
    assert run(["review", str(folder), "--accounts", str(export)]) == 0
    return folder


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_quarter_is_reviewed(chromium: Browser, second: Path, language: str) -> None:
    """Nothing has moved before the yes; after it layers, words and pictures follow at once and after a new start."""
    every, confirmed, nothing, change = WORDS[language]
    with Running.start(second) as running:
        page = open_chapter(chromium, running, "08_quarterly_review")
        expect(_chapter(page, "Dämmerlicht Leuchten SE")).to_be_visible()
        assert len(waiting_moves(open_workbook(folder=second))) == 4
        _confirm(page, language, every)
        expect(_chapter(page, confirmed)).to_be_visible()
        expect(_chapter(page, nothing)).to_be_visible()
        expect(_chapter(page, change)).to_be_visible()
        page.reload()
        expect_chapter(page, "08_quarterly_review")
        expect(_chapter(page, nothing)).to_be_visible()
        expect(_chapter(page, change)).to_be_visible()
        expect(page.locator('img[alt*="Fensterbau Lichtenmoor KG"]').first).to_be_visible()
        page.close()
    after = open_workbook(folder=second)
    assert after.tiering.layers["30220"] is Layer.TOP5
    assert after.standing.accepted["30220"] == REASON


def _chapter(page: Page, words: str) -> Locator:
    return shown(page).get_by_text(words).first


def _confirm(page: Page, language: str, every: str) -> None:
    said = catalogue(language).gettext
    form = shown(page).locator(".wb-form").filter(has=page.get_by_label(said("What do you confirm?"))).last
    form.get_by_label(said("What do you confirm?")).select_option(label=every)
    form.get_by_label(said("Your reason")).fill(REASON)
    form.get_by_label(said("Your reason")).blur()
    form.get_by_role("button", name=said("Confirm"), exact=True).click()
