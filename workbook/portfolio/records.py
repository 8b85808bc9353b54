"""Where the records of a delimited text begin and end, found for the whole file at once."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

NOTABLE = 32_767
_NEWLINE, _QUOTE, _BLANK = 10, 34, 32


@dataclass(frozen=True)
class Records:
    """For each record: where it starts, how many fields it has, whether it is blank, its longest cell in bytes.

    ``longest`` is 0 throughout when no record has more than `NOTABLE` bytes.
    """

    starts: npt.NDArray[np.int64]
    fields: npt.NDArray[np.int64]
    blank: npt.NDArray[np.bool_]
    longest: npt.NDArray[np.int64]


def find_records(text: bytes, delimiter: str) -> Records | None:
    """Return the records of a text that ends with a newline, None if its quotation marks are out of order.

    >>> find_records(b'a;b\\n"1;2";3\\n\\n', ";").fields.tolist()
    [2, 2, 1]
    """
    codes = np.frombuffer(text, dtype=np.uint8)
    separators = (codes == _NEWLINE) | (codes == ord(delimiter))
    if b'"' in text:
        if not _quotes_in_order(codes, ord(delimiter)):
            return None
        separators &= ~_inside_quotes(codes)
    return _records(codes, np.flatnonzero(separators), ord(delimiter))


def _quotes_in_order(codes: npt.NDArray[np.uint8], delimiter: int) -> bool:
    """Every opening mark follows a separator, every closing one is followed by one (or belongs to a doubled mark)."""
    quotes = np.flatnonzero(codes == _QUOTE)
    if len(quotes) % 2:
        return False
    around = np.array([_NEWLINE, delimiter, _QUOTE])
    before = codes[np.maximum(quotes[0::2] - 1, 0)]
    after = codes[np.minimum(quotes[1::2] + 1, len(codes) - 1)]
    return bool((np.isin(before, around) | (quotes[0::2] == 0)).all() and np.isin(after, around).all())


def _inside_quotes(codes: npt.NDArray[np.uint8]) -> npt.NDArray[np.bool_]:
    return (np.cumsum(codes == _QUOTE, dtype=np.uint8) & 1).astype(bool)


def _records(codes: npt.NDArray[np.uint8], separators: npt.NDArray[np.int64], delimiter: int) -> Records:
    last_of_record = np.flatnonzero(codes[separators] == _NEWLINE)
    ends = separators[last_of_record]
    starts = np.concatenate(([0], ends[:-1] + 1)).astype(np.int64)
    return Records(
        starts=starts,
        fields=np.diff(last_of_record, prepend=-1).astype(np.int64),
        blank=_blank(codes, starts, ends, delimiter),
        longest=_longest(separators, last_of_record, ends - starts),
    )


def _blank(
    codes: npt.NDArray[np.uint8], starts: npt.NDArray[np.int64], ends: npt.NDArray[np.int64], delimiter: int
) -> npt.NDArray[np.bool_]:
    """Most records show with their first letter that they are not blank; only the others are looked at in full."""
    silent = bytes([*range(_BLANK + 1), _QUOTE, delimiter])
    first = starts + (codes[starts] == _QUOTE)
    blank: npt.NDArray[np.bool_] = np.isin(codes[np.minimum(first, len(codes) - 1)], list(silent))
    for position in np.flatnonzero(blank):
        blank[position] = not codes[starts[position] : ends[position]].tobytes().strip(silent)
    return blank


def _longest(
    separators: npt.NDArray[np.int64], last_of_record: npt.NDArray[np.int64], sizes: npt.NDArray[np.int64]
) -> npt.NDArray[np.int64]:
    """Cells are measured only where some record is long enough to hold a long one."""
    if sizes.max(initial=0) <= NOTABLE:
        return np.zeros(len(last_of_record), dtype=np.int64)
    lengths = np.diff(separators, prepend=-1) - 1
    first_of_record = np.concatenate(([0], last_of_record[:-1] + 1))
    longest: npt.NDArray[np.int64] = np.maximum.reduceat(lengths, first_of_record)
    return longest
