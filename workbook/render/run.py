"""A run: every participant of a cohort that needs a workbook gets one, whatever happens to the others."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol

from workbook import i18n
from workbook.errors import InputError, Place, Problem, raise_for
from workbook.render import kinds
from workbook.render.archive import is_packed
from workbook.render.board import Board
from workbook.render.cohort import Cohort, Rep
from workbook.render.exports.registry import HTML
from workbook.render.isolation import FOLDER_PREFIX, can_fork, own_folder
from workbook.render.job import FORMATS, FRESH_KERNEL, WARM_PROCESS, ZIP, Job, Limits, Outcome
from workbook.render.keys import job_key
from workbook.render.lock import Holder, RunLock, run_lock
from workbook.render.manifest import Manifest, Status
from workbook.render.pool import Pool
from workbook.render.processes import end_all
from workbook.render.settling import STORE, discard, is_current
from workbook.render.worker import render
from workbook.resources import resource

# A full disk will not be empty for the next participant.
FULL_DISKS_IN_A_ROW = 3


def usual_workers() -> int:
    """Return how many participants are worked on at a time unless somebody says otherwise."""
    return min(2, os.cpu_count() or 1)


def usual_engine() -> str:
    """Return how chapters are carried out here: in warm processes where they can be forked."""
    return WARM_PROCESS if can_fork() else FRESH_KERNEL


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """What a trainer asks of a run: where to, how many at a time, for whom, and what again."""

    out: Path
    today: date
    workers: int = field(default_factory=usual_workers)
    only: tuple[str, ...] = ()
    force: bool = False
    retry_failed: bool = False
    formats: tuple[str, ...] = (HTML,)
    blank: bool = False
    engine: str = field(default_factory=usual_engine)
    notebooks: Path = field(default_factory=lambda: resource("notebooks"))
    limits: Limits = field(default_factory=Limits)


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
    with run_lock(options.out) as lock:
        _clean_up_after(lock.stale, cohort, options.out)
        lock.note(runtime=str(own_folder()))
        board = Board(cohort, options.out)
        jobs = _due(_jobs(cohort, options), options, board)
        _carry_out(jobs, options.workers, _Desk(board, lock, progress or Quiet()))
    return board.manifest


@dataclass(frozen=True, slots=True)
class _Desk:
    """Where a run is written down: board, lock, and whoever watches."""

    board: Board
    lock: RunLock
    progress: Progress


def _carry_out(jobs: list[Job], workers: int, desk: _Desk) -> None:
    desk.progress.begin(len(jobs))
    desk.board.begin()
    with Pool(render, workers) as pool:
        try:
            broken_off = _follow(pool, jobs, desk)
        except BaseException:
            _break_off(pool, desk.board)
            raise
    desk.board.interrupt([]) if broken_off else desk.board.finish()


def _follow(pool: Pool, jobs: list[Job], desk: _Desk) -> bool:
    """Write down every outcome; return whether the disk is full and going on makes no sense."""
    full_disks = 0
    for outcome in pool.outcomes(jobs):
        desk.lock.note(workers=pool.members())
        if outcome is not None:
            desk.board.record(outcome)
            desk.progress.done(outcome)
            full_disks = full_disks + 1 if _is_full_disk(outcome) else 0
        if full_disks >= FULL_DISKS_IN_A_ROW:
            return True
    return False


def _is_full_disk(outcome: Outcome) -> bool:
    return outcome.reason is not None and outcome.reason.code == kinds.DISK_FULL.code


def _break_off(pool: Pool, board: Board) -> None:
    refs = [worker.job.rep.ref for worker in pool.running]
    pool.end()
    board.interrupt(refs)


def _check(cohort: Cohort, options: RenderOptions) -> None:
    known = {rep.ref for rep in cohort.reps}
    problems = [Problem(kinds.REF_UNKNOWN, value=ref) for ref in options.only if ref not in known]
    allowed = {"known": ", ".join(FORMATS)}
    problems += [
        Problem(kinds.FORMAT_UNKNOWN, value=name, details=allowed) for name in options.formats if name not in FORMATS
    ]
    if options.blank and any(options.out.glob(f"*/{STORE}")):
        problems.append(Problem(kinds.ANSWERS_IN_THE_WAY, Place(file=str(options.out))))
    raise_for(problems)


def _make_folder(out: Path) -> None:
    try:
        out.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        details = {"error": error.strerror or type(error).__name__}
        raise InputError(Problem(kinds.NOT_WRITABLE, Place(file=str(out)), details=details)) from error


def _clean_up_after(stale: Holder | None, cohort: Cohort, out: Path) -> None:
    """End what a killed run left running, by number and start time, and remove its unfinished files."""
    if stale is not None:
        end_all(stale.workers)
        if Path(stale.runtime).name.startswith(FOLDER_PREFIX):
            shutil.rmtree(stale.runtime, ignore_errors=True)
    for leftover in [*out.glob(".*.part"), *out.glob(".*.tmp")]:
        discard(leftover) if leftover.is_dir() else leftover.unlink(missing_ok=True)
    for rep in cohort.reps:
        _follow_the_name(rep, out)


def _follow_the_name(rep: Rep, out: Path) -> None:
    """Give the folder of a participant whose name was corrected its new name, so that no answer is lost."""
    folder = out / rep.folder
    earlier = [path for path in out.glob(f"*-{rep.ref}") if path.is_dir() and not path.is_symlink()]
    if not folder.exists() and len(earlier) == 1:
        earlier[0].replace(folder)


def _jobs(cohort: Cohort, options: RenderOptions) -> Iterator[Job]:
    for number, rep in enumerate(cohort.reps):
        yield Job(
            rep=rep,
            settings=cohort.settings,
            out=options.out,
            notebooks=options.notebooks,
            runtime=own_folder() / str(number),
            today=options.today,
            message_language=i18n.language(),
            engine=options.engine,
            formats=options.formats,
            blank=options.blank,
            limits=options.limits,
        )


def _due(jobs: Iterator[Job], options: RenderOptions, board: Board) -> list[Job]:
    """Return the jobs that have to be done; shows on the board which are and which are not."""
    due = []
    for job in jobs:
        if not _is_asked_for(job, options, board):
            continue
        if not options.force and is_current(job.folder, job_key(job)) and _is_packed_as_asked(job):
            board.already_done(job.rep.ref)
        else:
            board.waiting(job.rep.ref)
            due.append(job.with_key(job_key(job)))
    return due


def _is_packed_as_asked(job: Job) -> bool:
    return ZIP not in job.formats or is_packed(job.archive)


def _is_asked_for(job: Job, options: RenderOptions, board: Board) -> bool:
    unfinished = board.manifest.entry(job.rep.ref).status in (Status.FAILED, Status.INTERRUPTED)
    return (not options.only or job.rep.ref in options.only) and (unfinished or not options.retry_failed)
