"""The rubric of the peer review: what a partner looks for in a plan, part by part. Nothing is added up or graded."""

from dataclasses import dataclass

from workbook.i18n import N_, _
from workbook.plan.buying_center import BuyingCenter
from workbook.plan.competition import Competition
from workbook.plan.goals import CustomerGoals
from workbook.plan.objectives import Objectives
from workbook.plan.purchasing import PurchasingStrategy
from workbook.plan.section import Section
from workbook.plan.year_plan import YearPlan

LEVELS = (N_("not yet"), N_("in part"), N_("convincing"))


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing to look for: the part of the plan it is found in, and the sentence that is true of a good one."""

    part: type[Section]
    english: str

    @property
    def title(self) -> str:
        """What the part is called, in the language in use."""
        return _(self.part.TITLE)

    @property
    def sentence(self) -> str:
        """The sentence, in the language in use."""
        return _(self.english)


RUBRIC = (
    Criterion(CustomerGoals, N_("The goals are the customer's own: with a figure, a date and where it was heard.")),
    Criterion(CustomerGoals, N_("I understand what the customer gains if we are part of it.")),
    Criterion(
        PurchasingStrategy, N_("It is clear how this customer buys, until when, and what counts with which weight.")
    ),
    Criterion(BuyingCenter, N_("I know who decides; what nobody knows is marked as unknown and not as neutral.")),
    Criterion(BuyingCenter, N_("The plan does not hang on one single contact.")),
    Criterion(
        Competition, N_("We and the competitor are judged with the customer's eyes, on the customer's criteria.")
    ),
    Criterion(Objectives, N_("Three objectives, each with a figure and a day on which one can tell.")),
    Criterion(Objectives, N_("Each strategy says how, and does not say the objective again.")),
    Criterion(Objectives, N_("The next step has a day within the next two weeks and a name.")),
    Criterion(YearPlan, N_("The goal says what will be different with this customer at the end of the year.")),
    Criterion(YearPlan, N_("Every quarter has an action that we start ourselves.")),
    Criterion(YearPlan, N_("The actions can bring the gap between goal and commitment.")),
)


def rubric_for(parts: "set[type[Section]]") -> tuple[Criterion, ...]:
    """Return what to look for in a plan that has these parts."""
    return tuple(each for each in RUBRIC if each.part in parts)
