"""A store of one participant in each kind of database, and a clock that tests set."""

import itertools
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest

from tests.store.postgres import BINARIES, Server
from workbook.store import Store

REF = "anna2026"
QUARTER = "2026Q4"
_numbers = itertools.count()


class Clock:
    """A clock that goes on by one minute each time it is read."""

    def __init__(self, start: datetime = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)) -> None:
        self.now = start

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "anna-anna2026"


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A running PostgreSQL; where its programs are missing the test is skipped, with CI=true it fails."""
    if not BINARIES:
        assert os.environ.get("CI") != "true", "the programs of PostgreSQL are missing"
        pytest.skip("the programs of PostgreSQL are missing: apt-get install postgresql")
    server = Server()
    yield server
    server.remove()


def new_database(server: Server) -> str:
    """Return the address of an empty database."""
    name = f"workbook{next(_numbers)}"
    with psycopg.connect(server.url(), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return server.url(name)


@pytest.fixture(scope="session")
def shared_database(server: Server) -> str:
    """One database for all tests that need no other; making a new one takes longer than most tests."""
    return new_database(server)


@pytest.fixture
def database(shared_database: str) -> str:
    """The address of an empty PostgreSQL database."""
    with psycopg.connect(shared_database) as connection:
        connection.execute("DROP TABLE IF EXISTS revision, shared, bare CASCADE")
    return shared_database


@pytest.fixture(params=["sqlite", "postgres"])
def where(request: pytest.FixtureRequest, folder: Path) -> Path | str:
    """A place for a store: a folder, or the address of a PostgreSQL database."""
    return folder if request.param == "sqlite" else request.getfixturevalue("database")


@pytest.fixture
def store(where: Path | str, clock: Callable[[], datetime]) -> Store:
    return Store.create(where, REF, clock=clock)


@pytest.fixture
def file_store(folder: Path, clock: Callable[[], datetime]) -> Store:
    return Store.create(folder, REF, clock=clock)
