"""Acting once, after typing stops."""

import threading
import time

import pytest

from workbook.forms.debounce import Debounce


def test_many_touches_make_one_act() -> None:
    """The act follows the last touch."""
    acts: list[int] = []
    pause = Debounce(lambda: acts.append(1), delay=0.05)
    for _touch in range(5):
        pause.touch()
    assert acts == []
    time.sleep(0.3)
    assert acts == [1]
    assert not pause.waiting


def test_flush_acts_at_once_and_only_if_something_waits() -> None:
    """Nothing is done twice."""
    acts: list[int] = []
    pause = Debounce(lambda: acts.append(1), delay=60)
    pause.flush()
    pause.touch()
    pause.flush()
    pause.flush()
    assert acts == [1]


def test_each_touch_starts_the_pause_anew() -> None:
    """While typing goes on nothing is done."""
    acts: list[int] = []
    pause = Debounce(lambda: acts.append(1), delay=0.5)
    pause.touch()
    time.sleep(0.3)
    pause.touch()
    time.sleep(0.3)
    assert acts == []
    pause.flush()


def test_flush_waits_for_who_acts_already() -> None:
    """After a flush everything is done, also what another thread had begun."""
    begun, acts = threading.Event(), list[int]()

    def act() -> None:
        begun.set()
        time.sleep(0.1)
        acts.append(1)

    pause = Debounce(act, delay=0)
    pause.touch()
    begun.wait()
    pause.flush()
    assert acts == [1]


def test_who_types_on_and_on_is_saved_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without any pause the act comes once the longest wait is over."""
    monkeypatch.setattr("workbook.forms.debounce.LONGEST", 0.2)
    acts: list[int] = []
    pause = Debounce(lambda: acts.append(1), delay=0.15)
    for _key in range(12):
        pause.touch()
        time.sleep(0.03)
    assert acts
    pause.flush()
