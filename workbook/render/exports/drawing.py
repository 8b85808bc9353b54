"""PDF files by WeasyPrint: what they are drawn with, what that may read, and what is said where it is missing."""

import logging
from functools import cache
from typing import TYPE_CHECKING, Any

from workbook import look
from workbook.errors import Place, Problem, ProblemKind, RenderError, Severity
from workbook.i18n import N_
from workbook.resources import resource

if TYPE_CHECKING:
    from weasyprint import Document

PDF_UNAVAILABLE = ProblemKind(
    "pdf_unavailable",
    Severity.ERROR,
    N_("{file} cannot be made: the library Pango, which draws PDF files, is missing."),
    N_("Install it, on Debian with “apt install libpango-1.0-0 libpangoft2-1.0-0”, and try again."),
)


class PdfUnavailable(RenderError):  # noqa: N818  a state of the machine, nobody's error
    """What draws PDF files is missing here; all other files can be made."""


def draw_pages(html: str, name: str) -> "Document":
    """Return a page of HTML laid out on paper, in our typeface; ``name`` is what the file will be called.

    Nothing but our typeface and what the page holds itself is read. Raises `PdfUnavailable` where WeasyPrint cannot be
    loaded.
    """
    weasyprint = _weasyprint(name)
    from weasyprint.text.fonts import FontConfiguration

    reader = _reader()
    fonts = FontConfiguration()
    typeface = look.font_faces(_font_folder())
    sheet = weasyprint.CSS(string=typeface, font_config=fonts, url_fetcher=reader)
    page = weasyprint.HTML(string=html, url_fetcher=reader)
    return page.render(stylesheets=[sheet], font_config=fonts)


def require_drawing(name: str) -> None:
    """Raise `PdfUnavailable` where PDF files cannot be drawn."""
    _weasyprint(name)


def pdf_of(document: "Document") -> bytes:
    """Return laid out pages as PDF: tagged, with bookmarks; title, author and language are those of the page."""
    pdf: bytes = document.write_pdf(pdf_tags=True)
    return pdf


def _weasyprint(name: str) -> Any:
    try:
        import weasyprint
    except (ImportError, OSError) as missing:
        # It draws with Pango, which is no part of Python and is looked for when WeasyPrint is loaded.
        raise PdfUnavailable(Problem(PDF_UNAVAILABLE, Place(file=name), value=str(missing))) from missing
    # Remarks about style sheets are for us, not for people who make workbooks.
    for told in ("weasyprint", "weasyprint.progress", "fontTools"):
        logging.getLogger(told).setLevel(logging.CRITICAL)
    return weasyprint


@cache
def _reader() -> Any:
    from weasyprint.urls import URLFetcher

    class OwnTypeface(URLFetcher):  # type: ignore[misc]  # WeasyPrint publishes no types
        """Reads what a page holds itself and our typeface, nothing else on the disk or in the network."""

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            if not url.startswith(("data:", f"{_font_folder()}/")):
                raise ValueError(url)
            return super().fetch(url, headers)

    return OwnTypeface(allowed_protocols=("data", "file"))


def _font_folder() -> str:
    return resource("templates", "fonts").resolve().as_uri()
