"""What the rep promises: intentions with a date and a witness, and check-ins after 30, 60 and 90 days."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any, ClassVar

from workbook.i18n import N_, _
from workbook.plan.fields import Clock, Day, Depth, LongText, Text, field
from workbook.plan.finding import Finding, Gravity
from workbook.plan.section import Item, Section

CHECK_IN_DAYS = (30, 60, 90)


class Intention(Item):
    """When X happens, I will do Y, by a date."""

    when: LongText | None = field(N_("When this happens"), help=N_("A situation you will recognise at once."))
    then: LongText | None = field(N_("I will"), help=N_("One thing you do then."))
    date: Day | None = field(N_("By"), calendar=N_("My commitment: {then}"))


class CheckIn(Section):
    """One look back after 30, 60 or 90 days; its day follows from the commitment unless the rep moves it."""

    KEY: ClassVar[str] = "check_in/{name}"
    TITLE: ClassVar[str] = N_("Check-in")

    @classmethod
    def title(cls, name: str = "", **_place: str) -> str:
        """Return which of the three it is."""
        return _("Check-in after {count} days").format(count=name) if name else super().title()

    kept: LongText | None = field(N_("What I kept"), help=N_("What can be seen by others, with an example."))
    changed: LongText | None = field(N_("What I change"), help=N_("One thing, so that the next weeks go better."))
    date: Day | None = field(
        N_("Other day for it"),
        help=N_("Only if you and your witness meet on another day than the one above."),
        depth=Depth.DEEPENING,
    )
    time: Clock | None = field(
        N_("Time of day"),
        help=N_("Empty: it stands in the calendar for the whole day."),
        depth=Depth.DEEPENING,
    )


class Commitment(Section):
    """The rep's commitment to the focus customers."""

    KEY: ClassVar[str] = "commitment"
    TITLE: ClassVar[str] = N_("Commitment")
    SCHEMA_VERSION: ClassVar[int] = 2

    intentions: tuple[Intention, ...] = field(N_("My intentions"), add=N_("Add an intention"), default=(), most=5)
    witness: Text | None = field(
        N_("Who will ask me about it"),
        names="person",
        help=N_("A colleague or your manager; tell them the date."),
        personal=True,
    )
    date: Day | None = field(N_("Date of the commitment"))
    letter: LongText | None = field(
        N_("A letter to myself in 90 days"),
        help=N_("What will be different then? What will you have tried? It comes back with the third check-in."),
        depth=Depth.DEEPENING,
    )

    @classmethod
    def upgrade(cls, values: dict[str, Any], version: int) -> dict[str, Any]:
        """Return version 2: check-ins are pages of their own; words written in the old ones stand in the letter."""
        if version >= 2:
            return values
        kept = {name: value for name, value in values.items() if name != "check_ins"}
        letter = "\n\n".join([*filter(None, [values.get("letter")]), *_old_words(values.get("check_ins", []))])
        return {**kept, "letter": letter} if letter else kept

    def findings(self, today: Day) -> tuple[Finding, ...]:
        """Return hints about intentions whose date is over."""
        dates = [(number, each.date) for number, each in enumerate(self.intentions)]
        over = _("This date is over. What is the new one?")
        return tuple(
            Finding("intention_past", Gravity.HINT, over, f"intentions.{number}.date")
            for number, when in dates
            if when and when < today
        )


def _old_words(check_ins: Any) -> Iterator[str]:
    entries = check_ins if isinstance(check_ins, list) else [check_ins]
    for each in entries:
        said = [each.get("kept"), each.get("changed")] if isinstance(each, dict) else [each]
        yield from (str(words) for words in said if words)


def check_in_days(commitment: Commitment) -> tuple[Day, ...]:
    """Return the days 30, 60 and 90 days after the commitment; none while it has no date."""
    start = commitment.date
    return () if start is None else tuple(start + timedelta(days=days) for days in CHECK_IN_DAYS)
