"""What a cohort has decided about its exports: read from cohort.toml for every command, written there on request."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbook.cli.table import plain
from workbook.errors import InputError, Place, Problem
from workbook.i18n import _

if TYPE_CHECKING:
    from workbook.portfolio import Reading
    from workbook.portfolio.decided import Decided

FILE = "cohort.toml"
_ANSWERS = ("locale", "preset", "sheet", "transactions_sheet", "owner_column", "fiscal_year_start", "mapping", "accept")
# A file lies in the cohort folder or in a folder below it, such as accounts/north.
_DEPTH = 3


def cohort_of(file: Path) -> Path | None:
    """Return the cohort folder a file lies in, None if it lies in none."""
    return next((folder for folder in file.absolute().parents[:_DEPTH] if (folder / FILE).is_file()), None)


def answers_of(file: Path) -> dict[str, Any]:
    """Return what the cohort of a file has decided, by the name of the reading option; empty outside a cohort."""
    folder = cohort_of(file)
    if folder is None:
        return {}
    from workbook.render.settings import read_settings

    settings = read_settings(folder)
    return {name: getattr(settings, name) for name in _ANSWERS if getattr(settings, name)}


def used_in_words(file: Path) -> list[str]:
    """Return which answers of the cohort were used, as lines."""
    folder, used = cohort_of(file), [name for name in answers_of(file) if name != "fiscal_year_start"]
    if folder is None or not used:
        return []
    return ["", _("Answers of {file} were used: {names}.").format(file=FILE, names=", ".join(used))]


def new_answers(file: Path, reading: "Reading") -> "Decided":
    """Return what was decided about a file now and does not stand in its cohort's settings yet."""
    from dataclasses import replace

    from workbook.portfolio.decided import Decided, decided

    now, kept = decided(reading), answers_of(file)
    fresh = {name: value for name, value in now.as_dict().items() if kept.get(name) != value}
    return replace(Decided(), **fresh)  # type: ignore[arg-type]


def remember(file: Path, fresh: "Decided") -> list[str]:
    """Write answers into the settings of a file's cohort and show them; raises `InputError` outside a cohort."""
    from workbook.render import kinds
    from workbook.render.settings import keep_settings

    folder = cohort_of(file)
    if folder is None:
        raise InputError(Problem(kinds.COHORT_FILE_MISSING, Place(file=FILE)))
    keep_settings(folder, fresh.as_dict())
    return ["", _("Remembered in {file} for everybody in the cohort:").format(file=FILE), *_shown(fresh)]


def offer(file: Path, fresh: "Decided") -> list[str]:
    """Return the offer to keep answers for the cohort; nothing outside a cohort or without answers."""
    if cohort_of(file) is None or not fresh.as_dict():
        return []
    text = _("The same command with --remember keeps these answers in {file}:").format(file=FILE)
    return ["", text, *_shown(fresh)]


def _shown(fresh: "Decided") -> Iterator[str]:
    for name, value in fresh.as_dict().items():
        match value:
            case dict():
                yield from (f"  {plain(header)} → {field}" for field, header in value.items())
            case tuple():
                yield f"  {name}: {', '.join(value)}"
            case _:
                yield f"  {name}: {plain(value)}"
