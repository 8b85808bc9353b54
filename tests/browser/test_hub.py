"""A single-user server as a hub starts it: a plain JupyterLab below /user/anna/, with none of our own configuration."""

from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SAVED, bare_server, open_page, reflection
from workbook.book import open_workbook
from workbook.medium import STATIC
from workbook.plan.exercise import Answer
from workbook.render.asleep import HOW_TO_START, with_way_to_start
from workbook.render.edition import participant_edition
from workbook.render.engine import read_chapter
from workbook.resources import resource

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CHAPTER = "00_start.ipynb"


def _as_rendered(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the chapter into the folder as `workbook render` leaves it: carried out, printed, asleep."""
    from nbclient import NotebookClient

    chapter = participant_edition(read_chapter(resource("notebooks") / CHAPTER))
    with monkeypatch.context() as patch:
        patch.setenv(STATIC, "1")
        patch.setenv("WORKBOOK_FOLDER", str(folder))
        NotebookClient(chapter).execute()
    nbformat.write(with_way_to_start(chapter, "en"), folder / CHAPTER)


def _run_all_cells(page: Page) -> None:
    page.locator(".jp-Notebook-ExecutionIndicator[data-status='idle']").first.wait_for()
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.locator(".lm-Menu-itemLabel", has_text="Run All Cells").first.click()


def test_a_chapter_sleeps_and_wakes(chromium: Browser, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asleep it shows what is saved and how to start; "Run All Cells" wakes its forms, and what is typed is stored."""
    keeper = open_workbook(folder=folder).keeper(Answer, chapter="start", name="reflection")
    keeper.save(keeper.draft.put("text", "written before"))
    _as_rendered(folder, monkeypatch)
    with bare_server(folder, "/user/anna/", WORKBOOK_FOLDER=str(folder)) as server:
        page = open_page(chromium, server.page(CHAPTER).replace("doc/tree", "lab/tree"))
        shown = page.locator(".jp-MarkdownOutput, .jp-OutputArea-output")
        expect(shown.filter(has_text=HOW_TO_START).first).to_be_visible()
        expect(shown.filter(has_text="written before").first).to_be_attached()
        expect(page.locator(".wb-form")).to_have_count(0)
        _run_all_cells(page)
        # The transfer ends the chapter: no other form comes after it.
        expect(page.locator(".wb-at-Transfer-when textarea")).to_be_visible()
        field = reflection(page).locator("textarea").first
        expect(field).to_have_value("written before")
        field.fill("written on the hub")
        expect(reflection(page).locator(".wb-status")).to_contain_text(SAVED)
        page.close()
    answer = open_workbook(folder=folder).read(Answer, chapter="start", name="reflection")
    assert answer.values.text == "written on the hub"
