"""Workers are watched from outside: whatever one does, the others go on and nothing is left."""

import os
import time
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from tests.render import workers
from tests.render.fixtures import job
from workbook.render import pool as under_test
from workbook.render.isolation import process_context
from workbook.render.job import Job, Limits, Outcome
from workbook.render.manifest import Status
from workbook.render.pool import Pool
from workbook.render.processes import memory_of

pytestmark = pytest.mark.slow
WARM = [True, False]


def _outcomes(jobs: list[Job], size: int = 2, *, warm: bool = True) -> dict[str, Outcome]:
    names = {job.rep.ref: job.rep.display_name for job in jobs}
    with Pool(workers.by_name, size, process_context(warm=warm)) as pool:
        found = {names[outcome.ref]: outcome for outcome in pool.outcomes(jobs) if outcome is not None}
    assert not list(jobs[0].runtime.parent.iterdir())
    return found


def _lives(number: int) -> bool:
    with suppress(psutil.NoSuchProcess):
        return psutil.Process(number).status() != psutil.STATUS_ZOMBIE  # nobody may be there to bury an orphan
    return False


@pytest.mark.parametrize("warm", WARM)
def test_every_job_has_a_process_of_its_own(tmp_path: Path, warm: bool, capfd: pytest.CaptureFixture[str]) -> None:
    """Three jobs, three processes; what they print reaches nobody."""
    jobs = [job(tmp_path, "succeeds", runtime=tmp_path / "runtime" / str(number)) for number in range(3)]
    with Pool(workers.by_name, 2, process_context(warm=warm)) as pool:
        processes = [outcome.files for outcome in pool.outcomes(jobs) if outcome is not None]
    assert len(set(processes)) == 3
    assert capfd.readouterr().out == ""


@pytest.mark.parametrize("warm", WARM)
@pytest.mark.parametrize("fault", ["exits", "is_killed"])
def test_a_dead_worker_is_a_failure_with_its_cell(tmp_path: Path, fault: str, warm: bool) -> None:
    """Exit and kill are told with chapter and cell, and the next participant is served."""
    found = _outcomes([job(tmp_path, fault), job(tmp_path, "succeeds")], size=1, warm=warm)
    reason = found[fault].reason
    assert (reason.code, reason.chapter, reason.cell) == ("kernel_died", "02_tiering", 5)
    assert found["succeeds"].status is Status.DONE


def test_a_mistake_of_ours_can_be_looked_into(tmp_path: Path) -> None:
    """The trace is there for --debug, not in the reason."""
    found = _outcomes([job(tmp_path, "raises")])["raises"]
    assert found.reason.code == "worker_died"
    assert "a mistake of ours" in found.trace


@pytest.mark.parametrize("fault", ["ignores_interrupts", "holds_the_interpreter"])
def test_what_cannot_be_interrupted_is_ended(tmp_path: Path, fault: str) -> None:
    """The limit holds for loops that swallow interrupts and for code that lets nothing else run, with all children."""
    stuck = job(tmp_path, fault, limits=Limits(cell_seconds=1))
    found = _outcomes([stuck, job(tmp_path, "succeeds")])
    assert found[fault].reason.code == "cell_timed_out"
    assert found["succeeds"].status is Status.DONE
    child = workers.noted(stuck, "child")
    assert not (child.exists() and _lives(int(child.read_text(encoding="utf-8"))))


def test_what_cannot_be_interrupted_is_ended_soon(tmp_path: Path) -> None:
    """F8: ten seconds after its limit, counted from its beginning, such a cell is gone at the latest."""
    stuck = job(tmp_path, "holds_the_interpreter", limits=Limits(cell_seconds=1))
    assert _outcomes([stuck])["holds_the_interpreter"].reason.code == "cell_timed_out"
    begun = float(workers.noted(stuck, "begun").read_text(encoding="utf-8"))
    assert time.time() - begun < 1 + 10


def test_a_chapter_has_a_limit_too(tmp_path: Path) -> None:
    """Many short cells together may take too long."""
    found = _outcomes([job(tmp_path, "many_short_cells", limits=Limits(notebook_seconds=1))])
    assert found["many_short_cells"].reason.code == "notebook_timed_out"


def test_a_file_has_a_limit_too(tmp_path: Path) -> None:
    """Drawing a PDF without an end is given up."""
    found = _outcomes([job(tmp_path, "draws_for_ever", limits=Limits(notebook_seconds=1))])
    reason = found["draws_for_ever"].reason
    assert (reason.code, reason.chapter) == ("file_timed_out", "workbook.pdf")


def test_memory_is_watched_where_the_system_does_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """F6: without a limit of the system, too large a process is ended and told with chapter, cell and the limit."""
    monkeypatch.setattr(under_test, "limits_memory", lambda: False)
    monkeypatch.setattr(under_test, "memory_of", lambda number: 4097 if psutil.pid_exists(number) else 0)
    reason = _outcomes([job(tmp_path, "ignores_interrupts")])["ignores_interrupts"].reason
    assert (reason.code, reason.chapter, reason.cell) == ("out_of_memory", "02_tiering", 5)
    assert "4096 MB" in reason.message


def test_memory_of_children_counts() -> None:
    """A kernel belongs to the process that started it; who is gone has no memory."""
    assert memory_of(os.getpid()) >= psutil.Process().memory_info().rss // 2**20 - 1 > 0
    assert memory_of(2**22 + 1) == 0


def test_leaving_early_ends_everything(tmp_path: Path) -> None:
    """An interrupt in the watching process leaves no worker behind."""
    jobs = [job(tmp_path, "ignores_interrupts"), job(tmp_path, "many_short_cells")]
    with Pool(workers.by_name, 2, process_context()) as pool:
        members = next(found for _event in pool.outcomes(jobs) if len(found := pool.members()) >= 3)
    assert not [number for number, _started in members if psutil.pid_exists(number)]
