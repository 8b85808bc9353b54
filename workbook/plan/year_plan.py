"""The plan of one of the next 15: name, goal of this year, actions of the next twelve months, and no more."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import ClassVar

from workbook.i18n import N_, _
from workbook.i18n import day as in_words
from workbook.plan.action import Action
from workbook.plan.dates import in_months
from workbook.plan.fields import Day, Depth, LongText, Money, Percent, Whole, field
from workbook.plan.finding import Finding, Gravity
from workbook.plan.section import Section
from workbook.terms import Initiator

FEW_ACTIONS = 3


class YearPlan(Section):
    """The sales goal of the current fiscal year and the rolling actions for one account."""

    KEY: ClassVar[str] = "year_plan/{account_id}"
    TITLE: ClassVar[str] = N_("Year plan")

    goal: LongText | None = field(
        N_("Sales goal with this customer this year"),
        help=N_("One sentence: what will be different with this customer at the end of the fiscal year?"),
    )
    value: Money | None = field(
        N_("Revenue goal this year"), help=N_("The revenue you want to reach with this customer in the fiscal year.")
    )
    actions: tuple[Action, ...] = field(
        N_("Actions in the next 12 months"),
        add=N_("Add an action"),
        help=N_("At least one action of your own in every quarter."),
        default=(),
        most=60,
    )
    year: Whole | None = field(N_("Fiscal year of the goal"), depth=Depth.DEEPENING)
    committed: Money | None = field(
        N_("Already committed"),
        help=N_("Revenue of this fiscal year that is invoiced, ordered or under contract."),
        depth=Depth.DEEPENING,
    )
    probability: Percent | None = field(
        N_("How likely the goal is, in per cent"), help=N_("For the outlook in chapter 06."), depth=Depth.DEEPENING
    )
    next_date: Day | None = field(N_("Next fixed date with the customer"), depth=Depth.DEEPENING)

    def findings(self, today: date) -> tuple[Finding, ...]:
        """Return hints about quarters without an action of our own and about the spread over the year."""
        return tuple(_driven(self, today)) + tuple(_spread(self)) + tuple(_late(self, today))


def own_actions(plan: YearPlan) -> list[Action]:
    """Return the actions with a date that we start ourselves."""
    return [each for each in plan.actions if each.due and each.initiator is not Initiator.CUSTOMER]


def rolling_quarters(today: date) -> tuple[tuple[date, date], ...]:
    """Return first and last day of the next four spans of three months, beginning today.

    >>> [(first.isoformat(), last.isoformat()) for first, last in rolling_quarters(date(2026, 11, 30))][:2]
    [('2026-11-30', '2027-02-27'), ('2027-02-28', '2027-05-29')]
    """
    starts = [in_months(today, 3 * number) for number in range(5)]
    return tuple((first, after - timedelta(days=1)) for first, after in pairwise(starts))


def _driven(plan: YearPlan, today: date) -> Iterator[Finding]:
    days = [each.due for each in own_actions(plan) if each.due]
    for first, last in rolling_quarters(today):
        if not any(first <= day <= last for day in days):
            sentence = _("No action of your own from {first} to {last}: you are being driven.")
            text = sentence.format(first=in_words(first), last=in_words(last))
            yield Finding("driven", Gravity.HINT, text, "actions")


def _spread(plan: YearPlan) -> Iterator[Finding]:
    months = {(each.due.year, each.due.month) for each in own_actions(plan) if each.due}
    if len(own_actions(plan)) >= FEW_ACTIONS and len(months) == 1:
        text = _("All actions are in one month. Spread them over the year.")
        yield Finding("one_month", Gravity.HINT, text, "actions")


def _late(plan: YearPlan, today: date) -> Iterator[Finding]:
    for number, each in enumerate(plan.actions):
        if each.due and each.due > in_months(today, 12):
            text = _("This date is more than 12 months away.")
            yield Finding("beyond_year", Gravity.HINT, text, f"actions.{number}.due")
