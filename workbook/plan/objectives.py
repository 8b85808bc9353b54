"""Part 5 of a Key Account Plan: one account strategy and exactly three sales objectives."""

import re
from collections.abc import Iterator
from datetime import date
from difflib import SequenceMatcher
from typing import ClassVar

from workbook.i18n import N_, _
from workbook.plan.action import ObjectiveAction
from workbook.plan.fields import Day, Depth, LongText, Money, Percent, Reference, Text, field
from workbook.plan.finding import Finding, Gravity
from workbook.plan.section import Item, Section
from workbook.terms import ObjectiveKind, Status

# Above this likeness a strategy is the goal in other words at best.
SAME = 0.9
SAME_WORDS = 0.8
FEW_WORDS = 4
HARDLY = 10
_WORD = re.compile(r"\w+")


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
    probability: Percent | None = field(N_("How likely it is, in per cent"), guide="probability", depth=Depth.DEEPENING)
    adds: Money | None = field(
        N_("Revenue it adds a year"),
        help=N_("For the outlook in chapter 6. Leave it open where the objective is about something else."),
        depth=Depth.DEEPENING,
    )
    status: Status | None = field(N_("How far it is"), depth=Depth.DEEPENING)


class Milestone(Item):
    """A visible step on the way to an objective."""

    text: Text | None = field(N_("What is reached"))
    due: Day | None = field(N_("By when"), calendar=N_("Milestone: {text}"))
    owner: Text | None = field(N_("Who does it"), names="person", personal=True)
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
        full=N_("Three objectives are the limit; a fourth would take the focus away. Change one, or remove one first."),
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
        """Return strategies that only repeat an objective as gaps, and SMART feedback as hints."""
        found = (look(number, each) for number, each in enumerate(self.objectives) for look in (_copies, _smart))
        dates = (_dates(number, each, today) for number, each in enumerate(self.objectives))
        whole = (_account_strategy(self), _ways(self), _late_milestones(self))
        return tuple(finding for findings in (*found, *dates, *whole) for finding in findings)


def is_copy(strategy: str, goal: str) -> bool:
    """Return whether a strategy says the goal again, apart from a few letters or in another order.

    >>> is_copy("Win the service contract.", "win the service contract"), is_copy("Show savings", "Win the contract")
    (True, False)
    >>> is_copy("The contract for service: win it", "We want to win the contract for service, and soon")
    True
    """
    first, second = (_WORD.findall(text.casefold()) for text in (strategy, goal))
    if not first or not second:
        return False
    again = sum(word in second for word in first) / len(first)
    return again > SAME_WORDS or SequenceMatcher(None, " ".join(first), " ".join(second), autojunk=False).ratio() > SAME


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
        text = _("A probability of 100% is a certainty. Is this still an objective?")
        yield Finding("certain", Gravity.HINT, text, f"{place}probability")
    if objective.probability is not None and objective.probability <= HARDLY:
        text = _("You hardly believe in it yourself. What would make it more likely, or what could you reach instead?")
        yield Finding("hardly_likely", Gravity.HINT, text, f"{place}probability")


def _dates(number: int, objective: SalesObjective, today: date) -> Iterator[Finding]:
    done = objective.status in {Status.DONE, Status.DROPPED}
    if objective.due and objective.due < today and not done:
        text = _("The date of this objective is over. What is the new one?")
        yield Finding("objective_past", Gravity.HINT, text, f"objectives.{number}.due")


def _account_strategy(objectives: Objectives) -> Iterator[Finding]:
    """Yield a gap when the account strategy is one of the objectives once more."""
    goals = [each.text for each in objectives.objectives if each.text]
    if objectives.strategy and any(is_copy(objectives.strategy, goal) for goal in goals):
        text = _("The account strategy says one of the objectives again. Which idea leads to all three?")
        yield Finding("strategy_is_goal", Gravity.GAP, text, "strategy")


def _ways(objectives: Objectives) -> Iterator[Finding]:
    """Yield hints about objectives nobody works on, once actions are written, and about actions without a name."""
    served = {each.objective for each in objectives.actions}
    for number, each in enumerate(objectives.objectives if objectives.actions else ()):
        if each.text and each.id not in served and each.status not in {Status.DONE, Status.DROPPED}:
            text = _("No action serves this objective yet. What is the first step?")
            yield Finding("no_action", Gravity.HINT, text, f"objectives.{number}.text")
    for name in ("milestones", "actions"):
        for number, each in enumerate(getattr(objectives, name)):
            if each.heading and (not each.owner or not each.due):
                text = _("Nothing happens without a name and a date. Who does it, and until when?")
                yield Finding(
                    "nobody_or_never", Gravity.HINT, text, f"{name}.{number}.{'due' if each.owner else 'owner'}"
                )


def _late_milestones(objectives: Objectives) -> Iterator[Finding]:
    ends = {each.id: each.due for each in objectives.objectives if each.id and each.due}
    for number, each in enumerate(objectives.milestones):
        end = ends.get(each.objective or "")
        if each.due and end and each.due > end:
            text = _("This step comes after the date of its objective. Please check both.")
            yield Finding("milestone_late", Gravity.HINT, text, f"milestones.{number}.due")
