"""A table of text: what every export is turned into before anything is understood."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

Texts = npt.NDArray[np.object_]
Mask = npt.NDArray[np.bool_]
Rows = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Cells:
    """One column: the text of each data row, and whether Excel stored it as a number or date.

    A stored number reads as in Python ("1234.5"), a stored date as ISO ("2026-12-31"): no locale is needed for them.
    A column that holds nothing but stored numbers has ``numbers``; its texts are written when somebody wants them.
    """

    given: Texts | None = field(repr=False)
    stored: Mask
    numbers: Numbers | None = None

    @cached_property
    def text(self) -> Texts:
        """The text of each cell."""
        return texts(NumberTexts(self.numbers)) if self.given is None else self.given

    def __getitem__(self, chosen: Any) -> "Cells":
        given = None if self.given is None else self.given[chosen]
        return Cells(given, self.stored[chosen], None if self.numbers is None else self.numbers[chosen])

    def __len__(self) -> int:
        return len(self.stored)


class NumberTexts(Sequence[str]):
    """Stored numbers as texts, each written when it is looked at.

    >>> list(NumberTexts(np.array([1234.0, 0.5, 1e22])))
    ['1234', '0.5', '10000000000000000000000']
    """

    def __init__(self, numbers: Numbers | None) -> None:
        self._numbers: list[float] = [] if numbers is None else numbers.tolist()

    def __len__(self) -> int:
        return len(self._numbers)

    def __getitem__(self, place: Any) -> Any:
        return number_text(self._numbers[place])


def number_text(value: float) -> str:
    """Return a number as it is written in Python, a whole one with all its digits and without a point."""
    text = repr(value)
    return text[:-2] if text.endswith(".0") else (str(int(value)) if value.is_integer() else text)


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
