"""Ending processes completely: the process, everything it started, and their groups. Only ever our own."""

import os
import signal
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress

import psutil

from workbook.render.lock import is_running

_WAIT_SECONDS = 5.0


def family(pid: int) -> list[tuple[int, float]]:
    """Return a process and everything it started, as pairs of number and start time; empty when it is gone."""
    try:
        process = psutil.Process(pid)
        members = [process, *process.children(recursive=True)]
        return [(member.pid, member.create_time()) for member in members]
    except psutil.Error:
        return []


def end_all(members: Iterable[tuple[int, float]]) -> None:
    """End the processes that still have the given number and start time, with what they started and their groups."""
    alive = [pid for pid, started in members if is_running(pid, started)]
    everybody = {relative for pid in alive for relative in family(pid)}
    for pid, _started in everybody:
        _kill(pid)
    gone = [psutil.Process(pid) for pid, started in everybody if is_running(pid, started)]
    psutil.wait_procs(gone, timeout=_WAIT_SECONDS)


def _kill(pid: int) -> None:
    if os.name != "posix":
        with suppress(psutil.Error):
            psutil.Process(pid).kill()
        return
    with suppress(ProcessLookupError, PermissionError):
        # Kernels and workers lead groups of their own; never our own group.
        if os.getpgid(pid) == pid and pid != os.getpgrp():
            os.killpg(pid, signal.SIGKILL)
        os.kill(pid, signal.SIGKILL)


def die_with_parent() -> None:
    """Ask the system to end this process when its parent ends (Linux only; elsewhere the next run cleans up)."""
    with suppress(OSError, AttributeError):
        import ctypes

        set_parent_death_signal = 1
        ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGKILL, 0, 0, 0)


@contextmanager
def ending_is_an_interrupt() -> Iterator[None]:
    """Treat a request to end (SIGTERM) like Ctrl-C inside the block, so that everything is put in order first."""

    def interrupt(number: int, frame: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def ending_waits() -> Iterator[None]:
    """Hold Ctrl-C and a request to end back inside the block: a process that is half started cannot end in order."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    signals = (signal.SIGINT, signal.SIGTERM)
    before = {each: signal.signal(each, lambda number, _frame: came.append(number)) for each in signals}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
    if came:
        signal.raise_signal(came[0])
