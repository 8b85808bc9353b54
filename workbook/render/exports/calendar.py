"""The calendar of a workbook: all its dates, and where something was cancelled a file that only cancels."""

from collections.abc import Iterator
from functools import partial

from workbook.book import Workbook
from workbook.book.calendar_export import export_calendar
from workbook.render.exports.registry import ExportFile


def files(book: Workbook) -> Iterator[ExportFile]:
    """Yield the calendar and, where something was cancelled, the cancellations."""
    for file in export_calendar(book).files:
        yield ExportFile(file.name, partial(bytes, file.data))
