"""Chapters are carried out before the rep turns to them, while nobody types, so that turning a page is quick."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
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
    """The chapters of one open workbook that are still to be carried out on its kernel."""

    home: Home
    server: Server
    kernel: str
    waiting: list[Path]

    @classmethod
    def after(cls, first: Path, home: Home, server: Server, kernel: str) -> "Ahead":
        """Return all chapters but the first; those that follow it come before those ahead of it.

        >>> [each.name for each in Ahead.after(Path("07_commitment.ipynb"), None, None, "").waiting[:2]]
        ['08_quarterly_review.ipynb', '00_start.ipynb']
        """
        names = [first.with_name(f"{chapter}.ipynb") for chapter in CHAPTERS.values()]
        place = names.index(first)
        return cls(home, server, kernel, names[place + 1 :] + names[:place])

    def step(self) -> None:
        """Carry out the next chapter, if nobody types; leave the rest alone when that fails."""
        try:
            if self.waiting and self._is_quiet():
                self._carry_out(self.waiting.pop(0))
        except Exception:  # noqa: BLE001  whatever it was: the page carries out by itself what it finds not alive
            self.waiting.clear()

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
