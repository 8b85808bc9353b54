"""The cover of a Key Account Plan: who, how long, with whom, for what, and the next appointment."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from workbook.i18n import N_, NP_, _
from workbook.plan.fields import Clock, Day, Depth, LongText, Percent, Text, field
from workbook.plan.finding import Finding, Gravity
from workbook.plan.section import Item, Section, absent
from workbook.terms import Term

DAYS_TO_APPOINTMENT = 14


class Horizon(Term):
    """How far a plan reaches; twelve months only for a prospect."""

    MONTHS_12 = "12", NP_("Horizon", "12 months"), 12
    MONTHS_24 = "24", NP_("Horizon", "24 months"), 24
    MONTHS_36 = "36", NP_("Horizon", "36 months"), 36


class ValueProposition(Item):
    """What the customer gains from us for one of its goals, and what proves it."""

    goal: Text | None = field(N_("Customer goal"), suggest="goals")
    benefit: LongText | None = field(N_("What the customer gains from us"))
    proof: LongText | None = field(
        N_("What proves it"), help=N_("A figure, a reference, a test result the customer accepts.")
    )


class Risk(Item):
    """Something that could spoil the plan, and what we do about it."""

    risk: Text | None = field(N_("Risk"))
    counter_action: LongText | None = field(N_("What we do about it"))


class Cover(Section):
    """The first page of a Key Account Plan."""

    KEY: ClassVar[str] = "key_account/{account_id}/cover"
    TITLE: ClassVar[str] = N_("Cover")

    owner: Text | None = field(N_("Responsible for the plan"), names="person", personal=True)
    horizon: Horizon | None = field(
        N_("How far the plan reaches"),
        help=N_("From today on. Sales cycles take 12, 24 or 36 months; 12 only where you want to win a new customer."),
        suggest="horizons",
    )
    next_appointment: Day | None = field(
        N_("Next appointment with the customer"),
        help=N_("Within the next 14 days, so that the plan starts to live."),
        calendar=N_("Appointment: {appointment_about}"),
        clock="appointment_time",
    )
    appointment_about: Text | None = field(N_("What the appointment is for"))
    appointment_time: Clock | None = field(
        N_("Time of the appointment"),
        help=N_("Empty: it stands in the calendar for the whole day."),
        depth=Depth.DEEPENING,
    )
    sponsor: Text | None = field(
        N_("Sponsor in our management"),
        names="person",
        help=N_("Who opens doors and clears the way for this customer."),
        personal=True,
    )
    value_propositions: tuple[ValueProposition, ...] = field(
        N_("Our value for the customer's goals"), add=N_("Add a value"), default=(), most=3, depth=Depth.DEEPENING
    )
    team_inside_sales: Text | None = field(N_("Inside sales"), names="person", personal=True, depth=Depth.DEEPENING)
    team_technical: Text | None = field(N_("Technical support"), names="person", personal=True, depth=Depth.DEEPENING)
    team_management: Text | None = field(N_("Management"), names="person", personal=True, depth=Depth.DEEPENING)
    margin: Percent | None = field(
        N_("Margin with this customer"), help=N_("In per cent of revenue."), depth=Depth.DEEPENING
    )
    risks: tuple[Risk, ...] = field(
        N_("The three largest risks"), add=N_("Add a risk"), default=(), most=3, depth=Depth.DEEPENING
    )
    last_review: Day | None = field(N_("Last review"), depth=Depth.DEEPENING)
    next_review: Day | None = field(
        N_("Next review"), not_before="last_review", depth=Depth.DEEPENING, calendar=N_("Review of the account plan")
    )

    def findings(self, today: date) -> tuple[Finding, ...]:
        """Return hints about the next appointment and review, risks without an answer and values without a proof."""
        return (*_appointments(self, today), *_unanswered(self))

    def proposals(self, path: str, known: Mapping[str, Sequence[str]]) -> tuple[dict[str, Any], ...]:
        """Return a value for each goal of the customer that has none yet."""
        if path != "value_propositions":
            return ()
        goals = absent(known.get("goals", ()), (each.goal for each in self.value_propositions))
        return tuple({"goal": each} for each in goals)


def _appointments(cover: Cover, today: date) -> Iterator[Finding]:
    next_one = cover.next_appointment
    if next_one and next_one < today:
        text = _("This appointment is over. When do you see the customer next?")
        yield Finding("appointment_past", Gravity.HINT, text, "next_appointment")
    if next_one and (next_one - today).days > DAYS_TO_APPOINTMENT:
        sentence = _("The next appointment is {days} days away. A plan starts to live within {limit} days.")
        text = sentence.format(days=(next_one - today).days, limit=DAYS_TO_APPOINTMENT)
        yield Finding("appointment_far", Gravity.HINT, text, "next_appointment")
    if cover.next_review and cover.next_review < today:
        yield Finding("review_past", Gravity.HINT, _("The day of the review is over."), "next_review")


def _unanswered(cover: Cover) -> Iterator[Finding]:
    for number, each in enumerate(cover.risks):
        if each.risk and not each.counter_action:
            text = _("What do you do about this risk?")
            yield Finding("risk_without_answer", Gravity.HINT, text, f"risks.{number}.counter_action")
    for number, value in enumerate(cover.value_propositions):
        if value.benefit and not value.proof:
            text = _("What would prove it to the customer?")
            yield Finding("value_without_proof", Gravity.HINT, text, f"value_propositions.{number}.proof")
