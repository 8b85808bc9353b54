"""Where a chapter is shown: alive, in a kernel that keeps running, or printed on a page."""

import os

STATIC, HANDOUT = "WORKBOOK_STATIC", "WORKBOOK_HANDOUT"


def is_static() -> bool:
    """Return whether chapters are only to be printed, as while a workbook is rendered.

    >>> is_static()
    False
    """
    return bool(os.environ.get(STATIC))


def is_handout() -> bool:
    """Return whether everything is wanted with room for a pen, as trainers hand it out (`render --blank`)."""
    return bool(os.environ.get(HANDOUT))
