"""The self-check of the account plans: part by part what is there, then what contradicts itself and what alarms."""

from collections.abc import Iterator
from dataclasses import replace

from workbook.book import Workbook
from workbook.book.plans import begun_plans
from workbook.chapters.layers import name_of
from workbook.chapters.selfcheck import GRAVITIES, Line, Mark, with_subject
from workbook.forms.places import place_named, place_within
from workbook.i18n import N_, _, number
from workbook.plan.checks import Check
from workbook.plan.fields import describe
from workbook.plan.finding import Finding, Gravity
from workbook.plan.key_account import Cover
from workbook.plan.section import Section
from workbook.plan.whole_plan import FIVE_PARTS, PlanCheck, check_plan

PLANS = place_named("plans")
CORE_RULE = N_("Core of the seminar path")
CONTENT_RULE = N_("A plan is judged by its content")


def plan_lines(book: Workbook) -> Iterator[Line]:
    """Yield the lines about every plan that was begun."""
    begun = begun_plans(book)
    for account_id, drafts in begun.items():
        found = check_plan(drafts, today=book.today)
        yield from _lines(name_of(book.tiering, account_id), place_of_plan(account_id), found)
    if not begun:
        text = _("None of your five has a plan yet. Begin with two goals of one of them.")
        yield Line(Mark.MISSING, text, _("Account plan, part 1: customer goals"), PLANS)


def place_of_plan(account_id: str) -> str:
    """Return the place of the plan of one account, where it is open."""
    return place_named("plan", account_id)


def _lines(account: str, form: str, found: PlanCheck) -> Iterator[Line]:
    for part in FIVE_PARTS:
        mark = Mark.THERE if found.parts[part].complete else Mark.MISSING
        place = place_within(form, part, _first_gap(found.parts[part]))
        yield Line(mark, _in_words(part, found.parts[part]), _(CORE_RULE), place, account)
    for part in FIVE_PARTS:
        for finding in found.parts[part].findings:
            if finding.gravity is not Gravity.HINT:
                yield _finding_line(part, finding, form, account)
    for finding in found.findings:
        yield replace(_finding_line(_part_of(finding), finding, form, account), text=finding.sentence)


def _finding_line(part: type[Section], finding: Finding, form: str, account: str) -> Line:
    text = with_subject(_(part.TITLE), finding.sentence)
    place = place_within(form, part, finding.path)
    return Line(GRAVITIES[finding.gravity], text, _(CONTENT_RULE), place, account)


def _first_gap(found: Check) -> str:
    """Return the path of the first core answer that is missing, else of the first finding."""
    missing, gaps = found.completeness.missing, found.gaps
    paths = [*(each.path for each in missing), *(each.path for each in gaps)]
    return paths[0] if paths else ""


def _part_of(finding: Finding) -> type[Section]:
    """Return the part that holds the field of a finding between parts."""
    name = finding.path.partition(".")[0]
    parts: tuple[type[Section], ...] = (Cover, *FIVE_PARTS)
    return next((part for part in parts if name in {each.name for each in describe(part)}), Cover)


def _in_words(part: type[Section], found: Check) -> str:
    counted = found.completeness
    sentence = _("“{part}”: {answered} of {wanted} answers are there.")
    return sentence.format(part=_(part.TITLE), answered=number(counted.answered), wanted=number(counted.wanted))
