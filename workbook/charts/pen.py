"""One picture at a time: matplotlib keeps its settings for the whole process.

A cell draws on one thread, what follows a save on another; each would end with the settings of the other.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock
from typing import Any

from matplotlib import rc_context

_PEN = RLock()


@contextmanager
def drawing(settings: dict[str, Any]) -> Iterator[None]:
    """Draw with these settings of matplotlib; whoever draws on another thread waits until it is done."""
    with _PEN, rc_context(settings):
        yield
