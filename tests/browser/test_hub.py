"""A single-user server of a hub: a plain JupyterLab under a path of its own, one folder, one participant.

No JupyterHub is started: what a hub starts for each user is this server with this path and this environment.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import MY_ANSWER, PATIENCE, bare_server, open_page
from workbook.book import open_workbook
from workbook.launch.chapters import rebuild_chapters
from workbook.plan.exercise import Answer

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_single_user_server(chromium: Browser, folder: Path) -> None:
    """A chapter that is run there has live forms, and what is typed is in the participant's store."""
    rebuild_chapters(folder, "en")
    with bare_server(folder, "/user/anna/", "--expose-app-in-browser", WORKBOOK_FOLDER=str(folder)) as server:
        page = open_page(chromium, server.page("05_reactive_base.ipynb"))
        page.wait_for_selector(".jp-Notebook-ExecutionIndicator[data-status='idle']", timeout=PATIENCE)
        page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
        form = page.locator(".wb-form", has_text=MY_ANSWER).last
        form.locator("textarea").first.fill("written on a hub")
        expect(form.locator(".wb-status")).to_contain_text("Saved", timeout=PATIENCE)
        page.close()
    answer = open_workbook(folder=folder).read(Answer, chapter="reactive_base", name="reflection")
    assert answer.values.text == "written on a hub"
