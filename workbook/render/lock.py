"""One run per folder: a lock the system gives back when its holder dies, and a note of who holds it.

The note also names the processes a run started, so that the next run can end those a killed one left behind.
"""

import json
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import psutil

from workbook.errors import InputError, Place, Problem
from workbook.render import kinds

FILE = ".render.lock"


@dataclass(slots=True)
class Holder:
    """Who makes the workbooks of a folder: host, process, when it was started, and what it started itself.

    ``started`` is the process's own start time, because numbers of processes are used again; ``workers`` pairs
    number and start time; ``runtime`` is the folder of the kernels' files.
    """

    host: str
    pid: int
    started: float
    runtime: str = ""
    workers: list[tuple[int, float]] = field(default_factory=list)

    @property
    def alive(self) -> bool:
        """Whether the holder still runs; another computer is believed."""
        return self.host != socket.gethostname() or is_running(self.pid, self.started)


class RunLock:
    """The held lock; `note` keeps the record of workers up to date."""

    def __init__(self, path: Path, handle: int, holder: Holder) -> None:
        self._path, self._handle, self.holder = path, handle, holder
        self.stale: Holder | None = None

    def note(self, **changes: Any) -> None:
        """Write down what changed about the run."""
        for name, value in changes.items():
            setattr(self.holder, name, value)
        data = json.dumps(asdict(self.holder)).encode()
        os.lseek(self._handle, 0, os.SEEK_SET)
        os.write(self._handle, data)
        os.truncate(self._handle, len(data))


@contextmanager
def run_lock(out: Path) -> Iterator[RunLock]:
    """Hold the lock of a folder; raises `InputError` naming host, process and start time while another run has it."""
    path = out / FILE
    handle = _take(path)
    lock = RunLock(path, handle, me())
    lock.stale = read_holder(out)
    lock.note()
    try:
        yield lock
    finally:
        with suppress(OSError):
            path.unlink()
        os.close(handle)
        with suppress(OSError):
            path.unlink(missing_ok=os.name == "nt")


def me() -> Holder:
    """Return this process as a holder."""
    return Holder(socket.gethostname(), os.getpid(), psutil.Process().create_time())


def _take(path: Path) -> int:
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        if not _locked(handle):
            os.close(handle)
            raise InputError(_refusal(path))
        # The file may have been removed by its last holder between opening and locking.
        with suppress(FileNotFoundError):
            if os.fstat(handle).st_ino == path.stat().st_ino:
                return handle
        os.close(handle)


def _locked(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(handle, 1 << 20, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _refusal(path: Path) -> Problem:
    return refusal(read_holder(path.parent), str(path.parent))


def refusal(holder: Holder | None, folder: str) -> Problem:
    """Return the sentence that names who makes the workbooks of a folder, and since when."""
    if holder is None:
        details = {"pid": "?", "host": socket.gethostname(), "started": "?"}
    else:
        started = datetime.fromtimestamp(holder.started).astimezone().strftime("%Y-%m-%d %H:%M:%S")
        details = {"pid": str(holder.pid), "host": holder.host, "started": started}
    return Problem(kinds.ALREADY_RUNNING, Place(file=folder), details=details)


def read_holder(out: Path) -> Holder | None:
    """Return who holds or held the lock of a folder, None when nobody is noted."""
    try:
        return to_holder((out / FILE).read_bytes())
    except OSError:
        return None


def to_holder(note: bytes) -> Holder | None:
    """Return who a note names, None when it cannot be read."""
    try:
        data = json.loads(note)
        return Holder(**{**data, "workers": [(int(pid), float(started)) for pid, started in data["workers"]]})
    except (ValueError, TypeError, KeyError):
        return None


def is_running(pid: int, started: float) -> bool:
    """Return whether the process with this number and this start time runs."""
    try:
        return bool(abs(psutil.Process(pid).create_time() - started) < 1)
    except psutil.Error:
        return False
