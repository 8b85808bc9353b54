"""The whole workbook as PDF: cover, contents with page numbers, every chapter, lines to write on."""

from workbook.render.exports.drawing import draw_pages, pdf_of
from workbook.render.html import Page, compose_workbook


def workbook_pdf(page: Page, name: str) -> bytes:
    """Return a workbook as PDF: numbered, tagged, with bookmarks, in the language of the page.

    ``name`` is what the file will be called. Raises `PdfUnavailable` where PDF files cannot be drawn.
    """
    return pdf_of(draw_pages(compose_workbook(page, printed=True), name))
