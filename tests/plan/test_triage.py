"""The triage of inquiries, what it proposes, and the texts for answers."""

from datetime import date
from decimal import Decimal

import pytest

from workbook.i18n import speaking
from workbook.plan.answer_texts import default_answer_texts, filled_in
from workbook.plan.fixed_dates import FixedDate, FixedDates
from workbook.plan.inquiries import Inquiries, Inquiry, Standing, proposed, speaks_for_promotion, standing
from workbook.plan.triage import Answers, Fit, InquiryKind, Toil, Worth, propose
from workbook.terms import Answerer, InquiryDecision

FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("told", "ending"),
    [
        (Answers(InquiryKind.COMPLAINT), "answer_fully"),
        (Answers(None, Fit.NONE), "decline"),
        (Answers(None, Fit.FULL, Toil.SHORT), "answer_fully"),
        (Answers(None, Fit.FULL, Toil.MEDIUM, Worth.HIGH), "answer_fully"),
        (Answers(None, Fit.FULL, Toil.LONG, Worth.SMALL), "decline"),
        (Answers(None, Fit.FULL, Toil.MEDIUM, Worth.USUAL), "standard_offer"),
        (Answers(None, Fit.PARTLY, Toil.SHORT, Worth.HIGH), "standard_offer"),
    ],
)
def test_proposal_follows_the_first_rule_that_fits(told: Answers, ending: str) -> None:
    """The rules as they are printed in the chapter."""
    found = propose(told)
    assert found is not None
    assert found.ending.value == ending


@pytest.mark.parametrize("told", [Answers(), Answers(None, Fit.FULL), Answers(None, Fit.FULL, Toil.MEDIUM)])
def test_no_proposal_while_answers_are_missing(told: Answers) -> None:
    """Unknown is no answer: nothing is guessed."""
    assert propose(told) is None


def test_noted_inquiry_has_the_usual_terms() -> None:
    """A standard offer by inside sales within two working days: received on Friday, due on Tuesday; half an hour."""
    noted = proposed("Nordholz", FRIDAY, Answers(InquiryKind.PRICE, Fit.PARTLY, Toil.SHORT, Worth.USUAL))
    assert (noted.decision, noted.answered_by) == (InquiryDecision.STANDARD_OFFER, Answerer.INSIDE_SALES)
    assert (noted.reply_deadline, noted.effort_ceiling) == (2, Decimal("0.5"))


def test_complaint_is_answered_by_the_rep_the_next_working_day() -> None:
    """Nobody hands a complaint over."""
    noted = proposed("Nordholz", FRIDAY, Answers(InquiryKind.COMPLAINT))
    assert (noted.answered_by, noted.reply_deadline) == (Answerer.REP, 1)


def test_standing_of_an_inquiry() -> None:
    """Due on Monday: open on Monday, overdue on Tuesday, answered is answered; without an ending it is undecided."""
    inquiry = Inquiry(date=FRIDAY, reply_deadline=1, decision=InquiryDecision.DECLINE)
    assert standing(inquiry, date(2026, 11, 23)) is Standing.OPEN
    assert standing(inquiry, date(2026, 11, 24)) is Standing.OVERDUE
    assert standing(inquiry.model_copy(update={"answered_on": FRIDAY}), date(2026, 11, 24)) is Standing.ANSWERED
    assert standing(Inquiry(date=FRIDAY), date(2026, 11, 24)) is Standing.UNDECIDED


def test_promotion_is_noted_and_is_no_ending() -> None:
    """The inquiry still needs an answer, a standard offer or a no."""
    inquiry = Inquiry(decision=InquiryDecision.CONSIDER_PROMOTION)
    assert speaks_for_promotion(inquiry)
    assert [each.code for each in Inquiries(inquiries=(inquiry,)).findings(FRIDAY)] == ["promotion_is_no_answer"]


def test_fixed_date_that_passed_is_an_alarm() -> None:
    """Until it is done; today still counts."""
    dates = (FixedDate(due=FRIDAY), FixedDate(due=date(2026, 11, 19)), FixedDate(due=FRIDAY, done_on=FRIDAY))
    assert [each.path for each in FixedDates(dates=dates).findings(FRIDAY)] == ["dates.1.done_on"]


@pytest.mark.parametrize("language", ["de", "en"])
def test_texts_come_for_every_ending_in_both_languages(language: str) -> None:
    """Full answer, standard offer, polite no; the place holders are those of the language."""
    texts = default_answer_texts(language).texts
    assert {str(each.ending) for each in texts} == {"answer_fully", "standard_offer", "decline"}
    with speaking(language):
        filled = [filled_in(each.text or "", customer="Nordholz", due=FRIDAY, name="Ada Berg") for each in texts]
    assert not any("[" in text for text in filled)
