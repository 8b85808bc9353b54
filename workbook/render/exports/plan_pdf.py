"""The plans of the five as PDF: at most four pages each, and a summary on one."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from workbook.book.account_plan import AccountPlan
from workbook.render.exports.drawing import draw_pages, pdf_of
from workbook.render.exports.plan_layout import Fit
from workbook.render.exports.plan_names import named_plans
from workbook.render.exports.plan_page import plan_html, summary_html
from workbook.render.exports.registry import ExportFile

if TYPE_CHECKING:
    from weasyprint import Document

    from workbook.book import Workbook

PAGES = 4
# From roomy to dense; the first with which everything fits is taken.
PLAN_FITS = (
    Fit(9.5),
    Fit(9.0, 600, 40),
    Fit(9.0, 400, 30, 1),
    Fit(8.5, 260, 25, 1),
    Fit(8.0, 160, 25, 1),
    Fit(7.5, 100, 16, 1),
    Fit(7.0, 60, 12, 1),
)
SUMMARY_FITS = (Fit(10.5, 400), Fit(10.0, 260), Fit(9.5, 180), Fit(9.0, 130), Fit(8.5, 100), Fit(8.0, 70), Fit(7.0, 50))

Page = Callable[..., str]


def files(book: "Workbook") -> Iterator[ExportFile]:
    """Yield two PDF files per account: the plan, and its summary on one page."""
    for name, plan in named_plans(book):
        plan_name, summary_name = f"{name}-plan.pdf", f"{name}-one-pager.pdf"
        yield ExportFile(plan_name, partial(_fitting, plan_html, plan, PLAN_FITS, PAGES, plan_name))
        yield ExportFile(summary_name, partial(_fitting, summary_html, plan, SUMMARY_FITS, 1, summary_name))


def _fitting(page: Page, plan: AccountPlan, fits: Sequence[Fit], most: int, name: str) -> bytes:
    """Return the page as PDF with the roomiest fit that needs at most ``most`` pages of A4."""
    documents: Iterator[Document] = (draw_pages(page(plan, fit, printed=True), name) for fit in fits)
    return pdf_of(next(each for each in documents if len(each.pages) <= most))
