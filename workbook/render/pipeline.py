"""One participant's workbook, from accounts to finished folder. This is the one function every worker runs."""

import os
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from nbformat import NotebookNode

from workbook.book import Participant, create_workbook
from workbook.book.importing import import_source
from workbook.book.making import offer_texts
from workbook.charts.picture import FOR_PAPER
from workbook.errors import Place, Problem
from workbook.i18n import speaking
from workbook.medium import HANDOUT
from workbook.portfolio import portfolio_to_document, read_apart
from workbook.portfolio.reading import Reading, ReadOptions
from workbook.render import kinds
from workbook.render.archive import discard_archives, pack
from workbook.render.asleep import with_way_to_start
from workbook.render.edition import participant_edition
from workbook.render.engine import Execution, carry_out, read_chapter
from workbook.render.exports.registry import PDF
from workbook.render.failures import Skipped, Spot, reason_of
from workbook.render.job import ZIP, Job, Outcome, Report
from workbook.render.manifest import Status
from workbook.render.outputs import write_outputs
from workbook.render.settling import discard, discard_store, make_workshop, settle
from workbook.render.translate import translate_notebook

Made = tuple[tuple[str, ...], tuple[Skipped, ...]]


def render_participant(job: Job, report: Report, make: Callable[[Job, Report], Made]) -> Outcome:
    """Make one participant's workbook; return what became of it, never raise because of the participant's data.

    ``report`` is told each cell before it runs; ``make`` is `make_workbook`, or the same for files that lie elsewhere.
    The folder is complete afterwards, or as it was before.
    """
    started = time.monotonic()
    try:
        files, skipped = make(job, report)
    except Exception as error:  # noqa: BLE001  whatever is wrong with one participant must not stop the others
        with speaking(job.message_language):
            return Outcome(
                job.rep.ref, Status.FAILED, time.monotonic() - started, reason_of(error), trace=_trace(error)
            )
    finally:
        discard(job.workshop)
    return Outcome(job.rep.ref, Status.DONE, time.monotonic() - started, files=files, skipped=skipped)


def _trace(error: Exception) -> str:
    return "".join(traceback.format_exception(error))


def make_workbook(job: Job, report: Report) -> Made:
    """Make and settle the workbook; return the names of its files, and what could not be made on this machine."""
    make_workshop(job.workshop, job.folder)
    home = home_of(job)
    with speaking(job.rep.language):
        fill_store(job, home)
        chapters = {path.stem: make_chapter(path, job, home, report) for path in chapter_files(job.notebooks)}
        skipped = write_outputs(job, chapters, home, report)
    if job.blank:
        discard_store(job.workshop)
    discard_archives(job.out, job.rep.ref)
    # What was skipped is tried again by the next run: without its key a folder is not current.
    settled = settle(job.workshop, job.folder, "" if skipped else job.key)
    if ZIP in job.formats:
        pack(job.folder, job.archive)
    return settled.files, (*skipped, *_held(settled.in_use, job.message_language))


def _held(names: tuple[str, ...], message_language: str) -> tuple[Skipped, ...]:
    """Return what is said about files that another program holds on to."""
    with speaking(message_language):
        problems = [Problem(kinds.FILE_HELD, Place(file=name)) for name in names]
        return tuple(Skipped(problem.place.file or "", problem.code, str(problem)) for problem in problems)


def home_of(job: Job) -> Path:
    """Return where the store is: with the answers there are; for a handout in the workshop, where there are none."""
    return job.folder if job.folder.is_dir() and not job.blank else job.workshop


def fill_store(job: Job, home: Path) -> None:
    """Read the accounts and put them into the store of the folder; raises `InputError` with every problem."""
    reading = read_accounts(job)
    portfolio = reading.require()
    participant = participant_of(job, portfolio.currency)
    store = create_workbook(home, participant, portfolio_to_document(portfolio), import_source(reading))
    offer_texts(store, participant, dict(job.texts))


def read_accounts(job: Job) -> Reading:
    """Return what the participant's files say, read as the cohort's settings demand."""
    settings = job.settings
    options = ReadOptions(
        locale=settings.locale,
        preset=settings.preset,
        mapping=settings.mapping,
        sheet=settings.sheet,
        transactions_sheet=settings.transactions_sheet,
        owner=job.rep.owner,
        owner_column=settings.owner_column,
        fiscal_year_start=settings.fiscal_year_start,
        accept=settings.accept,
    )
    return read_apart(job.rep.accounts, job.rep.transactions, options=options, today=job.today)


def participant_of(job: Job, currency: str) -> Participant:
    """Return the participant as the store keeps them."""
    return Participant(
        ref=job.rep.ref,
        display_name=job.rep.display_name,
        language=job.rep.language,
        cohort_title=job.settings.title,
        cohort_date=job.settings.date,
        trainer=job.settings.trainer,
        fiscal_year_start=job.settings.fiscal_year_start,
        currency=currency,
        time_zone=job.settings.time_zone,
        minutes=job.settings.minutes,
    )


def chapter_files(notebooks: Path) -> list[Path]:
    """Return the chapters in order: notebooks whose names begin with two digits."""
    return sorted(notebooks.glob("[0-9][0-9]_*.ipynb"))


def make_chapter(path: Path, job: Job, home: Path, report: Report) -> NotebookNode:
    """Return one chapter in the participant's language, carried out on their accounts."""
    notebook = participant_edition(translate_notebook(read_chapter(path), job.rep.language))
    execution = Execution(
        engine=job.engine,
        runtime=job.runtime,
        working_folder=home,
        limits=job.limits,
        on_cell=lambda number: report(Spot(path.stem, number)),
    )
    with kernel_environment(job, home):
        executed = carry_out(path.stem, notebook, {"participant_ref": job.rep.ref}, execution)
    return with_way_to_start(executed, job.rep.language)


@contextmanager
def kernel_environment(job: Job, home: Path) -> Iterator[None]:
    """Tell kernels started inside the block where the workbook is, which day it is, and where their files go."""
    ours = {
        "WORKBOOK_FOLDER": str(home.resolve()),
        "WORKBOOK_TODAY": job.today.isoformat(),
        "JUPYTER_RUNTIME_DIR": str(job.runtime),
        "IPYTHONDIR": str(job.runtime / "ipython"),
        "MPLBACKEND": "agg",
        "WORKBOOK_STATIC": "1",  # a page has no use for live forms; their twins are printed
        HANDOUT: "1" if job.blank else "",
        FOR_PAPER: "1" if PDF in job.formats else "",
    }
    before = {name: os.environ.get(name) for name in ours}
    os.environ.update(ours)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})
