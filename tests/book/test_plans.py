"""The plans of the five in one place: their parts, what is known already, and their state as JSON."""

from datetime import date

import pytest

from tests.chapters.conftest import MakeBook, make_book
from workbook.book import Workbook
from workbook.book.plans import begun_plans, plan_of, plan_states
from workbook.plan.account_facts import AccountFacts
from workbook.plan.buying_center import BuyingCenter
from workbook.plan.draft import Draft
from workbook.plan.key_account import Cover
from workbook.plan.prospect import ProspectPlan

__all__ = ["make_book"]
CUSTOMER, PROSPECT = "A-01", "V-22"


@pytest.fixture
def book(make_book: MakeBook) -> Workbook:
    return make_book()


def test_what_is_known_of_a_prospect_is_not_asked_twice(book: Workbook) -> None:
    """The supplier of the export and the contract end of chapter 1; what the rep wrote in the plan wins."""
    facts = AccountFacts(contract_end=date(2026, 10, 31))
    book.keeper(AccountFacts, account_id=PROSPECT).save(Draft(facts))
    known = plan_of(book, PROSPECT)[ProspectPlan].values
    assert (known.incumbent_competitor, known.contract_end) == ("Arendsee Pumpen", date(2026, 10, 31))
    book.keeper(ProspectPlan, account_id=PROSPECT).save(Draft(ProspectPlan(why_switch="Service")))
    assert plan_of(book, PROSPECT)[ProspectPlan].values.incumbent_competitor is None


def test_only_plans_in_which_something_is_written_are_begun(book: Workbook) -> None:
    """What is filled in from chapter 1 is no beginning."""
    assert begun_plans(book) == {}
    book.keeper(Cover, account_id=PROSPECT).save(Draft(Cover(owner="Anna")))
    assert list(begun_plans(book)) == [PROSPECT]


def test_the_state_of_a_plan_is_part_of_the_export(book: Workbook) -> None:
    """Score, formula, findings and questions; with codes in place of names on request."""
    book.keeper(BuyingCenter, account_id=CUSTOMER).save(Draft(BuyingCenter(members=({"person": "Ms Weber?"},))))
    (state,) = plan_states(book)
    assert state["formula"] == "0 of 5 parts are complete; 1 of 64 core answers are there: 2%."
    assert [each["code"] for each in state["parts"]["BuyingCenter"]["findings"]][:2] == ["person_unnamed", "no_decider"]
    assert [each["where"] for each in state["questions"]] == ["Buying center, People 1, Name"]
    assert book.portable()["plans"] == [state]
    (hidden,) = book.portable(redact=True)["plans"]
    assert (hidden["account"], hidden["name"]) == (
        book.pseudonyms().id(CUSTOMER),
        book.pseudonyms().code(state["name"]),
    )
    assert "Weber" not in str(hidden)
