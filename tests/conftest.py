"""What every test shares: English, a fixed day, and nothing left of the language or environment afterwards."""

import shutil
import signal
import threading
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.patience import LONG
from workbook import i18n

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# A shell that starts the tests in the background hands on that Ctrl-C is ignored; the tests send it to what they start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Tests speak English unless they say otherwise."""
    for variable in ("WORKBOOK_LANGUAGE", "WORKBOOK_FOLDER", "WORKBOOK_TODAY", "WORKBOOK_STORE"):
        monkeypatch.delenv(variable, raising=False)
    i18n.speak("en")
    yield
    # Not what was spoken before: a workbook made for several tests has spoken its own language by then.
    i18n.speak("en")


@pytest.fixture(autouse=True)
def _nothing_goes_on(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A pause that a test began ends with it, under its own patches: it must not act in the middle of another."""
    yield
    # One that acts at this moment may begin another one.
    while waiting := [each for each in threading.enumerate() if isinstance(each, threading.Timer)]:
        for timer in waiting:
            timer.cancel()
            timer.join(timeout=60)
            assert not timer.is_alive(), "a pause acts and does not come to an end"


@pytest.fixture
def today() -> date:
    """The day all expected values refer to."""
    return date(2026, 11, 23)


@pytest.fixture(scope="module")
def chromium() -> Iterator["Browser"]:
    """The system's Chromium; for one module, because while Playwright runs no other event loop can in this process."""
    from playwright.sync_api import expect, sync_playwright

    executable = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert executable, "Chromium is missing: run `sh tests/tools.sh`"
    expect.set_options(timeout=LONG * 1000)
    with sync_playwright() as playwright:
        # A container's root user cannot have Chromium's sandbox.
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield browser
        browser.close()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what the fault tests counted."""
    for report in terminalreporter.stats.get("passed", []):
        for name, count in report.user_properties:
            terminalreporter.write_line(f"{name}: {count}")
