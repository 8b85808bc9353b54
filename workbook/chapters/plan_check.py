"""The self-check of the account plans: part by part what is there, then what contradicts itself and what alarms."""

from collections.abc import Iterator

from workbook.book import Workbook
from workbook.book.plans import begun_plans
from workbook.chapters.layers import name_of
from workbook.chapters.selfcheck import GRAVITIES, Line, Mark, with_subject
from workbook.forms.places import place_named
from workbook.i18n import N_, _, number
from workbook.plan.checks import Check
from workbook.plan.finding import Gravity
from workbook.plan.section import Section
from workbook.plan.whole_plan import FIVE_PARTS, PlanCheck, check_plan

PLANS = place_named("plans")
CORE_RULE = N_("Core of the seminar path")
CONTENT_RULE = N_("A plan is judged by its content")


def plan_lines(book: Workbook) -> Iterator[Line]:
    """Yield the lines about every plan that was begun."""
    begun = begun_plans(book)
    for account_id, drafts in begun.items():
        yield from _lines(name_of(book.tiering, account_id), check_plan(drafts, today=book.today))
    if not begun:
        text = _("None of your five has a plan yet. Begin with two goals of one of them.")
        yield Line(Mark.MISSING, text, _("Account plan, part 1: customer goals"), PLANS)


def _lines(account: str, found: PlanCheck) -> Iterator[Line]:
    for part in FIVE_PARTS:
        mark = Mark.THERE if found.parts[part].complete else Mark.MISSING
        yield Line(mark, with_subject(account, _in_words(part, found.parts[part])), _(CORE_RULE), PLANS)
    for part in FIVE_PARTS:
        for finding in found.parts[part].findings:
            if finding.gravity is not Gravity.HINT:
                text = with_subject(account, with_subject(_(part.TITLE), finding.sentence))
                yield Line(GRAVITIES[finding.gravity], text, _(CONTENT_RULE), PLANS)
    for finding in found.findings:
        yield Line(GRAVITIES[finding.gravity], with_subject(account, finding.sentence), _(CONTENT_RULE), PLANS)


def _in_words(part: type[Section], found: Check) -> str:
    counted = found.completeness
    sentence = _("“{part}”: {answered} of {wanted} answers are there.")
    return sentence.format(part=_(part.TITLE), answered=number(counted.answered), wanted=number(counted.wanted))
