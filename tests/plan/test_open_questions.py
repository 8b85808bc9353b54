"""Open questions with owner and date; answered ones stay."""

from datetime import date

from workbook.plan.buying_center import BuyingCenter, BuyingCenterMember
from workbook.plan.draft import Draft
from workbook.plan.open_questions import OpenQuestion, OpenQuestions, brought_up_to_date, resolved
from workbook.plan.questions import Asked, open_questions

TODAY = date(2026, 11, 23)


def asked(draft: Draft[BuyingCenter]) -> tuple[Asked, ...]:
    return open_questions([("key_account/7/buying_center", "Nordholz", draft)])


def two_people() -> Draft[BuyingCenter]:
    members = (BuyingCenterMember(id="a", person="Ms Weber"), BuyingCenterMember(id="b", person="Mr Ito?"))
    return Draft(BuyingCenter(members=members))


def test_a_question_is_listed_once_and_keeps_its_owner() -> None:
    """Bringing the list up to date twice changes nothing."""
    once = brought_up_to_date(OpenQuestions(), asked(two_people()), TODAY)
    owned = OpenQuestions(questions=(once.questions[0].model_copy(update={"owner": "Me"}),))
    assert brought_up_to_date(owned, asked(two_people()), TODAY) == owned


def test_a_question_stays_the_same_when_people_change_places() -> None:
    """The id follows the person, not the number."""
    before = brought_up_to_date(OpenQuestions(), asked(two_people()), TODAY)
    after = brought_up_to_date(before, asked(two_people().move_up("members.1")), TODAY)
    assert [each.id for each in after.questions] == [each.id for each in before.questions]


def test_an_answered_question_is_dated_and_counted() -> None:
    """The question mark is gone: answered today, one resolved in the quarter."""
    before = brought_up_to_date(OpenQuestions(), asked(two_people()), TODAY)
    after = brought_up_to_date(before, asked(two_people().put("members.1.person", "Mr Ito")), TODAY)
    assert [each.answered_on for each in after.questions] == [TODAY]
    assert resolved(after, date(2026, 10, 1), date(2026, 12, 31)) == 1


def test_a_question_of_the_reps_own_is_answered_by_the_rep() -> None:
    """It stands in no field, so no field can answer it."""
    own = OpenQuestions(questions=(OpenQuestion(id="own", text="Who signs?"),))
    assert brought_up_to_date(own, (), TODAY) == own
