"""Folding away and opening again."""

import ipywidgets as widgets

from tests.forms.widgets import find, walk
from workbook.forms.editor import FormOptions
from workbook.forms.fold import Fold
from workbook.forms.form import SectionForm
from workbook.forms.keeper import MemoryKeeper
from workbook.plan.action import ObjectiveAction
from workbook.plan.draft import Draft
from workbook.plan.objectives import Objectives


def test_the_inside_is_built_when_it_opens() -> None:
    """Closed it costs nothing; opened again it shows what is true now."""
    built: list[widgets.HTML] = []

    def build() -> widgets.HTML:
        built.append(widgets.HTML(str(len(built))))
        return built[-1]

    fold = Fold(lambda: "More", build)
    assert built == []
    for _click in range(3):
        fold.button.click()
    assert [each.value for each in built] == ["0", "1"]
    assert fold.widget.children[1] is built[1]


def test_a_new_objective_can_be_chosen_for_an_action() -> None:
    """The list of objectives is read when the action is opened."""
    draft = Draft(Objectives(actions=(ObjectiveAction(id="a", what="Visit"),)))
    form = SectionForm(MemoryKeeper(draft), FormOptions(delay=60))
    find(form, "Add an objective").click()
    find(form, "What we want to reach with this customer").value = "Win both plants"
    [each for each in walk(form.view) if getattr(each, "description", "") == "► Go deeper"][-1].click()
    find(form, "► 1  Visit").click()
    assert [label for label, _code in find(form, "Objective it serves").options] == [
        "not answered yet",
        "1  Win both plants",
    ]
