"""The rest, the not-to-do list, hours, the commitment."""

from datetime import date
from decimal import Decimal

import pytest

from workbook.plan.action import Action
from workbook.plan.commitment import Commitment, Intention, check_in_days
from workbook.plan.dates import in_months, in_working_days
from workbook.plan.draft import Draft
from workbook.plan.editing import type_in
from workbook.plan.inquiries import Inquiries, Inquiry, answer_due
from workbook.plan.not_to_do import NotToDo, NotToDoEntry, freed_hours
from workbook.plan.time_budget import TimeBudget, hours_of

TODAY = date(2026, 11, 23)


def test_deadlines_are_working_days() -> None:
    """Three working days after Thursday are Tuesday."""
    assert answer_due(Inquiry(date=date(2026, 11, 19), reply_deadline=3)) == date(2026, 11, 24)
    assert answer_due(Inquiry(date=date(2026, 11, 19))) is None
    assert in_working_days(date(2026, 11, 28), 1) == date(2026, 11, 30)


def test_an_inquiry_without_answer_after_its_deadline_is_an_alarm() -> None:
    """Due on Friday, today is Monday; an answered one is fine."""
    open_one = Inquiry(date=date(2026, 11, 18), reply_deadline=2)
    answered = open_one.model_copy(update={"answered_on": date(2026, 11, 20)})
    findings = Inquiries(inquiries=(answered, open_one)).findings(TODAY)
    assert [(each.code, each.path) for each in findings] == [("answer_late", "inquiries.1.answered_on")]


def test_effort_above_the_ceiling_is_a_hint() -> None:
    """Three hours where two were allowed."""
    inquiry = Inquiry(hours=Decimal(3), effort_ceiling=Decimal(2))
    codes = [each.code for each in Inquiries(inquiries=(inquiry,)).findings(TODAY)]
    assert codes == ["effort_above_ceiling"]


def test_unbooked_hours_stay_visible() -> None:
    """Six freed hours, two of them booked."""
    booked = NotToDoEntry(item="Report", hours_freed=Decimal(2), booked_to="Visit Nordholz")
    free = NotToDoEntry(item="Fair", hours_freed=Decimal(4))
    not_to_do = NotToDo(entries=(booked, free, NotToDoEntry(item="Samples")))
    assert freed_hours(not_to_do) == (Decimal(6), Decimal(4))
    assert "4 freed hours" in not_to_do.findings(TODAY)[0].sentence


def test_negative_hours_are_refused_with_a_sentence() -> None:
    """The text stays, the value is unknown."""
    edited = type_in(Draft(TimeBudget()), "actual_hours_top5", "-3")
    assert edited.sentence == "Please write a value from 0 to 10,000."
    assert edited.draft.typed == {"actual_hours_top5": "-3"}


def test_a_week_has_168_hours() -> None:
    """100 and 68 fit, one more does not; wanted hours are counted on their own."""
    budget = Draft(TimeBudget(actual_hours_top5=Decimal(100), target_hours_rest=Decimal(50)))
    assert type_in(budget, "actual_hours_rest", "68").sentence == ""
    edited = type_in(budget, "actual_hours_rest", "69")
    assert "more hours than a week has" in edited.sentence
    assert edited.draft.typed == {"actual_hours_rest": "69"}
    assert hours_of(budget.values, "target").total() == Decimal(50)


def test_check_ins_follow_after_30_60_and_90_days() -> None:
    """From 23 November: 23 December, 22 January, 21 February."""
    days = check_in_days(Commitment(date=TODAY))
    assert days == (date(2026, 12, 23), date(2027, 1, 22), date(2027, 2, 21))
    assert check_in_days(Commitment()) == ()


def test_an_intention_whose_date_is_over_gets_a_hint() -> None:
    """Today still counts."""
    commitment = Commitment(intentions=(Intention(date=TODAY), Intention(date=date(2026, 11, 22))))
    assert [each.path for each in commitment.findings(TODAY)] == ["intentions.1.date"]


def test_repeated_actions_have_ids_of_their_own() -> None:
    """A calendar must be able to tell them apart; without a date nothing is repeated."""
    actions = (first := Action(id="a", what="Review", due=date(2026, 11, 30)), *first.repeated())
    assert len({each.id for each in actions}) == 4
    assert [each.due for each in actions][1] == date(2027, 2, 28)
    assert Action(what="Review").repeated() == ()


def test_months_end_where_they_end() -> None:
    """31 January and one month are 28 February, in a leap year 29."""
    assert in_months(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert in_months(date(2027, 11, 30), 3) == date(2028, 2, 29)


@pytest.mark.parametrize(("name", "text"), [("answered_on", "2026-11-19"), ("date", "2026-11-22")])
def test_an_end_before_its_start_is_refused_at_the_field(name: str, text: str) -> None:
    """Received on the 20th, answered on the 21st: neither date may pass the other; the text stays."""
    draft = Draft(Inquiries(inquiries=(Inquiry(date=date(2026, 11, 20), answered_on=date(2026, 11, 21)),)))
    edited = type_in(draft, f"inquiries.0.{name}", text)
    assert "would be before “Received on”" in edited.sentence
    assert edited.draft.typed == {f"inquiries.0.{name}": text}
