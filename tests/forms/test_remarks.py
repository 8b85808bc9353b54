"""What a check finds stands at its field, lists grow by what is lacking, wrong input is refused where it is typed."""

from datetime import date
from decimal import Decimal
from typing import Any

import ipywidgets as widgets
import pytest

from tests.forms.widgets import find, notes, walk
from workbook.forms.editor import FormOptions
from workbook.forms.form import SectionForm
from workbook.forms.keeper import MemoryKeeper
from workbook.i18n import speaking
from workbook.plan.buying_center import BuyingCenter, BuyingCenterMember
from workbook.plan.competition import Competition, CompetitorAssessment, WhiteSpace
from workbook.plan.draft import Draft
from workbook.plan.key_account import Cover, Horizon
from workbook.plan.objectives import Objectives, SalesObjective
from workbook.plan.purchasing import Criterion, PurchasingStrategy
from workbook.plan.section import Section

TODAY = date(2026, 11, 23)
KNOWN = {"criteria": ("Price", "Service"), "horizons": (Horizon.MONTHS_24, Horizon.MONTHS_36)}


def open_form(section: Section) -> SectionForm:
    return SectionForm(MemoryKeeper(Draft(section)), FormOptions(delay=60, today=TODAY, suggestions=KNOWN))


def press(form: SectionForm, start: str) -> None:
    [each for each in walk(form.view) if getattr(each, "description", "").startswith(start)][-1].click()


def shown(form: SectionForm) -> list[str]:
    return [each.description for each in walk(form.view) if isinstance(each, widgets.Button)]


def test_weights_of_90_per_cent_are_said_at_the_list() -> None:
    """The sentence comes with the save and goes when the weights are right; nothing is refused."""
    form = open_form(PurchasingStrategy(criteria=(Criterion(id="a", name="Price", weight=Decimal(80)),)))
    weight = find(form, "Weight in per cent")
    weight.value = "90"
    form.flush()
    assert "Still missing: The weights add up to 90%; together they should be 100%." in notes(form)
    assert form.draft.values.criteria[0].weight == 90
    weight.value = "100"
    form.flush()
    assert "The weights add up" not in notes(form)


def test_a_fourth_objective_is_refused_with_the_reason() -> None:
    """Three stay, and the sentence says why."""
    form = open_form(Objectives(objectives=tuple(SalesObjective(id=each, text="Win it") for each in "abc")))
    find(form, "Add an objective").click()
    assert "Three objectives are the limit; a fourth would take the focus away." in notes(form)
    assert len(form.draft.values.objectives) == 3


def test_a_copied_strategy_is_told_at_its_field() -> None:
    """SMART feedback explains there as well, and blocks nothing."""
    form = open_form(Objectives(objectives=(SalesObjective(id="a", text="Win the service contract"),)))
    press(form, "► 1  Win the service contract")
    find(form, "How we get there").value = "Win the service contract!"
    find(form, "Target").value = "more"
    form.flush()
    assert "Still missing: The strategy says the objective again. How will you get there?" in notes(form)
    assert "Hint: The target has no figure. How will you notice that it is reached?" in notes(form)
    assert form.draft.values.objectives[0].strategy == "Win the service contract!"


def test_a_reporting_circle_is_refused_at_its_field() -> None:
    """The one before is kept, and the sentence names the circle."""
    members = (BuyingCenterMember(id="a", person="Ms A", reports_to="b"), BuyingCenterMember(id="b", person="Mr B"))
    form = open_form(BuyingCenter(members=members))
    press(form, "► 2  Mr B")
    press(form, "► Go deeper")
    find(form, "Reports to").value = "a"
    assert "This would be a circle: Mr B → Ms A → Mr B." in notes(form)
    assert form.draft.values.members[1].reports_to is None


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [("130", "Please write a value from 0 to 100."), ("60", "All shares together would be 130%.")],
)
def test_a_share_of_130_per_cent_is_refused_at_its_field(typed: str, sentence: str) -> None:
    """What was typed stays in the field, as text and not as a value."""
    form = open_form(Competition(competitors=(CompetitorAssessment(id="a", share_of_wallet=Decimal(70)),)))
    press(form, "► Go deeper")
    share = find(form, "Our share of the customer's demand in per cent")
    share.value = typed
    assert sentence in notes(form)
    assert (share.value, form.draft.values.our_share_of_wallet) == (typed, None)


def test_an_end_before_its_start_is_refused_at_its_field() -> None:
    """A review before the last one; the text stays where it was typed."""
    with speaking("de"):
        form = open_form(Cover(last_review=date(2026, 11, 1)))
        press(form, "► Vertiefung")
        find(form, "Nächstes Review").value = "31.10.2026"
        assert "„Nächstes Review“ (31.10.2026) läge vor „Letztes Review“ (01.11.2026)." in notes(form)
    assert form.draft.typed == {"next_review": "31.10.2026"}


