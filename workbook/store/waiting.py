"""Waiting for the right to write to a SQLite file: whoever has waited longer asks more often.

SQLite's own waiting asks less often the longer it lasts, so that newcomers overtake and somebody among many writers may
wait in vain; measured with 32 processes. PostgreSQL lets writers wait by itself, but sends away who finds every
connection taken, as when a whole seminar saves at the same moment; so we ask again.
"""

import random
import sqlite3
import time
from collections.abc import Callable
from typing import TypeVar

Made = TypeVar("Made")

FIRST_PAUSE, SHORTEST_PAUSE = 0.02, 0.001
# After this many seconds of waiting the pauses are as short as they get.
OLD_AFTER = 1.0
# As many times the patience a queue may take that keeps moving.
LONGEST_QUEUE = 10
# A server that refuses at the door sends no code, only a sentence in its own language.
_CROWDED = ("too many", "connection slots", "zu viele", "Verbindungen")


def begin_writing(connection: sqlite3.Connection, patience: float) -> None:
    """Begin a transaction that may write; `sqlite3.OperationalError` if somebody else holds it for too long.

    ``patience`` is in seconds, and begins anew when another writer has finished: a queue that moves is no lock that
    stays.
    """
    started = time.monotonic()
    moved, seen = started, 0
    connection.execute("PRAGMA busy_timeout=0")
    while not _begun(connection, give_up=_too_long(started, moved, patience)):
        version = _version(connection) or seen
        moved, seen = (moved if version == seen else time.monotonic()), version
        time.sleep(pause_after(time.monotonic() - started) * random.uniform(0.5, 1.5))  # noqa: S311  no secret
    # Reading and committing wait for short moments only; SQLite's own waiting is good enough there.
    connection.execute(f"PRAGMA busy_timeout={int(patience * 1000)}")


def _too_long(started: float, moved: float, patience: float) -> bool:
    now = time.monotonic()
    return now - moved > patience or now - started > patience * LONGEST_QUEUE


def _version(connection: sqlite3.Connection) -> int | None:
    """Return a number that changes with every save of somebody else, None while the file cannot be read."""
    try:
        version: int = connection.execute("PRAGMA data_version").fetchone()[0]
    except sqlite3.OperationalError:
        return None
    return version


def pause_after(waited: float) -> float:
    """Return how long to pause before asking again, in seconds.

    >>> pause_after(0.0), pause_after(0.5), pause_after(3.0)
    (0.02, 0.01, 0.001)
    """
    return max(SHORTEST_PAUSE, FIRST_PAUSE * (1 - waited / OLD_AFTER))


def _begun(connection: sqlite3.Connection, *, give_up: bool) -> bool:
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if give_up or not error.sqlite_errorname.startswith("SQLITE_BUSY"):
            raise
        return False
    return True


def connect_in_turn(connect: Callable[[], Made], refusal: type[Exception], patience: float) -> Made:
    """Return a connection; asks again while the server says that all are taken, for ``patience`` seconds.

    Raises ``refusal``, as the driver does, when they stay taken or the server refuses for another reason.
    """
    started = time.monotonic()
    while True:
        try:
            return connect()
        except refusal as error:
            waited = time.monotonic() - started
            if waited > patience or not any(words in str(error) for words in _CROWDED):
                raise
        time.sleep(random.uniform(0.02, 0.1))  # noqa: S311  no secret
