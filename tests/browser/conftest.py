"""`workbook open` as a rep starts it; the browser itself is in tests/conftest.py."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
from playwright.sync_api import Browser, Locator, Page, expect

from tests.launch.conftest import folder, make_folder
from workbook.book import Workbook, open_workbook
from workbook.launch.server import free_port

__all__ = ["folder", "make_folder"]

MY_ANSWER = re.compile("Meine Antwort|My answer")

PATIENCE = 180_000  # milliseconds; the other core is busy with other tests


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
        self.process.communicate(timeout=120)
        return self.process.returncode


def open_page(chromium: Browser, address: str) -> Page:
    """Return a page that shows an address, with patience for a busy machine."""
    page = chromium.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(address)
    return page


def reflection(page: Page) -> Locator:
    """Return the form of the reflection of the chapter on the screen."""
    return page.locator(".jp-NotebookPanel:visible .wb-form", has_text=MY_ANSWER).last


def kernel_of(running: Running) -> psutil.Process:
    """Return the process of the workbook's kernel."""
    family = psutil.Process(running.process.pid).children(recursive=True)
    return next(each for each in family if "quiet_kernel" in " ".join(each.cmdline()) and "-f" in each.cmdline())


def shown(page: Page) -> Locator:
    """Return the chapter on the screen, once its forms are alive."""
    return page.locator(".jp-NotebookPanel.wb-ready:visible")


def turn_to(page: Page, chapter: str) -> None:
    """Turn to another chapter as a rep does, and wait until it is there."""
    page.locator(f"a[data-chapter='{chapter}.ipynb']:visible").first.click()
    expect_chapter(page, chapter)


def expect_chapter(page: Page, chapter: str) -> None:
    """Wait until a chapter is on the screen and alive."""
    here = page.locator(".jp-NotebookPanel.wb-ready:visible a[aria-current='page']").first
    expect(here).to_have_attribute("data-chapter", f"{chapter}.ipynb", timeout=PATIENCE)
    expect(reflection(page)).to_be_visible(timeout=PATIENCE)


def wait_until_stored(folder: Path, read: Callable[[Workbook], object], wanted: object) -> None:
    """Wait until the store of a folder holds what was typed."""
    deadline = time.monotonic() + PATIENCE / 1000
    while (found := read(open_workbook(folder=folder))) != wanted:
        assert time.monotonic() < deadline, (found, wanted)
        time.sleep(0.3)


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
    server = BareServer(free_port(), base)
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", f"--port={server.port}", *more]
    environment = {**os.environ, **own, "JUPYTER_TOKEN": server.token, **variables}
    process = subprocess.Popen(
        [*command, f"--ServerApp.base_url={base}"], cwd=folder, env=environment, stderr=subprocess.DEVNULL
    )
    try:
        while not _answers(server.port):
            time.sleep(0.05)
        yield server
    finally:
        for member in (*psutil.Process(process.pid).children(recursive=True), process):
            member.kill()
        process.wait(timeout=60)


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
