"""What the server hands out of a participant's folder, and which chapter was the last: the next start begins there."""

import asyncio
import os
import time
from pathlib import Path
from typing import Any

from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager

from workbook.launch.resuming import EVERY_CHAPTER, is_chapter

# A launcher that was killed leaves its mark behind; then the page carries the chapter out by itself.
LONGEST_SECONDS, ROUND_SECONDS = 60, 0.02


class Chapters(AsyncLargeFileManager):  # type: ignore[misc]  # jupyter_server has no types
    """The files of the folder; remembers the name of the chapter that was opened last, in our own state folder."""

    async def get(self, path: str, content: bool = True, **options: Any) -> Any:
        """Return a file or folder as the server's interface wants it; a chapter when its forms are alive."""
        name = path.strip("/")
        if is_chapter(name):
            await _prepared(name)
        found = await super().get(path, content=content, **options)
        if content and is_chapter(name):
            Path(os.environ["WORKBOOK_CHAPTER_RECORD"]).write_text(name, encoding="utf-8")
        return found


async def _prepared(name: str) -> None:
    """Wait while the launcher makes a chapter; meanwhile the browser loads what it needs to show it."""
    # First said, then looked: either the launcher sees that the chapter is open, or it is waited for.
    with Path(os.environ["WORKBOOK_OPENED"]).open("a", encoding="utf-8") as opened:
        opened.write(f"{name}\n")
    patience = time.monotonic() + LONGEST_SECONDS
    while _is_in_the_making(name) and time.monotonic() < patience:
        await asyncio.sleep(ROUND_SECONDS)


def _is_in_the_making(name: str) -> bool:
    try:
        return Path(os.environ["WORKBOOK_PREPARING"]).read_text(encoding="utf-8") in (name, EVERY_CHAPTER)
    except OSError:
        return False
