"""Revenue against goals, quarter by quarter: the year plans of the fifteen and the objectives of the five."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from workbook.book.continued import renamed_ids
from workbook.book.history import layer_history
from workbook.plan.catalogue import section_of
from workbook.plan.objectives import Objectives
from workbook.plan.quarter_figures import GoalQuarter, add_goals, goal_of_objectives
from workbook.plan.section import Section
from workbook.plan.year_goals import YearGoal
from workbook.plan.year_plan import YearPlan
from workbook.terms import Layer

if TYPE_CHECKING:
    from workbook.book.workbook import Workbook


def goals_of_quarters(book: "Workbook", quarters: Sequence[str]) -> tuple[int, tuple[GoalQuarter, ...]]:
    """Return a fiscal year and what its goals and revenue added up to in each quarter, as the quarter knew it.

    The year is that of today; in the last quarter of a year the goals may be those of the next one already.
    """
    five = {
        (snapshot.quarter, each.account)
        for snapshot in layer_history(book)
        for each in snapshot.assignments
        if each.layer is Layer.TOP5
    }
    year = book.calendar.year_of(book.today)
    for wanted in (year, year + 1):
        found = tuple(_goal_quarter(book, quarter, wanted, five) for quarter in quarters)
        if any(each.goal for each in found):
            return wanted, found
    return year, ()


def _goal_quarter(book: "Workbook", quarter: str, year: int, five: set[tuple[str, str]]) -> GoalQuarter:
    then = book.at(quarter)
    planned = {each.account_id: each for each in _year_goals(then, year)}
    known = {account for account, each in planned.items() if each.plan.value is not None}
    ids = (each for each in _accounts_with(then, Objectives) if each not in known)
    now = {each: renamed_ids(book.continued, each) for each in ids}
    strategic = _strategic_goals(then, year, [each for each, id_now in now.items() if (quarter, id_now) in five])
    goals = {**planned, **{each.account_id: each for each in strategic}}
    return add_goals(quarter, goals.values(), _revenue_in(then, year))


def _year_goals(then: "Workbook", year: int) -> Iterator[YearGoal]:
    current = then.calendar.year_of(then.calendar.last_day_of_quarter(then.quarter))
    for account_id in _accounts_with(then, YearPlan):
        plan = then.read(YearPlan, account_id=account_id).values
        if (plan.year or current) == year:
            yield YearGoal(account_id, account_id, plan, year)


def _strategic_goals(then: "Workbook", year: int, accounts: Sequence[str]) -> Iterator[YearGoal]:
    """Yield the goals that the objectives of accounts add up to; what has no amount is no goal yet."""
    last = _revenue_in(then, year - 1) if year - 1 in then.portfolio.complete_years else {}
    days = then.calendar.first_day(year), then.calendar.last_day(year)
    for account_id in accounts:
        plan = then.read(Objectives, account_id=account_id).values
        value = goal_of_objectives(plan, last.get(account_id), days)
        if value is not None:
            yield YearGoal(account_id, account_id, YearPlan(value=value), year)


def _revenue_in(then: "Workbook", year: int) -> dict[str, Decimal]:
    from workbook.portfolio.model import amount

    revenue = then.portfolio.revenue
    known = {str(account): amount(cents) for account, cents in revenue[year].items()} if year in revenue else {}
    return {account: value for account, value in known.items() if value is not None}


def _accounts_with(book: "Workbook", part: type[Section]) -> Iterator[str]:
    for key in book.sections(part.KEY.partition("{")[0]):
        found = section_of(key)
        if found and found[0] is part and found[1]["account_id"] in book.portfolio.accounts.index:
            yield found[1]["account_id"]
