"""Where revisions are kept: a SQLite file in the participant's folder, or a PostgreSQL database.

A connection lives for one transaction only: nothing is held open that a forked process could inherit, and a file can be
copied, mailed or deleted at any time in between.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from workbook.errors import Problem, ProblemKind
from workbook.store import kinds
from workbook.store.backuplist import last_backup
from workbook.store.errors import StoreMissing, StoreReadOnly
from workbook.store.tables import DamagedRow
from workbook.store.trouble import recognised
from workbook.store.waiting import begin_writing, connect_in_turn

FILE_NAME = "plan.db"
BUSY_SECONDS = 5
# How long to wait for a free connection while many people save at the same moment.
CROWD_SECONDS = 20


class Database:
    """One database: ``name`` for messages, ``file`` if it is a SQLite file."""

    def __init__(self, engine: Engine, name: str, file: Path | None = None) -> None:
        self.engine = engine
        self.name = name
        self.file = file

    @property
    def read_only(self) -> bool:
        """Whether nothing can be saved: SQLite needs to write the file and its journal beside it."""
        return self.file is not None and not (os.access(self.file, os.W_OK) and os.access(self.file.parent, os.W_OK))

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one consistent state."""
        with self.telling_plainly(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection that holds the right to write; commits at the end, rolls back on any error."""
        if self.read_only:
            raise StoreReadOnly(self.problem(kinds.STORE_READ_ONLY))
        with self.telling_plainly(), self.engine.execution_options(writes=True).begin() as connection:
            yield connection

    def problem(self, kind: ProblemKind, error: Exception | None = None, **details: object) -> Problem:
        """Return a problem of this database; no text of the user is part of it."""
        cause = getattr(error, "orig", None) or error
        backup = last_backup(self.file.parent) if self.file else "-"
        # The sentences name the store themselves, where it matters; a place in front would say it twice.
        words: dict[str, object] = {"file": self.name, "seconds": BUSY_SECONDS, "backup": backup}
        return Problem(kind, value=type(cause).__name__ if cause else None, details=words | details)

    @contextmanager
    def telling_plainly(self) -> Iterator[None]:
        """Raise what the database says inside the block as a `StoreError`."""
        try:
            yield
        except (DBAPIError, sqlite3.Error, DamagedRow) as error:
            kind_of_error, kind = recognised(error)
            raise kind_of_error(self.problem(kind, error)) from error


def is_url(where: Path | str) -> bool:
    """Return whether ``where`` is the address of a database rather than a folder."""
    return isinstance(where, str) and "://" in where


def open_database(where: Path | str) -> Database:
    """Return the database in a folder (its ``plan.db``) or at a PostgreSQL address; `StoreMissing` without a file."""
    if is_url(where):
        return _server(str(where))
    file = Path(where) / FILE_NAME
    if not file.is_file():
        raise StoreMissing(Problem(kinds.STORE_MISSING, details={"file": Path(where).name}))
    return file_database(file)


def file_database(file: Path) -> Database:
    """Return the database in one SQLite file, which must exist."""
    engine = create_engine("sqlite+pysqlite://", creator=_connector(file), poolclass=NullPool, hide_parameters=True)
    event.listen(engine, "begin", _begin)
    return Database(engine, file.name, file)


def _server(url: str) -> Database:
    address = make_url(url).set(drivername="postgresql+psycopg")
    # Parameters are what people wrote; they must not turn up in a log.
    engine = create_engine(address, poolclass=NullPool, hide_parameters=True, connect_args=_patience())
    event.listen(engine, "do_connect", _connect)
    return Database(engine, f"{address.host or 'localhost'}/{address.database}")


def _connect(dialect: Any, _record: object, arguments: Any, settings: Any) -> Any:
    def connect() -> Any:
        return dialect.connect(*arguments, **settings)

    return connect_in_turn(connect, dialect.loaded_dbapi.OperationalError, CROWD_SECONDS)


def _patience() -> dict[str, object]:
    """Return how long PostgreSQL is waited for; a session whose line is cut gives its locks back after a while."""
    settings = {"lock_timeout": BUSY_SECONDS, "statement_timeout": 30, "idle_in_transaction_session_timeout": 30}
    options = " ".join(f"-c {name}={int(seconds * 1000)}" for name, seconds in settings.items())
    return {"connect_timeout": 5, "tcp_user_timeout": 10_000, "options": options}


def _connector(file: Path) -> Callable[[], sqlite3.Connection]:
    address = f"{file.absolute().as_uri()}?mode=rw"

    def connect() -> sqlite3.Connection:
        # isolation_level None: we say BEGIN ourselves, so that tables change inside transactions, too.
        connection = sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
        # The journal is SQLite's default, a file that is deleted after each save: one file to copy, mail and keep.
        # EXTRA also waits until that deletion is on the disk; with FULL a power cut could take the last save back.
        for setting in ("synchronous=EXTRA", "secure_delete=ON"):
            connection.execute(f"PRAGMA {setting}")
        return connection

    return connect


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get("isolation_level") == "AUTOCOMMIT":
        return
    if options.get("writes"):
        # The right to write is taken at once; a plain BEGIN that writes later fails under competition.
        begin_writing(_driver(connection), BUSY_SECONDS)
    else:
        connection.exec_driver_sql("BEGIN")


def _driver(connection: Connection) -> sqlite3.Connection:
    driver = connection.connection.driver_connection
    if not isinstance(driver, sqlite3.Connection):
        raise TypeError("not a SQLite database")
    return driver
