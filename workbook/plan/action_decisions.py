"""What the rep decided about actions whose day was over: each decision with its day and its reason, none forgotten."""

from typing import ClassVar

from workbook.i18n import N_, NP_
from workbook.plan.fields import Day, Depth, LongText, Text, field
from workbook.plan.section import Item, Section
from workbook.terms import Term


class Verdict(Term):
    """What becomes of an action that is overdue."""

    DONE = "done", NP_("Verdict", "It is done")
    DO = "do", NP_("Verdict", "Do it now")
    MOVE = "move", NP_("Verdict", "Move it")
    DROP = "drop", NP_("Verdict", "Drop it")


class ActionDecision(Item):
    """One decision; ``action`` is the id of the action, which keeps it whatever its text becomes."""

    what: Text | None = field(N_("What was to be done"))
    verdict: Verdict | None = field(N_("What you decided"))
    was_due: Day | None = field(N_("Was due on"))
    due: Day | None = field(N_("New date, or the day it was done"))
    reason: LongText | None = field(N_("Your reason"))
    day: Day | None = field(N_("Decided on"))
    action: Text | None = field(N_("Number of the action"), depth=Depth.DEEPENING)


class ActionDecisions(Section):
    """The decisions about the overdue actions of one account, oldest first."""

    KEY: ClassVar[str] = "action_decisions/{account_id}"
    TITLE: ClassVar[str] = N_("Decisions about overdue actions")

    decisions: tuple[ActionDecision, ...] = field(N_("Decisions"), add=N_("Add a decision"), default=(), most=500)

    def about(self, action: str) -> tuple[ActionDecision, ...]:
        """Return the decisions about one action, oldest first."""
        return tuple(each for each in self.decisions if each.action == action)
