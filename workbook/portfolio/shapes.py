"""How numbers are written, decided for a whole column of different texts at once."""

import re
from collections.abc import Sequence
from enum import IntEnum

import numpy as np
import numpy.typing as npt

_DE_GROUPED = re.compile(r"[+-]?(?:\d{1,3}(?:\.\d{3})+(?:,\d*)?)")
_EN_GROUPED = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+(?:\.\d*)?)")
_DOT, _COMMA, _ZERO, _NEWLINE = 46, 44, 48, 10


class Shape(IntEnum):
    """What the writing of one number proves."""

    EMPTY = 0
    PLAIN = 1
    GERMAN = 2
    ENGLISH = 3
    DOT_AND_THREE = 4
    COMMA_AND_THREE = 5
    OTHER = 6


def shapes_of(values: Sequence[str]) -> npt.NDArray[np.int8]:
    """Return the shape of each text.

    >>> [Shape(shape).name for shape in shapes_of(["12", "1.234,5", "1,234.5", "1.234", "0,123", "1,23,4", "a"])]
    ['PLAIN', 'GERMAN', 'ENGLISH', 'DOT_AND_THREE', 'GERMAN', 'OTHER', 'OTHER']
    """
    if not len(values):
        return np.zeros(0, dtype=np.int8)
    counted = _Counted(values)
    shapes = np.full(len(values), Shape.OTHER, dtype=np.int8)
    shapes[counted.length == 0] = Shape.EMPTY
    number = (counted.others == 0) & (counted.digits > 0)
    shapes[number & (counted.separators == 0)] = Shape.PLAIN
    single = number & (counted.separators == 1)
    for sign, decimal, grouped in (
        (_DOT, Shape.ENGLISH, Shape.DOT_AND_THREE),
        (_COMMA, Shape.GERMAN, Shape.COMMA_AND_THREE),
    ):
        here = single & (counted.last_sign == sign)
        shapes[here & ~counted.three_behind] = decimal
        shapes[here & counted.three_behind] = grouped
    for position in np.flatnonzero(number & (counted.separators > 1)):
        shapes[position] = _grouped_shape(values[int(position)])
    return shapes


def _grouped_shape(text: str) -> Shape:
    if _DE_GROUPED.fullmatch(text):
        return Shape.GERMAN
    return Shape.ENGLISH if _EN_GROUPED.fullmatch(text) else Shape.OTHER


class _Counted:
    """Digits, separators and other signs of each text, counted over all texts in one pass."""

    def __init__(self, values: Sequence[str]) -> None:
        joined = "\n".join(values) + "\n"
        if joined.count("\n") != len(values):
            joined = "\n".join(value.replace("\n", " ") for value in values) + "\n"
        codes = np.frombuffer(joined.encode("utf-8", "replace"), dtype=np.uint8)
        ends = np.flatnonzero(codes == _NEWLINE)
        starts = np.concatenate(([0], ends[:-1] + 1))
        separator = (codes == _DOT) | (codes == _COMMA)
        signed = np.isin(codes[starts], (43, 45)).astype(np.int64)
        self.length = ends - starts
        self.digits = np.add.reduceat((codes >= _ZERO) & (codes <= 57), starts, dtype=np.int64)
        self.separators = np.add.reduceat(separator, starts, dtype=np.int64)
        self.others = self.length - self.digits - self.separators - signed
        last = np.maximum.reduceat(np.where(separator, np.arange(len(codes)), 0), starts)
        self.last_sign = codes[last]
        leading = last - starts - signed
        first_digit = codes[np.minimum(starts + signed, len(codes) - 1)]
        self.three_behind = (ends - last == 4) & (leading >= 1) & (leading <= 3) & (first_digit != _ZERO)
