"""Errors of a database, recognised."""

import sqlite3

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

from workbook.errors import ProblemKind, StoreError
from workbook.store import errors, kinds
from workbook.store.tables import DamagedRow

Recognised = tuple[type[StoreError], ProblemKind]

# Result codes of SQLite (https://www.sqlite.org/rescode.html); a longer code belongs to the one it begins with.
_SQLITE: dict[str, Recognised] = {
    "SQLITE_BUSY": (errors.StoreBusy, kinds.STORE_BUSY),
    "SQLITE_LOCKED": (errors.StoreBusy, kinds.STORE_BUSY),
    "SQLITE_FULL": (errors.StoreFull, kinds.STORE_FULL),
    "SQLITE_IOERR_WRITE": (errors.StoreFull, kinds.STORE_FULL),
    "SQLITE_READONLY": (errors.StoreReadOnly, kinds.STORE_READ_ONLY),
    "SQLITE_CANTOPEN": (errors.StoreReadOnly, kinds.STORE_READ_ONLY),
    "SQLITE_CORRUPT": (errors.StoreDamaged, kinds.STORE_DAMAGED),
    "SQLITE_NOTADB": (errors.StoreDamaged, kinds.STORE_DAMAGED),
    "SQLITE_IOERR_SHORT_READ": (errors.StoreDamaged, kinds.STORE_DAMAGED),
    "SQLITE_IOERR_LOCK": (StoreError, kinds.LOCKS_FAIL),
    "SQLITE_IOERR_UNLOCK": (StoreError, kinds.LOCKS_FAIL),
    "SQLITE_IOERR_RDLOCK": (StoreError, kinds.LOCKS_FAIL),
    "SQLITE_PROTOCOL": (StoreError, kinds.LOCKS_FAIL),
}
# SQLSTATEs of PostgreSQL: insufficient_privilege, disk_full, lock_not_available.
_POSTGRES: dict[str, Recognised] = {
    "42501": (StoreError, kinds.STORE_REFUSED),
    "53100": (errors.StoreFull, kinds.STORE_FULL),
    "55P03": (errors.StoreBusy, kinds.STORE_BUSY),
}


def recognised(error: Exception) -> Recognised:
    """Return the error of ours, and the problem, that an error of a database or a damaged row stands for."""
    if isinstance(error, DamagedRow):
        return errors.StoreDamaged, kinds.STORE_DAMAGED
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, sqlite3.Error):
        return _of_sqlite(cause)
    return _of_postgres(error)


def _of_sqlite(error: sqlite3.Error) -> Recognised:
    code = getattr(error, "sqlite_errorname", "")
    if not code and "decode to UTF-8" in str(error):
        return errors.StoreDamaged, kinds.STORE_DAMAGED
    matches = [found for name, found in _SQLITE.items() if code == name or code.startswith(f"{name}_")]
    return matches[0] if matches else (StoreError, kinds.STORE_FAILED)


def _of_postgres(error: Exception) -> Recognised:
    state = getattr(getattr(error, "orig", None), "sqlstate", None)
    if state in _POSTGRES:
        return _POSTGRES[state]
    if isinstance(error, OperationalError | InterfaceError) or getattr(error, "connection_invalidated", False):
        return errors.StoreGone, kinds.STORE_GONE
    return StoreError, kinds.STORE_FAILED
