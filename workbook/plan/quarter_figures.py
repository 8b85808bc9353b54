"""What one quarter adds up to: revenue against the goals, and open questions asked and answered."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from workbook.plan.objectives import Objectives
from workbook.plan.year_goals import YearGoal, sums_of
from workbook.terms import Status


@dataclass(frozen=True, slots=True)
class GoalQuarter:
    """The goals of one fiscal year as they stood in a quarter; amounts in the workbook's currency, None is unknown.

    ``revenue`` is what the accounts with a goal have bought in that year until then.
    """

    quarter: str
    goal: Decimal | None = None
    committed: Decimal | None = None
    revenue: Decimal | None = None


@dataclass(frozen=True, slots=True)
class QuestionQuarter:
    """How many questions were asked and answered in a quarter, and how many were open at its end."""

    quarter: str
    asked: int
    answered: int
    open: int


def add_goals(quarter: str, goals: Iterable[YearGoal], so_far: Mapping[str, Decimal]) -> GoalQuarter:
    """Return what goals of one year add up to in a quarter; ``so_far`` is the revenue of that year by account."""
    wanted = [each for each in goals if each.plan.value is not None]
    sums = sums_of(wanted)
    revenue = [so_far[each.account_id] for each in wanted if each.account_id in so_far]
    return GoalQuarter(quarter, sums.goal, sums.committed, sum(revenue, Decimal(0)) if revenue else None)


def goal_of_objectives(plan: Objectives, last: Decimal | None, year: tuple[date, date]) -> Decimal | None:
    """Return the revenue an account plan wants in a year: that of the year before and what its objectives add to it.

    An objective counts with an amount and a date in the year, from its first to its last day, unless it was dropped.
    None is unknown: no such objective, or the revenue of the year before (``last``) is not known.

    >>> plan = Objectives.model_validate({"objectives": [{"text": "Service", "adds": 40, "due": "2026-09-30"}]})
    >>> goal_of_objectives(plan, Decimal(100), (date(2026, 1, 1), date(2026, 12, 31)))
    Decimal('140')
    """
    first_day, last_day = year
    meant = (each for each in plan.objectives if each.due and first_day <= each.due <= last_day)
    adds = [each.adds for each in meant if each.adds is not None and each.status is not Status.DROPPED]
    return last + sum(adds, Decimal(0)) if adds and last is not None else None


def count_questions(open_at_end: Mapping[str, Sequence[str]]) -> tuple[QuestionQuarter, ...]:
    """Return the questions of each quarter; ``open_at_end`` names those that were open at its end, oldest first.

    >>> count_questions({"2026Q1": ["a", "b"], "2026Q2": ["b", "c"]})[1]
    QuestionQuarter(quarter='2026Q2', asked=1, answered=1, open=2)
    """
    found, before = [], set[str]()
    for quarter, questions in open_at_end.items():
        now = set(questions)
        found.append(QuestionQuarter(quarter, len(now - before), len(before - now), len(now)))
        before = now
    return tuple(found)
