"""The block timer: a trainer chooses a step of the seminar path and starts its minutes."""

import math
import threading
import time
from collections.abc import Callable, Sequence
from html import escape

import ipywidgets as widgets

from workbook.chapters.path import Step
from workbook.forms.shared import FITTING, make
from workbook.i18n import _

SECOND = 1.0


def clock_face(seconds: float) -> str:
    """Return minutes and seconds that are left, rounded up so that 0:00 means the time is over.

    >>> clock_face(900), clock_face(59.2), clock_face(-3)
    ('15:00', '1:00', '0:00')
    """
    left = max(0, math.ceil(seconds))
    return f"{left // 60}:{left % 60:02}"


class BlockTimer:
    """A choice of steps and a button; ``display`` shows what is left, on every chapter."""

    def __init__(self, steps: Sequence[Step], clock: Callable[[], float] = time.monotonic) -> None:
        self._steps = steps
        self._clock = clock
        self._ends: float | None = None
        self._tick: threading.Timer | None = None
        self.display = make(widgets.HTML)
        self.choice = make(widgets.Dropdown, options=_options(steps), description=_("Step of the seminar path"))
        self.button = make(widgets.Button, layout=FITTING)
        self.button.on_click(lambda _button: self.press())
        self._draw()

    @property
    def running(self) -> bool:
        """Whether time is running."""
        return self._ends is not None

    def press(self) -> None:
        """Start the chosen step, or stop the running one."""
        self._ends = None if self.running else self._clock() + 60 * self._steps[self.choice.value].minutes
        self.tick()

    def tick(self) -> None:
        """Show what is left, and look again in a second while time is running."""
        if self._tick is not None:
            self._tick.cancel()
        self._draw()
        if self.running:
            self._tick = threading.Timer(SECOND, self.tick)
            self._tick.daemon = True
            self._tick.start()

    def _draw(self) -> None:
        self.button.description = _("Stop the timer") if self.running else _("Start the timer")
        if self._ends is None:
            self.display.value = ""
            return
        left = self._ends - self._clock()
        task = escape(self._steps[self.choice.value].task_in_words)
        words = clock_face(left) if left > 0 else escape(_("Time is up"))
        self.display.value = f'<p class="wb-timer" role="timer"><strong>{words}</strong> {task}</p>'
        if left <= 0:
            self._ends = None
            self.button.description = _("Start the timer")


def _options(steps: Sequence[Step]) -> list[tuple[str, int]]:
    words = "{when}: {task}, {time}"
    return [
        (words.format(when=step.when_in_words, task=step.task_in_words, time=step.time_in_words), place)
        for place, step in enumerate(steps)
    ]
