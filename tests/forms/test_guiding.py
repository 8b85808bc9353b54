"""Help me choose, in the form."""

from tests.forms.widgets import find, walk
from workbook.forms.editor import FormOptions
from workbook.forms.form import SectionForm
from workbook.forms.guiding import GuideView
from workbook.forms.keeper import MemoryKeeper
from workbook.plan.competition import Competition, CompetitorAssessment
from workbook.plan.draft import Draft
from workbook.plan.guide import Value
from workbook.plan.guides_of_business import THREAT
from workbook.terms import Threat


def test_the_value_is_taken_over_on_demand_only() -> None:
    """Answers propose; the rep decides."""
    taken: list[Value] = []
    guide = GuideView(THREAT, taken.append)
    guide.questions[0].value = "no"
    assert "Your answers lead to: Unknown." in guide.result.value
    assert taken == []
    guide.button.click()
    assert taken == [Threat.UNKNOWN]


def test_an_open_question_that_matters_proposes_nothing() -> None:
    """No value is guessed."""
    guide = GuideView(THREAT, lambda _term: None)
    guide.questions[0].value = "yes"
    assert guide.value is None
    assert guide.button not in guide.widget.children


def test_the_form_folds_the_questions_below_the_scale() -> None:
    """Taking a value over chooses it in the form, and the rep may still choose another."""
    draft = Draft(Competition(competitors=(CompetitorAssessment(id="a", competitor="Rival"),)))
    form = SectionForm(MemoryKeeper(draft), FormOptions(delay=60))
    find(form, "► 1  Rival").click()
    find(form, "► Help me choose").click()
    find(form, THREAT.questions[0]).value = "no"
    find(form, "Take over").click()
    assert form.draft.values.competitors[0].threat is Threat.UNKNOWN
    find(form, "How dangerous they are").value = Threat.LOW
    assert form.draft.values.competitors[0].threat is Threat.LOW
    assert any(getattr(each, "description", "") == "▼ Help me choose" for each in walk(form.view))
