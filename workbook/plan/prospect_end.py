"""Why a prospect no longer holds the place among the five: what became of it, and the reason."""

from typing import ClassVar

from workbook.i18n import N_, NP_
from workbook.plan.fields import Day, LongText, field
from workbook.plan.section import Section
from workbook.terms import Term


class Outcome(Term):
    """What became of a prospect that was not won."""

    LOST = "lost", NP_("Outcome", "Lost")
    PARKED = "parked", NP_("Outcome", "Parked")


class ProspectEnd(Section):
    """The end of the work on one prospect, for the time being or for good; its plan stays as it was."""

    KEY: ClassVar[str] = "prospect_end/{account_id}"
    TITLE: ClassVar[str] = N_("What became of a prospect")

    outcome: Outcome | None = field(N_("What became of it"))
    reason: LongText | None = field(N_("Your reason"))
    look_again: Day | None = field(N_("Look again on"))
    day: Day | None = field(N_("Said on"))
