"""Every section a rep can write, and the way back from a key in the store to its section."""

import re
from functools import cache

from workbook.plan.account_facts import AccountFacts
from workbook.plan.action_decisions import ActionDecisions
from workbook.plan.answer_texts import AnswerTexts
from workbook.plan.calendar_names import CalendarNames
from workbook.plan.commitment import CheckIn, Commitment
from workbook.plan.exercise import Answer, Transfer
from workbook.plan.fact_checks import FactChecks
from workbook.plan.fixed_dates import FixedDates
from workbook.plan.inquiries import Inquiries
from workbook.plan.not_to_do import NotToDo
from workbook.plan.objective_outcomes import ObjectiveOutcomes
from workbook.plan.open_questions import OpenQuestions
from workbook.plan.prospect_end import ProspectEnd
from workbook.plan.review import Review
from workbook.plan.section import Section
from workbook.plan.talk import QuarterlyTalk
from workbook.plan.time_budget import TimeBudget
from workbook.plan.whole_plan import ALL_PARTS
from workbook.plan.work_estimate import WorkEstimate
from workbook.plan.year_plan import LayerTarget, YearPlan

# A transfer is an exercise by another name, so it stands before the free answers.
SECTIONS: tuple[type[Section], ...] = (
    AccountFacts, *ALL_PARTS, YearPlan, LayerTarget, Inquiries, AnswerTexts, FixedDates, NotToDo, TimeBudget,
    WorkEstimate, CalendarNames, Commitment, CheckIn, Review, QuarterlyTalk, OpenQuestions, ActionDecisions, FactChecks,
    ProspectEnd, ObjectiveOutcomes, Transfer, Answer,
)  # fmt: skip


def section_of(key: str) -> tuple[type[Section], dict[str, str]] | None:
    """Return the section a key belongs to and what the key names; None for what no rep writes, such as the accounts.

    >>> section_of("year_plan/K-7")
    (<class 'workbook.plan.year_plan.YearPlan'>, {'account_id': 'K-7'})
    >>> section_of("exercise/03/transfer")
    (<class 'workbook.plan.exercise.Transfer'>, {'chapter': '03', 'name': 'transfer'})
    >>> section_of("portfolio")
    """
    found = ((section, _pattern(section).fullmatch(key)) for section in SECTIONS)
    return next(((section, match.groupdict()) for section, match in found if match), None)


def title_of(key: str) -> str:
    """Return the name of what stands under a key, in the language in use; the key itself where it is no section's.

    >>> title_of("year_plan/K-7"), title_of("check_in/30")
    ('Year plan', 'Check-in after 30 days')
    """
    found = section_of(key)
    return found[0].title(**found[1]) if found else key


@cache
def _pattern(section: type[Section]) -> re.Pattern[str]:
    # The chapter of an exercise has no slash; the id of an account may have one.
    names = {"account_id": ".+", "chapter": "[^/]+", "name": "transfer" if section is Transfer else ".+"}
    return re.compile(
        re.sub(r"\\{(\w+)\\}", lambda found: f"(?P<{found[1]}>{names[found[1]]})", re.escape(section.KEY))
    )
