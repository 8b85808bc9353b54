"""What is picked and typed in a form that waits for its button: kept as it changes, there again after a restart.

It is no decision. It is kept beside what is decided and goes when its button has been pressed.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Protocol

from workbook.errors import WorkbookError
from workbook.forms.debounce import Debounce

# By the code of the line ("" in a form without lines) and of the question.
Undone = Mapping[str, Mapping[str, str]]


class Memory(Protocol):
    """Keeps what is undecided in one form."""

    def read(self) -> Undone:
        """Return what was kept last."""

    def keep(self, answers: Undone) -> None:
        """Keep answers in place of those before; raises `WorkbookError` when they are not on disk."""


class Undecided:
    """Keeps what a form says is undecided whenever somebody changes it; tells the form why when it cannot."""

    def __init__(self, memory: Memory | None, now: Callable[[], Undone], refused: Callable[[str], None]) -> None:
        self._memory = memory
        self._now = now
        self._refused = refused
        self._kept: Undone = memory.read() if memory else {}
        self._is_ours = False
        self._pause = Debounce(self.keep)

    def watch(self, line: str, question: str, made: Any) -> None:
        """Show in an input what was kept for it, where that can still be picked; keep what it says from now on."""
        kept = self._kept.get(line, {}).get(question)
        if kept is not None and _fits(made, kept):
            made.value = kept
        if self._memory:
            made.observe(lambda _change: self._changed(), names="value")

    def _changed(self) -> None:
        if not self._is_ours:
            self._pause.touch()

    @contextmanager
    def ours(self) -> Iterator[None]:
        """Change inputs without anything being kept: nobody has picked or typed that."""
        self._is_ours = True
        try:
            yield
        finally:
            self._is_ours = False

    def keep(self) -> None:
        """Keep what is undecided now."""
        self._kept = self._now()
        if self._memory:
            try:
                self._memory.keep(self._kept)
            except WorkbookError as refused:
                self._refused(str(refused))

    def flush(self) -> None:
        """Keep now what waits to be kept."""
        self._pause.flush()


def _fits(made: Any, kept: str) -> bool:
    options = getattr(made, "options", None)
    return options is None or kept in [code for _text, code in options]
