"""What other processes do in the fault tests: save in a loop, save as fast as they can."""

import multiprocessing
import time
from multiprocessing.connection import Connection
from pathlib import Path

from tests.store.conftest import QUARTER
from workbook.store import Store

# Children come from a warm process without threads: quick to start, safe to kill.
processes = multiprocessing.get_context("forkserver")
processes.set_forkserver_preload([__name__])
TEXT = "Der Kunde will die Durchlaufzeit halbieren. " * 40


def save_until_killed(where: Path | str, acknowledged: Connection) -> None:
    """Save one revision after the other and say each number only when the store has said it is saved."""
    store = Store.open(where)
    last = store.read("review", QUARTER)
    number = last.number if last else 0
    while True:
        number = store.save("review", QUARTER, {"number": number + 1, "text": TEXT}, based_on=number).number
        acknowledged.send(number)


def save_often(where: Path | str, section: str, times: int, results: Connection) -> None:
    """Save ``times`` revisions of a section and send how long each took, in seconds."""
    store = Store.open(where)
    results.send("ready")
    seconds = []
    for number in range(times):
        started = time.perf_counter()
        store.save(section, QUARTER, {"number": number, "text": TEXT}, based_on=number)
        seconds.append(time.perf_counter() - started)
    results.send(seconds)
