"""The personal summary on one page whatever people write, and the review sheets, as PDF."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from workbook.i18n import speaking
from workbook.render.exports.registry import ExportFile
from workbook.render.exports.sheets_html import FOLDER

if TYPE_CHECKING:
    from workbook.book import Workbook

SUMMARY = "my-focus.pdf"


def files(book: "Workbook") -> Iterator[ExportFile]:
    """Yield the summary once something is written, then a sheet for each plan a learning partner reads."""
    from workbook.book.peer_review import review_name, reviewed

    # A summary of nothing is no help, not even on a handout.
    if book.drafts():
        yield ExportFile(SUMMARY, partial(summary_pdf, book))
    for account_id in reviewed(book):
        yield ExportFile(f"{FOLDER}/{review_name(book, account_id)}.pdf", partial(review_pdf, book, account_id))


def summary_pdf(book: "Workbook") -> bytes:
    """Return the personal summary in the language of the workbook: one page of A4, tagged.

    Raises `PdfUnavailable` where PDF files cannot be drawn.
    """
    from workbook.book.personal_summary import personal_summary_html, title_of_summary
    from workbook.book.sheets import page_html
    from workbook.render.exports.decision_sheet import SIZES
    from workbook.render.exports.drawing import draw_pages, pdf_of

    with speaking(book.language):
        sheet = personal_summary_html(book)
        words = {"title": title_of_summary(), "author": book.participant.display_name, "language": book.language}
        documents = (draw_pages(page_html(sheet, size=size, **words), SUMMARY) for size in SIZES)
        return pdf_of(next(document for document in documents if len(document.pages) == 1))


def review_pdf(book: "Workbook", account_id: str) -> bytes:
    """Return a review sheet in the language of the workbook; raises `PdfUnavailable` where it cannot be drawn."""
    from workbook.book.peer_review import review_name, review_page_html
    from workbook.render.exports.drawing import draw_pages, pdf_of

    with speaking(book.language):
        return pdf_of(draw_pages(review_page_html(book, account_id), f"{review_name(book, account_id)}.pdf"))
