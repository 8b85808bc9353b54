"""Projector mode: while others look on, every customer and person has a code, and forms are shown to read only.

It is a state of the kernel, so that every chapter and every page is in it; a new start shows names again.
"""

import os

from workbook.book import Workbook
from workbook.medium import STATIC

HIDDEN = "WORKBOOK_NAMES_HIDDEN"


def names_are_hidden() -> bool:
    """Return whether names are hidden at the moment."""
    return bool(os.environ.get(HIDDEN))


def hide_names(hide: bool) -> None:
    """Hide or show the names of every chapter that is carried out from now on; hidden forms are printed, not alive."""
    for name in (HIDDEN, STATIC):
        if hide:
            os.environ[name] = "1"
        else:
            os.environ.pop(name, None)


def as_shown(book: Workbook) -> Workbook:
    """Return a workbook as it may be shown now."""
    return book.hidden() if names_are_hidden() else book
