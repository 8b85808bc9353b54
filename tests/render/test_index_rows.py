"""What the trainer's index, and the command, say about handouts and about files that could not be made."""

from pathlib import Path

import pytest

from workbook.cli.render import _say_what_was_skipped
from workbook.render.failures import Skipped
from workbook.render.index import rows
from workbook.render.manifest import Entry, Manifest, RunState, Status, write_manifest

DONE = {"ref": "aaaaaaaa", "display_name": "A", "folder": "a-aaaaaaaa", "status": "done", "reason": None}
SKIPPED = {"file": "workbook.pdf", "code": "pdf_unavailable", "message": "Install it."}


def test_a_workbook_is_linked() -> None:
    """The page to open is the workbook."""
    assert rows([{**DONE, "files": ["workbook.html"]}])[0].link == "a-aaaaaaaa/workbook.html"


def test_a_handout_is_linked() -> None:
    """Where there is a handout, that is what opens."""
    assert rows([{**DONE, "files": ["decision-sheet.pdf", "handout.html"]}])[0].link == "a-aaaaaaaa/handout.html"


def test_what_was_skipped_is_told() -> None:
    """The workbook is ready all the same."""
    row = rows([{**DONE, "files": ["workbook.html"], "skipped": [SKIPPED]}])[0]
    assert (row.status, row.reason) == ("done", "Install it.")


def test_the_command_says_once_what_was_skipped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is missing on this machine is missing for everybody; stdout stays as it is."""
    entries = (Entry(ref, ref, ref, Status.DONE, skipped=(Skipped(**SKIPPED),)) for ref in ("aaaaaaaa", "bbbbbbbb"))
    write_manifest(tmp_path, Manifest(RunState.DONE, tuple(entries)))
    _say_what_was_skipped(tmp_path)
    assert capsys.readouterr() == ("", "Install it.\n")
