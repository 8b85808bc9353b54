"""The decision sheet: in the chapter as HTML, and as one page of PDF that can be read back."""

import sys
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.chapters.conftest import MakeBook, text_of
from workbook.book import Workbook
from workbook.chapters import tiering
from workbook.chapters.opening import followers
from workbook.focus.decide import with_override, with_prospect, with_waiver
from workbook.focus.decisions import Override, Waiver
from workbook.forms.form import WIDGET_VIEW
from workbook.medium import STATIC
from workbook.render.exports.decision_sheet import NAME, decision_sheet_pdf
from workbook.render.exports.drawing import PdfUnavailable
from workbook.terms import Slot

REASON = "Their framework contract ends in spring."
DECIDED = {"reason": REASON, "author": "Anna Weiß", "date": date(2026, 1, 15)}


def write_decision_sheet(book: Workbook, folder: Path) -> Path:
    path = folder / NAME
    path.write_bytes(decision_sheet_pdf(book))
    return path


def words_of(path: Path) -> str:
    reader = PdfReader(path)
    assert len(reader.pages) == 1
    return " ".join(reader.pages[0].extract_text().split())


def test_sheet_shows_the_five_with_amounts_beside_ranks(book: Workbook) -> None:
    """Place, reason, revenue with its rank, and what would move it."""
    shown = text_of(tiering.show_sheet(book))
    assert "1 Aldersee Papier Largest revenue Largest customer by revenue 2025: €1,240,000." in shown
    assert "€1,240,000 rank 1.00 €150,000 rank 0.74 With €495,001 less revenue it would be in the Next 15." in shown


def test_sheet_shows_what_is_not_sure(book: Workbook) -> None:
    """Contested and provisional places, and what is still to do."""
    shown = text_of(tiering.show_sheet(book))
    assert "Immenried Pharma, Top 5: 67% of the weights" in shown
    assert "Ehrenfurt Brauerei, Next 15: between Next 15 and Top 5, potential unknown" in shown
    assert "Veilsund Energie has the highest known potential of the prospects" in shown


def test_sheet_has_two_lines_to_sign(book: Workbook) -> None:
    """The rep by name, and the sales manager."""
    assert text_of(tiering.show_sheet(book)).endswith("Place, date, Anna Weiß Place, date, sales manager")


def test_sheet_marks_decisions_against_the_formula(book: Workbook) -> None:
    """A waiver makes the formula incomplete on the sheet, a swap is there with its reason."""
    book.decide(with_waiver(book.tiering, Waiver(slot=Slot.LARGEST_POTENTIAL, expiry=date(2026, 4, 1), **DECIDED)))
    swap = Override(account_in="B-02", account_out="I-09", expiry=date(2027, 1, 1), **DECIDED)
    book.decide(with_override(book.tiering, swap))
    shown = text_of(tiering.show_sheet(book))
    assert "Formula incomplete: the slot “Largest potential” is waived until 1 Apr 2026" in shown
    assert "Set by hand by Anna Weiß until 1 Jan 2027, not agreed with the sales manager" in shown


def test_sheet_shows_an_empty_place(make_book: MakeBook) -> None:
    """Without prospects the sheet has a vacant line."""
    book = make_book("".join(f"{n},Account {n},customer,,EUR,5,{100 - n},1\n" for n in range(9)))
    assert "5 vacant Prospect This place stays empty for now." in text_of(tiering.show_sheet(book))


def test_sheet_follows_the_choice(book: Workbook) -> None:
    """The chosen prospect stands on it a moment later."""
    panel = tiering.show_sheet(book)
    assert panel.view
    book.decide(with_prospect(book.tiering, "W-23"))
    followers(book).redraw()
    assert "Wolkenhain" in panel.view.value


@pytest.mark.slow
@pytest.mark.parametrize(("language", "title"), [("en", "Decision sheet"), ("de", "Entscheidungsblatt")])
def test_pdf_is_one_page_in_the_language_of_the_workbook(
    make_book: MakeBook, tmp_path: Path, language: str, title: str
) -> None:
    """Title, names and signature lines can be read back; the language is set for screen readers."""
    path = write_decision_sheet(make_book(language=language), tmp_path)
    words = words_of(path)
    assert title in words
    assert "Aldersee Papier" in words
    assert "Anna Weiß" in words
    assert PdfReader(path).trailer["/Root"]["/Lang"] == language


@pytest.mark.slow
def test_pdf_stays_one_page_whatever_is_written(make_book: MakeBook, tmp_path: Path) -> None:
    """Names of 200 characters and long reasons are shortened and set smaller, and harmful names are words."""
    names = ("<script>alert(1)</script>", *("Very long company name " * 9 + str(n) for n in range(40)))
    lines = "".join(f'{n},"{name}",customer,,EUR,5,{1000 - n},{n * 7 % 11}\n' for n, name in enumerate(names))
    book = make_book(lines)
    swap = {"reason": "Because of this and that. " * 80, "author": "Anna Weiß", "date": date(2026, 1, 15)}
    entering, leaving = book.tiering.ids(book.tiering.row("0")["layer"].__class__.REST)[0], "1"
    book.decide(
        with_override(book.tiering, Override(account_in=entering, account_out=leaving, expiry=date(2027, 1, 1), **swap))
    )
    words = words_of(write_decision_sheet(book, tmp_path))
    assert "<script>alert(1)</script>" in words


@pytest.mark.slow
def test_pdf_embeds_our_typeface(book: Workbook, tmp_path: Path) -> None:
    """Every font on the page is the project's own."""
    page = PdfReader(write_decision_sheet(book, tmp_path)).pages[0]
    fonts = [str(font.get_object()["/BaseFont"]) for font in page["/Resources"]["/Font"].values()]
    assert fonts
    assert all("Source-Sans" in font or "SourceSans" in font for font in fonts), fonts


def test_missing_library_is_said(book: Workbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Pango there is a sentence and no half file."""
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(PdfUnavailable, match="Pango"):
        write_decision_sheet(book, tmp_path)
    assert not list(tmp_path.glob("*.pdf*"))


def test_printed_workbook_has_decisions_and_no_widgets(book: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no kernel runs, forms are lines to write on and decisions are sentences."""
    book.decide(with_prospect(book.tiering, "W-23"))
    monkeypatch.setenv(STATIC, "1")
    assert "Prospect. Wolkenhain Bäder" in text_of(tiering.show_decisions(book))
    for show in (tiering.swap, tiering.waive, tiering.confirm, tiering.what_if, tiering.why_here, tiering.show_sheet):
        assert WIDGET_VIEW not in show(book)._repr_mimebundle_()
