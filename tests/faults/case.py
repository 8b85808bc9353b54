"""One bad input: how the file is made, and every problem that is to be said about it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Expected = tuple[str, str, int | None, str | None]
"""Severity (E, Q, W), code, row as in Excel, column letter."""


@dataclass(frozen=True, eq=False)
class Case:
    """A file of the corpus; ``accounts`` is how many accounts come of it (None = an error stops it).

    ``content`` is the bytes of the file, or a function that makes it in a folder and returns its path. ``lines`` is
    the text of a transactions file. ``revenue`` is what one account must have: {id: cents of 2025}; ``facts`` are
    other values: {id: {field: value}}. ``says`` are words that must occur in the English messages.
    """

    number: str
    title: str
    content: bytes | Callable[[Path], Path]
    problems: tuple[Expected, ...] = ()
    accounts: int | None = None
    name: str = "accounts.csv"
    options: Mapping[str, Any] = field(default_factory=dict)
    lines: str | None = None
    revenue: Mapping[str, int | None] = field(default_factory=dict)
    facts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    says: tuple[str, ...] = ()

    def make(self, folder: Path) -> tuple[Path, Path | None]:
        """Write the files into a folder."""
        if callable(self.content):
            path = self.content(folder)
        else:
            path = folder / self.name
            path.write_bytes(self.content)
        if self.lines is None:
            return path, None
        (folder / "lines.csv").write_text(self.lines, encoding="utf-8")
        return path, folder / "lines.csv"


def table(*rows: str, header: str = "id;name;revenue_2025", encoding: str = "utf-8") -> bytes:
    """Return a small list of accounts."""
    return "".join(f"{row}\n" for row in (header, *rows)).encode(encoding)


def amounts(*texts: str) -> bytes:
    """Return a list with one account for each amount: A1, A2, ... from row 2 on."""
    return table(*(f"A{number};Adler {number};{text}" for number, text in enumerate(texts, start=1)))


def dates(*texts: str) -> str:
    """Return transactions of account A1, one for each date."""
    return "".join(["customer id;date;amount\n", *(f"A1;{text};100\n" for text in texts)])
