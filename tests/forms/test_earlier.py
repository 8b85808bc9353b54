"""Earlier texts can be read by day, and one of them taken back."""

from datetime import date
from typing import Any

import pytest

from tests.forms.widgets import find, notes, walk
from workbook.errors import Problem, StoreError
from workbook.forms.editor import FormOptions
from workbook.forms.form import SectionForm
from workbook.forms.keeper import MemoryKeeper
from workbook.forms.table import Columns, Line, TableForm
from workbook.plan.draft import Draft
from workbook.plan.year_plan import YearPlan
from workbook.store.kinds import STORE_GONE

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
GOAL = "Sales goal with this customer this year"


class Remembering(MemoryKeeper):
    """A keeper with two texts of Monday and one of Tuesday before the one that is open."""

    has_earlier = True
    refuses = False

    def history(self) -> tuple[tuple[date, Draft[Any]], ...]:
        if self.refuses:
            raise StoreError(Problem(STORE_GONE, details={"file": "hub"}))
        texts = [(MONDAY, "First"), (MONDAY, "Second"), (TUESDAY, "Third"), (TUESDAY, "Now")]
        return tuple((day, Draft(YearPlan(goal=text))) for day, text in texts)


@pytest.fixture
def form() -> SectionForm:
    return SectionForm(Remembering(Draft(YearPlan(goal="Now"))), FormOptions(delay=60))


def titles(form: Any) -> list[str]:
    return [each.description for each in walk(form.view) if getattr(each, "description", "").startswith(("►", "▼"))]


def test_days_are_listed_newest_first(form: SectionForm) -> None:
    """One line per day; the text that is open now is not among them, and no hour is told."""
    find(form, "► Earlier versions").click()
    assert [title for title in titles(form) if "2026" in title] == ["► 24 Nov 2026", "► 23 Nov 2026"]


def test_the_texts_of_a_day_are_shown(form: SectionForm) -> None:
    """A day opens with all its texts, the last one first."""
    find(form, "► Earlier versions").click()
    find(form, "► 23 Nov 2026").click()
    assert notes(form).index("Second") < notes(form).index("First")
    assert "Third" not in notes(form)


def test_an_earlier_text_is_taken_back(form: SectionForm) -> None:
    """It stands in the fields and is saved as the newest text; the list closes."""
    find(form, "► Earlier versions").click()
    find(form, "► 24 Nov 2026").click()
    find(form, "Go on with this text").click()
    assert (find(form, GOAL).value, form.editor.state) == ("Third", "saved")
    assert "► Earlier versions" in titles(form)


def test_what_cannot_be_read_is_a_sentence(form: SectionForm) -> None:
    """A store that is gone says so where the list would stand."""
    form.editor._keeper.refuses = True
    find(form, "► Earlier versions").click()
    assert "The database hub cannot be reached." in notes(form)


def test_without_a_history_nothing_is_offered() -> None:
    """A form in memory, and a table of many accounts, have no list of days."""
    memory = SectionForm(MemoryKeeper(Draft(YearPlan(goal="Now"))))
    lines = [Line(name, Remembering(Draft(YearPlan()))) for name in ("A", "B")]
    table = TableForm(lines, Columns("Account", ("goal",)))
    assert [title for form in (memory, table) for title in titles(form) if "Earlier" in title] == []
