"""A trainer's own texts: files in the cohort folder that `workbook new` lays out and every participant gets.

One line per kind of text. A file that is missing means the texts that come with the workbook; an empty one, none.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from workbook.errors import InputError, Place, Problem
from workbook.i18n import LANGUAGES, N_, _
from workbook.plan.action_templates import FILE as ACTIONS
from workbook.plan.action_templates import ActionTemplate, Templates
from workbook.plan.answer_texts import FILE as ANSWERS
from workbook.plan.answer_texts import AnswerText, answer_texts_from
from workbook.render import kinds

# By language and kind, as a participant of that language gets them.
Texts = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class TextFile:
    """One kind of text: its file, one for each language if its name says so, and how it is read and checked.

    ``source`` is the folder of the packaged texts, ``entry`` what one entry of the file is, and ``expected`` tells a
    trainer by key what fits; "" is for an entry as a whole.
    """

    kind: str
    file: str
    source: tuple[str, ...]
    read: Callable[[dict[str, Any]], BaseModel]
    entry: type[BaseModel]
    expected: Mapping[str, str] = field(default_factory=dict)

    def names(self) -> dict[str, tuple[str, ...]]:
        """Return each file with the languages it is for."""
        found: dict[str, tuple[str, ...]] = {}
        for language in LANGUAGES:
            name = self.file.format(language=language)
            found[name] = (*found.get(name, ()), language)
        return found


TEXT_FILES = (
    TextFile(
        "actions",
        ACTIONS,
        ("data",),
        Templates.model_validate,
        ActionTemplate,
        {
            "days": N_("a number of days from 0 to 365"),
            "": N_("what is done, in double quotes, in German (de), English (en) or both"),
        },
    ),
    TextFile(
        "answers",
        ANSWERS,
        ("data", "answers"),
        answer_texts_from,
        AnswerText,
        {"ending": N_("answer_fully, standard_offer or decline"), "": N_("name, ending and text, in double quotes")},
    ),
)


def read_texts(folder: Path) -> tuple[Texts, list[Problem]]:
    """Return the texts of a cohort folder by language and kind, and every problem in its files."""
    found: dict[str, dict[str, Any]] = {language: {} for language in LANGUAGES}
    problems: list[Problem] = []
    for text_file, name, languages in _files():
        try:
            document = _document(text_file, folder / name)
        except InputError as error:
            problems += error.problems
        else:
            for language in languages if document is not None else ():
                found[language][text_file.kind] = document
    return found, problems


def _files() -> Iterator[tuple[TextFile, str, tuple[str, ...]]]:
    for text_file in TEXT_FILES:
        yield from ((text_file, name, languages) for name, languages in text_file.names().items())


def _document(text_file: TextFile, path: Path) -> dict[str, Any] | None:
    """Return what a file says, None if it is missing; raises `InputError` with every mistake by entry and key."""
    if not path.is_file():
        return None
    try:
        texts = text_file.read(tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        details = {"error": str(error)}
        raise InputError(Problem(kinds.COHORT_UNREADABLE, Place(file=path.name), details=details)) from error
    except ValidationError as error:
        raise InputError(*(_problem(text_file, path.name, found) for found in error.errors())) from error
    return texts.model_dump(mode="json", exclude_defaults=True)


def _problem(text_file: TextFile, name: str, found: Any) -> Problem:
    path = [str(step + 1) if isinstance(step, int) else str(step) for step in found["loc"]]
    place = Place(file=name, column=" ".join(path))
    if found["type"] == "extra_forbidden":
        known = ", ".join(each for each in text_file.entry.model_fields if each != "id")
        return Problem(kinds.COHORT_KEY_UNKNOWN, place, details={"known": known})
    value = "" if isinstance(found["input"], dict | list) else str(found["input"])
    words = text_file.expected.get(path[-1] if path else "", text_file.expected[""])
    return Problem(kinds.COHORT_VALUE, place, value=value, details={"expected": _(words)})
