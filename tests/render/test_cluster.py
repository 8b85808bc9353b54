"""Beyond one machine: a cluster of real processes makes the same workbooks, whatever happens to a worker."""

import json
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import nbformat
import psutil
import pytest

from tests.render.dask import RunningCluster
from tests.render.fixtures import notebook, write_chapters, write_cohort
from workbook.cli import run
from workbook.errors import InputError
from workbook.render import cluster as under_test
from workbook.render.cohort import read_cohort
from workbook.render.job import Limits
from workbook.render.manifest import Manifest, read_manifest
from workbook.render.options import RenderOptions
from workbook.render.run import render_cohort

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name != "posix", reason="signals of POSIX systems")]
NAMES = ("Anna Groß", "Ben", "Cem", "Dana")
# A chapter that leaves a line for every time it is begun, and one for every time it is carried out.
COUNTED = """
import os, time
def note(what):
    with open({log!r}, "a") as log:
        log.write(f"{{what}} {{participant_ref}} {{os.environ.get('WORKER_NAME')}}\\n")
note("begun")
time.sleep({seconds})
note("ended")
"""


@pytest.fixture(scope="module")
def cluster() -> Iterator[RunningCluster]:
    """A scheduler and two workers."""
    running = RunningCluster.start(workers=2)
    yield running
    running.stop()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A cohort of four."""
    return write_cohort(tmp_path / "cohort", *NAMES)


@pytest.fixture
def options(tmp_path: Path) -> RenderOptions:
    """One small chapter."""
    chapters = write_chapters(tmp_path / "chapters", "prints")
    return RenderOptions(tmp_path / "build", date(2026, 11, 23), notebooks=chapters, limits=Limits(cell_seconds=60))


def _counting(tmp_path: Path, seconds: float) -> Path:
    chapters = tmp_path / "counting"
    chapters.mkdir()
    cell = COUNTED.format(log=str(tmp_path / "log.txt"), seconds=seconds)
    nbformat.write(notebook(cell), chapters / "00_counts.ipynb")
    return chapters


def _counts(tmp_path: Path, what: str) -> Counter[str]:
    return Counter(line.split()[1] for line in _log(tmp_path).splitlines() if line.startswith(what))


def _statuses(out: Path) -> list[str]:
    manifest = read_manifest(out)
    return [str(entry.status) for entry in manifest.participants] if manifest else []


def _log(tmp_path: Path) -> str:
    log = tmp_path / "log.txt"
    return log.read_text(encoding="utf-8") if log.exists() else ""


def _content(manifest: Manifest, out: Path) -> dict[str, object]:
    return {
        f"{entry.folder}/{name}": json.loads((out / entry.folder / ".render.json").read_bytes())["cells"].get(name)
        or (out / entry.folder / name).read_bytes()
        for entry in manifest.participants
        for name in entry.files
    }


def test_results_equal_the_local_run(cluster: RunningCluster, folder: Path, options: RenderOptions) -> None:
    """The same files with the same content, and the same manifest but for the seconds."""
    cohort = read_cohort(folder)
    here = render_cohort(cohort, options)
    there = render_cohort(cohort, replace(options, out=options.out.with_name("there"), scheduler=cluster.address))
    assert [replace(entry, seconds=0) for entry in there.participants] == [
        replace(entry, seconds=0) for entry in here.participants
    ]
    assert there.state == here.state == "done"
    assert _content(there, options.out.with_name("there")) == _content(here, options.out)


def test_broken_data_stops_nobody_else(cluster: RunningCluster, folder: Path, options: RenderOptions) -> None:
    """A participant's failure comes back as a sentence."""
    (folder / "accounts" / "1.csv").write_text("id,name\n1,A\n1,B\n", encoding="utf-8")
    manifest = render_cohort(read_cohort(folder), replace(options, scheduler=cluster.address))
    assert [entry.status for entry in manifest.participants] == ["done", "failed", "done", "done"]
    assert manifest.participants[1].reason.code == "id_twice"


