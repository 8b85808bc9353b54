"""The list of backups beside a store, ``backups.json``: to restore from, and to erase people in.

It is a file of its own so that it can be read when the store is damaged.
"""

import json
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

LIST_NAME = "backups.json"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup file, and when it was made."""

    file: Path
    made_at: datetime


def backups_of(folder: Path) -> tuple[Backup, ...]:
    """Return the backups made of the store in ``folder``, oldest first, whether the files still exist or not."""
    try:
        lines = json.loads((folder / LIST_NAME).read_text(encoding="utf-8"))
        return tuple(Backup(folder / line["file"], datetime.fromisoformat(line["made_at"])) for line in lines)
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return ()


def note_backup(folder: Path, backup: Backup) -> Backup:
    """Put a backup at the end of the list, and return it."""
    known = [each for each in backups_of(folder) if each.file.resolve() != backup.file.resolve()]
    lines = [{"file": _named(each.file, folder), "made_at": each.made_at.isoformat()} for each in [*known, backup]]
    write_privately(folder / LIST_NAME, json.dumps(lines, ensure_ascii=False, indent=1))
    return backup


def last_backup(folder: Path) -> str:
    """Return the name of the last backup that still exists, a dash if there is none."""
    there = [each.file for each in backups_of(folder) if each.file.is_file()]
    return _named(there[-1], folder) if there else "-"


def write_privately(file: Path, text: str) -> None:
    """Write a text file that only its owner can read (0600), all of it or nothing."""
    fresh = file.with_name(f".{file.name}.new")
    with os.fdopen(os.open(fresh, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "w", encoding="utf-8") as stream:
        stream.write(text)
    fresh.replace(file)


def _named(file: Path, folder: Path) -> str:
    """Return the path relative to the folder if it lies inside, so that the folder may be moved."""
    file, folder = file.resolve(), folder.resolve()
    return str(file.relative_to(folder)) if file.is_relative_to(folder) else str(file)
