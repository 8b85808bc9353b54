"""A process that dies while it saves: what was acknowledged is there, nothing is half (fault F1)."""

import os
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.conftest import QUARTER, REF
from tests.store.workers import TEXT, processes, save_until_killed
from workbook.store import Store

KILLS = 1000 if os.environ.get("WORKBOOK_LONG") else 50


def kill_a_saver(where: Path | str, after: float) -> int:
    """Let a process save, kill it after some seconds, and return the last number it was told is saved."""
    ours, theirs = processes.Pipe(duplex=False)
    saver = processes.Process(target=save_until_killed, args=(where, theirs))
    saver.start()
    theirs.close()
    told = ours.recv()
    time.sleep(after)
    saver.kill()
    saver.join()
    try:
        while True:
            told = ours.recv()
    except EOFError:
        return told


@pytest.mark.slow
def test_nothing_acknowledged_is_lost(where: Path | str, record_property: Callable[[str, object], None]) -> None:
    """After each kill -9 in a save loop, every acknowledged save is there, whole, and the file is sound."""
    Store.create(where, REF).save("review", QUARTER, {"number": 1, "text": TEXT}, based_on=0)
    kills = KILLS if isinstance(where, Path) else KILLS // 10
    for _ in range(kills):
        told = kill_a_saver(where, random.uniform(0.01, 0.3))
        history = Store.open(where).history("review")
        assert len(history) in (told, told + 1)
        assert [revision.document for revision in history] == [
            {"number": number, "text": TEXT} for number in range(1, len(history) + 1)
        ]
    record_property("kills in a save loop", f"{kills}, {len(history)} saves, 0 lost, 0 half")
