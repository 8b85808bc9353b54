"""The goals of the 15 side by side: last year, this year's goal, what is committed of it, and what is missing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from workbook.i18n import _, month, number
from workbook.plan.finding import Finding, Gravity
from workbook.plan.year_plan import YearPlan, crowded_month, driven_quarters, own_actions

NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class YearGoal:
    """One account's goal beside what is known about it; amounts in the workbook's currency, None is unknown.

    ``year`` is the fiscal year of the goal, ``last_year`` the last complete one before it (None: there is none) and
    ``last`` the revenue in it.
    """

    account_id: str
    name: str
    plan: YearPlan
    year: int
    last_year: int | None = None
    last: Decimal | None = None

    @property
    def gap(self) -> Decimal | None:
        """What is still to be won this year: negative when exceeded, None while goal or commitment are unknown."""
        goal, committed = self.plan.value, self.plan.committed
        return None if goal is None or committed is None else goal - committed

    @property
    def growth(self) -> Decimal | None:
        """The goal above last year's revenue as a share of it; None without both, or on a base of zero or less."""
        if self.plan.value is None or self.last is None or self.last <= 0:
            return None
        return (self.plan.value - self.last) / self.last


@dataclass(frozen=True, slots=True)
class Sums:
    """The 15 together: sums of what is known (None while nothing is), and how many of how many have a goal."""

    goal: Decimal | None
    last: Decimal | None
    committed: Decimal | None
    with_goal: int
    accounts: int


def sums_of(goals: Sequence[YearGoal]) -> Sums:
    """Return the sums of what is known; an unknown amount adds nothing and is counted by its absence."""
    return Sums(
        goal=_sum(each.plan.value for each in goals),
        last=_sum(each.last for each in goals),
        committed=_sum(each.plan.committed for each in goals),
        with_goal=sum(each.plan.value is not None for each in goals),
        accounts=len(goals),
    )


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    known = [each for each in amounts if each is not None]
    return sum(known, NOTHING) if known else None


def missing_to(target: Decimal | None, sums: Sums) -> Decimal | None:
    """Return by how much the goals stay below a target; None without a target, zero or less when it is reached."""
    return None if target is None else target - (sums.goal or NOTHING)


def layer_findings(goals: Sequence[YearGoal]) -> Iterator[Finding]:
    """Yield what is worth a thought about the plans of all 15 together."""
    days = [each.due for goal in goals for each in own_actions(goal.plan) if each.due]
    if crowded := crowded_month(days):
        sentence = _("{count} of your {total} actions are due in {month}. That month will not hold them.")
        text = sentence.format(count=number(crowded[1]), total=number(len(days)), month=month(crowded[0]))
        yield Finding("one_month", Gravity.HINT, text)


def short_hints(plan: YearPlan, today: date) -> tuple[str, ...]:
    """Return the findings of a plan in a word or two each, for a line of a table; nothing for a plan not begun."""
    if plan == YearPlan():
        return ()
    codes = [each.code for each in plan.findings(today)]
    driven = sum(driven_quarters(plan, today))
    words = {
        "driven": _("driven in {count} of 4 quarters").format(count=number(driven)),
        "one_month": _("too much in one month"),
        "action_past": _("a date is over"),
        "beyond_year": _("a date is too far away"),
    }
    return tuple(text for code, text in words.items() if code in codes)