def test_a_killed_worker_loses_nothing(
    cluster: RunningCluster, folder: Path, options: RenderOptions, tmp_path: Path
) -> None:
    """Its workbook is made by another worker; nobody's is made twice; no process stays behind."""
    victim = cluster.add_worker(WORKER_NAME="victim")
    chapters = _counting(tmp_path, seconds=3)
    killed: list[psutil.Process] = []
    over = threading.Event()

    def kill_in_the_middle() -> None:
        while "victim" not in _log(tmp_path):
            if over.wait(0.05):
                return
        killed.extend(psutil.Process(victim.pid).children(recursive=True))
        victim.kill()

    killer = threading.Thread(target=kill_in_the_middle)
    killer.start()
    manifest = render_cohort(read_cohort(folder), replace(options, notebooks=chapters, scheduler=cluster.address))
    over.set()
    killer.join()
    assert [entry.reason for entry in manifest.participants] == [None] * len(NAMES)
    assert set(_counts(tmp_path, "ended").values()) == {1}
    assert list(options.out.glob(".*")) == []
    assert len(killed) >= 1
    assert psutil.wait_procs(killed, timeout=60)[1] == []


def test_ctrl_c_stops_the_workers_and_the_next_run_goes_on(
    cluster: RunningCluster, folder: Path, options: RenderOptions, tmp_path: Path
) -> None:
    """The current ones are "interrupted", workers give them up, and only what is missing is made again."""
    chapters = _counting(tmp_path, seconds=3)
    chosen = replace(options, notebooks=chapters, scheduler=cluster.address)
    code = (
        "import sys, pickle; from workbook.render.run import render_cohort;"
        "render_cohort(*pickle.load(sys.stdin.buffer))"
    )
    process = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdin
    process.stdin.write(pickle.dumps((read_cohort(folder), chosen)))
    process.stdin.close()
    while "done" not in _statuses(options.out):
        time.sleep(0.05)
        assert process.poll() is None, process.stderr and process.stderr.read()
    process.send_signal(signal.SIGINT)
    process.wait(timeout=120)
    assert process.stderr
    process.stderr.close()
    manifest = json.loads((options.out / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["state"] == "interrupted"
    done = [entry["ref"] for entry in manifest["participants"] if entry["status"] == "done"]
    assert 1 <= len(done) < len(NAMES)
    again = render_cohort(read_cohort(folder), chosen)
    assert [entry.status for entry in again.participants] == ["done"] * len(NAMES)
    assert {ref: _counts(tmp_path, "ended")[ref] for ref in done} == dict.fromkeys(done, 1)


def test_a_worker_with_another_program_is_refused(folder: Path, options: RenderOptions) -> None:
    """Another version would make another workbook."""
    from workbook.render.due import jobs_of

    job = next(jobs_of(read_cohort(folder), options))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(under_test, "_own_name", lambda: "tcp://worker:1")
        outcome = under_test.work_here(job, "another program", "run")
    assert outcome.reason.code == "other_program"
    assert "tcp://worker:1" in outcome.reason.message


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nonsense"])
def test_no_cluster_is_said_in_words(
    address: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2, one sentence, nothing written."""
    monkeypatch.setattr(under_test, "_PATIENCE_SECONDS", 1)
    assert run(["render", str(folder), "--scheduler", address]) == 2
    assert f"No cluster answers at {address}." in capsys.readouterr().err
    assert list((folder / "build").iterdir()) == []


def test_a_cluster_without_workers_is_said_in_words(
    folder: Path, options: RenderOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody waits for ever."""
    empty = RunningCluster.start(workers=0)
    monkeypatch.setattr(under_test, "_WORKER_SECONDS", 1)
    try:
        with pytest.raises(InputError, match="has no workers"):
            render_cohort(read_cohort(folder), replace(options, scheduler=empty.address))
    finally:
        empty.stop()
