"""A participant moves in one file: from a folder or PostgreSQL, to a folder or PostgreSQL, with equal content."""

import os
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.conftest import QUARTER, REF, new_database
from tests.store.postgres import Server
from workbook.errors import StoreError
from workbook.store import Store
from workbook.store.backup import backup, restore, rows_of
from workbook.store.backuplist import backups_of
from workbook.store.errors import StoreDamaged, StoreMissing, StoreNewer


@pytest.fixture
def written(store: Store) -> Store:
    """A store with three quarters of revisions and texts of every kind."""
    store.save("review", "2026Q3", {"lessons": "Grüße {x} $$ \x00 \ud800"}, based_on=0)
    for number, quarter in enumerate([QUARTER, QUARTER, QUARTER]):
        store.save("year_plan/a", quarter, {"goal": str(number)}, based_on=number)
    store.share("year_plan/a")
    store.save("review", "2027Q1", {"lessons": "neu"}, based_on=0)
    return store


def test_there_and_back_again(written: Store, tmp_path: Path, server: Server) -> None:
    """From a file or PostgreSQL into a file, into another PostgreSQL, and back into a file: nothing changes."""
    content = rows_of(written.database, REF)
    home, copy, again = tmp_path / "home", tmp_path / "copy.db", tmp_path / "again.db"
    home.mkdir()
    backup(written, home, copy)
    on_server = restore(copy, new_database(server), home)
    backup(on_server, home, again)
    at_home = restore(again, tmp_path / "new", tmp_path / "new")
    assert rows_of(on_server.database, REF) == content
    assert rows_of(at_home.database, REF) == content


def test_a_backup_is_private_and_listed(written: Store, tmp_path: Path) -> None:
    """A backup is readable by its owner only, and the list beside the store knows it."""
    backup(written, tmp_path, tmp_path / "copy.db")
    backup(written, tmp_path, tmp_path / "copy.db")
    assert [each.file.name for each in backups_of(tmp_path)] == ["copy.db"]
    assert [(tmp_path / name).stat().st_mode & 0o777 for name in ("copy.db", "backups.json")] == [0o600, 0o600]


def test_a_backup_while_somebody_writes(file_store: Store, folder: Path, tmp_path: Path) -> None:
    """A backup taken during saves is a whole store of one moment."""
    stop = threading.Event()

    def save() -> None:
        number = 0
        while not stop.is_set():
            number = file_store.save("review", QUARTER, {"n": number}, based_on=number).number

    writer = threading.Thread(target=save)
    writer.start()
    try:
        while len(file_store.history("review")) < 3:
            pass
        backup(Store.open(folder), folder, tmp_path / "copy.db")
    finally:
        stop.set()
        writer.join()
    restored = restore(tmp_path / "copy.db", tmp_path / "new", tmp_path / "new").history("review")
    assert [revision.document["n"] for revision in restored] == list(range(len(restored)))


def test_restoring_keeps_what_stood_there(file_store: Store, folder: Path, tmp_path: Path) -> None:
    """The store that is replaced stays beside the restored one, and can be restored itself."""
    file_store.save("review", QUARTER, {"lessons": "old"}, based_on=0)
    backup(file_store, folder, tmp_path / "copy.db")
    file_store.save("review", QUARTER, {"lessons": "new"}, based_on=1)
    assert restore(tmp_path / "copy.db", folder, folder).read("review", QUARTER).document == {"lessons": "old"}
    (aside,) = folder.glob("plan-replaced-*.db")
    assert aside in [each.file for each in backups_of(folder)]
    assert restore(aside, folder, folder).read("review", QUARTER).document == {"lessons": "new"}


