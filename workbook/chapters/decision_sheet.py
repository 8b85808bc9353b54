"""The decision sheet (Entscheidungsblatt) in the chapter: the five with their reasons on one page, to be signed."""

from markupsafe import Markup

from workbook.book import Workbook
from workbook.book.decision_sheet import decision_sheet_html
from workbook.chapters.panels import Panel


def sheet_panel(book: Workbook) -> Panel:
    """Return the decision sheet as it stands now."""
    return Panel(Markup(decision_sheet_html(book)))  # noqa: S704  the template escapes every text
