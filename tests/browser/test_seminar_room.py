"""In the seminar room: a timer runs on the screen, and a trainer hides every name before others look on."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Running, open_chapter, reflection, shown
from workbook.book import open_workbook

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def _press(page: Page, name: str) -> None:
    shown(page).get_by_role("button", name=re.compile(name)).first.click()


def test_names_disappear_and_come_back(chromium: Browser, folder: Path) -> None:
    """Codes stand in tables and pictures, nothing can be typed; the other chapter is hidden too; then all is back."""
    name = str(open_workbook(folder=folder).portfolio.accounts["name"].iloc[0])
    assert name == "Aldersee Papier"
    with Running.start(folder) as running:
        page = open_chapter(chromium, running, "01_accounts")
        _press(page, "In the seminar room")
        _press(page, "Start the timer")
        expect(page.locator(".wb-timer:visible").first).to_contain_text(re.compile(r"\d:\d\d"))
        _press(page, "Hide all names")
        expect(shown(page).locator(".wb-way .wb-note")).to_be_visible()
        expect(shown(page).locator(".wb-twin").first).to_be_visible()
        expect(shown(page).get_by_text("Company ").first).to_be_visible()
        expect(shown(page).locator(f'img[alt*="{name}"]').or_(shown(page).get_by_text(name))).to_have_count(0)
        page.locator("a[data-chapter='04_action_plans.ipynb']:visible").click()
        expect(shown(page).get_by_text("Company ").first).to_be_visible()
        _press(page, "Show the names again")
        expect(reflection(page).locator("textarea").first).to_be_visible()
        page.close()


def test_self_check_leads_to_the_field(chromium: Browser, folder: Path) -> None:
    """A line of the self-check is a link; following it puts the cursor into the field it speaks of."""
    with Running.start(folder) as running:
        page = open_chapter(chromium, running, "05_reactive_base")
        page.locator("a[data-place='wb-at-Transfer-when']").click()
        expect(page.locator(".wb-at-Transfer-when textarea")).to_be_focused()
        page.close()
