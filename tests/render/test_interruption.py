"""A run that is stopped from outside: what is finished stays, nothing runs on, the next run goes on from there."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.render.fixtures import write_cohort
from workbook.cli import run

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name != "posix", reason="signals of POSIX systems")]
NAMES = ("Anna", "Ben", "Cem", "Dana")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A cohort of four, and temporary files where they can be seen; sockets need a short path."""
    with tempfile.TemporaryDirectory(prefix="t") as temporary:
        monkeypatch.setenv("TMPDIR", temporary)
        yield write_cohort(tmp_path / "cohort", *NAMES)


def _start(folder: Path) -> "subprocess.Popen[str]":
    words = ["render", str(folder), "--jobs", "2", "--formats", "html"]
    command = [sys.executable, "-c", "from workbook.cli import main; main()", *words]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)


def _statuses(folder: Path) -> list[str]:
    try:
        manifest = json.loads((folder / "build" / "manifest.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return []
    return [entry["status"] for entry in manifest["participants"]]


def _wait_for(folder: Path, done: int) -> None:
    deadline = time.monotonic() + 120
    while _statuses(folder).count("done") < done:
        assert time.monotonic() < deadline, "the run does not come on"
        time.sleep(0.05)


def _family(process: "subprocess.Popen[str]") -> list[psutil.Process]:
    return psutil.Process(process.pid).children(recursive=True)


def _no_leftovers(folder: Path, family: list[psutil.Process]) -> None:
    _gone, alive = psutil.wait_procs(family, timeout=60)
    assert alive == []
    assert [path.name for path in (folder / "build").iterdir() if path.name.startswith(".")] == []
    assert list(Path(os.environ["TMPDIR"]).iterdir()) == []


@pytest.mark.parametrize(
    ("number", "times"), [(signal.SIGINT, 1), (signal.SIGINT, 6), (signal.SIGTERM, 1), (signal.SIGHUP, 1)]
)
def test_ctrl_c_and_a_request_to_end(folder: Path, number: signal.Signals, times: int) -> None:
    """F9, F10: exit 130, finished workbooks stay, the current ones are "interrupted", nothing is left."""
    process = _start(folder)
    _wait_for(folder, done=1)
    family = _family(process)
    for _ in range(times):
        process.send_signal(number)
        time.sleep(0.03)  # as fast as somebody presses who does not want to wait
    _out, err = process.communicate(timeout=120)
    assert (process.returncode, err.strip().count("\n")) == (130, 0), err
    statuses = _statuses(folder)
    assert statuses.count("done") >= 1
    assert "interrupted" in statuses
    assert json.loads((folder / "build/manifest.json").read_text(encoding="utf-8"))["state"] == "interrupted"
    _no_leftovers(folder, family)


def test_the_run_is_killed_and_taken_up_again(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """F11, F12: after kill -9 no worker goes on; status says so; the next run makes only what is missing."""
    process = _start(folder)
    _wait_for(folder, done=1)
    family = _family(process)
    process.kill()
    process.communicate()
    _gone, alive = psutil.wait_procs(family, timeout=60)
    assert alive == []
    assert run(["status", str(folder), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["state"] == "interrupted"
    before = {path: path.stat().st_ino for path in (folder / "build").glob("[!.]*/workbook.html")}
    again = _start(folder)
    again.communicate(timeout=120)
    assert again.returncode == 0
    assert _statuses(folder) == ["done"] * len(NAMES)
    assert len(before) >= 1
    assert all(path.stat().st_ino == number for path, number in before.items())
    _no_leftovers(folder, family)


def test_two_trainers_on_one_folder(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """F13: the second run is refused at once and names process and host; status shows the first one running."""
    process = _start(folder)
    _wait_for(folder, done=1)
    assert run(["render", str(folder)]) == 2
    assert f"by process {process.pid} on " in capsys.readouterr().err
    assert run(["status", str(folder), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["state"] == "running"
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=120)
