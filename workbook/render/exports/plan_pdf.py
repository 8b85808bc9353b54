"""The plans of the five as PDF: at most four pages each, and a summary on one."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from workbook.render.exports.drawing import draw_pages, pdf_of
from workbook.render.exports.plan_layout import Fit
from workbook.render.exports.plan_names import named_plans
from workbook.render.exports.plan_page import PlanPages
from workbook.render.exports.registry import ExportFile

if TYPE_CHECKING:
    from weasyprint import Document

    from workbook.book import Workbook

PAGES = 4
# From roomy to dense; the roomiest with which everything fits is taken. Texts are shortened last.
PLAN_FITS = (
    Fit(10.0, room=2.6),
    Fit(9.5, room=2.2),
    Fit(9.0),
    Fit(8.5),
    Fit(8.5, pictures=1),
    Fit(8.0, pictures=1),
    Fit(8.0, 600, 50, 1, width=380),
    Fit(7.5, 300, 40, 1, width=380),
    Fit(7.5, 200, 30, 1, deepening=False, width=360),
    Fit(7.5, 110, 25, 1, deepening=False, width=330),
    Fit(7.0, 70, 25, 1, 1.5, deepening=False, width=300),
    Fit(6.5, 45, 25, 1, 1.2, deepening=False, width=280),
)
SUMMARY_FITS = (
    Fit(11.0, room=2.6),
    Fit(10.5, room=2.2),
    Fit(10.0),
    Fit(9.5),
    Fit(9.0, 400),
    Fit(9.0, 200),
    Fit(8.5, 120),
    Fit(8.0, 70),
    Fit(7.0, 50),
)


def files(book: "Workbook") -> Iterator[ExportFile]:
    """Yield two PDF files per account: the plan, and its summary on one page."""
    for name, plan in named_plans(book):
        pages = PlanPages(plan, printed=True)
        whole, summary = f"{name}-plan.pdf", f"{name}-one-pager.pdf"
        yield ExportFile(whole, partial(_pdf, pages.whole, PLAN_FITS, PAGES, whole))
        yield ExportFile(summary, partial(_pdf, pages.summary, SUMMARY_FITS, 1, summary))


def _pdf(page: Callable[[Fit], str], fits: Sequence[Fit], most: int, name: str) -> bytes:
    return pdf_of(fitting(lambda fit: draw_pages(page(fit), name), fits, most))


def fitting(lay_out: "Callable[[Fit], Document]", fits: Sequence[Fit], most: int) -> "Document":
    """Return pages laid out with the roomiest of the fits, which get denser, that needs at most ``most`` pages.

    What does not even fit with the densest one is cut off after ``most`` pages.
    """
    roomiest = lay_out(fits[0])
    if len(roomiest.pages) <= most:
        return roomiest
    low, high = 1, len(fits) - 1
    found: Document | None = None
    while low < high:
        middle = (low + high) // 2
        document = lay_out(fits[middle])
        if len(document.pages) <= most:
            high, found = middle, document
        else:
            low = middle + 1
    return _cut_off(found or lay_out(fits[high]), most)


def _cut_off(document: "Document", most: int) -> "Document":
    return document if len(document.pages) <= most else document.copy(document.pages[:most])
