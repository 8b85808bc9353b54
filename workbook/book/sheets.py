"""The page around a sheet to print: for a browser, or for a PDF."""

from workbook.templating import render_template

PAGE = "decision_sheet_page.html.j2"
# Points; what a sheet of one page has at first.
SIZE = 10.5


def page_html(sheet: str, *, title: str, author: str, language: str, size: float = SIZE) -> str:
    """Return a sheet as a page of its own, for a browser to print or for a PDF; ``size`` is its type in points."""
    return render_template(PAGE, sheet=sheet, title=title, author=author, language=language, size=size)
