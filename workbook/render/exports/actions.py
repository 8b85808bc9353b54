"""All actions and dates of a workbook as a spreadsheet."""

from collections.abc import Iterator
from functools import partial

from workbook.book import Workbook
from workbook.book.action_list import NAME, action_list
from workbook.render.exports.registry import ExportFile


def files(book: Workbook) -> Iterator[ExportFile]:
    """Yield the list of actions."""
    yield ExportFile(NAME, partial(action_list, book))
