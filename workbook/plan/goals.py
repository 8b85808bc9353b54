"""Part 1 of a Key Account Plan: what the customer itself wants to reach."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from workbook.i18n import N_, _
from workbook.plan.fields import Day, Depth, LongText, Text, field
from workbook.plan.finding import Finding, Gravity
from workbook.plan.section import Item, Section
from workbook.terms import Evidence


class CustomerGoal(Item):
    """One goal of the customer, in the customer's words and figures."""

    text: LongText | None = field(
        N_("What the customer wants to reach"), help=N_("A goal of the customer's business, not of your sales.")
    )
    metric: Text | None = field(N_("How the customer measures it"), help=N_("For example: scrap rate in per cent."))
    target: Text | None = field(N_("Target"), help=N_("The figure the customer wants to see."))
    due: Day | None = field(N_("By when"))
    evidence: Evidence | None = field(N_("How sure you are"), depth=Depth.DEEPENING)
    source: Text | None = field(
        N_("Where you know it from"),
        help=N_("For example: annual report, talk with the head of production."),
        depth=Depth.DEEPENING,
    )
    who_cares: Text | None = field(
        N_("Who there cares most about it"), names="person", suggest="people", personal=True, depth=Depth.DEEPENING
    )
    so_what: LongText | None = field(
        N_("What it means for us"), help=N_("Where our offer helps to reach this goal."), depth=Depth.DEEPENING
    )


class CustomerGoals(Section):
    """Up to three goals of the customer."""

    KEY: ClassVar[str] = "key_account/{account_id}/goals"
    TITLE: ClassVar[str] = N_("Customer goals")

    goals: tuple[CustomerGoal, ...] = field(
        N_("Goals of the customer"),
        add=N_("Add a goal"),
        help=N_("Two are enough for the seminar; three are the most."),
        default=(),
        most=3,
        wanted=2,
    )

    def findings(self, today: date) -> tuple[Finding, ...]:
        """Return hints about targets without a figure and goals that are only assumed."""
        return tuple(hint for number, goal in enumerate(self.goals) for hint in _hints(number, goal, today))


def _hints(number: int, goal: CustomerGoal, today: date) -> Iterator[Finding]:
    place = f"goals.{number}."
    if goal.target and not any(sign.isdigit() for sign in goal.target):
        yield Finding("target_without_figure", Gravity.HINT, _("The target has no figure."), f"{place}target")
    if goal.due and goal.due < today:
        yield Finding("goal_past", Gravity.HINT, _("The date of this goal is over."), f"{place}due")
    if goal.evidence is Evidence.ASSUMED:
        text = _("This goal is assumed. Whom at the customer could you ask?")
        yield Finding("goal_assumed", Gravity.HINT, text, f"{place}evidence")
