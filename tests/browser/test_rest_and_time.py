"""Chapters 05 and 06 in JupyterLab: an inquiry gets a proposal, a calendar becomes hours, a swap is booked."""

from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PATIENCE, Running, make_folder
from tests.diary.calendars import BERLIN, calendar, event
from workbook.book import open_workbook
from workbook.plan.inquiries import Inquiries
from workbook.plan.not_to_do import NotToDo
from workbook.plan.time_budget import TimeBudget
from workbook.terms import InquiryDecision, Layer

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def _open(chromium: Browser, running: Running, chapter: str) -> Page:
    page = chromium.new_page(viewport={"width": 1280, "height": 1000})
    page.set_default_timeout(PATIENCE)
    page.goto(running.page_of(chapter))
    return page


def _note_inquiry(page: Page) -> None:
    """Somebody new asks for a price; it fits only in part and is quickly answered."""
    form = page.locator(".wb-form").filter(has_text="Note it and propose an ending")
    form.get_by_label("or somebody who is not in the list").fill("Neuhaus KG")
    form.get_by_label("Does it fit what we offer?").select_option(label="Only in part")
    form.get_by_label("How long would a full answer take?").select_option(label="Up to half an hour")
    form.get_by_label("What could it bring?").select_option(label="As much as usual")
    form.get_by_role("button", name="Note it and propose an ending").click()
    expect(form.locator(".wb-status")).to_contain_text("Proposal: Standard offer")
    expect(page.get_by_role("cell", name="Standard offer").first).to_be_visible()


def _own_calendar(folder: Path, file: Path) -> None:
    """Ten hours last week with the rest, two with the largest of the five."""
    book = open_workbook(folder=folder)
    monday = book.today - timedelta(days=book.today.weekday() + 7)
    names = {layer: book.tiering.table.loc[book.tiering.ids(layer)[0], "name"] for layer in (Layer.TOP5, Layer.REST)}
    day = datetime.combine(monday, time(), BERLIN)
    hours = {Layer.TOP5: (9, 11), Layer.REST: (12, 22)}
    events = [
        event(str(names[layer]), *(f":{day + timedelta(hours=hour):%Y%m%dT%H%M%S}" for hour in hours[layer]))
        for layer in hours
    ]
    file.write_bytes(calendar(*events))


def _load_calendar(page: Page, file: Path) -> None:
    form = page.locator(".wb-form").filter(has=page.locator(".widget-upload"))
    with page.expect_file_chooser() as chooser:
        form.locator(".widget-upload").first.click()
    chooser.value.set_files(file)
    form.get_by_role("button", name="Use these hours as today's hours").click()
    expect(form.locator(".wb-status")).to_contain_text("has the hours of your calendar now")


def test_rest_and_time(chromium: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is noted, read and ticked is in the store, and the sentence at the top of chapter 06 follows."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    folder = make_folder(tmp_path, "en")
    _own_calendar(folder, tmp_path / "own.ics")
    running = Running.start(folder)
    page = _open(chromium, running, "05_reactive_base")
    _note_inquiry(page)
    page.close()
    page = _open(chromium, running, "06_focus_time")
    _load_calendar(page, tmp_path / "own.ics")
    expect(page.get_by_text("83% of your customer time goes to the rest").first).to_be_visible()
    swap = page.locator(".wb-form").filter(has_text="Swaps to book").locator("input[type=checkbox]").first
    swap.check()
    expect(page.get_by_text("of them are booked to your five").first).to_be_visible()
    page.close()
    running.stop()

    book = open_workbook(folder=folder)
    assert book.read(Inquiries).values.inquiries[0].decision is InquiryDecision.STANDARD_OFFER
    assert book.read(TimeBudget).values.actual_hours_rest == 10
    assert len(book.read(NotToDo).values.entries) == 1
