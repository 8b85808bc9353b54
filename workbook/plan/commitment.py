"""What the rep promises: intentions with a date and a witness, and check-ins after 30, 60 and 90 days."""

from datetime import timedelta
from typing import ClassVar

from workbook.i18n import N_, _
from workbook.plan.fields import Day, Depth, LongText, Text, field
from workbook.plan.finding import Finding, Gravity
from workbook.plan.section import Item, Section

CHECK_IN_DAYS = (30, 60, 90)


class Intention(Item):
    """When X happens, I will do Y, by a date."""

    when: LongText | None = field(N_("When this happens"), help=N_("A situation you will recognise at once."))
    then: LongText | None = field(N_("I will"), help=N_("One thing you do then."))
    date: Day | None = field(N_("By"))


class CheckIn(Item):
    """One look back after 30, 60 or 90 days."""

    date: Day | None = field(N_("Day of the check-in"))
    kept: LongText | None = field(N_("What I kept"))
    changed: LongText | None = field(N_("What I change"))


class Commitment(Section):
    """The rep's commitment to the focus customers."""

    KEY: ClassVar[str] = "commitment"
    TITLE: ClassVar[str] = N_("Commitment")

    intentions: tuple[Intention, ...] = field(N_("My intentions"), add=N_("Add an intention"), default=(), most=5)
    witness: Text | None = field(
        N_("Who will ask me about it"),
        names="person",
        help=N_("A colleague or your manager; tell them the date."),
        personal=True,
    )
    date: Day | None = field(N_("Date of the commitment"))
    letter: LongText | None = field(N_("A letter to myself in 90 days"), depth=Depth.DEEPENING)
    check_ins: tuple[CheckIn, ...] = field(
        N_("Check-ins"), add=N_("Add a check-in"), default=(), most=3, depth=Depth.DEEPENING
    )

    def findings(self, today: Day) -> tuple[Finding, ...]:
        """Return hints about intentions whose date is over."""
        dates = [(number, each.date) for number, each in enumerate(self.intentions)]
        over = _("This date is over. What is the new one?")
        return tuple(
            Finding("intention_past", Gravity.HINT, over, f"intentions.{number}.date")
            for number, when in dates
            if when and when < today
        )


def with_check_ins(commitment: Commitment) -> Commitment:
    """Return the commitment with its three check-ins dated; what is written in them stays."""
    days = check_in_days(commitment)
    written = (*commitment.check_ins, *(CheckIn() for _missing in CHECK_IN_DAYS))
    dated = tuple(each.model_copy(update={"date": day}) for each, day in zip(written, days, strict=False))
    return commitment.model_copy(update={"check_ins": dated or commitment.check_ins})


def check_in_days(commitment: Commitment) -> tuple[Day, ...]:
    """Return the days 30, 60 and 90 days after the commitment; none while it has no date."""
    start = commitment.date
    return () if start is None else tuple(start + timedelta(days=days) for days in CHECK_IN_DAYS)
