"""Files of texts in a cohort folder: `workbook new` lays them out, a trainer edits them, each participant gets them.

One line per kind of text. A file that is missing means the texts that come with the workbook.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbook.errors import InputError, Problem
from workbook.i18n import LANGUAGES
from workbook.plan.answer_texts import FILE as ANSWERS
from workbook.plan.answer_texts import read_answer_texts
from workbook.plan.section import Section

Texts = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class TextFile:
    """One kind of text: its packaged folder, its file per language, and how it is read and checked."""

    kind: str
    file: str
    read: Callable[[bytes, str], Section]

    def name(self, language: str) -> str:
        """Return the name of the file in a language."""
        return self.file.format(language=language)


TEXT_FILES = (TextFile("answers", ANSWERS, read_answer_texts),)


def read_texts(folder: Path) -> tuple[Texts, list[Problem]]:
    """Return the texts of a cohort folder by language and kind, and every problem in its files."""
    found: dict[str, dict[str, Any]] = {language: {} for language in LANGUAGES}
    problems: list[Problem] = []
    for text_file in TEXT_FILES:
        for language in LANGUAGES:
            path = folder / text_file.name(language)
            try:
                if path.is_file():
                    section = text_file.read(path.read_bytes(), path.name)
                    found[language][text_file.kind] = section.model_dump(mode="json", exclude_defaults=True)
            except InputError as error:
                problems += error.problems
    return found, problems
