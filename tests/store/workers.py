"""What other processes do in the fault tests: save in a loop, save as fast as they can."""

import multiprocessing
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier
from pathlib import Path

from tests.store.conftest import QUARTER
from workbook.store import SaveConflict, Store

# Children come from a warm process without threads: quick to start, safe to kill.
processes = multiprocessing.get_context("forkserver")
processes.set_forkserver_preload([__name__])
TEXT = "Der Kunde will die Durchlaufzeit halbieren. " * 40


def started(work: Callable[..., None], *details: object) -> Connection:
    """Start a process that does some work, and return the connection on which it tells its results."""
    ours, theirs = processes.Pipe(duplex=False)
    processes.Process(target=work, args=(*details, theirs)).start()
    # From now on only the process holds its end: when it fails, we hear the end instead of waiting.
    theirs.close()
    return ours


def save_until_killed(where: Path | str, acknowledged: Connection) -> None:
    """Save one revision after the other and say each number only when the store has said it is saved."""
    store = Store.open(where)
    last = store.read("review", QUARTER)
    number = last.number if last else 0
    while True:
        number = store.save("review", QUARTER, {"number": number + 1, "text": TEXT}, based_on=number).number
        acknowledged.send(number)


def save_often(where: Path | str, section: str, times: int, results: Connection) -> None:
    """Save ``times`` revisions of a section; send when each began and ended, by a clock all share, and the work of all.

    The work is what the processor did for this process, in seconds: it is the same however busy others keep it.
    """
    store = Store.open(where)
    results.send("ready")
    spans, idle = [], time.process_time()
    for number in range(times):
        began = time.monotonic()
        store.save(section, QUARTER, {"number": number, "text": TEXT}, based_on=number)
        spans.append((began, time.monotonic()))
    results.send((spans, time.process_time() - idle))


def add_lines(where: str, sessions: Mapping[int, str], everybody: Barrier, results: Connection) -> None:
    """Add a line for each session (number and participant) when everybody is ready; send the conflicts and the work.

    All sessions of a participant share one section.
    """
    stores = {number: Store.open(where, ref) for number, ref in sessions.items()}

    def add(number: int) -> int:
        everybody.wait(timeout=300)
        return _add_line(stores[number], f"line {number}")

    idle = time.process_time()
    with ThreadPoolExecutor(len(stores)) as pool:
        results.send((sum(pool.map(add, stores)), time.process_time() - idle))


def _add_line(store: Store, line: str) -> int:
    """Add a line like a rep who looks at the other text and goes on from there; return how often that was needed."""
    conflicts = 0
    while True:
        last = store.read("review", QUARTER)
        lines = [*(last.document["lines"] if last else []), line]
        try:
            store.save("review", QUARTER, {"lines": lines}, based_on=last.number if last else 0)
        except SaveConflict:
            conflicts += 1
        else:
            return conflicts
