"""A request to end waits until a process that is being started can be ended in order."""

import signal
import threading

import pytest

from workbook.render.processes import ending_is_an_interrupt, ending_waits


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_request_to_end_comes_after_the_block(number: signal.Signals) -> None:
    """What is started inside is known before anything is ended."""
    started: list[str] = []
    with pytest.raises(KeyboardInterrupt), ending_is_an_interrupt():
        _start_while(number, started)
    assert started == ["whole"]


def test_afterwards_everything_is_as_before() -> None:
    """The handlers are those of the caller again."""
    before = signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)
    with ending_waits():
        pass
    assert (signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)) == before


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
