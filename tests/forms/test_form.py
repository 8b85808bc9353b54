"""Forms through their widgets: what is typed is saved, what is not valid is kept, the twin says the same."""

from decimal import Decimal
from typing import Any

import ipywidgets as widgets
import pytest

from tests.forms.widgets import find, notes, walk
from tests.patience import until
from workbook.errors import Problem, ProblemKind, Severity, StoreError
from workbook.forms.editor import FormOptions, State
from workbook.forms.form import WIDGET_VIEW, SectionForm
from workbook.forms.keeper import MemoryKeeper, Saved
from workbook.i18n import speaking
from workbook.plan.account_facts import AccountFacts
from workbook.plan.buying_center import BuyingCenter
from workbook.plan.draft import Draft
from workbook.plan.inquiries import Inquiries, Inquiry
from workbook.plan.section import Section
from workbook.plan.year_plan import YearPlan
from workbook.terms import Attitude, BuyingRole, Evidence

LATER = FormOptions(delay=60)


def open_form(section: Section) -> tuple[SectionForm, MemoryKeeper]:
    keeper = MemoryKeeper(Draft(section))
    return SectionForm(keeper, LATER), keeper


def test_what_is_typed_is_saved_once_typing_stops() -> None:
    """Two keystrokes make one save, and the status line says when."""
    form, keeper = open_form(YearPlan())
    find(form, "Sales goal with this customer this year").value = "M"
    find(form, "Sales goal with this customer this year").value = "More service"
    form.flush()
    assert keeper.draft.values.goal == "More service"
    assert keeper.revision == 1
    assert form.status.startswith("Saved ")


def test_an_amount_is_understood_and_written_back() -> None:
    """What the rep sees is what was understood."""
    form, keeper = open_form(YearPlan())
    amount = find(form, "Revenue goal this year (EUR)")
    amount.value = "120000"
    form.flush()
    assert keeper.draft.values.value == Decimal(120000)
    assert amount.value == "120,000"


def test_what_is_not_valid_is_saved_as_text_with_a_sentence() -> None:
    """The text stays in the field and survives a new form."""
    form, keeper = open_form(YearPlan())
    find(form, "Revenue goal this year (EUR)").value = "1.234"
    form.flush()
    assert keeper.draft.typed == {"value": "1.234"}
    again = SectionForm(keeper, LATER)
    assert find(again, "Revenue goal this year (EUR)").value == "1.234"
    assert "more than two decimals" in notes(again)


def test_a_choice_is_saved_by_its_term() -> None:
    """The rep sees labels, the draft holds terms; no answer is unknown."""
    form, _keeper = open_form(BuyingCenter())
    find(form, "Add a person").click()
    assert find(form, "Attitude towards us").value == ""
    find(form, "Attitude towards us").value = Attitude.UNKNOWN
    assert form.draft.values.members[0].attitude is Attitude.UNKNOWN


def test_a_person_holds_several_roles() -> None:
    """Each role is a checkbox."""
    form, _keeper = open_form(BuyingCenter())
    find(form, "Add a person").click()
    find(form, "Decider").value = True
    find(form, "Buyer").value = True
    assert form.draft.values.members[0].roles == (BuyingRole.DECIDER, BuyingRole.BUYER)


def test_lists_grow_and_shrink() -> None:
    """An added entry opens, a removed one takes its fields along."""
    form, _keeper = open_form(BuyingCenter())
    find(form, "Add a person").click()
    find(form, "Remove").click()
    assert form.draft.values.members == ()


def test_deepening_is_folded_until_it_is_asked_for() -> None:
    """The seminar shows core fields only."""
    form, _keeper = open_form(AccountFacts())
    assert "Total demand per year (EUR)" not in [getattr(each, "description", "") for each in walk(form.view)]
    find(form, "► Go deeper").click()
    assert find(form, "Total demand per year (EUR)").value == ""


class Refusing(MemoryKeeper):
    """A store whose disk is full until it is told otherwise."""

    full = True

    def save(self, draft: Draft[Any]) -> Saved:
        if self.full:
            raise StoreError(Problem(ProblemKind("full", Severity.ERROR, "The disk is full.", "Free some space.")))
        return super().save(draft)


