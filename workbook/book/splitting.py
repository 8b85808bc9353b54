"""An account that was split: one part goes on with its plans, and the rep decides what another part begins with."""

from typing import TYPE_CHECKING, Any

from workbook.book.carrying import copied_plan
from workbook.book.continued import CONTINUED, continued_with, renamed_ids
from workbook.errors import DecisionRefused, Problem, ProblemKind, Severity
from workbook.i18n import N_, NP_
from workbook.plan.catalogue import section_of
from workbook.plan.draft import Draft
from workbook.plan.year_plan import YearPlan
from workbook.terms import Term

if TYPE_CHECKING:
    from workbook.book.workbook import Workbook

SAME_ACCOUNT = ProblemKind(
    "part_is_whole",
    Severity.ERROR,
    N_("An account is no part of itself."),
    N_("Choose the account that was split, and another one that is new."),
)
ALREADY_WRITTEN = ProblemKind(
    "part_has_plan",
    Severity.ERROR,
    N_("There is a year plan for this account already."),
    N_("Choose “afresh”: the year plan that is there stays as it is."),
)


class Beginning(Term):
    """What a part of a split account begins with; the plans themselves go on under one number."""

    COPY = "copy", NP_("Beginning", "With the goal in words and the open actions, copied")
    FRESH = "fresh", NP_("Beginning", "Afresh, without a plan")


def accounts_with_plans(book: "Workbook") -> tuple[str, ...]:
    """Return the accounts of before that have a plan, sorted, under the ids they had then."""
    before = book.before
    sections = (section_of(key) for prefix in _PLANS for key in before.sections(prefix)) if before else ()
    return tuple(sorted({found[1]["account_id"] for found in sections if found}))


_PLANS = ("year_plan/", "key_account/")


def begin_part(book: "Workbook", whole: str, part: str, beginning: Beginning) -> None:
    """Keep that an account is a part of another one, and begin its year plan with a copy if the rep wants one.

    Raises `DecisionRefused`, and changes nothing, for an account that is a part of itself or has a year plan already.
    """
    source = renamed_ids(book.continued, whole)
    if source == part:
        raise DecisionRefused(Problem(SAME_ACCOUNT))
    documents: dict[str, dict[str, Any]] = {CONTINUED: continued_with(book, parts={part: whole})}
    if beginning is Beginning.COPY:
        if not book.read(YearPlan, account_id=part).empty:
            raise DecisionRefused(Problem(ALREADY_WRITTEN))
        documents[YearPlan.key(account_id=part)] = Draft(copied_plan(book, source)).to_document()
    book.write_documents(documents)
