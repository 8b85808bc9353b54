"""The PDF read back: pages, contents, header, bookmarks, language, what stays together."""

import io
import logging
import sys
from typing import Any

import pytest
from pypdf import PdfReader

from workbook.render.exports.drawing import PdfUnavailable, draw_pages
from workbook.render.exports.workbook_pdf import workbook_pdf
from workbook.render.html import Chapter, Page

FILLER = "<p>Nothing of weight.</p>"
PICTURE = (
    '<figure class="wb-picture"><img alt="" src="data:image/svg+xml;utf8,'
    "&lt;svg xmlns='http://www.w3.org/2000/svg' width='400' height='260'/&gt;\">"
    "<figcaption>Caption {number}.</figcaption></figure>"
)
TWIN = '<div class="wb-cell wb-transfer"><section class="wb-twin"><dl class="wb-fields">{fields}</dl></section></div>'
FIELD = (
    '<div class="wb-field"><dt class="wb-label">{label}</dt>'
    '<dd class="wb-answer"><span class="wb-blank wb-long"></span></dd></div>'
)


def _pictures() -> str:
    # Other amounts of text before each, so that some would stand at the end of a page.
    return "".join(
        FILLER * (9 + number % 7)
        + f'<div class="wb-cell"><h3>Picture {number}.</h3><p>It shows what you wrote.</p></div>'
        + f'<div class="wb-output">{PICTURE.format(number=number)}</div>'
        for number in range(12)
    )


def _page(language: str) -> Page:
    form = TWIN.format(fields=FIELD.format(label="When-field") + FIELD.format(label="Then-field"))
    chapters = [
        Chapter("00_start", "0", "Beginning", 10, _pictures()),
        Chapter("01_next", "1", "A & <i>B</i>", 20, "<h3>Form</h3>" + FILLER * 30 + "<p>Your turn.</p>" + form),
    ]
    return Page(language, "Workbook", "Änne <b>Groß</b>", "Cohort", "2026", chapters)


@pytest.fixture(scope="module", params=["de", "en"])
def pdf(request: pytest.FixtureRequest) -> PdfReader:
    """A small workbook in each language."""
    return PdfReader(io.BytesIO(workbook_pdf(_page(request.param), "workbook.pdf")))


def _root(pdf: PdfReader) -> Any:
    return pdf.trailer["/Root"]


def _words(pdf: PdfReader) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pdf.pages]


def _titles(pdf: PdfReader) -> list[str]:
    return [mark["/Title"] for mark in pdf.outline if not isinstance(mark, list)]


@pytest.mark.slow
def test_it_says_what_it_is(pdf: PdfReader) -> None:
    """Title and author are set; names that look like markup are text."""
    assert pdf.metadata is not None
    assert (pdf.metadata.title, pdf.metadata.author) == ("Workbook – Änne <b>Groß</b>", "Änne <b>Groß</b>")


@pytest.mark.slow
def test_it_can_be_read_aloud(pdf: PdfReader) -> None:
    """It is tagged and names its language."""
    assert _root(pdf)["/Lang"] in ("de", "en")
    assert "/StructTreeRoot" in _root(pdf)
    assert _root(pdf)["/MarkInfo"]["/Marked"]


@pytest.mark.slow
def test_contents_name_the_page_of_each_chapter(pdf: PdfReader) -> None:
    """The number in the contents is the number on the page where the chapter begins."""
    words = _words(pdf)
    begins = next(number for number, text in enumerate(words, start=1) if number > 2 and "A & <i>B</i> 20" in text)
    assert words[1].startswith(f"3 {begins} ")
    assert str(begins) in words[begins - 1].split()


@pytest.mark.slow
def test_every_page_but_the_cover_says_where_one_is(pdf: PdfReader) -> None:
    """The running header names the chapter, the footer the person."""
    cover, contents, *others = _words(pdf)
    assert "Chapter" not in cover
    assert all(("Beginning" in text) != ("A & <i>B</i>" in text) for text in others)
    assert all("Änne <b>Groß</b>" in text for text in (contents, *others))


