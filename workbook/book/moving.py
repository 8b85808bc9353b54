"""Moving a workbook: into one file, and back into a folder or the database of a hub."""

from dataclasses import dataclass
from pathlib import Path

from workbook.book import kinds
from workbook.book.location import store_address
from workbook.errors import InputError, Problem, ProblemKind
from workbook.store import Store
from workbook.store.backup import backup, is_occupied, restore
from workbook.store.backuplist import backups_of


@dataclass(frozen=True, slots=True)
class Restored:
    """Whose workbook was put back, and the file that holds what stood there before, None if nothing did."""

    participant: str
    kept: Path | None


def backup_workbook(folder: Path, file: Path) -> Path:
    """Write everything of a workbook into one file, readable by its owner only, and return the file.

    The list of backups in the folder knows it from then on: to restore from, and to erase people in. An earlier backup
    of this workbook is replaced; any other file of that name raises `InputError`.
    """
    if not file.absolute().parent.is_dir():
        raise _refused(kinds.NO_PLACE, file)
    known = {each.file.resolve() for each in backups_of(folder)}
    if file.exists() and file.resolve() not in known:
        raise _refused(kinds.FILE_EXISTS, file)
    return backup(Store.open(store_address() or folder), folder, file).file


def restore_workbook(file: Path, folder: Path) -> Restored:
    """Put a backup back; what stood there, damaged or not, is kept beside as a backup."""
    before = set(backups_of(folder))
    store = restore(file, store_address() or folder, folder)
    kept = next((each.file for each in backups_of(folder) if each not in before), None)
    return Restored(store.participant, kept)


def would_replace(file: Path, folder: Path) -> bool:
    """Return whether restoring a backup would put something else aside."""
    return is_occupied(store_address() or folder, file)


def _refused(kind: ProblemKind, file: Path) -> InputError:
    return InputError(Problem(kind, details={"file": file.name}))
