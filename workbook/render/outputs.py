"""What a participant gets: chapters, page, PDF files and start scripts, written where a workbook is made."""

from collections.abc import Set
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from workbook.book import open_workbook
from workbook.chapters.path import minutes_of
from workbook.i18n import _, day, speaking
from workbook.render.exports.drawing import PdfUnavailable
from workbook.render.exports.registry import EXPORTS, PAPER, PDF, write_exports
from workbook.render.exports.workbook_pdf import workbook_pdf
from workbook.render.failures import Skipped, Spot
from workbook.render.html import Chapter, Page, chapter_html, chapter_title, compose_workbook
from workbook.render.job import Job, Report
from workbook.render.starters import write_starters

# The call of the chapter that draws the signature picture; the page begins with the same picture.
PYRAMID_CALL = "show_pyramid("


def write_outputs(job: Job, chapters: dict[str, NotebookNode], home: Path, report: Report) -> tuple[Skipped, ...]:
    """Write everything into the workshop; return what could not be made on this machine, and why.

    ``home`` is where the store is. A handout is the page only: it has nothing to open and nothing to run.
    """
    report(Spot(f"{job.page_name}.html"))
    page = page_of(job, chapters)
    (job.workshop / f"{job.page_name}.html").write_text(compose_workbook(page), encoding="utf-8")
    if not job.blank:
        write_chapters(job, chapters)
        write_starters(job.workshop)
    missing = write_page_pdf(job, page, report)
    return (*missing, *write_asked_exports(job, home, report, without={PDF} if missing else set()))


def write_chapters(job: Job, chapters: dict[str, NotebookNode]) -> None:
    """Write the notebooks that were carried out; each says first how to write in it (`render.asleep`)."""
    for name, notebook in chapters.items():
        nbformat.write(notebook, job.workshop / f"{name}.ipynb")


def write_page_pdf(job: Job, page: Page, report: Report) -> tuple[Skipped, ...]:
    """Write the page as PDF if that is asked for; where PDF files cannot be drawn, return why."""
    name = f"{job.page_name}.pdf"
    if PDF not in job.formats:
        return ()
    report(Spot(name))
    try:
        (job.workshop / name).write_bytes(workbook_pdf(page, name))
    except PdfUnavailable as missing:
        with speaking(job.message_language):
            return (Skipped(name, missing.problems[0].code, str(missing)),)
    return ()


def write_asked_exports(job: Job, home: Path, report: Report, without: Set[str]) -> tuple[Skipped, ...]:
    """Write the files of every format asked for, for a handout only those on paper; return what was skipped."""
    book = open_workbook(job.rep.ref, folder=home, today=job.today)
    possible = set(PAPER if job.blank else EXPORTS) - without
    formats = [name for name in job.formats if name in possible]
    with speaking(job.message_language):
        # Files of plans that nobody has begun would only repeat the lines to write on that the workbook has.
        tell, wanted = (lambda name: report(Spot(name))), (lambda file: file.begun or job.blank)
        return write_exports(book, job.workshop, formats, tell, wanted=wanted).skipped


def page_of(job: Job, chapters: dict[str, NotebookNode]) -> Page:
    """Return the page of a workbook: its chapters and who it is for."""
    return Page(
        language=job.rep.language,
        title=_("Focus Workbook to fill in by hand") if job.blank else _("Focus Workbook"),
        participant=job.rep.display_name,
        cohort=job.settings.title or job.settings.id,
        date=day(job.settings.date),
        chapters=[_chapter(job, name, notebook) for name, notebook in chapters.items()],
        pyramid=signature_picture(chapters),
    )


def _chapter(job: Job, name: str, notebook: NotebookNode) -> Chapter:
    number = str(int(name[:2]))
    minutes = minutes_of(name[3:], job.settings.minutes) if notebook.metadata.get("minutes") else None
    return Chapter(name, number, chapter_title(notebook), minutes, chapter_html(notebook, prefix=name))


def signature_picture(chapters: dict[str, NotebookNode]) -> str:
    """Return the pyramid as a chapter shows it, empty when none does."""
    cells = [cell for notebook in chapters.values() for cell in notebook.cells if PYRAMID_CALL in cell.source]
    outputs = [output for cell in cells for output in cell.get("outputs", [])]
    return next((output.data["text/html"] for output in outputs if "text/html" in output.get("data", {})), "")
