"""Where pages end: a heading is never the last line of a page nor all that is on one, wherever it falls."""

import io

import pytest
from pypdf import PdfReader

from workbook.render.exports.workbook_pdf import workbook_pdf
from workbook.render.html import Chapter, Page

FIELD = (
    '<div class="wb-field wb-short"><dt class="wb-label">Label</dt>'
    '<dd class="wb-answer">An answer of this person</dd></div>'
)
ITEM = (
    '<li class="wb-item"><p class="wb-item-heading">1 Name</p>'
    '<dl class="wb-fields">{fields}<div style="height:{more}mm"></div></dl></li>'
)
EXAMPLE = (
    '<div class="wb-output wb-example"><div style="height:{before}mm">Before</div><div class="wb-card">'
    '<p>First.</p><div style="break-before:{start}"></div><p><strong>Heading of answers</strong></p>'
    '<section class="wb-twin"><dl class="wb-fields"><div class="wb-field"><dt class="wb-label">People</dt>'
    '<dd class="wb-answer wb-list"><ol class="wb-items">{items}</ol></dd></div></dl></section></div></div>'
)


def _example(before: int, *, count: int = 3, more: int = 0, start: str = "auto") -> str:
    items = ITEM.format(fields=FIELD * 3, more=0) * (count - 1) + ITEM.format(fields=FIELD * 3, more=more)
    return EXAMPLE.format(before=before, items=items, start=start)


def _pages(bodies: list[str]) -> list[str]:
    """Return the words of each page after the contents; each body begins a page."""
    chapters = [Chapter(f"c{number}", str(number), "Part", None, body) for number, body in enumerate(bodies)]
    pdf = PdfReader(io.BytesIO(workbook_pdf(Page("en", "Workbook", "A", "Cohort", "2026", chapters), "workbook.pdf")))
    return [" ".join(page.extract_text().split()) for page in pdf.pages[2:]]


def _with_heading(pages: list[str]) -> list[str]:
    return [words.partition("Heading of answers")[2] for words in pages if "Heading of answers" in words]


@pytest.mark.slow
def test_a_heading_is_followed_by_its_answers() -> None:
    """Wherever a page ends, the first answer stands on the page of the heading and of the name above it."""
    pages = _with_heading(_pages([_example(before) for before in range(150, 232, 3)]))
    assert len(pages) == 28
    assert all("People 1 Name Label An answer" in words for words in pages)


@pytest.mark.slow
def test_answers_as_long_as_a_page_begin_below_their_heading() -> None:
    """A list that would just fit on a page of its own is not carried there: its heading would stand alone."""
    pages = _with_heading(_pages([_example(0, count=6, more=more, start="page") for more in range(0, 60, 3)]))
    assert len(pages) == 20
    assert all("An answer" in words for words in pages)


@pytest.mark.slow
def test_an_example_longer_than_the_page_begins_on_it() -> None:
    """What begins in the middle of a page fills it, whatever margin its last line has."""
    rows = "".join(f"<tr><td>Line {number}</td></tr>" for number in range(12))
    table = f'<div class="wb-wide"><table class="wb-table">{rows}</table></div>'
    body = f'<div style="height:{{before}}mm">Before</div><div class="wb-output wb-example">{table}</div>'
    pages = _pages([body.format(before=before) for before in range(120, 176, 4)])
    assert all("Line 0" in words for words in pages if "Before" in words)
