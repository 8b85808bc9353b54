"""A column of amounts before its number style is known: each different text once, with what its writing proves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from workbook.portfolio.shapes import Shape, shapes_of
from workbook.portfolio.spelling import Spelling, spelling_of
from workbook.portfolio.table import Cells, Mask, Numbers, NumberTexts, Rows
from workbook.portfolio.units import Unit
from workbook.portfolio.vocabulary import stripped


@dataclass(frozen=True)
class AmountColumn:
    """A column of amounts: its field, position and cells, factorized, with the shape of each different text."""

    field: str
    column: int
    rows: Rows
    codes: npt.NDArray[np.int64]
    cores: Sequence[str]
    shapes: npt.NDArray[np.int8]
    stored: Mask
    texts: Sequence[str]
    unit: Unit
    spellings: dict[int, Spelling]
    numbers: Numbers | None = None

    def first(self, chosen: Mask) -> tuple[int, int, str] | None:
        """Return row, column and text of the first cell whose text is among the chosen ones."""
        hits = np.flatnonzero(chosen[self.codes])
        if not len(hits):
            return None
        return int(self.rows[hits[0]]), self.column, self.texts[self.codes[hits[0]]]

    def all(self, chosen: Mask) -> Iterable[tuple[tuple[int, int], str]]:
        """Yield place and text of every cell whose text is among the chosen ones."""
        for hit in np.flatnonzero(chosen[self.codes]):
            yield (int(self.rows[hit]), self.column), self.texts[self.codes[hit]]


def amount_column(name: str, position: tuple[int, Unit], cells: Cells, rows: Rows) -> AmountColumn:
    """Return a column of amounts ready for reading; ``position`` is its place and the unit its header names."""
    if cells.numbers is not None:
        return _stored_column(name, position, cells.numbers, rows)
    column, unit = position
    codes, texts, stored = _different(cells)
    cores, spellings = list(texts), {}
    shapes = shapes_of(texts)
    for odd in np.flatnonzero(shapes == Shape.OTHER):
        spellings[int(odd)] = spelling_of(texts[odd])
        cores[odd] = spellings[int(odd)].core
    if spellings:
        shapes[list(spellings)] = shapes_of([cores[odd] for odd in spellings])
    return AmountColumn(name, column, rows, codes.astype(np.int64), cores, shapes, stored, texts, unit, spellings)


def _stored_column(name: str, position: tuple[int, Unit], numbers: Numbers, rows: Rows) -> AmountColumn:
    """Numbers that Excel stored need no reading: nothing about their writing is to be proved."""
    column, unit = position
    codes, texts = np.arange(len(numbers)), NumberTexts(numbers)
    shapes, stored = np.full(len(numbers), Shape.ENGLISH, dtype=np.int8), np.ones(len(numbers), dtype=bool)
    return AmountColumn(name, column, rows, codes, texts, shapes, stored, texts, unit, {}, numbers)


def _different(cells: Cells) -> tuple[npt.NDArray[np.intp], list[str], Mask]:
    """Return the code of each cell, the different texts, and which of them are stored numbers.

    A stored number and a typed text are told apart even when they look alike.
    """
    if cells.stored.any() and not cells.stored.all():
        stored_codes, stored_texts = pd.factorize(cells.text[cells.stored])
        typed_codes, typed_texts = pd.factorize(cells.text[~cells.stored])
        codes = np.empty(len(cells), dtype=np.intp)
        codes[cells.stored], codes[~cells.stored] = stored_codes, typed_codes + len(stored_texts)
        texts = [text.strip() for text in (*stored_texts, *typed_texts)]
        return codes, texts, np.arange(len(texts)) < len(stored_texts)
    codes, uniques = pd.factorize(cells.text)
    stored = np.full(len(uniques), bool(cells.stored.any()))
    return codes, stripped(uniques.tolist()), stored
