"""A plan in steps."""

from datetime import date

import pytest

from tests.forms.widgets import find, walk
from workbook.forms.editor import FormOptions
from workbook.forms.form import WIDGET_VIEW, SectionForm
from workbook.forms.keeper import MemoryKeeper
from workbook.forms.steps import StepsForm
from workbook.plan.draft import Draft
from workbook.plan.exercise import Answer, Transfer


@pytest.fixture
def steps(today: date) -> StepsForm:
    keepers = [MemoryKeeper(Draft(Answer())), MemoryKeeper(Draft(Transfer(when="On Monday")))]
    return StepsForm([SectionForm(each, FormOptions(delay=60)) for each in keepers], today=today)


def labels(steps: StepsForm) -> list[str]:
    return [button.description for button in steps.buttons]


def test_one_step_is_open_and_each_says_how_far_it_is(steps: StepsForm) -> None:
    """The second part is not even built before it is opened."""
    assert find(steps, "My answer").value == ""
    assert labels(steps) == ["○ 1 My answer: not begun", "◐ 2 Transfer: begun"]
    assert not any(getattr(each, "description", "") == "I will" for each in walk(steps.view))


def test_a_save_changes_the_state_of_its_step(steps: StepsForm) -> None:
    """The button follows what is saved."""
    find(steps, "My answer").value = "Because."
    steps.flush()
    assert labels(steps)[0] == "● 1 My answer: complete"


def test_going_to_another_step_saves_and_shows_it(steps: StepsForm) -> None:
    """Nothing waits in a step that is closed."""
    find(steps, "My answer").value = "Because."
    steps.buttons[1].click()
    assert steps.forms[0].status.startswith("Saved ")
    assert find(steps, "When this happens").value == "On Monday"


def test_on_paper_all_steps_are_there(steps: StepsForm) -> None:
    """In their order, each with its title."""
    bundle = steps._repr_mimebundle_()
    assert bundle["text/html"].index("My answer</h4>") < bundle["text/html"].index("Transfer</h4>")
    assert WIDGET_VIEW in bundle
