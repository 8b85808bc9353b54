"""Drafts keep everything a rep typed."""

from copy import deepcopy
from decimal import Decimal

import pytest
from pydantic import ValidationError

from workbook.errors import WorkbookError
from workbook.plan.buying_center import BuyingCenter, BuyingCenterMember
from workbook.plan.draft import Draft
from workbook.plan.editing import choose, explain, type_in
from workbook.plan.objectives import Objectives
from workbook.plan.year_plan import YearPlan
from workbook.terms import Attitude, BuyingRole

EMPTY = Draft(YearPlan())


def test_entries_without_an_id_get_one_that_stays() -> None:
    """An old document is read the same way twice; a copied id is not kept twice; nested lists have ids too."""
    old = {"values": {"actions": [{"what": "A"}, {"id": "b", "what": "B"}, {"id": "b", "what": "C"}]}}
    actions = Draft.from_document(YearPlan, old).values.actions
    assert actions == Draft.from_document(YearPlan, old).values.actions
    assert (len({each.id for each in actions}), actions[1].id) == (3, "b")
    assert all(each.id for each in actions)


def test_a_new_draft_knows_nothing() -> None:
    """Every field starts unknown."""
    assert EMPTY.empty
    assert EMPTY.values.value is None


def test_what_is_not_valid_yet_is_kept_as_text() -> None:
    """The value is unknown, the text stands beside it, and both come back from the document."""
    draft = type_in(EMPTY, "value", "about 20k").draft
    again = Draft.from_document(YearPlan, draft.to_document())
    assert again.values.value is None
    assert again.typed == {"value": "about 20k"}
    assert "about 20k" in explain(again, "value")


def test_a_valid_text_replaces_the_one_that_was_kept() -> None:
    """After the correction nothing is left of the mistake."""
    draft = type_in(type_in(EMPTY, "value", "20k").draft, "value", "20,000").draft
    assert draft.values.value == Decimal(20000)
    assert draft.typed == {}


def test_a_draft_is_not_changed_by_an_edit() -> None:
    """Functions return new drafts."""
    type_in(EMPTY, "goal", "More service contracts")
    assert EMPTY.values == YearPlan()


def test_documents_are_json_and_exact() -> None:
    """Money travels as text, so that no cent is lost."""
    draft = EMPTY.put("value", Decimal("1234.50"))
    assert draft.to_document() == {"schema": 1, "values": {"value": "1234.50"}, "typed": {}}


def test_a_draft_comes_back_from_its_document() -> None:
    """Terms, lists and ids survive the round trip."""
    draft = Draft(BuyingCenter()).add("members", person="Ms Weber", attitude=Attitude.CRITIC)
    draft = draft.put("members.0.roles", (BuyingRole.BUYER, BuyingRole.DECIDER))
    assert Draft.from_document(BuyingCenter, draft.to_document()) == draft


def test_a_saved_value_that_no_longer_fits_becomes_text() -> None:
    """A document of another hand loses nothing: unknown codes and fields are kept as text."""
    document = {"schema": 1, "values": {"members": [{"person": "Weber", "attitude": "adores us"}], "extra": "x"}}
    draft = Draft.from_document(BuyingCenter, document)
    assert draft.values.members[0].person == "Weber"
    assert draft.typed == {"members.0.attitude": "adores us", "extra": "x"}


def test_a_newer_document_is_not_opened() -> None:
    """It would lose what this version does not know."""
    with pytest.raises(WorkbookError, match="newer version"):
        Draft.from_document(YearPlan, {"schema": 99, "values": {}, "typed": {}})


def test_removing_an_entry_moves_the_kept_texts() -> None:
    """The text at the third person belongs to the second afterwards; the removed person's text is gone."""
    draft = Draft(BuyingCenter()).add("members").add("members").add("members")
    draft = draft.keep("members.1.last_contact", "May").keep("members.2.last_contact", "June")
    assert draft.remove("members.1").typed == {"members.1.last_contact": "June"}


def test_moving_up_takes_the_kept_texts_along() -> None:
    """The places of two entries are exchanged, others stay."""
    draft = Draft(BuyingCenter()).add("members").add("members").add("members")
    draft = draft.keep("members.1.last_contact", "May").keep("members.2.last_contact", "June")
    assert draft.move_up("members.1").typed == {"members.0.last_contact": "May", "members.2.last_contact": "June"}


def test_references_to_a_removed_entry_become_unknown() -> None:
    """Nobody reports to somebody who is no longer there."""
    members = (BuyingCenterMember(id="a"), BuyingCenterMember(id="b", reports_to="a"))
    assert Draft(BuyingCenter(members=members)).remove("members.0").values.members[0].reports_to is None


def test_a_fourth_objective_is_refused() -> None:
    """Exactly three sales objectives."""
    draft = Draft(Objectives()).add("objectives").add("objectives").add("objectives")
    with pytest.raises(ValidationError):
        draft.add("objectives")


def test_a_reporting_circle_is_refused_with_its_line() -> None:
    """The sentence shows the circle, the value before stays."""
    members = (BuyingCenterMember(id="a", person="A", reports_to="b"), BuyingCenterMember(id="b", person="B"))
    edited = choose(Draft(BuyingCenter(members=members)), "members.1.reports_to", "a")
    assert "B → A → B" in edited.sentence
    assert edited.draft.values.members[1].reports_to is None


def test_actions_of_a_removed_objective_lose_only_their_objective() -> None:
    """References from other lists become unknown too; the action itself stays."""
    draft = Draft(Objectives()).add("objectives").add("actions", what="Visit the plant")
    draft = draft.put("actions.0.objective", draft.values.objectives[0].id)
    (action,) = draft.remove("objectives.0").values.actions
    assert (action.what, action.objective) == ("Visit the plant", None)


def test_the_text_of_a_removed_entry_is_gone() -> None:
    """Nothing is left at a place that no longer exists."""
    draft = Draft(BuyingCenter()).add("members").keep("members.0.last_contact", "May")
    assert draft.remove("members.0").typed == {}


def test_reading_a_document_does_not_change_it() -> None:
    """Not even where values are taken out of lists."""
    document = {"values": {"members": [{"person": "Ito", "roles": ["buyer", "boss"]}]}}
    before = deepcopy(document)
    Draft.from_document(BuyingCenter, document)
    assert document == before


def test_a_document_full_of_mistakes_opens() -> None:
    """Two thousand unknown fields are two thousand texts."""
    document = {"values": {f"field {number}": number for number in range(2000)}}
    assert len(Draft.from_document(YearPlan, document).typed) == 2000


def test_texts_of_a_document_follow_their_entry() -> None:
    """The first entry is none and goes; what could not be read in the second stands at its new place."""
    members = [None, {"id": "a", "person": {"not": "a name"}}]
    draft = Draft.from_document(BuyingCenter, {"values": {"members": members}})
    assert draft.typed == {"members": "None", "members.0.person": "{'not': 'a name'}"}
    assert draft.at("members.0").id == "a"
