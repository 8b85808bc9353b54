"""Since when the layers of a workbook are confirmed."""

from workbook.book.standing import BEFORE
from workbook.book.workbook import Workbook
from workbook.fiscal import quarters_between


def confirmed_quarters(book: Workbook) -> int:
    """Return how many quarters have passed since the one whose layers were the first to be carried over.

    A quarter that begins confirms the layers the last one ended with; from then on a move needs the rep's yes (R13).
    """
    kept = book.kept(BEFORE)
    return quarters_between(kept[0]["quarter"], book.quarter) if kept else 0
