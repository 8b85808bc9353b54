"""Forms on the real store: what is typed comes back, from another form, after an undo, against another window."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from tests.forms.widgets import find
from workbook.book import Participant, Workbook, create_workbook, open_workbook
from workbook.forms.editor import FormOptions, State
from workbook.forms.form import SectionForm
from workbook.plan.year_plan import YearPlan
from workbook.portfolio import portfolio_to_document
from workbook.portfolio.model import ACCOUNT_COLUMNS, FiscalYear, Portfolio, YearState

GOAL = "Sales goal with this customer this year"
VALUE = "Revenue goal this year (EUR)"


@pytest.fixture
def book(tmp_path: Path, today: date) -> Workbook:
    """A workbook with one account."""
    frame = pd.DataFrame(index=pd.Index(["K1"], name="id", dtype=object), columns=list(ACCOUNT_COLUMNS))
    frame["name"] = ["Nordholz"]
    revenue = pd.DataFrame({2025: [100]}, index=frame.index, dtype="Int64")
    portfolio = Portfolio(frame, revenue, revenue[[]], "EUR", (FiscalYear(2025, YearState.COMPLETE),), as_of=today)
    participant = Participant(ref="anna2026", display_name="Anna", language="en", cohort_date=today)
    source = {"files": [{"name": "accounts.csv", "sha256": "0" * 64}]}
    create_workbook(tmp_path / "anna", participant, portfolio_to_document(portfolio), source)
    return open_workbook(folder=tmp_path / "anna", today=today)


def open_form(book: Workbook) -> SectionForm:
    return SectionForm(book.keeper(YearPlan, account_id="K1"), FormOptions(delay=60))


def test_what_is_typed_is_there_in_a_new_kernel(book: Workbook) -> None:
    """Values, and texts that are not valid yet."""
    form = open_form(book)
    find(form, GOAL).value = "Service for both plants"
    find(form, VALUE).value = "20k?"
    form.flush()
    again = open_form(open_workbook(folder=book.folder, today=book.today))
    assert find(again, GOAL).value == "Service for both plants"
    assert find(again, VALUE).value == "20k?"


def test_the_second_window_is_told_and_decides(book: Workbook) -> None:
    """Its text is not saved over the first one before both were seen."""
    first, second = open_form(book), open_form(book)
    find(first, GOAL).value = "First"
    first.flush()
    find(second, GOAL).value = "Second"
    second.flush()
    assert second.editor.state is State.FAILED
    assert book.read(YearPlan, account_id="K1").values.goal == "First"
    find(second, "Keep my text").click()
    assert book.read(YearPlan, account_id="K1").values.goal == "Second"


def test_undo_is_on_disk(book: Workbook) -> None:
    """The text before is what the next kernel reads."""
    form = open_form(book)
    for text in ("First", "Second"):
        find(form, GOAL).value = text
        form.flush()
    find(form, "Undo").click()
    assert book.read(YearPlan, account_id="K1").values.goal == "First"
    assert find(form, GOAL).value == "First"


def test_earlier_texts_are_on_disk(book: Workbook) -> None:
    """After a second save a new kernel offers the first text and can go on with it."""
    form = open_form(book)
    for text in ("First", "Second"):
        find(form, GOAL).value = text
        form.flush()
    again = open_form(open_workbook(folder=book.folder, today=book.today))
    ((day, draft),) = again.editor.earlier()
    again.editor.take_back(draft)
    assert (type(day), book.read(YearPlan, account_id="K1").values.goal) == (date, "First")


def test_the_first_text_has_nothing_before_it(book: Workbook) -> None:
    """With one save there is nothing earlier to read."""
    form = open_form(book)
    find(form, GOAL).value = "First"
    form.flush()
    assert (form.editor.has_earlier, open_form(book).editor.has_earlier) == (False, False)