def test_restoring_over_a_damaged_store(file_store: Store, folder: Path, tmp_path: Path) -> None:
    """A damaged store gives way to its backup and is kept byte for byte, with its journal (fault F21)."""
    file_store.save("review", QUARTER, {"lessons": "old"}, based_on=0)
    backup(file_store, folder, tmp_path / "copy.db")
    (folder / "plan.db").write_bytes(b"damaged")
    (folder / "plan.db-journal").write_bytes(b"left by a crash")
    assert restore(tmp_path / "copy.db", folder, folder).read("review", QUARTER).document == {"lessons": "old"}
    (aside,) = folder.glob("plan-replaced-*.db")
    assert (aside.read_bytes(), Path(f"{aside}-journal").read_bytes()) == (b"damaged", b"left by a crash")


def test_restoring_over_another_state_on_a_server(database: str, tmp_path: Path) -> None:
    """On PostgreSQL, too, what is replaced is kept in a file first."""
    store = Store.create(database, REF)
    store.save("review", QUARTER, {"lessons": "old"}, based_on=0)
    backup(store, tmp_path, tmp_path / "copy.db")
    store.save("review", QUARTER, {"lessons": "new"}, based_on=1)
    assert len(restore(tmp_path / "copy.db", database, tmp_path).history("review")) == 1
    (aside,) = tmp_path.glob("plan-replaced-*.db")
    assert len(restore(aside, database, tmp_path).history("review")) == 2


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (lambda file: file.write_bytes(file.read_bytes()[:5000]), StoreDamaged),
        (lambda file: file.write_bytes(b""), StoreError),
        (lambda file: file.write_bytes(file.read_bytes().replace(b"old", b"odd")), StoreDamaged),
        (lambda file: file.unlink(), StoreMissing),
        (lambda file: write_version(file, 99), StoreNewer),
    ],
)
def test_a_bad_backup_changes_nothing(file_store, folder, tmp_path, spoil, expected) -> None:
    """A backup that is damaged, missing or newer is refused; the store stays as it is."""
    file_store.save("review", QUARTER, {"lessons": "old"}, based_on=0)
    backup(file_store, folder, tmp_path / "copy.db")
    spoil(tmp_path / "copy.db")
    before = (folder / "plan.db").read_bytes()
    with pytest.raises(expected):
        restore(tmp_path / "copy.db", folder, folder)
    assert (folder / "plan.db").read_bytes() == before
    assert sorted(path.name for path in folder.iterdir()) == ["backups.json", "plan.db"]


def test_a_damaged_store_makes_no_backup(file_store: Store, folder: Path, tmp_path: Path) -> None:
    """What is damaged does not take the place of a good backup."""
    file_store.save("review", QUARTER, {"lessons": "old"}, based_on=0)
    backup(file_store, folder, tmp_path / "copy.db")
    good = (tmp_path / "copy.db").read_bytes()
    (folder / "plan.db").write_bytes((folder / "plan.db").read_bytes().replace(b"old", b"odd"))
    with pytest.raises(StoreDamaged):
        backup(file_store, folder, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_bytes() == good


def test_what_a_killed_backup_left_is_removed(file_store: Store, folder: Path, tmp_path: Path) -> None:
    """A half-made copy does not stay; one that was begun just now may still be in the making."""
    abandoned, current = tmp_path / ".copy.db-00000000", tmp_path / ".copy.db-11111111"
    for file in (abandoned, current):
        file.write_bytes(b"personal data")
    os.utime(abandoned, (0, 0))
    file_store.save("review", QUARTER, {"lessons": "old"}, based_on=0)
    backup(file_store, folder, tmp_path / "copy.db")
    assert [file.exists() for file in (abandoned, current)] == [False, True]


def test_a_backup_of_format_1_is_brought_up_to_date(tmp_path: Path) -> None:
    """A backup of an older version restores; the backup itself stays as it is."""
    old = Path(__file__).parent / "fixtures" / "format1.db"
    store = restore(old, tmp_path / "new", tmp_path / "new")
    assert len(store.history("review")) == 3
    with closing(sqlite3.connect(old)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)


def write_version(file: Path, version: int) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA user_version={version}")
