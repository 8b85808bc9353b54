"""Acting once, after typing stops."""

import threading
import time
from collections.abc import Callable

import pytest

from workbook.forms.debounce import Debounce

LONG = 60  # seconds; what takes that long never comes


class Alarm:
    """A timer that rings when it is told."""

    def __init__(self, seconds: float, act: Callable[[], None]) -> None:
        self.seconds, self.act, self.cancelled = seconds, act, False

    def start(self) -> None:
        """Wait to be told."""

    def cancel(self) -> None:
        self.cancelled = True


class Clockwork:
    """A clock that goes when it is told, and every timer that was set."""

    def __init__(self) -> None:
        self.now = 100.0
        self.alarms: list[Alarm] = []

    def set(self, seconds: float, act: Callable[[], None]) -> Alarm:
        self.alarms.append(Alarm(seconds, act))
        return self.alarms[-1]

    @property
    def waiting(self) -> list[Alarm]:
        return [alarm for alarm in self.alarms if not alarm.cancelled]


@pytest.fixture
def clockwork(monkeypatch: pytest.MonkeyPatch) -> Clockwork:
    made = Clockwork()
    monkeypatch.setattr("workbook.forms.debounce.Timer", made.set)
    monkeypatch.setattr("workbook.forms.debounce.monotonic", lambda: made.now)
    return made


def test_many_touches_make_one_act(clockwork: Clockwork) -> None:
    """The act follows the last touch."""
    acts: list[int] = []
    pause = Debounce(lambda: acts.append(1), delay=0.5)
    for _touch in range(5):
        pause.touch()
    (alarm,) = clockwork.waiting
    assert (acts, pause.waiting) == ([], True)
    alarm.act()
    assert (acts, pause.waiting) == ([1], False)


def test_it_acts_by_itself() -> None:
    """Nobody flushes: once the pause is over it acts, and on a thread of its own, for a cell may be computing."""
    acted = threading.Event()
    actors: list[threading.Thread] = []
    pause = Debounce(lambda: (actors.append(threading.current_thread()), acted.set()), delay=0.01)
    pause.touch()
    assert acted.wait(LONG)
    assert actors != [threading.main_thread()]


def test_flush_acts_at_once_and_only_if_something_waits() -> None:
    """Nothing is done twice."""
    acts: list[int] = []
    pause = Debounce(lambda: acts.append(1), delay=LONG)
    pause.flush()
    pause.touch()
    pause.flush()
    pause.flush()
    assert acts == [1]


def test_each_touch_starts_the_pause_anew(clockwork: Clockwork) -> None:
    """While typing goes on the pause is as long as at first, and what it was set for before is called off."""
    pause = Debounce(lambda: None, delay=0.5)
    pause.touch()
    clockwork.now += 0.3
    pause.touch()
    assert [(alarm.seconds, alarm.cancelled) for alarm in clockwork.alarms] == [(0.5, True), (0.5, False)]


def test_flush_waits_for_who_acts_already() -> None:
    """After a flush everything is done, also what another thread had begun."""
    begun, acts = threading.Event(), list[int]()

    def act() -> None:
        begun.set()
        time.sleep(0.1)
        acts.append(1)

    pause = Debounce(act, delay=0)
    pause.touch()
    assert begun.wait(LONG)
    pause.flush()
    assert acts == [1]


def test_who_types_on_and_on_is_saved_too(clockwork: Clockwork) -> None:
    """Without any pause the act comes once the longest wait of a second is over; then it begins anew."""
    pause = Debounce(lambda: None, delay=0.6)
    for _key in range(4):
        pause.touch()
        clockwork.now += 0.3
    assert [alarm.seconds for alarm in clockwork.alarms] == pytest.approx([0.6, 0.6, 0.4, 0.1])
    clockwork.alarms[-1].act()
    pause.touch()
    assert clockwork.alarms[-1].seconds == 0.6
