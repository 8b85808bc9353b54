"""The summary is one page of PDF whatever people write; the review sheet is tagged and names nobody."""

import io
from datetime import date
from decimal import Decimal

import pypdf
import pytest

from tests.agenda.conftest import save
from tests.chapters.conftest import book, make_book
from workbook.book import Workbook
from workbook.plan.action import Action
from workbook.plan.commitment import Commitment, Intention
from workbook.plan.not_to_do import NotToDo, NotToDoEntry
from workbook.plan.objectives import Objectives, SalesObjective
from workbook.plan.year_plan import YearPlan
from workbook.render.exports.registry import ExportFile, export_files
from workbook.render.exports.sheets_pdf import summary_pdf
from workbook.terms import Layer

__all__ = ["book", "make_book"]

LONG = "Donaudampfschifffahrtsgesellschaft und ihre Tochterunternehmen " * 40


def _fill(book: Workbook, words: str) -> None:
    actions = tuple(Action(id=f"a{n}", what=words, due=date(2026, 3, 1 + n), owner=words) for n in range(20))
    for account_id in book.tiering.ids(Layer.TOP5):
        save(book, Objectives(objectives=(SalesObjective(id="o", text=words),)), account_id=account_id)
    for number, account_id in enumerate(book.tiering.ids(Layer.NEXT15)):
        value = Decimal("9999999999.99") if number % 2 else None
        save(book, YearPlan(goal=words, value=value, actions=actions), account_id=account_id)
    entries = tuple(
        NotToDoEntry(id=f"n{n}", item=words, hours_freed=Decimal("4.5"), booked_to=words) for n in range(20)
    )
    save(book, NotToDo(entries=entries))
    intentions = tuple(Intention(id=f"i{n}", when=words, then=words, date=date(2026, 2, 1)) for n in range(5))
    save(book, Commitment(date=date(2026, 1, 15), witness=words, intentions=intentions))


@pytest.mark.parametrize(
    "words",
    [
        "",
        pytest.param("Walk through the lines", marks=pytest.mark.slow),
        pytest.param(LONG, marks=pytest.mark.slow),
    ],
)
def test_summary_is_one_page(book: Workbook, words: str) -> None:
    """Empty, usual, and far too much of everything."""
    if words:
        _fill(book, words)
    pdf = pypdf.PdfReader(io.BytesIO(summary_pdf(book)))
    assert len(pdf.pages) == 1
    text = pdf.pages[0].extract_text()
    assert "Dunkelau Molkerei" in text
    assert pdf.metadata.title.startswith("My focus")


def test_review_sheets_are_page_and_pdf(book: Workbook) -> None:
    """Both carry the code as name and author; the PDF holds neither account nor rep."""
    save(book, YearPlan(goal="Two lines for Dunkelau Molkerei"), account_id="D-04")
    page, pdf = (_reviews(book, kind)[0] for kind in ("html", "pdf"))
    assert page.name.removesuffix(".html") == pdf.name.removesuffix(".pdf")
    assert b"Two lines for Company" in page.make()
    read = pypdf.PdfReader(io.BytesIO(pdf.make()))
    text = " ".join(each.extract_text() for each in read.pages)
    assert "Two lines for Company" in text
    assert not any(name in f"{text} {read.metadata}" for name in ("Dunkelau", "Weiß", "Anna"))


def _reviews(book: Workbook, kind: str) -> list[ExportFile]:
    return [file for file in export_files(book, kind) if file.name.startswith("reviews/peer-review-")]


def test_nothing_written_makes_no_sheets(book: Workbook) -> None:
    """A first rendering has neither summary nor review sheets."""
    assert [file.name for file in export_files(book, "pdf") if "focus" in file.name] == []
    assert _reviews(book, "html") == []
