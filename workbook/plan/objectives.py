"""Part 5 of a Key Account Plan: one account strategy and exactly three sales objectives."""

from collections.abc import Iterator
from datetime import date
from difflib import SequenceMatcher
from typing import ClassVar

from workbook.i18n import N_, _
from workbook.plan.action import ObjectiveAction
from workbook.plan.fields import Day, Depth, LongText, Percent, Reference, Text, field
from workbook.plan.finding import Finding, Gravity
from workbook.plan.section import Item, Section
from workbook.terms import ObjectiveKind, Status

# Above this likeness a strategy is the goal in other words at best.
SAME = 0.9
FEW_WORDS = 4


class SalesObjective(Item):
    """One of the three sales objectives; its place in the list is its rank."""

    text: LongText | None = field(N_("What we want to reach with this customer"))
    kind: ObjectiveKind | None = field(N_("What the objective is for"))
    measure: Text | None = field(N_("How we measure it"), help=N_("For example: revenue with spare parts."))
    target: Text | None = field(N_("Target"), help=N_("The figure that counts as reached."))
    due: Day | None = field(N_("By when"), calendar=N_("Objective: {text}"))
    strategy: LongText | None = field(
        N_("How we get there"), help=N_("The way to the objective, in one line; not the objective again.")
    )
    baseline: Text | None = field(N_("Where we stand today"), depth=Depth.DEEPENING)
    probability: Percent | None = field(N_("How likely it is, in per cent"), depth=Depth.DEEPENING)
    status: Status | None = field(N_("How far it is"), depth=Depth.DEEPENING)


class Milestone(Item):
    """A visible step on the way to an objective."""

    text: Text | None = field(N_("What is reached"))
    due: Day | None = field(N_("By when"), calendar=N_("Milestone: {text}"))
    objective: Reference | None = field(N_("Objective it serves"), refers_to="objectives")


class Objectives(Section):
    """The account strategy, the three objectives in their order, and what will be done."""

    KEY: ClassVar[str] = "key_account/{account_id}/objectives"
    TITLE: ClassVar[str] = N_("Objectives and strategy")

    strategy: LongText | None = field(
        N_("Account strategy"),
        help=N_("The one idea with which you develop this customer over the whole horizon."),
    )
    objectives: tuple[SalesObjective, ...] = field(
        N_("The three sales objectives"),
        add=N_("Add an objective"),
        help=N_("The most important one first. Exactly three: a fourth would take the focus away."),
        default=(),
        most=3,
        wanted=3,
    )
    actions: tuple[ObjectiveAction, ...] = field(
        N_("Actions"), add=N_("Add an action"), default=(), most=60, depth=Depth.DEEPENING
    )
    milestones: tuple[Milestone, ...] = field(
        N_("Milestones"), add=N_("Add a milestone"), default=(), most=20, depth=Depth.DEEPENING
    )

    def findings(self, today: date) -> tuple[Finding, ...]:
        """Return strategies that only repeat the objective as gaps, and SMART feedback as hints."""
        found = (look(number, each) for number, each in enumerate(self.objectives) for look in (_copies, _smart))
        dates = (_dates(number, each, today) for number, each in enumerate(self.objectives))
        return tuple(finding for findings in (*found, *dates) for finding in findings)


def is_copy(strategy: str, goal: str) -> bool:
    """Return whether a strategy says the goal again, apart from a few letters.

    >>> is_copy("Win the service contract.", "win the service contract"), is_copy("Show savings", "Win the contract")
    (True, False)
    """
    first, second = (" ".join(text.casefold().split()).strip(" .") for text in (strategy, goal))
    return SequenceMatcher(None, first, second, autojunk=False).ratio() > SAME


def _copies(number: int, objective: SalesObjective) -> Iterator[Finding]:
    if objective.text and objective.strategy and is_copy(objective.strategy, objective.text):
        text = _("The strategy says the objective again. How will you get there?")
        yield Finding("strategy_is_goal", Gravity.GAP, text, f"objectives.{number}.strategy")


def _smart(number: int, objective: SalesObjective) -> Iterator[Finding]:
    """Yield what would make an objective specific, measurable and realistic."""
    place = f"objectives.{number}."
    if objective.text and len(objective.text.split()) < FEW_WORDS:
        text = _("This is short. What exactly will be different at this customer?")
        yield Finding("not_specific", Gravity.HINT, text, f"{place}text")
    if objective.target and not any(sign.isdigit() for sign in objective.target):
        text = _("The target has no figure. How will you notice that it is reached?")
        yield Finding("not_measurable", Gravity.HINT, text, f"{place}target")
    if objective.target and not objective.baseline:
        text = _("Where do you stand today? Without it nobody sees the progress.")
        yield Finding("no_baseline", Gravity.HINT, text, f"{place}baseline")
    if objective.probability == 100:
        text = _("A probability of 100 % is a certainty. Is this still an objective?")
        yield Finding("certain", Gravity.HINT, text, f"{place}probability")


def _dates(number: int, objective: SalesObjective, today: date) -> Iterator[Finding]:
    done = objective.status in {Status.DONE, Status.DROPPED}
    if objective.due and objective.due < today and not done:
        text = _("The date of this objective is over. What is the new one?")
        yield Finding("objective_past", Gravity.HINT, text, f"objectives.{number}.due")
