"""The decision sheet as one page of PDF, to be printed and signed."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from workbook.book import Workbook
from workbook.book.decision_sheet import decision_sheet_html
from workbook.book.sheets import page_html
from workbook.i18n import _, speaking
from workbook.render.exports.drawing import draw_pages, pdf_of
from workbook.render.exports.registry import ExportFile

if TYPE_CHECKING:
    from weasyprint import Document

NAME = "decision-sheet.pdf"
# Points; the first size with which everything fits on one page is taken.
SIZES = (11.5, 10.5, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5)


def files(book: Workbook) -> Iterator[ExportFile]:
    """Yield the decision sheet."""
    yield ExportFile(NAME, partial(decision_sheet_pdf, book))


def decision_sheet_pdf(book: Workbook) -> bytes:
    """Return the decision sheet as PDF in the language of the workbook: one page, tagged, our typeface embedded."""
    with speaking(book.language):
        sheet = decision_sheet_html(book)
        documents = (_laid_out(book, sheet, size) for size in SIZES)
        document = next(document for document in documents if len(document.pages) == 1)
    return pdf_of(document)


def _laid_out(book: Workbook, sheet: str, size: float) -> "Document":
    words = {"title": _("Decision sheet"), "author": book.participant.display_name, "language": book.language}
    return draw_pages(page_html(sheet, size=size, **words), NAME)
