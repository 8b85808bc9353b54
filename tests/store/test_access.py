"""On PostgreSQL a participant's role sees its own rows only, the trainer's only what was shared (S5, S14, S17)."""

import os
import traceback
from pathlib import Path

import psycopg
import pytest

from tests.store.conftest import QUARTER, REF, new_database
from tests.store.postgres import PASSWORD, Server
from workbook.errors import StoreError
from workbook.store import Store
from workbook.store.access import admit_participant, admit_trainer, protect
from workbook.store.backup import backup
from workbook.store.errors import StoreGone, StoreMissing

OTHER, CANARY = "bert2026", "canary-0815"


@pytest.fixture(scope="module")
def hub(server: Server) -> str:
    """The address of a protected database, with the account that owns it."""
    address = new_database(server)
    protect(address)
    return address


@pytest.fixture(scope="module")
def addresses(hub: str) -> tuple[str, str]:
    """The addresses of two participants, each with one saved text."""
    found = [admit_participant(hub, ref, f"{CANARY}-{ref}") for ref in (REF, OTHER)]
    for ref, address in zip((REF, OTHER), found, strict=True):
        Store.open(address, ref).save("review", QUARTER, {"lessons": f"written by {ref}"}, based_on=0)
    return found[0], found[1]


def ask(address: str, statement: str) -> list[tuple[object, ...]]:
    """Return the rows that SQL sent by hand gives back."""
    with psycopg.connect(address) as connection:
        return connection.execute(statement).fetchall()


def change(address: str, statement: str) -> int:
    """Return how many rows SQL sent by hand changes."""
    with psycopg.connect(address) as connection:
        return connection.execute(statement).rowcount


def test_a_participant_is_found_without_a_ref(addresses: tuple[str, str]) -> None:
    """Each role sees one participant, its own."""
    assert [Store.open(address).participant for address in addresses] == [REF, OTHER]


def test_sql_by_hand_shows_no_row_of_another(addresses: tuple[str, str]) -> None:
    """A and B each see their one row, also when they ask for everything."""
    assert [ask(address, "SELECT DISTINCT participant FROM revision") for address in addresses] == [
        [(REF,)],
        [(OTHER,)],
    ]


@pytest.mark.parametrize(
    "statement",
    [
        f"UPDATE revision SET document = '{{}}' WHERE participant = '{OTHER}'",
        f"DELETE FROM revision WHERE participant = '{OTHER}'",
        f"DELETE FROM shared WHERE participant = '{OTHER}'",
    ],
)
def test_sql_by_hand_changes_no_row_of_another(addresses: tuple[str, str], statement: str) -> None:
    """A changes nothing of B."""
    assert change(addresses[0], statement) == 0
    assert Store.open(addresses[1]).read("review", QUARTER).document == {"lessons": f"written by {OTHER}"}


@pytest.mark.parametrize(
    "statement",
    [
        f"INSERT INTO revision SELECT '{OTHER}', quarter, section, 99, document, saved_at, digest FROM revision",
        f"UPDATE revision SET participant = '{OTHER}', number = 9",
        f"INSERT INTO shared VALUES ('{OTHER}', 'review')",
        f"SET ROLE workbook_{OTHER}",
        "SET row_security = off; SELECT * FROM revision",
        "ALTER TABLE revision DISABLE ROW LEVEL SECURITY",
        "DROP POLICY own_rows ON revision",
        "SELECT * FROM shared_text",
        "CREATE ROLE spy SUPERUSER",
        "COPY (SELECT 1) TO PROGRAM 'id'",
    ],
)
def test_the_ways_around_are_closed(addresses: tuple[str, str], statement: str) -> None:
    """A may not write in B's name, become B, or switch the protection off."""
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        change(addresses[0], statement)


def test_the_store_of_another_cannot_be_opened(addresses: tuple[str, str]) -> None:
    """With B's ref and A's account nothing is read, and a save is refused in words."""
    foreign = Store.open(addresses[0], OTHER)
    assert (foreign.read("review", QUARTER), foreign.history("review")) == (None, ())
    with pytest.raises(StoreError, match="does not allow this"):
        foreign.save("review", QUARTER, {"lessons": "forged"}, based_on=0)


def test_the_trainer_sees_what_was_shared(addresses: tuple[str, str], hub: str) -> None:
    """Only the newest text of a section shared with names is shown, without a time, no longer than it is shared."""
    trainer = admit_trainer(hub, "ruth", CANARY)
    assert ask(trainer, "SELECT * FROM shared_text") == []
    store = Store.open(addresses[0])
    store.share("review")
    store.save("review", QUARTER, {"lessons": "newer"}, based_on=1)
    assert ask(trainer, "SELECT * FROM shared_text") == []
    store.share("names")
    assert ask(trainer, "SELECT * FROM shared_text") == [(REF, "review", QUARTER, '{"lessons": "newer"}')]
    store.unshare("review")
    assert ask(trainer, "SELECT * FROM shared_text") == []


@pytest.mark.parametrize("table", ["revision", "shared"])
def test_the_trainer_sees_no_table(addresses: tuple[str, str], hub: str, table: str) -> None:
    """The trainer's role reads neither the revisions nor the list of what is shared."""
    trainer = admit_trainer(hub, "ruth", CANARY)
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        ask(trainer, f"SELECT * FROM {table}")


def test_sharing(store: Store) -> None:
    """Sections are shared one by one, twice is once, and taken back."""
    for section in ("b", "a", "a"):
        store.share(section)
    assert store.shared() == ("a", "b")
    store.unshare("a")
    assert store.shared() == ("b",)


def test_a_trainer_has_a_harmless_name(hub: str) -> None:
    """A name becomes part of SQL, so it holds nothing but small letters and digits."""
    with pytest.raises(ValueError, match="small letters"):
        admit_trainer(hub, "ruth; DROP TABLE revision", CANARY)


def test_protecting_twice_is_protecting_once(database: str) -> None:
    """The set-up may be run again."""
    protect(database)
    protect(database)
    with pytest.raises(StoreMissing):
        Store.open(admit_participant(database, "cleo2026", CANARY))


def test_no_password_anywhere(addresses: tuple[str, str], server: Server, tmp_path: Path) -> None:
    """Neither messages, tracebacks, the server's log, files nor the list of processes hold a password (S14)."""
    store = Store.open(addresses[0])
    backup(store, tmp_path, tmp_path / "copy.db")
    wrong = addresses[0].replace(str(server.port), "1")
    with pytest.raises(StoreGone) as gone:
        Store.open(wrong)
    told = "".join(traceback.format_exception(gone.value)) + repr(store.database.engine) + store.database.name
    files = "".join(path.read_bytes().decode("latin-1") for path in tmp_path.rglob("*") if path.is_file())
    processes = [Path("/proc", pid, "cmdline") for pid in os.listdir("/proc") if pid.isdigit()]  # noqa: PTH208
    lines = "".join(path.read_bytes().decode("latin-1") for path in processes if path.exists())
    for place in (told, server.log, files, lines):
        assert [secret for secret in (CANARY, PASSWORD) if secret in place] == []
