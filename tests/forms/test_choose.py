"""Picking one of several candidates."""

import ipywidgets as widgets

from workbook.errors import DecisionRefused, Problem, ProblemKind, Severity
from workbook.forms.choose import Candidate, Choice, ChoiceForm
from workbook.forms.form import WIDGET_VIEW

CANDIDATES = (
    Candidate("P1", "Nordholz GmbH", (("Potential", "120.000 €"),)),
    Candidate("P2", "<b>Süd & Söhne</b>", (("Potential", "unknown"),)),
)


def test_a_pick_is_saved_by_its_code() -> None:
    """The callback gets the code, the form says that it is saved."""
    saved: list[str | None] = []
    form = ChoiceForm(Choice("Which prospect?", CANDIDATES), saved.append)
    assert isinstance(form.view, widgets.VBox)
    form.input.value = "P2"
    form.input.value = ""
    assert saved == ["P2", None]
    assert form.status == "Your choice is saved."


def test_a_refused_pick_goes_back_with_the_reason() -> None:
    """The rule speaks, and the choice before stays."""

    def refuse(_code: str | None) -> None:
        raise DecisionRefused(Problem(ProblemKind("no", Severity.ERROR, "This is a customer.", "Pick another one.")))

    form = ChoiceForm(Choice("Which prospect?", CANDIDATES, chosen="P1"), refuse)
    assert form.view.children
    form.input.value = "P2"
    assert form.input.value == "P1"
    assert form.status == "This is a customer. Pick another one."


def test_the_twin_marks_what_is_chosen_and_escapes_names() -> None:
    """One box is ticked; a name that is markup is words."""
    bundle = ChoiceForm(Choice("Which prospect?", CANDIDATES, chosen="P1"), print)._repr_mimebundle_()
    assert "☒ Nordholz GmbH" in bundle["text/html"]
    assert "☐ &lt;b&gt;Süd" in bundle["text/html"]
    assert WIDGET_VIEW in bundle
