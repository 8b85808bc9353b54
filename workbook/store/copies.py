"""Files that appear under their name only when they are complete, and copies of SQLite files."""

import os
import secrets
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from glob import escape
from pathlib import Path

from workbook.store.backuplist import Backup, note_backup
from workbook.store.database import Database

ABANDONED_AFTER = 3600


@contextmanager
def fresh_file(target: Path) -> Iterator[Path]:
    """Give an empty file (0600) to fill; afterwards it takes the name ``target``, after an error it is gone."""
    _remove_abandoned(target)
    fresh = target.with_name(f".{target.name}-{secrets.token_hex(4)}")
    os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        yield fresh
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)


def _remove_abandoned(target: Path) -> None:
    """Delete what a killed process left unfinished; it may hold what somebody wanted erased."""
    long_ago = time.time() - ABANDONED_AFTER
    for left in target.parent.glob(f".{escape(target.name)}-????????"):
        if left.stat().st_mtime < long_ago:
            left.unlink(missing_ok=True)


def copy_into(database: Database, file: Path) -> None:
    """Fill a file with a copy of a SQLite database by SQLite's own backup: complete even while somebody writes."""
    with database.reading() as connection, closing(sqlite3.connect(file)) as copy:
        source = connection.connection.driver_connection
        if not isinstance(source, sqlite3.Connection):
            raise ValueError("only a SQLite file can be copied as a file")
        source.backup(copy)


def copy_beside(database: Database, file: Path, folder: Path) -> Backup:
    """Copy a SQLite database to ``file``, note it in the list of backups in ``folder``, and return it."""
    with fresh_file(file) as fresh:
        copy_into(database, fresh)
    return note_backup(folder, Backup(file, datetime.now(UTC)))
