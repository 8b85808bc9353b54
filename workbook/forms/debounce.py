"""Wait until typing stops, then act once."""

import threading
from collections.abc import Callable

DELAY = 0.8


class Debounce:
    """Calls ``act`` once, ``delay`` seconds after the last `touch`, on a thread of its own.

    A thread and not the kernel's event loop: a cell that computes for a minute must not hold up a save.
    """

    def __init__(self, act: Callable[[], None], delay: float = DELAY) -> None:
        self._act = act
        self._delay = delay
        self._lock = threading.Lock()
        # Whoever flushes while another thread acts waits until that is done; acting may touch and flush again.
        self._acting = threading.RLock()
        self._timer: threading.Timer | None = None

    @property
    def waiting(self) -> bool:
        """Whether something waits to be done."""
        return self._timer is not None

    def touch(self) -> None:
        """Start waiting again."""
        with self._lock:
            self._stop()
            self._timer = threading.Timer(self._delay, self.flush)
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