def test_fifty_thousand_characters_are_kept_whole() -> None:
    """Neither cut nor counted as an answer; the next start has them all, with the sentence."""
    form = open_form(Objectives())
    find(form, "Account strategy").value = "x" * 50_000
    assert "This text has 50,000 characters, and 20,000 fit here." in notes(form)
    again = SectionForm(MemoryKeeper(Draft.from_document(Objectives, form.draft.to_document())), FormOptions(delay=60))
    assert find(again, "Account strategy").value == "x" * 50_000
    assert "This text has 50,000 characters" in notes(again)


def test_a_whole_book_is_refused_and_the_text_before_stays() -> None:
    """More than 100,000 characters are not saved."""
    form = open_form(Objectives(strategy="One idea"))
    find(form, "Account strategy").value = "x" * 100_001
    assert "This text has 100,001 characters; that is too much." in notes(form)
    assert form.draft.values.strategy == "One idea"


def test_scores_are_taken_over_from_the_customers_criteria() -> None:
    """One click gives a line per criterion; then there is nothing left to take over."""
    form = open_form(Competition())
    press(form, "► Go deeper")
    press(form, "Take over: Price, Service")
    assert [each.criterion for each in form.draft.values.our_scores] == ["Price", "Service"]
    assert "Take over: Price, Service" not in shown(form)


def test_the_grid_of_the_white_space_is_completed() -> None:
    """The two fields nobody wrote down become unknown ones."""
    entries = (
        WhiteSpace(business_unit="Mill", offering="Pumps"),
        WhiteSpace(business_unit="Plant", offering="Service"),
    )
    form = open_form(Competition(white_space=entries))
    press(form, "► Go deeper")
    press(form, "Take over: Mill / Service, Plant / Pumps")
    assert [each.state for each in form.draft.values.white_space] == [None, None, "unknown", "unknown"]


def test_the_title_of_an_entry_follows_what_is_written() -> None:
    """Name and open answers stand on the folded entry."""
    form = open_form(BuyingCenter(members=(BuyingCenterMember(id="a", person="Ms A"),)))
    press(form, "► 1  Ms A (5 answers open)")
    find(form, "Function").value = "CFO"
    form.flush()
    assert "▼ 1  Ms A (4 answers open)" in shown(form)


def test_a_customer_is_offered_24_and_36_months() -> None:
    """Twelve are for a prospect; who has them already still sees them."""
    labels = [label for label, _code in find(open_form(Cover()), "How far the plan reaches").options]
    assert labels == ["not answered yet", "24 months", "36 months"]
    won = find(open_form(Cover(horizon=Horizon.MONTHS_12)), "How far the plan reaches")
    assert won.value is Horizon.MONTHS_12


def test_roles_are_explained_by_a_sign_each() -> None:
    """Several may hold, so there is a sign per role instead of a question."""
    form = open_form(BuyingCenter(members=(BuyingCenterMember(id="a", person="Ms A"),)))
    press(form, "► 1  Ms A")
    first: Any = next(each for each in walk(form.view) if getattr(each, "description", "") == "► Help me choose")
    first.click()
    assert "Speaks the yes after which nobody is asked any more." in notes(form)


def test_a_number_nobody_knows_becomes_a_question() -> None:
    """The guide to a probability leads to a number; that of a score may lead to a question mark."""
    form = open_form(Competition(our_scores=({"id": "a", "criterion": "Price"},)))
    press(form, "► Go deeper")
    press(form, "► Help me choose")
    find(form, "Have you heard or read what the customer says about this supplier on this point?").value = "no"
    find(form, "Take over").click()
    assert form.draft.typed == {"our_scores.0.score": "?"}


@pytest.mark.parametrize("name", ["<img src=x onerror=alert(1)>", "$$ \\frac{1}{0} $$", "{0} %s"])
def test_hostile_names_are_names(name: str) -> None:
    """Kept as they are, shown as text."""
    form = open_form(BuyingCenter())
    find(form, "Add a person").click()
    find(form, "Name").value = name
    form.flush()
    assert form.draft.values.members[0].person == name
    assert "<img" not in notes(form)
    assert "<img" not in form.twin()


def test_why_an_entry_was_refused_stays_while_earlier_ones_are_saved() -> None:
    """A save a moment later does not take the sentence away; the next change of the list does."""
    form = open_form(Objectives())
    for _objective in range(4):
        find(form, "Add an objective").click()
    form.flush()
    assert "Three objectives are the limit" in notes(form)
    find(form, "Remove").click()
    assert "Three objectives are the limit" not in notes(form)
