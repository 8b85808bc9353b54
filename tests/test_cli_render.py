"""How `workbook render` speaks while and after it runs: a bar with an estimate, quiet, or as JSON for scripts."""

import io
import json
import re
import sys
from pathlib import Path

import pytest

from tests.render.fixtures import write_cohort
from workbook.cli import progress, run
from workbook.cli.progress import Bar
from workbook.render.failures import Reason
from workbook.render.job import Outcome
from workbook.render.manifest import Entry, Manifest, RunState, Status

READY = Entry("participant0", "Anna", "anna-participant0", Status.DONE, None, 2.5, ("workbook.html",))
FAILED = Entry("participant1", "Ben", "ben-participant1", Status.FAILED, Reason("x", "The file is empty."))


class Terminal(io.StringIO):
    """A terminal that remembers."""

    def isatty(self) -> bool:
        """Of course."""
        return True


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cohort whose workbooks are made by nobody: one is ready, one has failed."""
    made = Manifest(RunState.DONE, (READY, FAILED))
    monkeypatch.setattr(progress, "render_cohort", lambda *_arguments: made)
    monkeypatch.setattr(progress, "write_guides", lambda *_arguments, **_options: ())
    return write_cohort(tmp_path / "cohort", "Anna", "Ben")


def test_a_person_hears_what_was_made_and_what_was_not(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The number, each failure with its reason, and where to look."""
    assert run(["render", str(folder)]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[:2] == ["1 of 2 workbooks are ready.", "  Ben (participant1): The file is empty."]
    assert said[2].endswith("index.html")


def test_quiet_says_only_what_went_wrong(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing on stdout; on stderr only who failed, and nothing at all when nobody did."""
    assert run(["render", str(folder), "--quiet"]) == 1
    assert capsys.readouterr() == ("", "  Ben (participant1): The file is empty.\n")
    assert run(["render", str(folder), "--quiet", "--only", "participant0"]) == 0
    assert capsys.readouterr() == ("", "")


def test_json_is_one_object_and_nothing_else(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The manifest of the whole cohort, also with ``--only``."""
    assert run(["render", str(folder), "--json", "--only", "participant0"]) == 0
    printed = capsys.readouterr()
    assert [entry["status"] for entry in json.loads(printed.out)["participants"]] == ["done", "failed"]
    assert printed.err == ""


def test_a_terminal_shows_how_far_and_how_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """After each workbook: how many of how many, the time so far, and the time that is left by estimate."""
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    bar = Bar()
    bar.begin(4)
    bar.done(Outcome("participant0", Status.DONE, 1.0))
    bar.close()
    assert re.search(r"1/4 \[\d\d:\d\d<\d\d:\d\d", terminal.getvalue())


@pytest.mark.parametrize("silent", [True, False])
def test_a_file_gets_no_bar(silent: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody watches, or nobody wants it, nothing is drawn."""
    monkeypatch.setattr(sys, "stderr", target := Terminal() if silent else io.StringIO())
    bar = Bar(silent=silent)
    bar.begin(4)
    bar.close()
    assert target.getvalue() == ""
