"""The invented cohorts, copied to where somebody wants to see them."""

import shutil
from dataclasses import replace
from pathlib import Path

from workbook.errors import InputError, Place, Problem
from workbook.render import kinds
from workbook.render.cohort import ROSTER
from workbook.render.roster import Roster, read_roster, write_roster
from workbook.render.settings import FILE as SETTINGS
from workbook.render.settings import read_settings
from workbook.resources import resource


def copy_demo_cohort(folder: Path, *, language: str | None, name: str = "demo") -> Path:
    """Copy an invented cohort into ``folder``, all in one language if one is named; return the folder.

    ``name`` is "demo", or "year" for the rep with four quarters.

    An earlier copy is brought up to date. Raises `InputError` when anything else is in the folder.
    """
    source = resource("data", name)
    if folder.exists() and not _is_ours(folder, source):
        raise InputError(Problem(kinds.FOLDER_NOT_EMPTY, Place(file=str(folder))))
    shutil.copytree(source, folder, dirs_exist_ok=True)
    if language:
        write_roster(_all_in(language, read_roster(folder / ROSTER)))
    return folder


def _is_ours(folder: Path, source: Path) -> bool:
    if not folder.is_dir() or not (folder / SETTINGS).is_file():
        return folder.is_dir() and not any(folder.iterdir())
    try:
        return read_settings(folder).id == read_settings(source).id
    except InputError:
        return False


def _all_in(language: str, roster: Roster) -> Roster:
    place = roster.header.index("language")
    rows = tuple((*row[:place], language, *row[place + 1 :]) for row in roster.table[1:])
    return replace(roster, table=(roster.table[0], *rows))
