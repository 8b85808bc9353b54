"""A run: every participant of a cohort that needs a workbook gets one, whatever happens to the others."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from workbook.errors import InputError, Place, Problem, raise_for, system_words
from workbook.render import kinds
from workbook.render.board import Board
from workbook.render.cohort import Cohort
from workbook.render.crew import Crew
from workbook.render.depot import Depot
from workbook.render.due import due_jobs
from workbook.render.far import Far
from workbook.render.far_lock import far_lock
from workbook.render.isolation import FOLDER_PREFIX, MANY, own_folder, process_context
from workbook.render.job import FORMATS, Job, Outcome
from workbook.render.lock import Holder, RunLock, run_lock
from workbook.render.manifest import Manifest
from workbook.render.options import RenderOptions
from workbook.render.pool import Pool
from workbook.render.processes import end_all
from workbook.render.settling import STORE, discard
from workbook.render.worker import render

# A full disk will not be empty for the next participant.
FULL_DISKS_IN_A_ROW = 3


class Progress(Protocol):
    """Who wants to know how far a run is."""

    def begin(self, total: int) -> None:
        """Hear how many workbooks will be made."""

    def done(self, outcome: Outcome) -> None:
        """Hear what became of one of them."""


class Quiet:
    """Nobody wants to know."""

    def begin(self, total: int) -> None:
        """Say nothing."""

    def done(self, outcome: Outcome) -> None:
        """Say nothing."""


def render_cohort(cohort: Cohort, options: RenderOptions, progress: Progress | None = None) -> Manifest:
    """Make the workbooks of a cohort; return the manifest that was written to ``options.out``.

    Raises `InputError` before anything is started when an option is wrong or another run has the folder. An interrupt
    is noted in the manifest and raised again; no process and no temporary file stays behind.
    """
    _check(cohort, options)
    _make_folder(options.out)
    with run_lock(options.out) as lock, far_lock(options.far):
        _clean_up_after(lock.stale, cohort, options.out)
        lock.note(runtime=str(own_folder()))
        board = Board(cohort, options.out, _publisher(options.far))
        jobs = due_jobs(cohort, options, board)
        with _crew(options, len(jobs)) as crew:
            _carry_out(jobs, crew, _Desk(board, lock, progress or Quiet()))
        _remove_leftovers(options.out)
    return board.manifest


def _crew(options: RenderOptions, size: int) -> Crew:
    if not options.scheduler:
        return Pool(render, options.workers, process_context(many=size >= MANY))
    # Dask is loaded by those who use it.
    from workbook.render.cluster import Cluster

    return Cluster(options.scheduler)


def _publisher(far: Far | None) -> Callable[[Path], None]:
    """Return what is told every file that changes in the folder of the run."""
    if far is None or not far.out:
        return lambda path: None
    depot = Depot(far.out)
    return lambda path: depot.write(path.name, path.read_bytes())


@dataclass(frozen=True, slots=True)
class _Desk:
    """Where a run is written down: board, lock, and whoever watches."""

    board: Board
    lock: RunLock
    progress: Progress


def _carry_out(jobs: list[Job], crew: Crew, desk: _Desk) -> None:
    desk.progress.begin(len(jobs))
    desk.board.begin()
    try:
        broken_off = _follow(crew, jobs, desk)
    except BaseException:
        _break_off(crew, desk.board)
        raise
    desk.board.interrupt([]) if broken_off else desk.board.finish()


def _follow(crew: Crew, jobs: list[Job], desk: _Desk) -> bool:
    """Write down every outcome; return whether the disk is full and going on makes no sense."""
    full_disks = 0
    for outcome in crew.outcomes(jobs):
        desk.lock.note(workers=crew.members())
        if outcome is not None:
            desk.board.record(outcome)
            desk.progress.done(outcome)
            full_disks = full_disks + 1 if _is_full_disk(outcome) else 0
        if full_disks >= FULL_DISKS_IN_A_ROW:
            return True
    return False


def _is_full_disk(outcome: Outcome) -> bool:
    return outcome.reason is not None and outcome.reason.code == kinds.DISK_FULL.code


def _break_off(crew: Crew, board: Board) -> None:
    refs = crew.refs()
    crew.end()
    board.interrupt(refs)


def _check(cohort: Cohort, options: RenderOptions) -> None:
    known = {rep.ref for rep in cohort.reps}
    problems = [Problem(kinds.REF_UNKNOWN, value=ref) for ref in options.only if ref not in known]
    allowed = {"known": ", ".join(FORMATS)}
    problems += [
        Problem(kinds.FORMAT_UNKNOWN, value=name, details=allowed) for name in options.formats if name not in FORMATS
    ]
    raise_for(problems)
    if options.blank and _has_answers(options):
        raise InputError(Problem(kinds.ANSWERS_IN_THE_WAY, Place(file=str(options.out))))


def _has_answers(options: RenderOptions) -> bool:
    if options.far and options.far.out:
        return any(name.endswith(f"/{STORE}") for name in Depot(options.far.out).names(""))
    return any(options.out.glob(f"*/{STORE}"))


def _make_folder(out: Path) -> None:
    try:
        out.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        details = {"error": system_words(error)}
        raise InputError(Problem(kinds.NOT_WRITABLE, Place(file=str(out)), details=details)) from error


def _clean_up_after(stale: Holder | None, cohort: Cohort, out: Path) -> None:
    """End what a killed run left running, by number and start time, and remove its unfinished files."""
    if stale is not None:
        end_all(stale.workers)
        if Path(stale.runtime).name.startswith(FOLDER_PREFIX):
            shutil.rmtree(stale.runtime, ignore_errors=True)
    _remove_leftovers(out)
    _follow_the_names(cohort, out)


def _remove_leftovers(out: Path) -> None:
    """Remove what workers that were killed did not finish."""
    for leftover in [*out.glob(".*.part"), *out.glob(".*.tmp")]:
        discard(leftover) if leftover.is_dir() else leftover.unlink(missing_ok=True)


def _follow_the_names(cohort: Cohort, out: Path) -> None:
    """Give folders of participants whose names were corrected their new names, so that no answer is lost."""
    earlier: dict[str, list[Path]] = {}
    for path in out.iterdir():
        if path.is_dir() and not path.is_symlink():
            earlier.setdefault(path.name.rpartition("-")[2], []).append(path)
    for rep in cohort.reps:
        folders = earlier.get(rep.ref, [])
        if len(folders) == 1 and folders[0].name != rep.folder:
            folders[0].replace(out / rep.folder)
