"""One run per address: a note that only one can put there."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict

from workbook.errors import InputError
from workbook.render.depot import Depot
from workbook.render.far import Far
from workbook.render.lock import FILE, me, refusal, to_holder


@contextmanager
def far_lock(far: Far | None) -> Iterator[None]:
    """Hold the address workbooks go to, if there is one; raises `InputError` naming who holds it.

    What a killed run of this computer left is taken over. A note of another computer is believed.
    """
    if far is None or not far.out:
        yield
        return
    depot, note = Depot(far.out), json.dumps(asdict(me())).encode()
    if not depot.create(FILE, note):
        _take_over(depot, note)
    try:
        yield
    finally:
        depot.remove([FILE])


def _take_over(depot: Depot, note: bytes) -> None:
    holder = to_holder(depot.read(FILE) or b"")
    if holder is None or holder.alive:
        raise InputError(refusal(holder, depot.address))
    depot.write(FILE, note)
