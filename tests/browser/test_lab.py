"""A rep in JupyterLab: a page opens, forms live without a click, and what was typed is there again."""

from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import SAVED, Running, kernel_of, make_folder, open_chapter, reflection
from tests.patience import LONG
from workbook.book import open_workbook
from workbook.plan.exercise import Answer

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize("language", ["de", "en"])
def test_what_is_typed_survives_the_next_start(
    chromium: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """Typing saves by itself; a new server and a new kernel show the text again; no process stays behind."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    folder = make_folder(tmp_path, language)
    running = Running.start(folder)
    family = psutil.Process(running.process.pid).children(recursive=True)
    page = open_chapter(chromium, running, "00_start")
    reflection(page).locator("textarea").first.fill("Zwei Stunden für Müller <b>")
    expect(reflection(page).locator(".wb-status")).to_contain_text(SAVED)
    page.close()
    assert running.stop() == 0
    assert not psutil.wait_procs(family, LONG)[1]

    answer = open_workbook(folder=folder).read(Answer, chapter="start", name="reflection")
    assert answer.values.text == "Zwei Stunden für Müller <b>"
    again = Running.start(folder)
    page = open_chapter(chromium, again, "00_start")
    expect(reflection(page).locator("textarea").first).to_have_value("Zwei Stunden für Müller <b>")
    page.close()
    again.stop()


def test_a_second_start_joins_the_first(chromium: Browser, folder: Path) -> None:
    """Opening the same folder twice gives the same server; forms are alive; the kernel listens nowhere (S13)."""
    running = Running.start(folder)
    try:
        assert kernel_of(running).net_connections("inet") == []
        second = Running.start(folder)
        assert (second.wait(), second.address) == (0, running.address)
        for chapter in ("01_accounts", "05_reactive_base"):
            page = open_chapter(chromium, running, chapter)
            expect(page.locator(".wb-form").first).to_be_visible()
            expect(page.get_by_text("model not found")).to_have_count(0)
            page.close()
    finally:
        running.stop()