def test_a_refused_save_keeps_the_text_and_offers_another_try() -> None:
    """The reason is shown, the retry saves."""
    keeper = Refusing(Draft(YearPlan()))
    form = SectionForm(keeper, LATER)
    find(form, "Sales goal with this customer this year").value = "More service"
    form.flush()
    assert form.status == "Not saved: The disk is full. Free some space."
    keeper.full = False
    find(form, "Try again").click()
    assert form.editor.state is State.SAVED
    assert keeper.draft.values.goal == "More service"


def test_every_input_has_a_label() -> None:
    """No input without visible words and a tooltip."""
    form, _keeper = open_form(BuyingCenter())
    find(form, "Add a person").click()
    inputs = [each for each in walk(form.view) if isinstance(each, widgets.Text | widgets.Textarea | widgets.Dropdown)]
    assert inputs
    assert all(each.description and each.tooltip for each in inputs)


def test_hostile_text_is_inert() -> None:
    """A name that is markup is words, in widgets and twin."""
    hostile = '<img src=x onerror=alert(1)>{GmbH} $$ =HYPERLINK("x")'
    form, _keeper = open_form(YearPlan(goal=hostile))
    find(form, "Revenue goal this year (EUR)").value = "<script>alert(1)</script>"
    html = form._repr_mimebundle_()["text/html"] + notes(form)
    assert "<script" not in html
    assert "<img" not in html
    assert "{GmbH} $$ =HYPERLINK" in html


def test_a_form_speaks_the_language_in_use() -> None:
    """The same draft in the other language shows its numbers in that style."""
    keeper = MemoryKeeper(Draft(YearPlan(value=Decimal("1234.5"))))
    with speaking("de"):
        values = [getattr(each, "value", "") for each in walk(SectionForm(keeper, LATER).view)]
    assert "1.234,50" in values


def test_the_bundle_has_widgets_and_twin(monkeypatch: pytest.MonkeyPatch) -> None:
    """JupyterLab takes the widgets; while a workbook is rendered there is the twin alone."""
    form, _keeper = open_form(YearPlan(goal="More service"))
    assert set(form._repr_mimebundle_()) == {"text/plain", "text/html", WIDGET_VIEW}
    monkeypatch.setenv("WORKBOOK_STATIC", "1")
    assert set(form._repr_mimebundle_()) == {"text/plain", "text/html"}


def test_a_year_of_inquiries_is_shown_on_demand() -> None:
    """The last 30 of 100 at first, then all."""
    entries = tuple(Inquiry(id=str(number), account=f"Account {number}") for number in range(100))
    form, _keeper = open_form(Inquiries(inquiries=entries))
    assert not any(getattr(each, "description", "").startswith("► 70  Account 69") for each in walk(form.view))
    find(form, "Show 70 earlier entries").click()
    assert find(form, "► 1  Account 0")


def test_a_choice_of_another_hand_is_told_at_its_field() -> None:
    """The word stays until the rep chooses."""
    document = {"values": {"potential_confidence": "rather sure"}}
    keeper = MemoryKeeper(Draft.from_document(AccountFacts, document))
    form = SectionForm(keeper, LATER)
    assert "“rather sure” was written here" in notes(form)
    find(form, "How sure the potential is").value = Evidence.ASSUMED
    assert form.draft.typed == {}


def test_an_action_is_repeated_every_quarter_with_one_click() -> None:
    """Four actions three months apart; without a date a sentence says what is missing."""
    form, _keeper = open_form(YearPlan())
    find(form, "Add an action").click()
    find(form, "Repeat every quarter").click()
    assert "Write a date first" in notes(form)
    find(form, "Until when").value = "2026-12-01"
    find(form, "Repeat every quarter").click()
    assert [each.due and each.due.month for each in form.draft.values.actions] == [12, 3, 6, 9]


def test_the_cursor_goes_to_an_added_entry(monkeypatch: pytest.MonkeyPatch) -> None:
    """The browser is told to go to the first field of the new entry, once it had time to draw it."""
    form, _keeper = open_form(BuyingCenter())
    told: list[widgets.DOMWidget] = []
    monkeypatch.setattr(widgets.DOMWidget, "focus", lambda widget: told.append(widget))
    find(form, "Add a person").click()
    until(lambda: told)
    assert [(each.description, each in walk(form.view)) for each in told] == [("Name", True)]
