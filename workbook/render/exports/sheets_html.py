"""The review sheets as pages: one plan each, with codes in place of names, and the rubric to read it with."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from workbook.render.exports.registry import ExportFile

if TYPE_CHECKING:
    from workbook.book import Workbook

FOLDER = "reviews"


def files(book: "Workbook") -> Iterator[ExportFile]:
    """Yield a sheet for each plan a learning partner reads."""
    from workbook.book.peer_review import review_name, reviewed

    for account_id in reviewed(book):
        yield ExportFile(f"{FOLDER}/{review_name(book, account_id)}.html", partial(_page, book, account_id))


def _page(book: "Workbook", account_id: str) -> bytes:
    from workbook.book.peer_review import review_page_html

    return review_page_html(book, account_id).encode()
