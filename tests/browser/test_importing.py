"""A rep loads a German list in JupyterLab, answers what is asked, and finds the accounts there after a restart."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Running, make_folder, open_chapter, wait_until_drawn
from workbook.book import open_workbook

pytestmark = [pytest.mark.browser, pytest.mark.slow]

USE = re.compile("Use these accounts|Diese .* verwenden")
GERMAN = "Kundennummer;Firma;Umsatz 2024;Umsatz 2025\nK-1;Müller & Söhne;1.000;2.000\nK-2;Weber <b>;3.000;4.000\n"


def _upload(page: Page, file: Path) -> None:
    with page.expect_file_chooser() as chooser:
        page.locator(".wb-form .widget-upload").first.click()
    chooser.value.set_files(file)


def _use(page: Page) -> None:
    """Answer every question, and only then use the list."""
    form = page.locator(".wb-form").filter(has=page.locator(".widget-upload"))
    use = form.get_by_role("button", name=USE)
    expect(use).to_be_disabled()
    wait_until_drawn(page)
    for place in range(form.locator("input[type=checkbox]").count()):
        form.locator("input[type=checkbox]").nth(place).check()
    expect(use).to_be_enabled()
    use.click()
    expect(form.locator(".wb-status")).to_contain_text("2")


def test_list_is_loaded_and_stays(chromium: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The button waits for the answers; then the two accounts replace the 24, also after the next start."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    folder, source = make_folder(tmp_path, "de"), tmp_path / "Kunden.csv"
    source.write_text(GERMAN, encoding="cp1252")
    with Running.start(folder) as running:
        page = open_chapter(chromium, running, "01_accounts")
        _upload(page, source)
        _use(page)
        page.close()

    assert list(open_workbook(folder=folder).portfolio.accounts["name"]) == ["Müller & Söhne", "Weber <b>"]
    with Running.start(folder) as again:
        page = open_chapter(chromium, again, "01_accounts")
        expect(page.get_by_text("Müller & Söhne").first).to_be_visible()
        page.close()
