"""The format of a store: made when it is new, brought up to date after a backup, refused when it is newer.

A SQLite file says its format in ``user_version``, a PostgreSQL database in the comment on the table of revisions.
"""

from pathlib import Path

from sqlalchemy import Connection, inspect

from workbook.store import kinds
from workbook.store.copies import copy_beside, fresh_file
from workbook.store.database import FILE_NAME, Database, file_database
from workbook.store.errors import StoreDamaged, StoreMissing, StoreNewer, StoreReadOnly
from workbook.store.tables import revisions

FORMAT = 2


def make_store(folder: Path) -> None:
    """Make the store file of ``folder`` (0600) and the folder (0700) where they are missing.

    The file appears under its name only when it is complete, so an empty ``plan.db`` is always a damaged one.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not (folder / FILE_NAME).exists():
        with fresh_file(folder / FILE_NAME) as fresh:
            bring_up_to_date(file_database(fresh))


def bring_up_to_date(database: Database) -> None:
    """Make the tables, or go through the steps that are missing; nobody else may be using the database."""
    found = found_format(database)
    if found < FORMAT:
        _step_up(database, found)


def require_current(database: Database) -> None:
    """Bring an older store up to date, after a backup beside it.

    Raises `StoreNewer`, `StoreDamaged`, `StoreMissing` or `StoreReadOnly`; the store is then exactly as it was.
    """
    found = found_format(database)
    if database.file is not None:
        require_sound(database)
    if found == FORMAT:
        return
    if database.file is None:
        raise StoreMissing(database.problem(kinds.STORE_NOT_READY))
    if found == 0:
        raise StoreDamaged(database.problem(kinds.STORE_DAMAGED))
    if database.read_only:
        raise StoreReadOnly(database.problem(kinds.STORE_READ_ONLY))
    copy_beside(database, database.file.with_name(f"plan-format{found}.db"), database.file.parent)
    _step_up(database, found)


def found_format(database: Database) -> int:
    """Return the format of a store, 0 for one without tables; `StoreNewer` if this program does not know it."""
    with database.reading() as connection:
        found = _read_format(connection)
    if found > FORMAT:
        raise StoreNewer(database.problem(kinds.STORE_NEWER, found=found, known=FORMAT))
    return found


def require_sound(database: Database) -> None:
    """Raise `StoreDamaged` if the pages of a SQLite file do not fit together."""
    with database.reading() as connection:
        verdict = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar_one()
    if verdict != "ok":
        raise StoreDamaged(database.problem(kinds.STORE_DAMAGED))


def _step_up(database: Database, found: int) -> None:
    """Go through the missing steps in one transaction: all of them or none."""
    # alembic is loaded for the rare moment in which tables change.
    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    from workbook.store.formats import STEPS

    with database.writing() as connection:
        operations = Operations(MigrationContext.configure(connection))
        for step in STEPS[found:]:
            step(operations)
        _write_format(connection)


def _read_format(connection: Connection) -> int:
    if connection.dialect.name == "sqlite":
        return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    if not inspect(connection).has_table(revisions.name):
        return 0
    comment = connection.exec_driver_sql("SELECT obj_description('revision'::regclass)").scalar_one()
    return int(str(comment).removeprefix("format "))


def _write_format(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA user_version={FORMAT}")
    else:
        connection.exec_driver_sql(f"COMMENT ON TABLE revision IS 'format {FORMAT}'")
