"""Where a chapter is shown: alive, in a kernel that keeps running, or printed on a page."""

import os

STATIC = "WORKBOOK_STATIC"


def is_static() -> bool:
    """Return whether chapters are only to be printed, as while a workbook is rendered.

    >>> is_static()
    False
    """
    return bool(os.environ.get(STATIC))
