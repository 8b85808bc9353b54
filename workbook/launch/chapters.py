"""The chapters a rep opens: built anew from the packaged sources, so that nothing planted in a file can run as ours."""

from pathlib import Path

import nbformat
from nbformat import NotebookNode

from workbook.launch.navigation import with_navigation
from workbook.render.clean import clear_outputs
from workbook.render.edition import participant_edition
from workbook.render.engine import read_chapter
from workbook.render.files import write_whole
from workbook.render.pipeline import chapter_files
from workbook.render.settling import keep_edited, remember_cells
from workbook.render.translate import translate_notebook
from workbook.resources import resource


def rebuild_chapters(folder: Path, language: str) -> list[Path]:
    """Write every chapter into the folder without outputs; notebooks the rep edited move to ``own/`` first."""
    keep_edited(folder)
    sources = chapter_files(resource("notebooks"))
    chapters = with_navigation({folder / path.name: _rebuilt(path, language) for path in sources})
    for target, notebook in chapters.items():
        write_chapter(_protected(notebook), target)
    remember_cells(folder, list(chapters))
    return list(chapters)


def write_chapter(notebook: NotebookNode, target: Path) -> None:
    """Write a chapter whole or not at all: a page may be reading it."""
    write_whole(target, nbformat.writes(notebook) + "\n")


def _rebuilt(source: Path, language: str) -> NotebookNode:
    return clear_outputs(participant_edition(translate_notebook(read_chapter(source), language)))


def _protected(notebook: NotebookNode) -> NotebookNode:
    """Lock every cell of a chapter that was just built: a double click shows no source, a stray key deletes nothing."""
    for cell in notebook.cells:
        cell.metadata.update(editable=False, deletable=False)
    return notebook
