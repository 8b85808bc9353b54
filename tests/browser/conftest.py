"""The system's Chromium, driven by Playwright."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.launch.conftest import folder, make_folder

__all__ = ["folder", "make_folder"]

PATIENCE = 180_000  # milliseconds; the other core is busy with other tests


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    executable = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert executable, "Chromium is missing: run `sh tests/tools.sh`"
    with sync_playwright() as playwright:
        # A container's root user cannot have Chromium's sandbox.
        browser = playwright.chromium.launch(executable_path=str(Path(executable)), args=["--no-sandbox"])
        yield browser
        browser.close()


@dataclass
class Running:
    """`workbook open` in a process of its own, as a rep starts it."""

    process: subprocess.Popen[str]
    address: str

    @classmethod
    def start(cls, folder: Path) -> "Running":
        command = [sys.executable, "-m", "workbook", "open", str(folder), "--no-browser", "--language", "en"]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ.copy())
        assert process.stdout
        found = (re.search(r"http://\S+", line) for line in process.stdout)
        return cls(process, next(match[0] for match in found if match))

    def page_of(self, chapter: str) -> str:
        return re.sub(r"tree/[^?]+", f"tree/{chapter}.ipynb", self.address)

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.wait()

    def wait(self) -> int:
        self.process.communicate(timeout=120)
        return self.process.returncode
