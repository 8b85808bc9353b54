"""Writing files so that a reader sees the old text or the new one, never half of it; and their hashes."""

import hashlib
from pathlib import Path

from workbook.book.files import write_whole

__all__ = ["sha256", "write_whole"]


def sha256(path: Path) -> str:
    """Return the hash of a file's content."""
    with path.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()
