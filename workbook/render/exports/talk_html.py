"""The quarterly talk sheet as a page."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from workbook.render.exports.registry import ExportFile

if TYPE_CHECKING:
    from workbook.book import Workbook

TALK = "talk"


def files(book: "Workbook") -> Iterator[ExportFile]:
    """Yield the sheet once there is something to talk about."""
    yield from talk_file(book, "html", partial(_page, book))


def talk_file(book: "Workbook", ending: str, make: Callable[[], bytes]) -> Iterator[ExportFile]:
    """Yield a file about the talk once there is something to talk about; it is held until the rep releases it."""
    from workbook.book.talk import has_talk, is_released
    from workbook.book.talk_sheet import talk_name

    if has_talk(book):
        yield ExportFile(f"{talk_name(book)}.{ending}", make, about=TALK, held=not is_released(book))


def _page(book: "Workbook") -> bytes:
    from workbook.book.talk_sheet import talk_page_html

    return talk_page_html(book).encode()
