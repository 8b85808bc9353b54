"""Two windows on one section: both texts are shown, the rep decides, nothing is overwritten unseen."""

from typing import Any

import pytest

from tests.forms.widgets import find, notes
from workbook.errors import Problem, ProblemKind, Severity, StoreError
from workbook.forms.editor import FormOptions, State
from workbook.forms.form import SectionForm
from workbook.forms.keeper import MemoryKeeper, Saved
from workbook.plan.draft import Draft
from workbook.plan.year_plan import YearPlan

GOAL = "Sales goal with this customer this year"
CONFLICT = ProblemKind("conflict", Severity.ERROR, "Another window was first.", "Look at both texts.")


class SecondWindow(MemoryKeeper):
    """A keeper whose section was saved by another window meanwhile."""

    warned = False

    def save(self, draft: Draft[Any]) -> Saved:
        if not self.warned:
            self.warned, self.other = True, Draft(YearPlan(goal="Theirs"))
        if self.other:
            raise StoreError(Problem(CONFLICT))
        return super().save(draft)


@pytest.fixture
def form() -> SectionForm:
    form = SectionForm(SecondWindow(Draft(YearPlan())), FormOptions(delay=60))
    find(form, GOAL).value = "Mine"
    form.flush()
    return form


def test_both_texts_are_shown(form: SectionForm) -> None:
    """The refused save shows the own text and the other one, and saves neither."""
    assert form.editor.state is State.FAILED
    assert "Another window was first." in form.status
    assert "Mine" in notes(form)
    assert "Theirs" in notes(form)


def test_the_own_text_is_kept_on_demand(form: SectionForm) -> None:
    """After "Keep my text" it is saved."""
    find(form, "Keep my text").click()
    assert form.editor.state is State.SAVED
    assert form.draft.values.goal == "Mine"


def test_the_other_text_is_taken_on_demand(form: SectionForm) -> None:
    """The fields show the other text."""
    find(form, "Take the other text").click()
    assert find(form, GOAL).value == "Theirs"
    assert form.draft.values.goal == "Theirs"
