"""The rest is worked reactively: each inquiry gets an answer, a standard offer or a polite no, with a date."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from workbook.i18n import N_, NP_, _
from workbook.i18n import day as in_words
from workbook.plan.dates import in_working_days
from workbook.plan.fields import Day, Depth, Hours, Text, Whole, field
from workbook.plan.finding import Finding, Gravity
from workbook.plan.section import Item, Section
from workbook.terms import Answerer, InquiryDecision, Term


class InquiryKind(Term):
    """What somebody from the rest asks for."""

    PRICE = "price", NP_("InquiryKind", "Price or offer")
    TECHNICAL = "technical", NP_("InquiryKind", "Technical question")
    VISIT = "visit", NP_("InquiryKind", "Visit")
    SAMPLE = "sample", NP_("InquiryKind", "Sample or test")
    COMPLAINT = "complaint", NP_("InquiryKind", "Complaint")
    OTHER = "other", NP_("InquiryKind", "Something else")


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
        return (*late, *(finding for number, each in numbered for finding in _effort(number, each)))


def answer_due(inquiry: Inquiry) -> date | None:
    """Return the day until which an inquiry is to be answered; None while date or deadline are unknown."""
    if inquiry.date is None or inquiry.reply_deadline is None:
        return None
    return in_working_days(inquiry.date, inquiry.reply_deadline)


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
