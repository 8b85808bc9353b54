"""The pictures of an account plan on a page of the workbook, one below the other."""

from datetime import date

from markupsafe import Markup

from workbook.chapters.panels import Panel
from workbook.charts.plan_pictures import pictures_of
from workbook.plan.section import Section
from workbook.plan.whole_plan import Drafts


def part_pictures(part: type[Section], drafts: Drafts, today: date, currency: str) -> Panel:
    """Return the pictures of one part of a plan, one below the other; nothing while there is nothing to see."""
    pictures = pictures_of(part, drafts, today, currency)
    html = (Markup(each._repr_html_()) for each in pictures)  # noqa: S704  escaped there
    return Panel(Markup("").join(html))
