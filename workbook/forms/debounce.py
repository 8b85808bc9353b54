"""Wait until typing stops, then act once; who types on and on is not waited for longer than a second."""

from collections.abc import Callable
from threading import Lock, RLock, Timer
from time import monotonic

DELAY = 0.6
LONGEST = 1.0


class Debounce:
    """Calls ``act`` once, ``delay`` seconds after the last `touch` but soon after the first, on a thread of its own.

    A thread and not the kernel's event loop: a cell that computes for a minute must not hold up a save.
    """

    def __init__(self, act: Callable[[], None], delay: float = DELAY) -> None:
        self._act = act
        self._delay = delay
        self._lock = Lock()
        # Whoever flushes while another thread acts waits until that is done; acting may touch and flush again.
        self._acting = RLock()
        self._timer: Timer | None = None
        self._since = 0.0

    @property
    def waiting(self) -> bool:
        """Whether something waits to be done."""
        return self._timer is not None

    def touch(self) -> None:
        """Start waiting again."""
        with self._lock:
            now = monotonic()
            self._since = self._since if self.waiting else now
            self._stop()
            longest = self._since + max(self._delay, LONGEST) - now
            self._timer = Timer(min(self._delay, max(longest, 0)), self.flush)
            self._timer.daemon = True
            self._timer.start()

    def flush(self) -> None:
        """Act now if something waits; return when nothing waits any more and nobody acts."""
        with self._acting:
            with self._lock:
                waiting = self._timer is not None
                self._stop()
            if waiting:
                self._act()

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
