"""The personal summary and the review sheets as PDF: the summary on one page, whatever people write."""

from workbook.book import Workbook
from workbook.book.files import File
from workbook.book.peer_review import review_name, review_page_html, reviewable
from workbook.book.personal_summary import personal_summary_html, title_of_summary
from workbook.book.sheets import page_html
from workbook.i18n import speaking
from workbook.render.exports.decision_sheet import SIZES
from workbook.render.exports.drawing import draw_pages, pdf_of

SUMMARY_NAME = "my-focus.pdf"
MEDIA = "application/pdf"


def summary_file(book: Workbook) -> File:
    """Return the personal summary in the language of the workbook: one page of A4, tagged.

    Raises `PdfUnavailable` where PDF files cannot be drawn.
    """
    with speaking(book.language):
        sheet = personal_summary_html(book)
        words = {"title": title_of_summary(), "author": book.participant.display_name, "language": book.language}
        documents = (draw_pages(page_html(sheet, size=size, **words), SUMMARY_NAME) for size in SIZES)
        document = next(document for document in documents if len(document.pages) == 1)
    return File(SUMMARY_NAME, pdf_of(document), MEDIA)


def review_files(book: Workbook) -> tuple[File, ...]:
    """Return a review sheet for every plan that was begun, as page and as PDF, with codes in place of names."""
    with speaking(book.language):
        pages = {review_name(book, each): review_page_html(book, each) for each in reviewable(book)}
        made = [(name, page, pdf_of(draw_pages(page, f"{name}.pdf"))) for name, page in pages.items()]
    as_pages = [File(f"{name}.html", page.encode(), "text/html") for name, page, _pdf in made]
    return (*as_pages, *(File(f"{name}.pdf", pdf, MEDIA) for name, _page, pdf in made))
