"""The one exception from "append only": what must be forgotten is taken out of every revision, and off the disk."""

from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import Connection

from workbook.store.database import Database
from workbook.store.queries import found, newest_first
from workbook.store.revision import Document, Revision
from workbook.store.tables import metadata, revisions, to_row

Change = Callable[[Revision], Document]


def rewrite(database: Database, participant: str, change: Change) -> int:
    """Replace the document of every revision by what ``change`` makes of it; return how many are different now.

    All of them change or none. What was there before is gone from the file, free pages included.
    """
    with database.writing() as connection:
        before = found(connection, newest_first(participant))
        after = [replace(revision, document=change(revision)) for revision in before]
        changed = [new for old, new in zip(before, after, strict=True) if new != old]
        for revision in changed:
            _write(connection, revision)
    if changed:
        wipe_free_space(database)
    return len(changed)


def forget(database: Database, participant: str) -> None:
    """Delete everything of a participant."""
    with database.writing() as connection:
        for table in metadata.sorted_tables:
            connection.execute(table.delete().where(table.c.participant == participant))
    wipe_free_space(database)


def wipe_free_space(database: Database) -> None:
    """Rewrite a SQLite file without its free pages; PostgreSQL clears the space of rows that nobody sees any more."""
    engine = database.engine.execution_options(isolation_level="AUTOCOMMIT")
    statement = "VACUUM" if database.file else "VACUUM revision"
    with database.telling_plainly(), engine.connect() as connection:
        connection.exec_driver_sql(statement)


def _write(connection: Connection, revision: Revision) -> None:
    keys = ("participant", "quarter", "section", "number")
    here = [revisions.c[name] == getattr(revision, name) for name in keys]
    row = to_row(revision)
    connection.execute(revisions.update().where(*here).values(document=row["document"], digest=row["digest"]))
