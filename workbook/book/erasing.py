"""The right to be told and the right to be forgotten: of a person who is named, and of the rep who writes."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from workbook.book.location import store_address
from workbook.book.outputs import archives_beside, files_with, remove_outputs
from workbook.book.participant import KEY as PARTICIPANT
from workbook.book.people import Mention, composed, mentions_in, pattern_of, without_person
from workbook.book.workbook import stored_participant
from workbook.errors import StoreError
from workbook.i18n import _, language, speaking
from workbook.store import Document, Revision, Store
from workbook.store.backup import open_backup
from workbook.store.backuplist import Backup, backups_of
from workbook.store.database import Database, open_database
from workbook.store.queries import only_participant
from workbook.store.rewriting import Change, forget, rewrite

_SQLITE = b"SQLite format 3\0"
# The accounts come from the rep's own export and are corrected there; the rep is not a person in the plan.
_NOT_REWRITTEN = frozenset({PARTICIPANT, "portfolio"})


@dataclass(frozen=True, slots=True)
class Erasure:
    """What was done: numbers of changed revisions, files that are gone, and where somebody has to look."""

    revisions: int
    in_backups: int
    files: tuple[str, ...]
    left: tuple[str, ...]


def about_person(folder: Path, name: str) -> tuple[Mention, ...]:
    """Return everything a workbook says about a named person, in all its revisions, each text once."""
    store = Store.open(store_address() or folder)
    participant, name_pattern = stored_participant(store), pattern_of(name)
    zone = participant.zone if participant else None
    told: dict[tuple[str, str, str], Mention] = {}
    for revision in store.everything():
        day = revision.saved_at.astimezone(zone).date()
        for path, text in mentions_in(revision.document, name_pattern):
            mention = Mention(revision.section, revision.quarter, day, path, text)
            told.setdefault((revision.section, path, text), mention)
    return tuple(told.values())


def erase_person(folder: Path, name: str) -> Erasure:
    """Take a person out of every revision, every backup on the list, and every output of a workbook.

    Entries that are the person are removed; in other texts the name is replaced. Outputs are deleted; they can be made
    again. ``left`` names the places that this cannot change: accounts from the export, own cells in notebooks,
    backups that are missing or damaged.
    """
    store, pattern = Store.open(store_address() or folder), pattern_of(name)
    instead = _instead(store)

    def forgotten(revision: Revision) -> Document:
        if revision.section in _NOT_REWRITTEN:
            return revision.document
        return without_person(revision.section, revision.document, pattern, instead)

    changed = rewrite(store.database, store.participant, forgotten)
    backups = {backup: _in_backup(backup, forgotten) for backup in backups_of(folder)}
    files = remove_outputs(folder)
    missed = tuple(str(backup.file) for backup, count in backups.items() if count is None)
    return Erasure(changed, sum(count or 0 for count in backups.values()), files, missed + _left(store, folder, name))


def _instead(store: Store) -> str:
    """Return what stands in place of a name, in the language of the workbook."""
    participant = stored_participant(store)
    with speaking(participant.language if participant else language()):
        return _("[name removed]")


def found_workbook(folder: Path) -> tuple[str, ...]:
    """Return what `erase_workbook` would delete: the folder or the database, and every backup on the list."""
    database = open_database(store_address() or folder)
    places = [str(folder)] if database.file else [database.name, str(folder)]
    return (*places, *map(str, archives_beside(folder)), *(str(backup.file) for backup in backups_of(folder)))


def erase_workbook(folder: Path) -> tuple[str, ...]:
    """Delete a workbook: its folder, an archive of it beside, every backup on its list; return what backups are left.

    A damaged store, and one of a newer version, can be erased too. A file on the list that is no store of ours is left
    alone: the list may have come with a folder from somebody else.
    """
    database, backups = open_database(store_address() or folder), backups_of(folder)
    if database.file is None:
        forget(database, only_participant(database))
    missed = tuple(str(backup.file) for backup in backups if not _may_be_deleted(backup.file, folder))
    for backup in backups:
        if str(backup.file) not in missed:
            backup.file.unlink()
    for archive in archives_beside(folder):
        archive.unlink()
    shutil.rmtree(folder)
    return missed


def _may_be_deleted(file: Path, folder: Path) -> bool:
    inside = file.resolve().is_relative_to(folder.resolve())
    return file.is_file() and (inside or file.read_bytes()[: len(_SQLITE)] == _SQLITE)


def _in_backup(backup: Backup, forgotten: Change) -> int | None:
    """Return how many revisions of a backup were changed, None if it is missing or cannot be read."""
    try:
        database: Database = open_backup(backup.file)
        return rewrite(database, only_participant(database), forgotten)
    except StoreError:
        return None


def _left(store: Store, folder: Path, name: str) -> tuple[str, ...]:
    pattern = pattern_of(name)
    sections = {each.section for each in store.everything() if any(mentions_in(each.document, pattern))}
    return (*sorted(sections), *files_with(folder, composed(name)))
