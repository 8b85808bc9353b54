"""The command stays until the pages are closed."""

from collections.abc import Iterator
from itertools import count

from workbook.launch.staying import until_closed


class Serving:
    """A server with so many pages at each look; gone when the list ends."""

    def __init__(self, *pages: int) -> None:
        self._pages: Iterator[int] = iter(pages)
        self.looks = 0
        self._next = 0

    def is_alive(self) -> bool:
        self._next = next(self._pages, -1)
        return self._next >= 0

    def pages(self) -> int:
        self.looks += 1
        return self._next


def _stay(server: Serving, quiet: int) -> int:
    seconds = count()
    until_closed(server, quiet=quiet, clock=lambda: float(next(seconds)), pause=lambda _seconds: None)
    return server.looks


def test_closed_pages_end_it() -> None:
    """After the page was closed for a while nothing is waited for any more."""
    assert _stay(Serving(1, 1, 0, 0, 0, 0, 0, 0), quiet=3) == 5


def test_a_page_loaded_anew_is_not_closed() -> None:
    """A short gap is a reload."""
    assert _stay(Serving(1, 0, 0, 1, 0, 0, 1), quiet=3) == 7


def test_a_slow_browser_is_waited_for() -> None:
    """Before the first page nothing counts as closed."""
    assert _stay(Serving(0, 0, 0, 0, 0, 0), quiet=2) == 6
