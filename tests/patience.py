"""How long tests wait for what must come. A bound for failure and no measure of speed: the other core is busy too."""

import time
from collections.abc import Callable
from typing import TypeVar

LONG = 180  # seconds
PAUSE = 0.05

Found = TypeVar("Found")


def until(look: Callable[[], Found], told: Callable[[], object] = lambda: "it did not come") -> Found:
    """Look until something is found, and return it; ``told`` says what there is instead."""
    deadline = time.monotonic() + LONG
    while not (found := look()):
        assert time.monotonic() < deadline, told()
        time.sleep(PAUSE)
    return found
