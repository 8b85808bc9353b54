"""What the server hands out of a participant's folder, and which chapter was the last: the next start begins there."""

import os
from pathlib import Path
from typing import Any

from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager

from workbook.launch.resuming import is_chapter


class Chapters(AsyncLargeFileManager):  # type: ignore[misc]  # jupyter_server has no types
    """The files of the folder; remembers the name of the chapter that was opened last, in our own state folder."""

    async def get(self, path: str, content: bool = True, **options: Any) -> Any:
        """Return a file or folder as the server's interface wants it."""
        found = await super().get(path, content=content, **options)
        name = path.strip("/")
        if content and is_chapter(name):
            Path(os.environ["WORKBOOK_CHAPTER_RECORD"]).write_text(name, encoding="utf-8")
        return found
