"""Older stores are brought up to date after a backup, newer ones are refused (faults F18-F20)."""

import hashlib
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from tests.store.conftest import QUARTER, REF
from workbook.errors import StoreError
from workbook.store import Store, schema
from workbook.store.database import Database, file_database, open_database
from workbook.store.errors import StoreMissing, StoreNewer
from workbook.store.formats import STEPS
from workbook.store.tables import metadata

FIXTURES = Path(__file__).parent / "fixtures"


def sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


@pytest.fixture
def old(folder: Path) -> Path:
    """A store as format 1 wrote it."""
    folder.mkdir()
    return Path(shutil.copy(FIXTURES / "format1.db", folder / "plan.db"))


def test_there_is_a_step_to_every_format() -> None:
    """The newest format is the one the last step leads to."""
    assert len(STEPS) == schema.FORMAT


def test_there_is_a_store_of_every_format() -> None:
    """Each released format has a store among the fixtures."""
    assert sorted(file.name for file in FIXTURES.glob("*.db")) == [
        f"format{number}.db" for number in range(1, schema.FORMAT + 1)
    ]


@pytest.mark.parametrize("number", range(1, schema.FORMAT + 1))
def test_every_released_format_opens(folder: Path, number: int) -> None:
    """A store of every released format opens with all its revisions, and can be written (fault F19)."""
    folder.mkdir()
    shutil.copy(FIXTURES / f"format{number}.db", folder / "plan.db")
    store = Store.open(folder)
    assert [revision.document["lessons"] for revision in store.history("review")] == ["Erste", "Zweite", "Dritte"]
    assert store.save("review", "2026Q4", {"lessons": "Vierte"}, based_on=3).number == 4


def test_an_upgrade_keeps_a_backup(old: Path) -> None:
    """Before the tables change, the store is copied; the copy is the old store and is listed (fault F19)."""
    Store.open(old.parent)
    copy = old.with_name("plan-format1.db")
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
        assert connection.execute("SELECT count(*) FROM revision").fetchone() == (3,)
    assert (copy.stat().st_mode & 0o777, copy.name in (old.parent / "backups.json").read_text()) == (0o600, True)


def fails_at(step: int, database: Database, upgrade: Callable[[Database], None]) -> bool:
    """Upgrade a store whose statement or commit number ``step`` fails; return whether it came to that."""
    left = iter(range(step - 1))

    def count(*_details: object) -> None:
        if next(left, None) is None:
            raise OperationalError("", {}, Exception("injected"))

    event.listen(database.engine, "before_cursor_execute", count)
    event.listen(database.engine, "commit", count)
    try:
        upgrade(database)
    except StoreError:
        return True
    finally:
        event.remove(database.engine, "before_cursor_execute", count)
        event.remove(database.engine, "commit", count)
    return False


def test_an_upgrade_that_fails_changes_nothing(old: Path, record_property: Callable[[str, object], None]) -> None:
    """Whichever statement of the upgrade fails, the old store is byte for byte what it was (fault F20)."""
    before, failures = sha256(old), 0
    while fails_at(failures + 1, file_database(old), schema.require_current):
        failures += 1
        assert sha256(old) == before
    assert failures >= 8
    record_property("failure at step k of an upgrade", f"k = 1 to {failures}, each of them; old store byte for byte")
    assert len(Store.open(old.parent).history("review")) == 3


def test_a_newer_store_is_left_alone(file_store: Store, folder: Path) -> None:
    """A store of a newer program is not opened, and not a byte of it changes (fault F18)."""
    with closing(sqlite3.connect(folder / "plan.db")) as connection:
        connection.execute(f"PRAGMA user_version={schema.FORMAT + 1}")
    before = sha256(folder / "plan.db")
    for opening in (lambda: Store.open(folder), lambda: Store.create(folder, REF)):
        with pytest.raises(StoreNewer, match=rf"format {schema.FORMAT + 1}, this version knows {schema.FORMAT}"):
            opening()
    assert sha256(folder / "plan.db") == before


def test_a_newer_database_is_left_alone(database: str) -> None:
    """A PostgreSQL database of a newer program is not opened (fault F18)."""
    Store.create(database, REF)
    with psycopg.connect(database) as connection:
        connection.execute(f"COMMENT ON TABLE revision IS 'format {schema.FORMAT + 1}'")
    with pytest.raises(StoreNewer):
        Store.open(database)


def test_a_database_without_tables_is_named(database: str) -> None:
    """A PostgreSQL database that nobody prepared is refused in words."""
    with pytest.raises(StoreMissing, match="is not prepared"):
        Store.open(database)


@pytest.fixture
def old_database(database: str) -> str:
    """A PostgreSQL database as format 1 left it, with one text."""
    with open_database(database).writing() as connection:
        STEPS[0](Operations(MigrationContext.configure(connection)))
        connection.exec_driver_sql("COMMENT ON TABLE revision IS 'format 1'")
        values = ("anna2026", QUARTER, "review", 1, '{"lessons": "Erste"}', "2026-11-23T09:00:00+00:00")
        connection.exec_driver_sql("INSERT INTO revision VALUES (%s, %s, %s, %s, %s, %s)", values)
    return database


def test_an_older_database_is_brought_up_to_date(old_database: str) -> None:
    """PostgreSQL goes through the same steps; what was saved in format 1 is there afterwards."""
    assert Store.create(old_database, REF).read("review", QUARTER).document == {"lessons": "Erste"}


def state_of(database: str) -> tuple[object, ...]:
    """Return columns, rows and format of a PostgreSQL database."""
    with psycopg.connect(database) as connection:
        rows = connection.execute("SELECT * FROM revision")
        comment = connection.execute("SELECT obj_description('revision'::regclass)").fetchone()
        tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1").fetchall()
        return [column.name for column in rows.description or ()], rows.fetchall(), comment, tables


def test_an_upgrade_on_postgres_is_all_or_nothing(
    old_database: str, record_property: Callable[[str, object], None]
) -> None:
    """Whichever statement of the upgrade fails, tables, rows and format stay; the next try succeeds (fault F20)."""
    before, failures = state_of(old_database), 0
    while fails_at(failures + 1, open_database(old_database), schema.bring_up_to_date):
        failures += 1
        assert state_of(old_database) == before
    assert failures >= 8
    record_property("failure at step k of an upgrade on PostgreSQL", f"k = 1 to {failures}, each of them")
    assert len(Store.create(old_database, REF).history("review")) == 1


def test_steps_and_tables_agree(store: Store) -> None:
    """The tables that the steps make are the tables the program uses, in both kinds of database."""
    with store.database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": False})
        differences = compare_metadata(context, metadata)
    # The comment says the format; it is written beside the tables.
    assert [each for each in differences if each[0] != "remove_table_comment"] == []
