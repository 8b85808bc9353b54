"""Ending processes completely: the process, everything it started, and their groups. Only ever our own."""

import os
import signal
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

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


def memory_of(pid: int) -> int:
    """Return how many MB of memory a process and everything it started have; 0 when it is gone."""
    total = 0
    for number, _started in family(pid):
        with suppress(psutil.Error):
            total += psutil.Process(number).memory_info().rss
    return total // 2**20


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


def _requests_to_end() -> list[signal.Signals]:
    """Return the signals that ask a process to end: Ctrl-C, the system, a terminal that is closed; not ignored ones."""
    known = (getattr(signal, name, None) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"))
    return [each for each in known if each is not None and signal.getsignal(each) is not signal.SIG_IGN]


@contextmanager
def ending_is_an_interrupt() -> Iterator[None]:
    """Treat every request to end like Ctrl-C inside the block, so that everything is put in order first.

    One is enough: further ones, which come from impatience, are not heard any more, also after the block, since they
    would break off what is being put in order.
    """
    came: list[int] = []

    def interrupt(number: int, frame: object) -> None:
        if not came:
            came.append(number)
            raise KeyboardInterrupt

    before = {each: signal.signal(each, interrupt) for each in _requests_to_end()}
    try:
        yield
    finally:
        # Python itself gives up handlers of its own on the way out, but not this one.
        _restore(dict.fromkeys(before, signal.SIG_IGN) if came else before)


@contextmanager
def ending_waits() -> Iterator[None]:
    """Hold requests to end back inside the block: a process that is half started cannot end in order."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    before = {each: signal.signal(each, lambda number, _frame: came.append(number)) for each in _requests_to_end()}
    try:
        yield
    finally:
        _restore(before)
    if came:
        signal.raise_signal(came[0])


def _restore(handlers: Mapping[signal.Signals, Any]) -> None:
    for each, handler in handlers.items():
        signal.signal(each, handler)
