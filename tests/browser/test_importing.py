"""A rep loads a German list in JupyterLab, answers what is asked, and finds the accounts there after a restart."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PATIENCE, Running, make_folder
from workbook.book import open_workbook

pytestmark = [pytest.mark.browser, pytest.mark.slow]

USE = re.compile("Use these accounts|Diese .* verwenden")
GERMAN = "Kundennummer;Firma;Umsatz 2024;Umsatz 2025\nK-1;Müller & Söhne;1.000;2.000\nK-2;Weber <b>;3.000;4.000\n"


def _page(chromium: Browser, running: Running) -> Page:
    page = chromium.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(running.page_of("01_accounts"))
    return page


def _upload(page: Page, file: Path) -> None:
    with page.expect_file_chooser() as chooser:
        page.locator(".wb-form .widget-upload").first.click()
    chooser.value.set_files(file)


def test_list_is_loaded_and_stays(chromium: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The button waits for the answers; then the two accounts replace the 24, also after the next start."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    folder, source = make_folder(tmp_path, "de"), tmp_path / "Kunden.csv"
    source.write_text(GERMAN, encoding="cp1252")
    running = Running.start(folder)
    page = _page(chromium, running)
    _upload(page, source)
    form = page.locator(".wb-form").filter(has=page.locator(".widget-upload"))
    use = form.get_by_role("button", name=USE)
    expect(use).to_be_disabled()
    for place in range(form.locator("input[type=checkbox]").count()):
        form.locator("input[type=checkbox]").nth(place).check()
    expect(use).to_be_enabled()
    use.click()
    expect(form.locator(".wb-status")).to_contain_text("2")
    page.close()
    running.stop()

    assert list(open_workbook(folder=folder).portfolio.accounts["name"]) == ["Müller & Söhne", "Weber <b>"]
    again = Running.start(folder)
    page = _page(chromium, again)
    expect(page.get_by_text("Müller & Söhne").first).to_be_visible(timeout=PATIENCE)
    page.close()
    again.stop()
