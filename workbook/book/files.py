"""Files a rep takes along from the workbook: what they are called, and writing them whole."""

import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class File:
    """One finished file; ``media`` is its media type."""

    name: str
    data: bytes
    media: str


def write_files(files: Iterable[File], folder: Path) -> tuple[Path, ...]:
    """Write files into a folder, each whole or not at all and readable by its owner only (0600); return their paths."""
    paths = []
    for file in files:
        write_whole(folder / file.name, file.data)
        paths.append(folder / file.name)
    return tuple(paths)


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file through a temporary neighbour and one rename; nothing stays behind when it fails."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as target:
            target.write(data)
            target.flush()
            os.fsync(target.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
