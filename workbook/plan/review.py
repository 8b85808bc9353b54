"""The look back at the end of a quarter."""

from typing import ClassVar

from workbook.i18n import N_
from workbook.plan.fields import LongText, Text, field
from workbook.plan.section import Item, Section
from workbook.terms import Status


class ObjectiveReview(Item):
    """How far one objective is."""

    account: Text | None = field(N_("Account"), names="company", suggest="accounts")
    objective: Text | None = field(N_("Objective"))
    status: Status | None = field(N_("How far it is"))
    remark: LongText | None = field(N_("What helped, what was in the way"))


class Review(Section):
    """What happened in the quarter and what was learned; the moves between layers are derived, not typed."""

    KEY: ClassVar[str] = "review"
    TITLE: ClassVar[str] = N_("Quarterly review")

    lessons: LongText | None = field(N_("What I learned this quarter"))
    objectives: tuple[ObjectiveReview, ...] = field(
        N_("My objectives"), add=N_("Add an objective"), default=(), most=15
    )
    next_focus: LongText | None = field(N_("Where I put my focus in the next quarter"))
