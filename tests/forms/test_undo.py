"""Going back to the text before the last save."""

from tests.forms.widgets import find
from workbook.forms.editor import FormOptions
from workbook.forms.form import SectionForm
from workbook.forms.keeper import MemoryKeeper
from workbook.plan.draft import Draft
from workbook.plan.year_plan import YearPlan

GOAL = "Sales goal with this customer this year"


def test_undo_brings_the_text_before_back() -> None:
    """First and second text are saved; undo shows the first, once more the empty field."""
    keeper = MemoryKeeper(Draft(YearPlan()))
    form = SectionForm(keeper, FormOptions(delay=60))
    for text in ("First", "Second"):
        find(form, GOAL).value = text
        form.flush()
    find(form, "Undo").click()
    assert find(form, GOAL).value == "First"
    find(form, "Undo").click()
    assert find(form, GOAL).value == ""
    assert keeper.draft.empty


def test_undo_saves_first_what_waits() -> None:
    """What was typed last is undone, not what was typed before it."""
    form = SectionForm(MemoryKeeper(Draft(YearPlan(goal="Before"))), FormOptions(delay=60))
    find(form, GOAL).value = "After"
    form.editor.undo()
    assert form.draft.values.goal == "Before"
