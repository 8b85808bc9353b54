"""The chapters a rep opens: built anew from the packaged sources, so that nothing planted in a file can run as ours."""

from pathlib import Path

import nbformat
from nbformat import NotebookNode

from workbook.launch.navigation import with_navigation
from workbook.render.clean import clear_outputs
from workbook.render.edition import participant_edition
from workbook.render.engine import read_chapter
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
        nbformat.write(notebook, target)
        target.chmod(0o600)
    remember_cells(folder, list(chapters))
    return list(chapters)


def _rebuilt(source: Path, language: str) -> NotebookNode:
    return clear_outputs(participant_edition(translate_notebook(read_chapter(source), language)))
