"""The only dates a rep keeps in the rest: contract, price round, complaint. Everything else waits for an inquiry."""

from datetime import date
from typing import ClassVar

from workbook.i18n import N_, NP_, _
from workbook.i18n import day as in_words
from workbook.plan.fields import Day, Depth, Text, field
from workbook.plan.finding import Finding, Gravity
from workbook.plan.section import Item, Section
from workbook.terms import Answerer, Term


class FixedDateKind(Term):
    """What makes a date fixed; there is no other kind on purpose."""

    CONTRACT = "contract", NP_("FixedDateKind", "Contract")
    PRICE_ROUND = "price_round", NP_("FixedDateKind", "Price round")
    COMPLAINT = "complaint", NP_("FixedDateKind", "Complaint")


class FixedDate(Item):
    """One fixed date with an account of the rest."""

    account: Text | None = field(N_("Account"), names="company", suggest="accounts")
    kind: FixedDateKind | None = field(N_("What the date is"))
    due: Day | None = field(N_("On which day"), calendar="{account}: {kind}")
    owner: Answerer | None = field(N_("Who takes care of it"))
    done_on: Day | None = field(N_("Done on"), depth=Depth.DEEPENING)


class FixedDates(Section):
    """The fixed dates of the rest."""

    KEY: ClassVar[str] = "fixed_dates"
    TITLE: ClassVar[str] = N_("Fixed dates in the rest")

    dates: tuple[FixedDate, ...] = field(
        N_("Fixed dates in the rest"), add=N_("Add a fixed date"), default=(), most=100
    )

    def findings(self, today: date) -> tuple[Finding, ...]:
        """Return fixed dates that have passed without being done as alarms."""
        sentence = _("This date was on {day}. Is it done?")
        return tuple(
            Finding(
                "fixed_date_past", Gravity.ALARM, sentence.format(day=in_words(each.due)), f"dates.{number}.done_on"
            )
            for number, each in enumerate(self.dates)
            if each.due and each.due < today and not each.done_on
        )
