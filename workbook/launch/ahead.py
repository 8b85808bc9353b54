"""The next chapter is carried out before the rep turns to it, while nobody types, so that turning a page is quick."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

from workbook.chapters.path import CHAPTERS
from workbook.launch.resuming import EVERY_CHAPTER
from workbook.launch.server import Server
from workbook.launch.settings import Home

# Nothing came or went for so long: the rep reads.
QUIET_SECONDS = 1.5
# A kernel that answers no more is not waited for.
LONGEST_SECONDS = 20


@dataclass
class Ahead:
    """The next chapter of one open workbook, to be carried out on its kernel: one, so that pages stay light."""

    home: Home
    server: Server
    kernel: str
    first: Path
    made: list[str] = field(default_factory=list)

    @property
    def next(self) -> str:
        """The chapter after the one that was opened last, "" when it is open or made already, or when there is none.

        Lab opens no chapter twice: what is open follows what is saved by itself.
        """
        seen = [self.first.name, *opened(self.home)]
        following = dict(pairwise(f"{chapter}.ipynb" for chapter in CHAPTERS.values()))
        name = following.get(seen[-1], "")
        return "" if name in (*seen, *self.made) else name

    def step(self) -> None:
        """Carry out the next chapter, if nobody types; leave all others alone when that fails."""
        try:
            if self.next and self._is_quiet():
                self.made.append(self.next)
                self._carry_out(self.first.with_name(self.made[-1]))
        except Exception:  # noqa: BLE001  whatever it was: the page carries out by itself what it finds not alive
            self.made += [f"{chapter}.ipynb" for chapter in CHAPTERS.values()]

    def _is_quiet(self) -> bool:
        kernel: Any = self.server.ask(f"api/kernels/{self.kernel}?no_track_activity=1")
        since = datetime.now(UTC) - datetime.fromisoformat(kernel["last_activity"])
        return kernel["execution_state"] == "idle" and since.total_seconds() >= QUIET_SECONDS

    def _carry_out(self, chapter: Path) -> None:
        from workbook.launch.warm import run_chapter

        with preparing(self.home, chapter.name):
            # Looked at only now, when the server waits: Lab asks what to do about an open file that changes.
            if chapter.name not in opened(self.home):
                run_chapter(self.home, self.server, chapter, self.kernel, seconds=LONGEST_SECONDS)


@contextmanager
def preparing(home: Home, name: str = EVERY_CHAPTER) -> Iterator[None]:
    """Keep the server from handing out a chapter, or all of them, until it is made."""
    home.preparing.write_text(name, encoding="utf-8")
    try:
        yield
    finally:
        home.preparing.unlink(missing_ok=True)


def opened(home: Home) -> list[str]:
    """Return the chapters a page has asked for since the start."""
    return home.opened.read_text(encoding="utf-8").split() if home.opened.exists() else []
