"""Every question mark is found once, with its place."""

from workbook.plan.buying_center import BuyingCenter
from workbook.plan.draft import Draft
from workbook.plan.exercise import Answer
from workbook.plan.questions import open_questions


def test_question_marks_are_found_in_words_and_in_numbers() -> None:
    """A name, a free text and a date that is not known yet."""
    draft = Draft(BuyingCenter()).add("members", person="Ms Weber", function="Purchasing?")
    draft = draft.keep("members.0.last_contact", "?")
    found = open_questions([("key_account/7/buying_center", "Nordholz", draft)])
    assert [(each.path, each.text) for each in found] == [
        ("members.0.function", "Purchasing?"),
        ("members.0.last_contact", "?"),
    ]
    assert found[0].where == "Nordholz, Buying center, People 1 (Ms Weber), Function"


def test_no_question_mark_no_question() -> None:
    """An answered question disappears."""
    assert open_questions([("exercise/01/why", "", Draft(Answer(text="Because.")))]) == ()


def test_texts_of_another_hand_do_not_stop_the_list() -> None:
    """An unknown field and an unknown role are kept as text; only what is a field is asked."""
    document = {"values": {"members": [{"id": "a", "roles": ["buyer", "boss?"]}], "extra": "really?"}}
    found = open_questions([("k", "", Draft.from_document(BuyingCenter, document))])
    assert [(each.path, each.where) for each in found] == [
        ("members.0.roles", "Buying center, People 1, Roles in the decision")
    ]
