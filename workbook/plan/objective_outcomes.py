"""What became of sales objectives whose day has come: reached or not, beside how likely they were held to be."""

from typing import ClassVar

from workbook.i18n import N_
from workbook.plan.fields import Day, Depth, LongText, Percent, Text, field
from workbook.plan.section import Item, Section


class ObjectiveOutcome(Item):
    """One objective that was due; ``objective`` is its id, ``probability`` what stood in the plan before that day."""

    text: LongText | None = field(N_("Objective"))
    due: Day | None = field(N_("Was due on"))
    probability: Percent | None = field(N_("How likely it was held to be, in per cent"))
    reached: bool | None = field(N_("Reached"))
    day: Day | None = field(N_("Said on"))
    objective: Text | None = field(N_("Number of the objective"), depth=Depth.DEEPENING)


class ObjectiveOutcomes(Section):
    """The objectives of one account that were due, oldest first; an objective that was moved may be due twice."""

    KEY: ClassVar[str] = "objective_outcomes/{account_id}"
    TITLE: ClassVar[str] = N_("What became of the objectives")

    outcomes: tuple[ObjectiveOutcome, ...] = field(
        N_("Objectives that were due"), add=N_("Add an objective"), default=(), most=200
    )
