"""Reading a file somebody else made in a process of its own, which is ended when it takes too much memory.

Sizes are checked before anything is parsed (`package_check`), but a parser may still be led to unpack without end.
Only workbooks and long texts are read apart: what a short text can become is in proportion to its length.
"""

import hashlib
import multiprocessing
import signal
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from workbook.errors import Place, Problem
from workbook.i18n import language, speaking
from workbook.portfolio.accounts import read_portfolio
from workbook.portfolio.files import MEGABYTE
from workbook.portfolio.kinds import files as kinds
from workbook.portfolio.options import ReadOptions
from workbook.portfolio.reading import Reading

# The largest lists allowed need 0.7 GB as workbooks, and five times their length as texts.
_ROOM, _ROOM_PER_BYTE = 1024 * MEGABYTE, 5
_HARMLESS_TEXT = 1 * MEGABYTE
_TICK_SECONDS = 0.02
# What has been read apart once is read at once when only an answer about it has changed.
_known_as_harmless: set[tuple[object, ...]] = set()


def read_apart(accounts: Path, transactions: Path | None = None, *, options: ReadOptions, today: date) -> Reading:
    """Return what `read_portfolio` returns; a file that fills the memory is one problem of the reading."""
    given = tuple(path for path in (accounts, transactions) if path is not None)
    asked = (*map(_digest, given), options.sheet, options.transactions_sheet)
    if asked in _known_as_harmless or not any(map(_may_unfold, given)):
        return read_portfolio(accounts, transactions, options=options, today=today)
    reading = _watched(given, options, today)
    if reading is not None:
        _known_as_harmless.add(asked)
        return reading
    alone = transactions is None or _watched((accounts,), options, today) is None
    return _refused(accounts if alone or transactions is None else transactions, options, room_for(given))


def room_for(files: Sequence[Path]) -> int:
    """Return how many bytes of memory reading these files may take."""
    return _ROOM + _ROOM_PER_BYTE * sum(path.stat().st_size for path in files if path.is_file())


def _may_unfold(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(2) == b"PK" or path.stat().st_size > _HARMLESS_TEXT
    except (OSError, ValueError):
        return False  # a folder, or nothing: said by whoever reads it


def _digest(path: Path) -> bytes:
    with suppress(OSError, ValueError), path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()
    return b""


def _refused(file: Path, options: ReadOptions, room: int) -> Reading:
    details = {"detail": f"> {room // MEGABYTE} MB"}
    return Reading(None, (Problem(kinds.FILE_UNFOLDS, Place(file.name), details=details),), options)


@dataclass(frozen=True, slots=True)
class _Raised:
    """What the reading process could not handle: a mistake of the program, raised where somebody sees it."""

    error: Exception


def _watched(files: tuple[Path, ...], options: ReadOptions, today: date) -> Reading | None:
    """Return the reading of a process of its own, None when it took too much memory or went away."""
    here, there = _context().Pipe(duplex=False)
    asked = (there, files, options, today, language())
    process = _context().Process(target=_read_and_tell, args=asked, daemon=True)
    process.start()
    there.close()
    try:
        told = _told(process, here, room_for(files))
    finally:
        process.kill()
        process.join()
        here.close()
    if isinstance(told, _Raised):
        raise told.error
    return told


def _context() -> Any:
    """Return how processes are started: as a copy of this one where that is safe, which takes no time.

    A kernel has threads, and a copy would keep what they had locked for ever.
    """
    alone = threading.active_count() == 1
    return multiprocessing.get_context("fork" if alone and sys.platform == "linux" else "spawn")


def _told(process: BaseProcess, connection: Connection, room: int) -> Reading | _Raised | None:
    while not connection.poll(_TICK_SECONDS):
        if _memory(process) > room:
            return None
    with suppress(EOFError, OSError):
        told: Reading | _Raised | None = connection.recv()
        return told
    return None


def _memory(process: BaseProcess) -> int:
    """Return the bytes of memory a process has, 0 when it is gone."""
    import psutil

    with suppress(psutil.Error):
        return int(psutil.Process(process.pid).memory_info().rss)
    return 0


def _read_and_tell(
    connection: Connection, files: tuple[Path, ...], options: ReadOptions, today: date, spoken: str
) -> None:
    """Run in the process of its own; Ctrl-C ends it without a word."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        with speaking(spoken):
            told: Reading | _Raised | None = read_portfolio(*files, options=options, today=today)
    except MemoryError:
        told = None
    except Exception as error:  # noqa: BLE001  handed on as it is
        told = _Raised(error)
    connection.send(told)
