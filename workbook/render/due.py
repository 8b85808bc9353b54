"""Which participants need a workbook: who is asked for, and who has not got the one they would get."""

from collections.abc import Iterator

from workbook import i18n
from workbook.render.archive import is_packed
from workbook.render.board import Board
from workbook.render.cohort import Cohort
from workbook.render.isolation import own_folder
from workbook.render.job import ZIP, Job
from workbook.render.keys import job_key
from workbook.render.manifest import Status
from workbook.render.options import RenderOptions
from workbook.render.settling import forget_key, is_current


def jobs_of(cohort: Cohort, options: RenderOptions) -> Iterator[Job]:
    """Yield a job for every participant."""
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
            texts=cohort.texts[rep.language],
            formats=options.formats,
            blank=options.blank,
            limits=options.limits,
            far=options.far,
        )


def due_jobs(cohort: Cohort, options: RenderOptions, board: Board) -> list[Job]:
    """Return the jobs that have to be done; shows on the board which are and which are not."""
    asked = [job.with_key(job_key(job)) for job in jobs_of(cohort, options) if _is_asked_for(job, options, board)]
    current = _current(asked, options)
    for job in asked:
        if job.rep.ref in current:
            board.already_done(job.rep.ref)
        else:
            board.waiting(job.rep.ref)
    due = [job for job in asked if job.rep.ref not in current]
    if options.force:
        _mark_unfinished(due)
    return due


def _current(jobs: list[Job], options: RenderOptions) -> frozenset[str]:
    """Return the references of those who have the workbook they would get."""
    if options.force:
        return frozenset()
    if options.far and options.far.out:
        return options.far.current(jobs)
    return frozenset(job.rep.ref for job in jobs if is_current(job.folder, job.key) and _is_packed_as_asked(job))


def _mark_unfinished(jobs: list[Job]) -> None:
    """Take the keys from workbooks that are made again in any case: no worker may take them for finished."""
    for job in jobs:
        job.far.mark_unfinished(job) if job.far and job.far.out else forget_key(job.folder)


def _is_packed_as_asked(job: Job) -> bool:
    return ZIP not in job.formats or is_packed(job.archive)


def _is_asked_for(job: Job, options: RenderOptions, board: Board) -> bool:
    unfinished = board.entry(job.rep.ref).status in (Status.FAILED, Status.INTERRUPTED)
    return (not options.only or job.rep.ref in options.only) and (unfinished or not options.retry_failed)
