"""The trainer's guide: every note for the trainer, chapter by chapter, with the minutes of this seminar."""

from collections.abc import Iterator
from pathlib import Path

from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell, new_notebook

from workbook.chapters.path import minutes_of, steps_of
from workbook.i18n import LANGUAGES, _, day, speaking
from workbook.render.edition import TRAINER
from workbook.render.engine import read_chapter
from workbook.render.exports.drawing import PdfUnavailable
from workbook.render.exports.workbook_pdf import workbook_pdf
from workbook.render.files import write_whole
from workbook.render.html import Chapter, Page, chapter_html, chapter_title, compose_workbook
from workbook.render.pipeline import chapter_files
from workbook.render.settings import CohortSettings
from workbook.render.translate import translate_notebook

NAME = "trainer-guide-{language}"


def write_guides(settings: CohortSettings, notebooks: Path, out: Path, *, pdf: bool) -> tuple[Path, ...]:
    """Write the guide in both languages beside the workbooks; as PDF too where it can be drawn; return the files."""
    for language in LANGUAGES:
        with speaking(language):
            page = guide_page(settings, notebooks, language)
            name = NAME.format(language=language)
            write_whole(out / f"{name}.html", compose_workbook(page))
            if pdf:
                _write_pdf(page, out / f"{name}.pdf")
    return tuple(sorted(out.glob(f"{NAME.format(language='??')}.*")))


def _write_pdf(page: Page, path: Path) -> None:
    try:
        write_whole(path, workbook_pdf(page, path.name))
    except PdfUnavailable:
        return  # said already for every workbook


def guide_page(settings: CohortSettings, notebooks: Path, language: str) -> Page:
    """Return the guide as a page in the language in use."""
    chapters = [translate_notebook(read_chapter(path), language) for path in chapter_files(notebooks)]
    names = [path.stem for path in chapter_files(notebooks)]
    return Page(
        language=language,
        title=_("Trainer's guide"),
        participant=settings.trainer or settings.title or settings.id,
        cohort=settings.title,
        date=day(settings.date),
        chapters=[_chapter(name, chapter, settings) for name, chapter in zip(names, chapters, strict=True)],
        continuous=True,
        footer=_("For trainers only: notes on every chapter, nothing about participants."),
    )


def _chapter(name: str, notebook: NotebookNode, settings: CohortSettings) -> Chapter:
    notes = new_notebook(cells=[new_markdown_cell(text) for text in _texts(name, notebook, settings)])
    minutes = minutes_of(name[3:], settings.minutes)
    return Chapter(name, str(int(name[:2])), chapter_title(notebook), minutes, chapter_html(notes, prefix=name))


def _texts(name: str, notebook: NotebookNode, settings: CohortSettings) -> Iterator[str]:
    yield from (cell.source for cell in notebook.cells[:1])
    yield _steps(name[3:], settings)
    heading = ""
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and cell.source.startswith("## "):
            heading = cell.source.splitlines()[0].lstrip("# ")
        elif TRAINER in cell.metadata.get("tags", ()):
            yield f"## {heading}\n\n{cell.source.partition('** ')[2]}"


def _steps(chapter: str, settings: CohortSettings) -> str:
    head = "| {} | {} | {} |\n|---|---|---|\n".format(_("When"), _("What you do"), _("Time"))
    rows = (
        f"| {step.when_in_words} | {step.task_in_words} | {step.time_in_words} |"
        for step in steps_of(chapter, settings.minutes)
    )
    return head + "\n".join(rows)
