"""What it takes to win a prospect; asked on top of the five parts of the plan."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from workbook.i18n import N_, _
from workbook.plan.fields import Day, Depth, LongText, Text, field
from workbook.plan.finding import Finding, Gravity
from workbook.plan.section import Section

DAYS_BEFORE_END = 180


class ProspectPlan(Section):
    """The way to a competitor's customer."""

    KEY: ClassVar[str] = "key_account/{account_id}/prospect"
    TITLE: ClassVar[str] = N_("What it takes to win")

    incumbent_competitor: Text | None = field(
        N_("Who supplies the account today"), names="company", help=N_("The competitor who has the business you want.")
    )
    contract_end: Day | None = field(
        N_("End of the competitor's contract"), calendar=N_("End of the competitor's contract")
    )
    switching_barriers: LongText | None = field(
        N_("What makes it hard to switch"),
        help=N_("For example: approvals, tools, spare parts on stock, people who chose the competitor."),
    )
    why_switch: LongText | None = field(
        N_("Why the customer would switch all the same"), help=N_("What the competitor cannot or does not do.")
    )
    first_contact: Day | None = field(N_("First contact, or the next one"), calendar=N_("Contact with the prospect"))
    door_opener: Text | None = field(
        N_("Who opens the door"),
        names="person",
        help=N_("Somebody who knows the customer and speaks for you."),
        personal=True,
    )
    first_order: LongText | None = field(
        N_("The smallest first order that counts"),
        help=N_("A test, one site, one product: small enough to be easy, large enough to be noticed."),
        depth=Depth.DEEPENING,
    )

    def findings(self, today: date) -> tuple[Finding, ...]:
        """Return the missing competitor (rule R4) as an alarm, and hints about dates."""
        return tuple(_competitor(self)) + tuple(_dates(self, today))


def _competitor(plan: ProspectPlan) -> Iterator[Finding]:
    if not plan.incumbent_competitor:
        text = _("You do not know yet from whom you want to win this customer.")
        yield Finding("no_incumbent", Gravity.ALARM, text, "incumbent_competitor")


def _dates(plan: ProspectPlan, today: date) -> Iterator[Finding]:
    if plan.first_contact and plan.first_contact < today:
        text = _("The day of the contact is over. When is the next one?")
        yield Finding("contact_past", Gravity.HINT, text, "first_contact")
    if plan.contract_end and today <= plan.contract_end and (plan.contract_end - today).days <= DAYS_BEFORE_END:
        sentence = _("The contract ends in {days} days. Purchasing decides long before.")
        text = sentence.format(days=(plan.contract_end - today).days)
        yield Finding("contract_ends", Gravity.HINT, text, "contract_end")
