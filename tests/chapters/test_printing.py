"""The button below a plan in chapter 3 writes it as page, PDF and slide, and says where the files lie."""

from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.chapters.conftest import MakeBook, book, make_book
from workbook.book import Workbook
from workbook.book.files import File
from workbook.book.printing import Printed, print_files
from workbook.chapters import key_accounts, printing
from workbook.chapters.plan_picker import PlanPicker
from workbook.errors import InputError
from workbook.plan.goals import CustomerGoals

__all__ = ["book", "make_book"]

CUSTOMER = "C-03"


def _opened(book: Workbook) -> Any:
    picker: PlanPicker = key_accounts.edit_plan(book).piece
    assert picker.view
    picker.input.value = CUSTOMER
    return picker


def _pressed(picker: Any) -> str:
    picker.printing.buttons[0].click()
    return str(picker.printing.said)


def test_what_is_typed_is_saved_first(book: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """The files of the open plan are asked for, after its last words are in the store."""
    seen = []

    def write(book: Workbook, about: str) -> Printed:
        seen.append((about, book.read(CustomerGoals, account_id=about).values.goals[0].text))
        return Printed((File("plans/one-plan.pdf", b"", "application/pdf"),), ("The slide could not be made.",))

    monkeypatch.setattr(printing, "print_files", write)
    picker = _opened(book)
    editor = picker.plan.forms[CustomerGoals].editor
    editor.add("goals")
    editor.type_in("goals.0.text", "Save water")
    said = _pressed(picker)
    assert seen == [(CUSTOMER, "Save water")]
    assert "plans/one-plan.pdf is in the folder of your workbook." in said
    assert said.endswith("The slide could not be made.")


def test_a_refusal_is_a_sentence(book: Workbook) -> None:
    """Where the command finds no workbook, its words stand below the button."""
    book.folder = book.folder / "gone"
    with pytest.raises(InputError, match="could not be written"):
        print_files(book, CUSTOMER)
    assert "could not be written" in _pressed(_opened(book))


def test_paper_has_no_button(make_book: MakeBook) -> None:
    """The printed chapter shows plans, not what writes them."""
    assert "Write this plan" not in str(key_accounts.edit_plan(make_book()).html)


@pytest.mark.slow
def test_the_button_writes_the_plan(book: Workbook) -> None:
    """Five files of this account and of no other, in plans/, each named; the PDF has four pages at most."""
    said = _pressed(_opened(book))
    files = sorted(path.name for path in (book.folder / "plans").iterdir())
    assert [name.rpartition("-")[2] for name in files] == [
        "pager.html",
        "pager.pdf",
        "pager.pptx",
        "plan.html",
        "plan.pdf",
    ]
    assert len({name.split("-")[0] for name in files}) == 1
    assert all(f"plans/{name} is in the folder" in said for name in files)
    (pdf,) = Path(book.folder / "plans").glob("*-plan.pdf")
    assert len(PdfReader(pdf).pages) <= 4
