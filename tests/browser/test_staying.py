"""A workbook that goes on where the rep stopped, stays on this computer, ends with its page, and survives accidents."""

import os
import re
import signal
from pathlib import Path
from unittest.mock import ANY

import psutil
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import (
    PATIENCE,
    SAVED,
    Running,
    kernel_of,
    make_folder,
    member_of,
    open_chapter,
    outlive_the_kernel,
    reflection,
    turn_to,
    wait_until_stored,
)
from tests.patience import LONG
from workbook.book import open_workbook
from workbook.book.undecided import UndecidedAnswers
from workbook.i18n import catalogue
from workbook.launch.page import HUB_WORDS, WORDS
from workbook.plan.exercise import Answer
from workbook.plan.time_budget import TimeBudget

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def _type(page: Page, text: str) -> None:
    reflection(page).locator("textarea").first.fill(text)
    expect(reflection(page).locator(".wb-status")).to_contain_text(SAVED)


def test_kernel_and_server_die(chromium: Browser, folder: Path) -> None:
    """The page says so in plain words; forms come back with what was saved; without a server nothing can be typed."""
    with Running.start(folder) as running:
        page = open_chapter(chromium, running, "00_start")
        banner = page.locator("#wb-banner")
        _type(page, "before the accident")
        assert WORDS["restarting"] in outlive_the_kernel(page, running)
        expect(page.locator(".jp-Dialog")).to_have_count(0)
        expect(reflection(page).locator("textarea").first).to_have_value("before the accident")
        _type(page, "after the accident")
        member_of(running, "workbook.launch.lab").kill()
        expect(banner).to_have_text(WORDS["gone"])
        expect(page.locator("#main")).to_have_attribute("inert", "")
        expect(page.locator(".jp-Dialog")).to_have_count(0)
        page.close()
    answer = open_workbook(folder=folder).read(Answer, chapter="start", name="reflection")
    assert answer.values.text == "after the accident"


def test_what_was_just_typed_survives(chromium: Browser, folder: Path) -> None:
    """A number in a field that was never left is saved a moment later, and the caret stays; then the kernel dies."""
    with Running.start(folder) as running:
        page = open_chapter(chromium, running, "06_focus_time")
        hours = page.get_by_label("Wanted for the Top 5").first
        for key, wanted in (("4", 4), ("0", 40)):
            hours.press_sequentially(key)
            wait_until_stored(folder, lambda book: book.read(TimeBudget).values.target_hours_top5, wanted)
            expect(page.locator(".wb-form", has=hours).locator(".wb-status")).to_contain_text(SAVED)
        outlive_the_kernel(page, running)
        expect(page.get_by_label("Wanted for the Top 5").first).to_have_value("40")
        page.close()


def test_what_is_not_decided_yet_survives(chromium: Browser, folder: Path) -> None:
    """Two accounts are picked and a reason is begun; after a restart they stand there, and no swap was made."""
    with Running.start(folder) as running:
        page = open_chapter(chromium, running, "02_tiering")
        page.get_by_label("Which account moves in?").select_option(index=3)
        picked = page.get_by_label("Which account moves in?").input_value()
        swap = page.locator(".wb-form", has=page.get_by_label("Which account moves in?")).last
        swap.get_by_label("Your reason").fill("They asked")
        kept = {"": {"account_in": ANY, "reason": "They asked"}}
        wait_until_stored(folder, lambda book: UndecidedAnswers(book, "tiering/swap").read(), kept)
        outlive_the_kernel(page, running)
        expect(page.get_by_label("Which account moves in?")).to_have_value(picked)
        expect(swap.get_by_label("Your reason")).to_have_value("They asked")
        page.close()
    assert open_workbook(folder=folder).decisions.overrides == ()


def test_closing_the_page_ends_everything(chromium: Browser, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command ends by itself, no process stays, and the next start opens the chapter that was open last."""
    monkeypatch.setenv("WORKBOOK_QUIET_SECONDS", "5")
    running = Running.start(folder)
    family = psutil.Process(running.process.pid).children(recursive=True)
    page = open_chapter(chromium, running, "00_start")
    turn_to(page, "05_reactive_base")
    page.close()
    assert running.wait() == 0
    assert not psutil.wait_procs(family, LONG)[1]
    again = Running.start(folder)
    assert "05_reactive_base.ipynb" in again.address
    again.stop()


def test_nothing_leaves_the_computer(chromium: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every request goes to loopback, Lab speaks German, and what the user has set up is neither read nor changed."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    own = tmp_path / "own-jupyter"
    own.mkdir()
    (own / "jupyter_server_config.py").write_text("raise SystemExit('the settings of the user were read')\n")
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(own))
    running = Running.start(make_folder(tmp_path, "de"))
    page = chromium.new_page()
    page.set_default_timeout(PATIENCE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url))
    page.goto(running.page_of("00_start"))
    expect(page.locator(".wb-form").first).to_be_visible()
    page.close()
    running.stop()
    assert [url for url in asked if not re.match(r"(https?|wss?)://127\.0\.0\.1:|data:|blob:", url)] == []
    assert any("translations/de_DE" in url for url in asked)
    assert [path.name for path in own.iterdir()] == ["jupyter_server_config.py"]


def test_ctrl_c_ends_cleanly(folder: Path) -> None:
    """Ctrl-C gives 0 and leaves neither server nor kernel behind, nor a folder for their sockets."""
    running = Running.start(folder)
    family = psutil.Process(running.process.pid).children(recursive=True)
    assert kernel_of(running) in family
    running.process.send_signal(signal.SIGINT)
    assert running.wait() == 0
    assert not psutil.wait_procs(family, LONG)[1]
    assert not list(Path(os.environ["XDG_STATE_HOME"]).rglob("server.json"))


def test_the_sentences_of_the_page_are_german_too() -> None:
    """What the page may have to say is translated."""
    assert all(catalogue("de").gettext(text) != text for text in (*WORDS.values(), *HUB_WORDS.values()))
