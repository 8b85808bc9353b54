"""How far each chapter is, from what is saved: the lines of its self-check that are there, of those it asks for."""

from dataclasses import dataclass
from importlib import import_module

from workbook.book import Workbook
from workbook.chapters.path import CHAPTERS
from workbook.chapters.selfcheck import Mark
from workbook.errors import WorkbookError


@dataclass(frozen=True, slots=True)
class Progress:
    """``there`` of ``wanted`` lines of a chapter's self-check; a line that is only worth a thought does not count."""

    there: int
    wanted: int

    @property
    def share(self) -> float:
        """What is there as a share of what is wanted, 0 to 1."""
        return self.there / self.wanted if self.wanted else 0.0

    @property
    def complete(self) -> bool:
        """Whether nothing is missing."""
        return self.there == self.wanted > 0


def progress(book: Workbook) -> dict[str, Progress]:
    """Return the progress of every chapter, by its name, in the order of the workbook."""
    return {chapter: progress_of(book, chapter) for chapter in CHAPTERS}


def progress_of(book: Workbook, chapter: str) -> Progress:
    """Return the progress of one chapter; nothing of nothing while its accounts cannot be read."""
    check_lines = import_module(f"workbook.chapters.{chapter}").check_lines
    try:
        marks = [line.mark for line in check_lines(book)]
    except WorkbookError:
        marks = []
    there, missing = marks.count(Mark.THERE), marks.count(Mark.MISSING)
    return Progress(there, there + missing)
