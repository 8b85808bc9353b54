"""Sheets to print: HTML from our own templates, in which every text is escaped, and the page around it."""

from functools import cache
from typing import TYPE_CHECKING, Any

from workbook.resources import resource

if TYPE_CHECKING:
    from jinja2 import Environment

PAGE = "decision_sheet_page.html.j2"
# Points; what a sheet of one page has at first.
SIZE = 10.5


def sheet_html(template: str, **values: Any) -> str:
    """Return a sheet in the language in use."""
    return str(_environment().get_template(template).render(**values))


def page_html(sheet: str, *, title: str, author: str, language: str, size: float = SIZE) -> str:
    """Return a sheet as a page of its own, for a browser to print or for a PDF; ``size`` is its type in points."""
    return sheet_html(PAGE, sheet=sheet, title=title, author=author, language=language, size=size)


@cache
def _environment() -> "Environment":
    # Loaded when a sheet is wanted: a workbook that is only looked up needs no templates.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

    from workbook import look

    environment = Environment(
        loader=FileSystemLoader(resource("templates")),
        autoescape=select_autoescape(enabled_extensions=("html.j2",), default=False),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["look"] = look
    return environment
