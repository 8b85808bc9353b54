"""A save that fails half-way leaves everything as it was and says why (faults F2, F3, F16, F17, F22)."""

import itertools
import os
import shutil
import signal
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from multiprocessing.connection import Connection
from pathlib import Path

import psutil
import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from tests.store.conftest import QUARTER, REF
from tests.store.workers import processes
from workbook.errors import StoreError
from workbook.i18n import speaking
from workbook.store import Store, database, drive, waiting
from workbook.store.errors import StoreBusy, StoreFull, StoreReadOnly

Count = Callable[[str, object], None]


class FailsAt:
    """Lets the n-th word to a database fail: the question where we are, the INSERT, or the COMMIT."""

    def __init__(self, store: Store, number: int) -> None:
        self.left = number
        event.listen(store.database.engine, "before_cursor_execute", self.count)
        event.listen(store.database.engine, "commit", self.count)

    def count(self, *_details: object) -> None:
        self.left -= 1
        if self.left == 0:
            raise OperationalError("", {}, sqlite3.OperationalError("injected"))


def test_failing_at_every_write(store: Store, where: Path | str, record_property: Count) -> None:
    """Whichever of the statements of a save fails, the old text stays and the new one can be saved again."""
    store.save("review", QUARTER, {"lessons": "old"}, based_on=0)
    failures = 0
    for number in range(1, 20):
        failing = Store.open(where)
        FailsAt(failing, number)
        try:
            failing.save("review", QUARTER, {"lessons": "new"}, based_on=1)
            break
        except StoreError:
            failures += 1
        assert [revision.document for revision in store.history("review")] == [{"lessons": "old"}]
    assert failures >= 3
    assert store.read("review", QUARTER).document == {"lessons": "new"}
    record_property("failure at write n of a save", f"n = 1 to {failures}, each of them; 0 lost, 0 half")


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A disk with room for a store and little more."""
    place = Path(tempfile.mkdtemp(prefix="workbook-disk-"))
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", place], capture_output=True)
    if mounted.returncode:
        place.rmdir()
        pytest.skip("only root can mount a small disk; the limit on file sizes is tested instead")
    yield place
    subprocess.run(["umount", place], check=True)
    place.rmdir()


def test_a_full_disk(small_disk: Path) -> None:
    """On a full disk the save is refused in plain words, in both languages, and the old text is intact (fault F3)."""
    store = Store.create(small_disk / "anna", REF)
    store.save("review", QUARTER, {"lessons": "old"}, based_on=0)
    (small_disk / "filler").write_bytes(b"x" * 180_000)
    with pytest.raises(StoreFull, match="no space left on the disk") as full:
        store.save("review", QUARTER, {"lessons": "new" * 100_000}, based_on=1)
    assert Store.open(small_disk / "anna").read("review", QUARTER).document == {"lessons": "old"}
    with speaking("de"):
        assert "Nicht gespeichert: Auf dem Datenträger mit plan.db ist kein Platz mehr." in str(full.value)
    (small_disk / "filler").unlink()
    assert store.save("review", QUARTER, {"lessons": "new"}, based_on=1).number == 2


def save_with_little_room(folder: Path, results: Connection) -> None:
    """Try to save a long text while the file may grow by 0, 1, 2, ... pages; send how often it was refused as full."""
    import resource

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    size = (folder / "plan.db").stat().st_size
    store, refused = Store.open(folder), 0
    for pages in itertools.count():
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + pages * 4096, resource.RLIM_INFINITY))
        try:
            store.save("review", QUARTER, {"lessons": "new" * 20_000}, based_on=1)
            break
        except StoreFull:
            refused += 1
            assert [revision.document for revision in store.history("review")] == [{"lessons": "old"}]
    results.send(refused)


def test_a_disk_that_is_full_at_page_n(file_store: Store, folder: Path, record_property: Count) -> None:
    """Whichever page of a long save finds no room, the refusal says so and the old text is intact (fault F3)."""
    file_store.save("review", QUARTER, {"lessons": "old"}, based_on=0)
    ours, theirs = processes.Pipe(duplex=False)
    child = processes.Process(target=save_with_little_room, args=(folder, theirs))
    child.start()
    theirs.close()
    refused = ours.recv()
    child.join()
    record_property("disk full at page n of a save", f"n = 1 to {refused}, each of them; 0 lost, 0 half")
    assert refused > 10
    texts = [revision.document["lessons"] for revision in Store.open(folder).history("review")]
    assert texts == ["old", "new" * 20_000]


def test_a_locked_store(file_store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A store that another program holds is named after a while, and a second try succeeds (fault F16)."""
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.2)
    with closing(sqlite3.connect(folder / "plan.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreBusy, match=r"kept plan\.db locked for more than 0\.2 seconds"):
            file_store.save("review", QUARTER, {"lessons": "new"}, based_on=0)
    assert file_store.save("review", QUARTER, {"lessons": "new"}, based_on=0).number == 1


class Queue:
    """A clock in whose every pause of four seconds another program saves and yet another one comes next."""

    def __init__(self, folder: Path, saves: int) -> None:
        self.now, self._left = 0.0, saves
        self._other = sqlite3.connect(folder / "plan.db", isolation_level=None)
        self._other.execute("BEGIN IMMEDIATE")

    def monotonic(self) -> float:
        return self.now

    def sleep(self, _seconds: float) -> None:
        self.now += 4
        self._other.execute("INSERT INTO shared VALUES ('bert2026', ?)", (str(self._left),))
        self._other.execute("COMMIT")
        self._left -= 1
        self._other.execute("BEGIN IMMEDIATE") if self._left else self._other.close()


def test_a_queue_that_moves_is_waited_for(file_store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who waits longer than the patience while others go on saving is not refused (fault F15)."""
    queue = Queue(folder, saves=8)
    monkeypatch.setattr(waiting, "time", queue)
    assert file_store.save("review", QUARTER, {"lessons": "new"}, based_on=0).number == 1
    assert queue.now == 8 * 4 > database.BUSY_SECONDS


def test_the_patience_is_five_seconds() -> None:
    """A save waits five seconds for another program before it says so."""
    assert database.BUSY_SECONDS == 5


def test_reading_goes_on_while_somebody_writes(file_store: Store, folder: Path) -> None:
    """A writer that has begun keeps nobody from reading."""
    file_store.save("review", QUARTER, {"lessons": "old"}, based_on=0)
    with closing(sqlite3.connect(folder / "plan.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert file_store.read("review", QUARTER).document == {"lessons": "old"}


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "fuse.sshfs", "9p"])
def test_a_network_drive_is_noticed(file_store: Store, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    """A store on a network drive works and is warned about (fault F17)."""
    here = str(file_store.database.file.parent.resolve())
    parts = [psutil._ntuples.sdiskpart("/dev/sda", "/", "ext4", "rw"), psutil._ntuples.sdiskpart("x", here, kind, "rw")]
    monkeypatch.setattr(psutil, "disk_partitions", lambda all: parts)
    (warning,) = drive.drive_warnings(file_store.database)
    assert (warning.code, kind in warning.message) == ("store_network_drive", True)


def test_the_own_disk_needs_no_warning(store: Store) -> None:
    """A local file and a PostgreSQL database are not warned about."""
    assert drive.drive_warnings(store.database) == ()


def test_a_drive_whose_locks_fail(file_store: Store) -> None:
    """A drive that cannot lock files is named with the way out (fault F17)."""

    def fail(*_details: object) -> None:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorname = "SQLITE_IOERR_LOCK"
        raise OperationalError("", {}, error)

    event.listen(file_store.database.engine, "before_cursor_execute", fail)
    with pytest.raises(StoreError, match=r"cannot lock files.*Copy the folder to your own computer"):
        file_store.save("review", QUARTER, {}, based_on=0)


def use_as_somebody_else(folder: Path) -> None:
    """Exit with 3 when reading works, the store says it is read-only, and saving is refused."""
    if os.getuid() == 0:
        os.setgid(65534)
        os.setuid(65534)
    store = Store.open(folder)
    assert store.read("review", QUARTER).document == {"lessons": "old"}
    assert store.read_only
    try:
        store.save("review", QUARTER, {"lessons": "new"}, based_on=1)
    except StoreReadOnly:
        os._exit(3)


@pytest.mark.parametrize(("folder_mode", "file_mode"), [(0o555, 0o444), (0o555, 0o666), (0o777, 0o444)])
def test_a_folder_that_may_only_be_read(folder_mode: int, file_mode: int) -> None:
    """A write-protected workbook can be read; saving is refused in words, whichever of the two is protected (F22)."""
    place = Path(tempfile.mkdtemp(prefix="workbook-"))
    place.chmod(0o755)
    store = Store.create(place / "anna", REF)
    store.save("review", QUARTER, {"lessons": "old"}, based_on=0)
    store.database.file.chmod(file_mode)
    store.database.file.parent.chmod(folder_mode)
    child = processes.Process(target=use_as_somebody_else, args=(place / "anna",))
    child.start()
    child.join()
    store.database.file.parent.chmod(0o700)
    shutil.rmtree(place)
    assert child.exitcode == 3
