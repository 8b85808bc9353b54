"""`workbook open` as a rep starts it; the browser itself is in tests/conftest.py."""

import os
import re
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.launch.conftest import folder, make_folder

__all__ = ["folder", "make_folder"]

PATIENCE = 180_000  # milliseconds; the other core is busy with other tests


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
