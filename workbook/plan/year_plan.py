"""The plan of one of the next 15: name, goal of this year, actions of the next twelve months, and no more."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import ClassVar

from workbook.i18n import N_, _, month, number
from workbook.i18n import day as in_words
from workbook.plan.action import Action
from workbook.plan.dates import in_months
from workbook.plan.fields import Day, Depth, LongText, Money, Percent, Year, field
from workbook.plan.finding import Finding, Gravity
from workbook.plan.section import Section
from workbook.terms import Initiator, Status

FEW_ACTIONS = 3
# So much of a plan in one month is a hint: two of three.
CROWDED = 2 / 3


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
    committed: Money | None = field(
        N_("Already committed"),
        help=N_("Revenue of this fiscal year that is invoiced, ordered or under contract."),
        depth=Depth.DEEPENING,
    )
    probability: Percent | None = field(
        N_("How likely the goal is, in per cent"), help=N_("For the outlook in chapter 6."), depth=Depth.DEEPENING
    )
    year: Year | None = field(
        N_("Fiscal year of the goal"), help=N_("Left empty, it is the current one."), depth=Depth.DEEPENING
    )
    next_date: Day | None = field(
        N_("Next fixed date with the customer"), depth=Depth.DEEPENING, calendar=N_("Fixed date with the customer")
    )

    def findings(self, today: date) -> tuple[Finding, ...]:
        """Return hints about quarters without an action of our own, the spread over the year, and dates."""
        found = (_driven(self, today), _spread(self), _dates(self, today))
        return tuple(finding for findings in found for finding in findings)


class LayerTarget(Section):
    """What all goals of the 15 together are to reach; a rep without such a target leaves it empty."""

    KEY: ClassVar[str] = "year_target"
    TITLE: ClassVar[str] = N_("Target of the 15")

    value: Money | None = field(
        N_("Revenue target for the 15 together"),
        help=N_("Only if you have one: your part of the budget with these customers in this fiscal year."),
    )


def own_actions(plan: YearPlan) -> list[Action]:
    """Return the actions with a date that we start ourselves and have not dropped."""
    ours = (each for each in plan.actions if each.initiator is not Initiator.CUSTOMER)
    return [each for each in ours if each.due and each.status is not Status.DROPPED]


def rolling_quarters(today: date) -> tuple[tuple[date, date], ...]:
    """Return first and last day of the next four spans of three months, beginning today.

    >>> [(first.isoformat(), last.isoformat()) for first, last in rolling_quarters(date(2026, 11, 30))][:2]
    [('2026-11-30', '2027-02-27'), ('2027-02-28', '2027-05-29')]
    """
    starts = [in_months(today, 3 * number) for number in range(5)]
    return tuple((first, after - timedelta(days=1)) for first, after in pairwise(starts))


def driven_quarters(plan: YearPlan, today: date) -> tuple[bool, ...]:
    """Return for each of the next four quarters whether no action of our own stands in it."""
    days = [each.due for each in own_actions(plan) if each.due]
    return tuple(not any(first <= day <= last for day in days) for first, last in rolling_quarters(today))


def _driven(plan: YearPlan, today: date) -> Iterator[Finding]:
    sentence = _("No action of your own from {first} to {last}: you are being driven.")
    for (first, last), driven in zip(rolling_quarters(today), driven_quarters(plan, today), strict=True):
        if driven:
            text = sentence.format(first=in_words(first), last=in_words(last))
            yield Finding("driven", Gravity.HINT, text, "actions")


def crowded_month(days: list[date]) -> tuple[date, int] | None:
    """Return the first day of the month in which two of three dates lie, and how many; None when they spread.

    >>> crowded_month([date(2026, 12, 1), date(2026, 12, 24), date(2027, 3, 1)])
    (datetime.date(2026, 12, 1), 2)
    """
    counts = Counter(each.replace(day=1) for each in days)
    if len(days) < FEW_ACTIONS:
        return None
    busiest, count = max(counts.items(), key=lambda each: (each[1], each[0]))
    return (busiest, count) if count >= CROWDED * len(days) else None


def _spread(plan: YearPlan) -> Iterator[Finding]:
    days = [each.due for each in own_actions(plan) if each.due]
    if crowded := crowded_month(days):
        sentence = _("{count} of {total} actions are due in {month}. Spread them over the year.")
        text = sentence.format(count=number(crowded[1]), total=number(len(days)), month=month(crowded[0]))
        yield Finding("one_month", Gravity.HINT, text, "actions")


def _dates(plan: YearPlan, today: date) -> Iterator[Finding]:
    for place, each in enumerate(plan.actions):
        waiting = each.status not in {Status.DONE, Status.DROPPED} and not each.done_on
        if each.due and each.due > in_months(today, 12):
            text = _("This date is more than 12 months away.")
            yield Finding("beyond_year", Gravity.HINT, text, f"actions.{place}.due")
        elif each.due and each.due < today and waiting:
            text = _("This date is over. Is the action done, or what is its new date?")
            yield Finding("action_past", Gravity.HINT, text, f"actions.{place}.due")
