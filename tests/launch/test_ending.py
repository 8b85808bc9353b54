"""Ctrl-C while a workbook is being opened."""

import subprocess
import sys

from tests.patience import LONG
from workbook.launch.opening import _meanwhile

NEVER_DONE = "import threading; from workbook.launch.opening import _meanwhile; _meanwhile(threading.Event().wait)"


def test_nobody_waits_at_the_end_for_what_never_ends() -> None:
    """An import whose lock Ctrl-C left behind goes on for ever; the command ends all the same."""
    assert subprocess.run([sys.executable, "-c", NEVER_DONE], timeout=LONG, check=False).returncode == 0


def test_what_went_wrong_meanwhile_is_told_to_whoever_asks() -> None:
    """The chapters could not be built: the reason comes up where they are needed."""
    refused = PermissionError("no")

    def fail() -> None:
        raise refused

    assert _meanwhile(fail).exception(timeout=LONG) is refused
