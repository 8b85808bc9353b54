"""Backup and restore: one participant in one SQLite file, from a file or PostgreSQL and back, with equal content."""

from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection, Table, select

from workbook.store import kinds
from workbook.store.backuplist import Backup, note_backup
from workbook.store.copies import copy_beside, copy_into, fresh_file
from workbook.store.database import FILE_NAME, Database, file_database, is_url, open_database
from workbook.store.errors import StoreMissing
from workbook.store.queries import found, newest_first, only_participant
from workbook.store.schema import bring_up_to_date, found_format, require_sound
from workbook.store.store import Store
from workbook.store.tables import metadata

Rows = dict[str, list[dict[str, Any]]]


def backup(store: Store, folder: Path, target: Path) -> Backup:
    """Write everything of a participant into the file ``target`` (0600) and note it in the list of ``folder``.

    The file appears under its name when it is complete; a damaged store raises `StoreDamaged` and makes no backup.
    """
    rows = rows_of(store.database, store.participant)
    if store.database.file is not None:
        require_sound(store.database)
        return copy_beside(store.database, target, folder)
    with fresh_file(target) as fresh:
        bring_up_to_date(file_database(fresh))
        with file_database(fresh).writing() as connection:
            _insert(connection, rows)
    return note_backup(folder, Backup(target, datetime.now(UTC)))


def restore(file: Path, where: Path | str, folder: Path) -> Store:
    """Put the participant of a backup back into a folder or a PostgreSQL database, and return the store.

    What stood there, damaged or not, is kept in ``folder`` as ``plan-replaced-<time>.db`` and listed as a backup.
    Raises `StoreError` for a backup that is damaged or newer than this program; nothing has changed then.
    """
    source = _sound(file)
    found_format(source)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return _into_server(source, str(where), folder) if is_url(where) else _into_folder(source, folder)


def is_occupied(where: Path | str, file: Path) -> bool:
    """Return whether a folder has a store file, or a PostgreSQL database texts of the participant of a backup."""
    if not is_url(where):
        return (Path(where) / FILE_NAME).exists()
    participant, server = only_participant(_sound(file)), open_database(where)
    return found_format(server) > 0 and bool(Store(server, participant).sections("", "9999Q4"))


def open_backup(file: Path) -> Database:
    """Return a backup as a database, brought up to date in place; `StoreError` if it is missing, damaged or newer."""
    database = _sound(file)
    bring_up_to_date(database)
    return database


def rows_of(database: Database, participant: str) -> Rows:
    """Return every row of a participant by table; `StoreDamaged` if one is not what was written."""
    with database.reading() as connection:
        # Asked only for its checks: a damaged row stops here.
        found(connection, newest_first(participant))
        return {table.name: _all(connection, table, participant) for table in metadata.sorted_tables}


def _all(connection: Connection, table: Table, participant: str) -> list[dict[str, Any]]:
    rows = connection.execute(select(table).where(table.c.participant == participant).order_by(*table.primary_key))
    return [dict(row) for row in rows.mappings()]


def _sound(file: Path) -> Database:
    database = file_database(file)
    if not file.is_file():
        raise StoreMissing(database.problem(kinds.NO_BACKUP))
    require_sound(database)
    return database


def _into_folder(source: Database, folder: Path) -> Store:
    with fresh_file(folder / FILE_NAME) as fresh:
        _copy_whole(source, fresh)
        _set_aside(folder)
    return Store.open(folder)


def _into_server(source: Database, address: str, folder: Path) -> Store:
    with TemporaryDirectory(dir=folder) as temporary:
        rows = _copy_whole(source, Path(temporary) / FILE_NAME)
    store = Store.create(address, str(rows["revision"][0]["participant"]))
    if store.sections("", "9999Q4"):
        backup(store, folder, _aside(folder))
    with store.database.writing() as connection:
        for table in metadata.sorted_tables:
            connection.execute(table.delete().where(table.c.participant == store.participant))
        _insert(connection, rows)
    return store


def _copy_whole(source: Database, file: Path) -> Rows:
    """Copy a store, bring the copy up to date, and return its rows, each of them checked."""
    copy_into(source, file)
    copy = file_database(file)
    bring_up_to_date(copy)
    return rows_of(copy, only_participant(copy))


def _insert(connection: Connection, rows: Rows) -> None:
    for table in metadata.sorted_tables:
        if rows[table.name]:
            connection.execute(table.insert(), rows[table.name])


def _set_aside(folder: Path) -> None:
    """Rename the store that is replaced, together with a journal a crash may have left."""
    aside, file = _aside(folder), folder / FILE_NAME
    if file.exists():
        file.rename(aside)
        note_backup(folder, Backup(aside, datetime.now(UTC)))
    journal = folder / f"{FILE_NAME}-journal"
    if journal.exists():
        journal.rename(aside.with_name(f"{aside.name}-journal"))


def _aside(folder: Path) -> Path:
    return folder / f"plan-replaced-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}.db"
