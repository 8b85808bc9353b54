"""Where a workbook is found, and which day it is there."""

import os
from datetime import UTC, date, datetime
from pathlib import Path

from workbook.book import kinds
from workbook.book.participant import Participant
from workbook.errors import InputError, Problem
from workbook.store.database import FILE_NAME, is_url
from workbook.store.store import Clock, utc_now


def store_address() -> str:
    """Return the address of the database for a hub, empty where each folder has its own file.

    ``WORKBOOK_STORE`` is the address, or the path of a file that holds it and that only its owner may read. Raises
    `InputError` for a file that others may read, without a word of what it holds.
    """
    named = os.environ.get("WORKBOOK_STORE", "")
    if not named or is_url(named):
        return named
    file = Path(named)
    if not file.is_file() or (os.name == "posix" and file.stat().st_mode & 0o077):
        raise InputError(Problem(kinds.BAD_STORE_FILE, details={"file": file.name}))
    return file.read_text(encoding="utf-8").strip()


def workbook_folder(folder: Path | None) -> Path | None:
    """Return the folder that is meant: the argument, ``WORKBOOK_FOLDER``, or the current one if it has plan.db."""
    named = folder or os.environ.get("WORKBOOK_FOLDER")
    if named:
        return Path(named)
    return Path.cwd() if (Path.cwd() / FILE_NAME).is_file() else None


def day_for(participant: Participant, today: date | None) -> date:
    """Return today: the argument, ``WORKBOOK_TODAY``, or the day it is where the participant is."""
    return given_day(today) or datetime.now(participant.zone).date()


def given_day(today: date | None) -> date | None:
    """Return the day that is to be today: the argument or ``WORKBOOK_TODAY``; None where it is the real one."""
    named = os.environ.get("WORKBOOK_TODAY", "")
    return today or (_read_day(named) if named else None)


def clock_for(participant: Participant, today: date | None) -> Clock:
    """Return the clock that says when something was saved: on the given day where one is given, else the real one."""
    given = given_day(today)
    if given is None:
        return utc_now
    zone = participant.zone
    return lambda: datetime.combine(given, datetime.now(zone).time(), zone).astimezone(UTC)


def _read_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputError(Problem(kinds.BAD_DAY, value=text)) from None
