"""Since when the layers of a workbook are confirmed."""

from workbook.book.named import TIERING
from workbook.book.workbook import Workbook
from workbook.fiscal import quarters_between


def confirmed_quarters(book: Workbook) -> int:
    """Return how many quarters have passed since the rep first confirmed layers, by a decision about them."""
    decided = book._store.quarters(TIERING)
    return quarters_between(decided[0], book.quarter) if decided else 0
