"""How the actions of the plans spread over the next twelve months."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from workbook.plan.action import Action
from workbook.plan.dates import in_months
from workbook.plan.year_plan import YearPlan, driven_quarters
from workbook.terms import Initiator, Status

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Month:
    """One calendar month and the open actions due in it."""

    first_day: date
    actions: tuple[Action, ...]


def next_twelve_months(actions: Iterable[Action], today: date) -> tuple[Month, ...]:
    """Return this month and the eleven after it with the actions that are due and not done or dropped.

    Overdue actions belong to this month: that is when they have to be done.
    """
    starts = [in_months(today.replace(day=1), number) for number in range(MONTHS)]
    waiting = [each for each in actions if each.due and _waits(each)]
    return tuple(Month(start, tuple(each for each in waiting if _month(each, today) == start)) for start in starts)


def _waits(action: Action) -> bool:
    return action.status not in {Status.DONE, Status.DROPPED} and not action.done_on


def _month(action: Action, today: date) -> date:
    due = max(action.due or today, today)
    return due.replace(day=1)


@dataclass(frozen=True, slots=True)
class AccountYear:
    """The next twelve months of one account: actions per month, ours and the customer's, and quarters without ours."""

    name: str
    ours: tuple[int, ...]
    theirs: tuple[int, ...]
    driven: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class YearAhead:
    """The next twelve months of several accounts; ``later`` actions are due after the last month shown."""

    months: tuple[date, ...]
    accounts: tuple[AccountYear, ...]
    later: int

    @property
    def workload(self) -> tuple[int, ...]:
        """All actions per month, whoever starts them."""
        months = range(len(self.months))
        return tuple(sum(each.ours[month] + each.theirs[month] for each in self.accounts) for month in months)


def year_ahead(plans: Iterable[tuple[str, YearPlan]], today: date) -> YearAhead:
    """Return the calendar of the next twelve months for plans given with the names of their accounts."""
    told = [(name, plan, next_twelve_months(plan.actions, today)) for name, plan in plans]
    months = tuple(in_months(today.replace(day=1), number) for number in range(MONTHS))
    end = in_months(months[0], MONTHS)
    dates = [each.due for _name, plan, _months in told for each in plan.actions if each.due and _waits(each)]
    accounts = tuple(_account_year(name, plan, shown, today) for name, plan, shown in told)
    return YearAhead(months, accounts, sum(day >= end for day in dates))


def _account_year(name: str, plan: YearPlan, months: tuple[Month, ...], today: date) -> AccountYear:
    theirs = tuple(sum(each.initiator is Initiator.CUSTOMER for each in month.actions) for month in months)
    ours = tuple(len(month.actions) - count for month, count in zip(months, theirs, strict=True))
    return AccountYear(name, ours, theirs, driven_quarters(plan, today))
