"""The plans of the five as PDF: at most four pages each, and a summary on one."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from workbook.render.exports.drawing import draw_pages, pdf_of
from workbook.render.exports.plan_layout import Fit
from workbook.render.exports.plan_names import named_plans
from workbook.render.exports.plan_page import PlanPages
from workbook.render.exports.registry import ExportFile

if TYPE_CHECKING:
    from weasyprint import Document

    from workbook.book import Workbook

PAGES = 4
# More than the smallest type can hold.
LETTERS_OF_A_PAGE = 11_000
_NOT_SHOWN = re.compile(r"<style>.*?</style>|<[^>]*>", re.S)
# From roomy to dense; the roomiest with which everything fits is taken. Texts are shortened last.
PLAN_FITS = (
    Fit(10.0, room=2.6),
    Fit(9.5, room=2.2),
    Fit(9.0),
    Fit(8.5),
    Fit(8.5, pictures=3),
    Fit(8.0, pictures=3),
    Fit(8.0, 600, 50, 3, width=380),
    Fit(8.0, 600, 50, 1, width=380),
    Fit(7.5, 400, 40, 1, width=380),
    Fit(7.5, 400, 30, 1, deepening=False, width=360),
    Fit(7.5, 240, 30, 1, deepening=False, width=340),
    Fit(7.0, 160, 25, 1, 1.5, deepening=False, width=340),
    Fit(7.0, 110, 25, 1, 1.5, deepening=False, width=300),
    Fit(6.5, 70, 25, 1, 1.2, deepening=False, width=280),
    Fit(6.5, 45, 25, 0, 1.2, deepening=False),
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
        about, begun = plan.account_id, plan.begun
        yield ExportFile(whole, partial(_pdf, pages.whole, PLAN_FITS, PAGES, whole), begun, about)
        yield ExportFile(summary, partial(_pdf, pages.summary, SUMMARY_FITS, 1, summary), begun, about)


def _pdf(page: Callable[[Fit], str], fits: Sequence[Fit], most: int, name: str) -> bytes:
    def lay_out(fit: Fit, *, must: bool = False) -> "Document | None":
        html = page(fit)
        # Laying out thirty pages to find that they are no four takes half a minute.
        return draw_pages(html, name) if must or letters(html) <= most * LETTERS_OF_A_PAGE else None

    return pdf_of(fitting(lay_out, fits, most))


def letters(html: str) -> int:
    """Return how many letters a page of HTML shows.

    >>> letters('<style>p { margin: 0 }</style><p title="not shown">shown</p>')
    5
    """
    return len(_NOT_SHOWN.sub("", html))


def fitting(lay_out: Callable[..., Any], fits: Sequence[Any], most: int) -> "Document":
    """Return pages laid out with the roomiest of the fits, which get denser, that needs at most ``most`` pages.

    ``lay_out`` may return None for what is much too long. What does not even fit with the densest one is cut off after
    ``most`` pages.
    """
    low, high = 0, len(fits) - 1
    found: Document | None = None
    middle = low
    while low < high:
        document = lay_out(fits[middle])
        if document and len(document.pages) <= most:
            high, found = middle, document
        else:
            low = middle + 1
        middle = (low + high) // 2
    return _cut_off(found or lay_out(fits[high], must=True), most)


def _cut_off(document: "Document", most: int) -> "Document":
    return document if len(document.pages) <= most else document.copy(document.pages[:most])
