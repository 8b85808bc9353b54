"""The plans of the five as pages of HTML that need nothing else: no script, no network, no other file."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from workbook.render.exports.plan_names import named_plans
from workbook.render.exports.registry import ExportFile

if TYPE_CHECKING:
    from workbook.book import Workbook
    from workbook.book.account_plan import AccountPlan


def files(book: "Workbook") -> Iterator[ExportFile]:
    """Yield two pages per account: the plan, and its summary on one page."""
    for name, plan in named_plans(book):
        about, begun = plan.account_id, plan.begun
        yield ExportFile(f"{name}-plan.html", partial(_plan, plan), begun, about)
        yield ExportFile(f"{name}-one-pager.html", partial(_summary, plan), begun, about)


def _plan(plan: "AccountPlan") -> bytes:
    from workbook.render.exports.plan_page import PlanPages

    return PlanPages(plan).whole().encode()


def _summary(plan: "AccountPlan") -> bytes:
    from workbook.render.exports.plan_page import PlanPages

    return PlanPages(plan).summary().encode()
