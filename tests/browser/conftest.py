"""`workbook open` as a rep starts it; the browser itself is in tests/conftest.py."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil
from playwright.sync_api import Browser, Locator, Page, expect

from tests.launch.conftest import folder, make_folder
from tests.patience import LONG, until
from workbook.book import Workbook, open_workbook
from workbook.launch.server import free_port

__all__ = ["folder", "make_folder"]

PATIENCE = LONG * 1000  # milliseconds, as the browser counts
MY_ANSWER = re.compile("Meine Antwort|My answer")
SAVED = re.compile(r"\d\d:\d\d")
# A chapter that is not being carried out any more: its forms are alive and stay where they are.
ALIVE = ".jp-NotebookPanel.wb-ready:not([data-opening]):visible"
# Forms come one by one: until a widget is there an empty one keeps its place.
DRAWN = """() => {
  const panels = [...document.querySelectorAll('.jp-NotebookPanel.wb-ready:not([data-opening])')];
  const panel = panels.find((each) => each.offsetParent);
  return panel && !panel.querySelector('.widget-box > [class="lm-Widget"]') && !/Loading widget/.test(panel.innerText);
}"""
LISTEN = """() => {
  const banner = document.getElementById('wb-banner');
  window.wbHeard = [];
  const hear = () => banner.textContent && window.wbHeard.push(banner.textContent);
  new MutationObserver(hear).observe(banner, { childList: true, characterData: true, subtree: true });
}"""


@dataclass
class Running:
    """`workbook open` in a process of its own, as a rep starts it."""

    process: subprocess.Popen[str]
    address: str

    @classmethod
    def start(cls, folder: Path, *more: str) -> "Running":
        command = [sys.executable, "-m", "workbook", "open", str(folder), "--no-browser", "--language", "en", *more]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ.copy())
        assert process.stdout
        found = (re.search(r"http://\S+", line) for line in process.stdout)
        return cls(process, next(match[0] for match in found if match))

    def page_of(self, chapter: str) -> str:
        return re.sub(r"tree/[^?]+", f"tree/{chapter}.ipynb", self.address)

    def __enter__(self) -> "Running":
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.stop()

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.wait()

    def wait(self) -> int:
        self.process.communicate(timeout=LONG)
        return self.process.returncode


def open_page(chromium: Browser, address: str) -> Page:
    """Return a page that shows an address, with patience for a busy machine."""
    page = chromium.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(address)
    return page


def open_chapter(chromium: Browser, running: Running, chapter: str) -> Page:
    """Return a page that shows a chapter with every form alive and drawn."""
    page = open_page(chromium, running.page_of(chapter))
    expect_chapter(page, chapter)
    return page


def reflection(page: Page) -> Locator:
    """Return the form of the reflection of the chapter on the screen."""
    return page.locator(".jp-NotebookPanel:visible .wb-form", has_text=MY_ANSWER).last


def kernel_of(running: Running) -> psutil.Process:
    """Return the process of the workbook's kernel."""
    return member_of(running, "quiet_kernel", "-f")


def member_of(running: Running, *words: str) -> psutil.Process:
    """Return the process of the command's family with these words in its command line, once it is there."""
    return until(
        lambda: next((each for each in _family(running) if all(word in line_of(each) for word in words)), None)
    )


def _family(running: Running) -> list[psutil.Process]:
    return psutil.Process(running.process.pid).children(recursive=True)


def line_of(process: psutil.Process) -> str:
    """Return the command line of a process, "" when it is gone."""
    # Some live for a moment only.
    with suppress(psutil.Error):
        return " ".join(process.cmdline())
    return ""


def outlive_the_kernel(page: Page, running: Running) -> list[str]:
    """Kill the kernel and wait until the page has spoken of it and is silent again; return what it said."""
    page.evaluate(LISTEN)
    kernel_of(running).kill()
    # What the page says may be over before anybody looks.
    page.wait_for_function("() => window.wbHeard.length")
    expect(page.locator("#wb-banner")).to_be_hidden()
    wait_until_drawn(page)
    heard: list[str] = page.evaluate("() => window.wbHeard")
    return heard


def shown(page: Page) -> Locator:
    """Return the chapter on the screen, once its forms are alive."""
    return page.locator(ALIVE)


def wait_until_drawn(page: Page) -> None:
    """Wait until every form of the chapter on the screen is drawn."""
    page.wait_for_function(DRAWN)


def turn_to(page: Page, chapter: str) -> None:
    """Turn to another chapter as a rep does, and wait until it is there."""
    page.locator(f"a[data-chapter='{chapter}.ipynb']:visible").first.click()
    expect_chapter(page, chapter)


def expect_chapter(page: Page, chapter: str) -> None:
    """Wait until a chapter is on the screen and alive."""
    here = page.locator(f"{ALIVE} a[aria-current='page']").first
    expect(here).to_have_attribute("data-chapter", f"{chapter}.ipynb")
    wait_until_drawn(page)
    expect(reflection(page)).to_be_visible()


def wait_until_stored(folder: Path, read: Callable[[Workbook], object], wanted: object) -> None:
    """Wait until the store of a folder holds what was typed."""
    until(lambda: read(open_workbook(folder=folder)) == wanted, lambda: (read(open_workbook(folder=folder)), wanted))


@dataclass(frozen=True)
class BareServer:
    """A JupyterLab that knows nothing of ours, as a user has it or a hub starts it."""

    port: int
    base: str
    token: str = "bare"

    def page(self, notebook: str) -> str:
        """Return the address of a notebook."""
        return f"http://127.0.0.1:{self.port}{self.base}doc/tree/{notebook}?token={self.token}"


@contextmanager
def bare_server(folder: Path, base: str = "/", *more: str, **variables: str) -> Iterator[BareServer]:
    """Start a bare JupyterLab on a folder, with Jupyter folders of its own."""
    own = {name: f"{folder}-{name}" for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")}
    environment = {**os.environ, **own, "JUPYTER_TOKEN": BareServer.token, **variables}
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", *more]
    command += [f"--ServerApp.base_url={base}", "--ServerApp.port_retries=0"]
    process, port = _bare_lab(command, folder, environment)
    try:
        yield BareServer(port, base)
    finally:
        for member in (*psutil.Process(process.pid).children(recursive=True), process):
            with suppress(psutil.NoSuchProcess):
                member.kill()
        process.wait(timeout=LONG)


def _bare_lab(command: list[str], folder: Path, environment: dict[str, str]) -> tuple[subprocess.Popen[bytes], int]:
    """Return a JupyterLab that listens, and its port; somebody may take the first port before it does."""
    for _try in range(3):
        port = free_port()
        process = subprocess.Popen([*command, f"--port={port}"], cwd=folder, env=environment, stderr=subprocess.DEVNULL)
        if _begins_to_listen(process, port):
            return process, port
    raise AssertionError("JupyterLab does not start")


def _begins_to_listen(process: subprocess.Popen[bytes], port: int) -> bool:
    until(lambda: process.poll() is not None or _listens(process.pid, port))
    return process.poll() is None


def _listens(pid: int, port: int) -> bool:
    with suppress(psutil.Error):
        lines = psutil.Process(pid).net_connections("inet")
        return any(line.status == psutil.CONN_LISTEN and line.laddr.port == port for line in lines)
    return False
