"""The quarterly talk sheet as PDF: two pages, however many accounts there are and whatever changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from workbook.i18n import speaking
from workbook.render.exports.registry import ExportFile
from workbook.render.exports.talk_html import talk_file

if TYPE_CHECKING:
    from weasyprint import Document

    from workbook.book import Workbook
    from workbook.book.talk import TalkSheet

PAGES = 2


@dataclass(frozen=True, slots=True)
class Fit:
    """A way to lay the sheet out: size of the type in points, how many groups of changes, sentences in each."""

    size: float
    groups: int
    sentences: int


# From roomy to dense; the roomiest with which everything fits is taken.
FITS = tuple(
    Fit(*each)
    for each in (
        (12, 16, 8), (11, 16, 8), (10, 16, 8), (9.5, 14, 6), (9, 14, 4), (8.5, 14, 3), (8.5, 12, 3), (8.5, 12, 2),
        (8.5, 10, 2), (8, 8, 1),
    )
)  # fmt: skip


def files(book: "Workbook") -> Iterator[ExportFile]:
    """Yield the sheet once there is something to talk about."""
    yield from talk_file(book, "pdf", partial(talk_pdf, book))


def talk_pdf(book: "Workbook") -> bytes:
    """Return the sheet in the language of the workbook: two pages of A4, tagged.

    Raises `PdfUnavailable` where PDF files cannot be drawn.
    """
    from workbook.book.talk import talk_sheet
    from workbook.render.exports.drawing import pdf_of
    from workbook.render.exports.plan_pdf import fitting

    with speaking(book.language):
        return pdf_of(fitting(partial(_lay_out, book, talk_sheet(book)), FITS, PAGES))


def _lay_out(book: "Workbook", sheet: "TalkSheet", fit: Fit, *, must: bool = False) -> "Document":
    from workbook.book.sheets import page_html
    from workbook.book.talk_sheet import talk_html, talk_name, title_of_talk
    from workbook.render.exports.drawing import draw_pages

    html = talk_html(sheet.cut(fit.groups, fit.sentences))
    words = {"title": title_of_talk(), "author": sheet.who, "language": book.language}
    return draw_pages(page_html(html, size=fit.size, **words), f"{talk_name(book)}.pdf")
