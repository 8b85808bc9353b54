"""Which row is the header: the first one, or the row below the title in which most names are known."""

from collections.abc import Callable, Sequence

SEARCHED_ROWS = 30

Score = Callable[[Sequence[str]], int]


def find_header(rows: Sequence[Sequence[str]], score: Score) -> int | None:
    """Return the position of the header among the first rows, None if all are blank.

    >>> find_header([["Report"], [], ["id", "name"], ["1", "A"]], lambda row: row.count("id"))
    2
    """
    filled = [position for position, row in enumerate(rows[:SEARCHED_ROWS]) if any(cell.strip() for cell in row)]
    if not filled:
        return None
    best = max(filled, key=lambda position: (score(rows[position]), -position))
    return best if score(rows[best]) > score(rows[filled[0]]) else filled[0]
