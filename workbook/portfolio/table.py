"""A table of text: what every export is turned into before anything is understood."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

Texts = npt.NDArray[np.object_]
Mask = npt.NDArray[np.bool_]
Rows = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Cells:
    """One column: the text of each data row, and whether Excel stored it as a number or date.

    A stored number reads as in Python ("1234.5"), a stored date as ISO ("2026-12-31"): no locale is needed for them.
    """

    text: Texts
    stored: Mask

    def __getitem__(self, chosen: Any) -> "Cells":
        return Cells(self.text[chosen], self.stored[chosen])

    def __len__(self) -> int:
        return len(self.text)


@dataclass(frozen=True)
class Table:
    """The header and the rows below it that are not blank; ``rows`` holds their numbers as Excel shows them."""

    headers: tuple[str, ...]
    header_row: int
    rows: Rows
    read: Callable[[Sequence[int]], list[Cells]] = field(repr=False)
    encoding: str | None = None
    delimiter: str | None = None
    epoch_1904: bool = False
    unusable: int = 0

    @property
    def rows_read(self) -> int:
        """The rows with content, also those that do not fit the header."""
        return len(self.rows) + self.unusable

    def column(self, position: int) -> Cells:
        """Return one column."""
        return self.read([position])[0]


def texts(values: Sequence[Any]) -> Texts:
    """Return an array of Python strings (and NA)."""
    array = np.empty(len(values), dtype=object)
    array[:] = list(values)
    return array


def plain(values: Sequence[str]) -> Cells:
    """Return cells that came as text."""
    return Cells(texts(values), np.zeros(len(values), dtype=bool))
