"""A rep writes a year plan in chapter 4 and takes the calendar along; all of it is in the folder afterwards."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.agenda.strict_ics import events, faults
from tests.browser.conftest import Running, make_folder, open_chapter
from workbook.book import open_workbook
from workbook.i18n import catalogue
from workbook.plan.year_plan import YearPlan

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_plan_reaches_the_calendar(chromium: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line opens, a ready-made action is repeated, the line follows, the picture too, and the file is valid."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("WORKBOOK_TODAY", "2026-01-15")
    folder, said = make_folder(tmp_path, "de"), catalogue("de").gettext
    with Running.start(folder) as running:
        page = open_chapter(chromium, running, "04_action_plans")
        page.get_by_role("button", name=re.compile("Dunkelau Molkerei")).click()
        page.get_by_label(said("Revenue goal this year")).fill("700.000")
        page.get_by_role("button", name="Erstgespräch mit dem Einkauf").click()
        page.get_by_role("button", name=said("Repeat every quarter")).click()
        expect(page.locator(".wb-line").first).to_contain_text("700.000 €")
        expect(page.locator(".wb-line").first).to_contain_text("29.01.2026")
        expect(page.locator('img[alt*="Dunkelau Molkerei: 4 eigene"]')).to_have_count(1)
        page.get_by_role("button", name=said("Make the calendar file")).click()
        link = page.get_by_role("link", name=said("Save a copy"))
        with page.expect_download() as saved:
            link.click()
        copy = Path(saved.value.path()).read_bytes()
        page.close()
    assert len(open_workbook(folder=folder).read(YearPlan, account_id="D-04").values.actions) == 4
    calendar = (folder / "calendar.ics").read_bytes()
    assert (faults(calendar), len(events(calendar)), copy) == ([], 4, calendar)
