"""Staying with an open workbook until its pages are closed."""

import time
import urllib.error
from collections.abc import Callable
from typing import Protocol

from workbook.launch.settings import QUIET_SECONDS

ROUND = 0.5  # seconds


class Watched(Protocol):
    """A server that can be asked whether it lives and how many pages are open."""

    def is_alive(self) -> bool:
        """Return whether the server answers."""

    def pages(self) -> int:
        """Return how many pages are open."""


def until_closed(
    server: Watched, *, meanwhile: Callable[[], None] = lambda: None, quiet: float = QUIET_SECONDS,
    clock: Callable[[], float] = time.monotonic, pause: Callable[[float], None] = time.sleep,
) -> None:  # fmt: skip
    """Return when the server is gone, or when every page has been closed for ``quiet`` seconds.

    Closing counts once a page was open: a browser may be slow to start. A page that is loaded anew is back in time.
    While a page is open, ``meanwhile`` is called at each look.
    """
    seen, closed_since = False, clock()
    while server.is_alive():
        if _pages(server):
            seen, closed_since = True, clock()
            meanwhile()
        elif seen and clock() - closed_since >= quiet:
            return
        pause(ROUND)


def _pages(server: Watched) -> int:
    try:
        return server.pages()
    except (urllib.error.URLError, OSError, ValueError):
        return 0
