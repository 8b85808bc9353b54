"""The rest is worked reactively: each inquiry gets an answer, a standard offer or a polite no, with a date."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import ClassVar

from workbook.i18n import N_, _
from workbook.i18n import day as in_words
from workbook.plan.dates import in_working_days
from workbook.plan.fields import Day, Depth, Hours, LongText, Text, Whole, field
from workbook.plan.finding import Finding, Gravity
from workbook.plan.section import Item, Section
from workbook.plan.triage import Answers, Fit, InquiryKind, Proposal, Toil, Worth, propose
from workbook.terms import Answerer, InquiryDecision


class Inquiry(Item):
    """One inquiry and how it ends."""

    account: Text | None = field(N_("Account"), names="company", suggest="accounts")
    date: Day | None = field(N_("Received on"))
    kind: InquiryKind | None = field(N_("What it is about"))
    decision: InquiryDecision | None = field(N_("How it is answered"))
    answered_by: Answerer | None = field(N_("Who answers"))
    reply_deadline: Whole | None = field(N_("Answer within"), unit=N_("working days"))
    effort_ceiling: Hours | None = field(
        N_("Effort at most"), help=N_("More than this is not spent on it."), unit=N_("hours"), depth=Depth.DEEPENING
    )
    fit: Fit | None = field(N_("Does it fit what we offer?"), depth=Depth.DEEPENING)
    toil: Toil | None = field(N_("How long would a full answer take?"), depth=Depth.DEEPENING)
    worth: Worth | None = field(N_("What could it bring?"), depth=Depth.DEEPENING)
    answer: LongText | None = field(N_("Text of the answer"), depth=Depth.DEEPENING)
    answered_on: Day | None = field(N_("Answered on"), not_before="date", depth=Depth.DEEPENING)
    hours: Hours | None = field(N_("Time it really took"), unit=N_("hours"), depth=Depth.DEEPENING)


class Inquiries(Section):
    """The log of inquiries from the rest."""

    KEY: ClassVar[str] = "inquiries"
    TITLE: ClassVar[str] = N_("Inquiries from the rest")

    inquiries: tuple[Inquiry, ...] = field(N_("Inquiries"), add=N_("Add an inquiry"), default=(), most=400)

    def findings(self, today: date) -> tuple[Finding, ...]:
        """Return answers that are late as alarms, and hints about effort and dates."""
        numbered = list(enumerate(self.inquiries))
        late = [finding for number, each in numbered for finding in _late(number, each, today)]
        hints = [
            finding for number, each in numbered for look in (_effort, _unfinished) for finding in look(number, each)
        ]
        return (*late, *hints)


def answer_due(inquiry: Inquiry) -> date | None:
    """Return the day until which an inquiry is to be answered; None while date or deadline are unknown."""
    if inquiry.date is None or inquiry.reply_deadline is None:
        return None
    return in_working_days(inquiry.date, inquiry.reply_deadline)


class Standing(StrEnum):
    """Where an inquiry stands on a day."""

    ANSWERED = "answered"
    OVERDUE = "overdue"
    OPEN = "open"
    UNDECIDED = "undecided"


def standing(inquiry: Inquiry, today: date) -> Standing:
    """Return whether an inquiry is answered, overdue, open with a deadline, or still without ending or deadline.

    >>> standing(Inquiry(date=date(2026, 11, 20), reply_deadline=1), date(2026, 11, 23)).value
    'undecided'
    """
    due = answer_due(inquiry)
    if inquiry.answered_on:
        return Standing.ANSWERED
    if due and due < today:
        return Standing.OVERDUE
    return Standing.OPEN if due and inquiry.decision else Standing.UNDECIDED


def proposal_for(inquiry: Inquiry) -> Proposal | None:
    """Return how an inquiry should end by the rules of the triage, None while answers are missing."""
    return propose(Answers(inquiry.kind, inquiry.fit, inquiry.toil, inquiry.worth))


def proposed(account: str, received: date, told: Answers) -> Inquiry:
    """Return an inquiry as it is noted from a few questions: with the proposed ending on its usual terms."""
    noted = Inquiry(account=account, date=received, kind=told.kind, fit=told.fit, toil=told.toil, worth=told.worth)
    found = propose(told)
    if found is None:
        return noted
    terms = found.terms
    return noted.model_copy(
        update={
            "decision": found.ending,
            "answered_by": terms.answered_by,
            "reply_deadline": terms.working_days,
            "effort_ceiling": terms.effort_ceiling,
        }
    )


def speaks_for_promotion(inquiry: Inquiry) -> bool:
    """Return whether the rep noted that the account could belong higher up."""
    return inquiry.worth is Worth.HIGH or inquiry.decision is InquiryDecision.CONSIDER_PROMOTION


def _late(number: int, inquiry: Inquiry, today: date) -> Iterator[Finding]:
    due = answer_due(inquiry)
    if due and due < today and not inquiry.answered_on:
        sentence = _("An answer was due on {day}. Every inquiry gets one, also a polite no.")
        yield Finding(
            "answer_late", Gravity.ALARM, sentence.format(day=in_words(due)), f"inquiries.{number}.answered_on"
        )


def _effort(number: int, inquiry: Inquiry) -> Iterator[Finding]:
    hours, ceiling = inquiry.hours, inquiry.effort_ceiling
    if hours is not None and ceiling is not None and hours > ceiling:
        text = _("This took longer than you had allowed. What will you do differently next time?")
        yield Finding("effort_above_ceiling", Gravity.HINT, text, f"inquiries.{number}.hours")


def _unfinished(number: int, inquiry: Inquiry) -> Iterator[Finding]:
    if inquiry.decision is InquiryDecision.CONSIDER_PROMOTION:
        text = _("This is noted for the next review. The inquiry still needs an ending: answer, standard offer or no.")
        yield Finding("promotion_is_no_answer", Gravity.HINT, text, f"inquiries.{number}.decision")
