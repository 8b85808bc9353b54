"""How long one save takes, beside a bare INSERT and COMMIT with the same durability on the same disk.

Run with `python -m tests.benchmarks.store`, or with all others by `make bench`.
"""

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import quantiles

import psycopg

from tests.store.postgres import BINARIES, Server
from tests.store.test_writers import WRITERS, p95, write_at_once
from workbook.store import Store

SAVES = 300
QUARTER = "2026Q4"
DOCUMENT = {"schema": 1, "values": {"text": "Der Kunde will die Durchlaufzeit halbieren. " * 40}, "typed": {}}
# Written in pairs, so that a busy neighbour on the machine slows down both alike.
Pair = tuple[Callable[[int], object], Callable[[int], object]]


def saver(where: Path | str) -> Callable[[int], object]:
    """Return a function that saves one revision after the other."""
    store = Store.create(where, "bench2026")
    return lambda number: store.save("review", QUARTER, {**DOCUMENT, "n": number}, based_on=number)


def bare_sqlite(connection: sqlite3.Connection) -> Callable[[int], object]:
    """Return a function that inserts one row and commits: no checks, no history, one open connection."""
    connection.executescript("PRAGMA synchronous=EXTRA; CREATE TABLE bare (number INTEGER PRIMARY KEY, document TEXT)")

    def insert(number: int) -> None:
        with connection:
            connection.execute("INSERT INTO bare VALUES (?, ?)", (number, str(DOCUMENT)))

    return insert


def bare_postgres(connection: psycopg.Connection) -> Callable[[int], object]:
    """Return a function that inserts one row and commits: no checks, no history, one open connection."""
    connection.execute("CREATE TABLE bare (number INTEGER PRIMARY KEY, document TEXT)")
    connection.commit()

    def insert(number: int) -> None:
        connection.execute("INSERT INTO bare VALUES (%s, %s)", (number, str(DOCUMENT)))
        connection.commit()

    return insert


def seconds_of(action: Callable[[int], object], number: int) -> float:
    """Return how long one action takes."""
    started = time.perf_counter()
    action(number)
    return time.perf_counter() - started


def bare_commit(place: Path) -> float:
    """Return how long a bare INSERT and COMMIT takes on this disk now, in seconds."""
    with closing(sqlite3.connect(place / "bare.db")) as connection:
        insert = bare_sqlite(connection)
        return sum(seconds_of(insert, number) for number in range(20)) / 20


def compare(pair: Pair) -> dict[str, float]:
    """Return p50 and p95 of a save and of a bare insert in seconds, their ratio, and saves per second."""
    measured = [(seconds_of(pair[0], number), seconds_of(pair[1], number)) for number in range(SAVES)]
    (save50, save95), (bare50, bare95) = (_percentiles([each[side] for each in measured]) for side in (0, 1))
    rate = SAVES / sum(save for save, _bare in measured)
    return {
        "p50": save50,
        "p95": save95,
        "p50 ratio": save50 / bare50,
        "p95 ratio": save95 / bare95,
        "per second": rate,
    }


def _percentiles(seconds: list[float]) -> tuple[float, float]:
    cuts = quantiles(seconds, n=20)
    return cuts[9], cuts[18]


def measure() -> dict[str, dict[str, float]]:
    """Return the comparison for a file and, where its programs are installed, for PostgreSQL."""
    with tempfile.TemporaryDirectory() as folder, closing(sqlite3.connect(Path(folder) / "bare.db")) as connection:
        found = {"SQLite": compare((saver(Path(folder) / "store"), bare_sqlite(connection)))}
    if BINARIES:
        server = Server(durable=True)
        with psycopg.connect(server.url()) as connection:
            found["PostgreSQL"] = compare((saver(server.url()), bare_postgres(connection)))
        server.remove()
    return found


def measure_crowd() -> tuple[float, float, float]:
    """Return p95 of a save by 32 processes at once in seconds, and p95 and slowest as fair shares of the disk.

    A fair share is what 32 bare commits take: everybody waits for the 31 others.
    """
    with tempfile.TemporaryDirectory() as folder:
        store = Store.create(Path(folder) / "crowd", "bench2026")
        store.save("portfolio", QUARTER, {}, based_on=0)
        share = WRITERS * bare_commit(Path(folder))
        seconds = write_at_once(store, 1).seconds
    return p95(seconds), p95(seconds) / share, seconds[-1] / share


if __name__ == "__main__":
    for name, row in measure().items():
        sys.stdout.write(
            f"save, {name:<12} p50 {row['p50'] * 1000:5.1f} ms, p95 {row['p95'] * 1000:5.1f} ms "
            f"({row['p50 ratio']:.1f} and {row['p95 ratio']:.1f} times a bare insert), {row['per second']:.0f}/s\n"
        )
    late, share, slowest = measure_crowd()
    sys.stdout.write(
        f"save, {WRITERS} writers   p95 {late * 1000:5.0f} ms ({share:.1f} times its share of the disk, "
        f"the slowest {slowest:.1f} times)\n"
    )
