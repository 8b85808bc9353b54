"""How the actions of the plans spread over the next twelve months."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from workbook.plan.action import Action
from workbook.plan.dates import in_months
from workbook.terms import Status

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
    waiting = [each for each in actions if each.due and each.status not in {Status.DONE, Status.DROPPED}]
    return tuple(Month(start, tuple(each for each in waiting if _month(each, today) == start)) for start in starts)


def _month(action: Action, today: date) -> date:
    due = max(action.due or today, today)
    return due.replace(day=1)
