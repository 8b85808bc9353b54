"""A workbook that is open belongs to one person, and goes on after a closed lid or a broken line."""

import re
import signal
import urllib.error
import urllib.request
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import PATIENCE, Running, expect_chapter, open_page, reflection, wait_until_stored
from workbook.plan.exercise import Answer

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# Every connection a page opens is kept, so that a test can cut them all.
KEEP_LINES = """
  window.lines = [];
  window.WebSocket = class extends WebSocket { constructor(...all) { super(...all); window.lines.push(this); } };
"""


def _answers(running: Running, path: str, *, token: bool, content: bytes | None = None) -> tuple[int, bool]:
    """Return the status of an answer, and whether it is the page that asks for the token."""
    root, secret = re.match(r"(http://[^/]+/).*token=(\w+)", running.address).groups()  # type: ignore[union-attr]
    headers = {"Authorization": f"token {secret}"} if token else {}
    request = urllib.request.Request(root + path, data=content, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return int(answer.status), "/login?" in answer.url
    except urllib.error.HTTPError as refused:
        return refused.code, False


def test_only_who_has_the_token_comes_in(folder: Path) -> None:
    """Without it nothing is shown and nothing starts; with it there are still no terminals and no installing."""
    with Running.start(folder) as running:
        asked = ("api/contents", "api/kernels", "api/sessions", "files/plan.db", "doc/tree/00_start.ipynb")
        assert [_answers(running, path, token=False) for path in asked] == [(403, False)] * 3 + [(200, True)] * 2
        assert _answers(running, "api/contents", token=True) == (200, False)
        assert _answers(running, "api/terminals", token=True, content=b"{}")[0] == 404
        wanted = b'{"cmd": "install", "extension_name": "anything"}'
        assert _answers(running, "lab/api/extensions", token=True, content=wanted)[0] == 422


def _answer(folder: Path, text: str) -> None:
    wait_until_stored(folder, lambda book: book.read(Answer, chapter="start", name="reflection").values.text, text)


def test_a_closed_lid_and_a_broken_line(chromium: Browser, folder: Path) -> None:
    """What is typed while everything sleeps is saved when it wakes; a line that breaks is mended, no word is lost."""
    with Running.start(folder) as running:
        context = chromium.new_context()
        context.add_init_script(KEEP_LINES)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(running.page_of("00_start"))
        expect_chapter(page, "00_start")
        asleep = psutil.Process(running.process.pid).children(recursive=True)
        for process in asleep:
            process.suspend()
        reflection(page).locator("textarea").first.fill("typed with the lid closed")
        for process in asleep:
            process.resume()
        _answer(folder, "typed with the lid closed")
        page.evaluate("window.lines.forEach((line) => line.close())")
        page.wait_for_function("window.lines.at(-1).readyState === WebSocket.OPEN && window.lines.length > 1")
        expect(page.locator("#wb-banner")).to_be_hidden(timeout=PATIENCE)
        expect(reflection(page).locator("textarea").first).to_have_value("typed with the lid closed", timeout=PATIENCE)
        reflection(page).locator("textarea").first.fill("typed after the line was mended")
        _answer(folder, "typed after the line was mended")
        context.close()


@pytest.mark.long
def test_a_killed_launcher_leaves_nothing_behind(
    chromium: Browser, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever ends the command by force still works on; after the page is closed server and kernel end by themselves.

    The server looks once a minute whether anybody is there.
    """
    monkeypatch.setenv("WORKBOOK_LONELY_SECONDS", "20")
    running = Running.start(folder)
    page = open_page(chromium, running.page_of("00_start"))
    expect_chapter(page, "00_start")
    family = psutil.Process(running.process.pid).children(recursive=True)
    running.process.send_signal(signal.SIGKILL)
    assert running.wait() == -signal.SIGKILL
    reflection(page).locator("textarea").first.fill("typed without the launcher")
    _answer(folder, "typed without the launcher")
    page.close()
    assert psutil.wait_procs(family, timeout=300)[1] == []
