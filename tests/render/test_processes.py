"""A request to end waits until a process that is being started can be ended in order."""

import signal
import threading
from collections.abc import Iterator

import pytest

from workbook.render.processes import ending_is_an_interrupt, ending_waits

ENDINGS = [signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])]


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    """An interrupted process hears no further one; the tests go on."""
    before = {each: signal.getsignal(each) for each in ENDINGS}
    yield
    for each, handler in before.items():
        signal.signal(each, handler)


@pytest.mark.parametrize("number", ENDINGS)
def test_a_request_to_end_comes_after_the_block(number: signal.Signals) -> None:
    """What is started inside is known before anything is ended."""
    started: list[str] = []
    with pytest.raises(KeyboardInterrupt), ending_is_an_interrupt():
        _start_while(number, started)
    assert started == ["whole"]


def test_one_request_is_enough() -> None:
    """Whoever presses Ctrl-C again and again does not break off what is being put in order, nor the way out."""
    put_in_order: list[bool] = []
    with pytest.raises(KeyboardInterrupt), ending_is_an_interrupt():
        _interrupted_twice(put_in_order)
    signal.raise_signal(signal.SIGTERM)
    assert put_in_order == [True]


def test_what_is_ignored_stays_ignored() -> None:
    """A run that was started so that it outlives its terminal goes on without it."""
    signal.signal(ENDINGS[-1], signal.SIG_IGN)
    with ending_is_an_interrupt():
        signal.raise_signal(ENDINGS[-1])
    assert signal.getsignal(ENDINGS[-1]) is signal.SIG_IGN


def test_afterwards_everything_is_as_before() -> None:
    """The handlers are those of the caller again."""
    before = [signal.getsignal(each) for each in ENDINGS]
    with ending_is_an_interrupt(), ending_waits():
        pass
    assert [signal.getsignal(each) for each in ENDINGS] == before


def test_on_another_thread_nothing_is_held_back() -> None:
    """Only the main thread hears signals; elsewhere the block is just carried out."""
    done = []

    def act() -> None:
        with ending_waits():
            done.append(True)

    thread = threading.Thread(target=act)
    thread.start()
    thread.join()
    assert done == [True]


def _start_while(number: signal.Signals, started: list[str]) -> None:
    with ending_waits():
        signal.raise_signal(number)
        started.append("whole")


def _interrupted_twice(put_in_order: list[bool]) -> None:
    try:
        signal.raise_signal(signal.SIGINT)
    finally:
        signal.raise_signal(signal.SIGINT)
        put_in_order.append(True)