@pytest.mark.slow
def test_bookmarks_follow_the_chapters(pdf: PdfReader) -> None:
    """Contents and chapters are the first level, sections lie below."""
    titles = _titles(pdf)
    assert [title.split(" ", 1)[-1] for title in titles[1:]] == ["0 Beginning", "1 A & <i>B</i>"]
    sections = [mark for mark in pdf.outline if isinstance(mark, list)]
    assert [len(each) for each in sections] == [12, 1]


@pytest.mark.slow
def test_a_heading_stays_with_its_picture(pdf: PdfReader) -> None:
    """Heading, question and caption of every picture are on one page, wherever it falls."""
    words = _words(pdf)
    pages = {number: [text for text in words if f"Picture {number}." in text] for number in range(12)}
    assert all(f"Caption {number}." in text for number, [text] in pages.items())


@pytest.mark.slow
def test_an_example_may_be_longer_than_a_page() -> None:
    """Its heading does not stand alone before an empty page: the first picture follows it."""
    example = f'<h3>Example</h3><div class="wb-card">{"".join(PICTURE.format(number=n) for n in range(5))}</div>'
    page = Page("en", "Workbook", "A", "Cohort", "2026", [Chapter("00_start", "0", "Beginning", 10, FILLER + example)])
    words = _words(PdfReader(io.BytesIO(workbook_pdf(page, "workbook.pdf"))))
    assert "Example" in words[2]
    assert "Caption 0." in words[2]


@pytest.mark.slow
def test_a_form_stays_on_one_page(pdf: PdfReader) -> None:
    """An intention is written on one page, below the line that asks for it."""
    [page] = [text for text in _words(pdf) if "When-field" in text]
    assert "Your turn." in page
    assert "Then-field" in page


@pytest.mark.slow
def test_there_are_lines_to_write_on(pdf: PdfReader) -> None:
    """The page with the empty form has drawn lines, which are gradients; the cover has none."""
    [form] = [page for page in pdf.pages if "When-field" in page.extract_text()]
    assert "/Shading" in form["/Resources"]
    assert not pdf.pages[0]["/Resources"].get("/Shading")


@pytest.mark.slow
@pytest.mark.parametrize("address", ["file:///etc/hostname", "http://127.0.0.1:9/x.png", "https://example.org/x.png"])
def test_nothing_foreign_is_read(address: str) -> None:
    """Neither the disk nor the network: only what the page holds and our typeface."""
    from workbook.render.exports.drawing import _reader

    with pytest.raises(ValueError, match="/"):
        _reader().fetch(address)


@pytest.mark.slow
def test_only_our_typeface_is_used(pdf: PdfReader) -> None:
    """Every font in the file is the project's own."""
    fonts = {str(font.get_object()["/BaseFont"]) for page in pdf.pages for font in page["/Resources"]["/Font"].values()}
    assert fonts
    assert all("Source-Sans" in font or "SourceSans" in font for font in fonts), fonts


@pytest.mark.slow
def test_style_sheets_are_not_remarked_upon(caplog: pytest.LogCaptureFixture) -> None:
    """What screens understand and paper does not is no message to anybody."""
    with caplog.at_level(logging.WARNING):
        draw_pages("<style>p { nonsense: 1; text-wrap: balance }</style><p>x", "x.pdf")
    assert not caplog.records


@pytest.mark.parametrize("error", [OSError, ImportError])
def test_a_missing_library_is_said(monkeypatch: pytest.MonkeyPatch, error: type[Exception]) -> None:
    """F28: whatever keeps WeasyPrint from being loaded, the message names the command that installs it."""

    class Missing:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "weasyprint":
                raise error("cannot load library 'libpango-1.0-0'")

    for name in [name for name in sys.modules if name.partition(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [Missing(), *sys.meta_path])
    with pytest.raises(PdfUnavailable, match=r"workbook\.pdf.*apt install libpango"):
        draw_pages("<p>x", "workbook.pdf")
