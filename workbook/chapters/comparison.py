"""Own plans beside the solved one: not how much is written, but which patterns show."""

from collections.abc import Callable, Mapping
from typing import Any

from workbook.book import Workbook
from workbook.book.plans import begun_plans
from workbook.chapters import example
from workbook.chapters.layers import name_of
from workbook.chapters.panels import Column, Panel, note, table
from workbook.chapters.solved_plan import solved_plan
from workbook.i18n import N_, _, number, percent
from workbook.plan.buying_center import BuyingCenter, roles_nobody_holds
from workbook.plan.competition import Competition
from workbook.plan.finding import Gravity
from workbook.plan.objectives import Objectives
from workbook.plan.questions import open_questions
from workbook.plan.relationships import relationship_gaps
from workbook.plan.whole_plan import Drafts, PlanCheck, check_plan
from workbook.terms import Attitude

NOTHING = "\N{EN DASH}"


def comparison(book: Workbook) -> Panel:
    """Return the patterns of the solved plan and of each plan that was begun, side by side."""
    solved = name_of(example.tiering(), example.setting("key_account"))
    own = {name_of(book.tiering, each): drafts for each, drafts in begun_plans(book).items()}
    if not own:
        return note(_("As soon as you have begun a plan, it appears here beside the solved one."))
    plans: list[tuple[Drafts, PlanCheck]] = [(solved_plan(), check_plan(solved_plan(), today=example.setting("today")))]
    plans += [(drafts, check_plan(drafts, today=book.today)) for drafts in own.values()]
    headings = [_("Pattern"), _("Example: {account}").format(account=solved), *own]
    rows = ((_(label), *(count(*plan) for plan in plans)) for label, count in PATTERNS.items())
    return table([Column(heading) for heading in headings], rows)


def _members(drafts: Drafts) -> Any:
    return drafts[BuyingCenter].values.members


def _people(drafts: Drafts, _found: PlanCheck) -> str:
    return number(len(_members(drafts)))


def _attitude_unknown(drafts: Drafts, _found: PlanCheck) -> str:
    unknown = [each for each in _members(drafts) if each.attitude in {None, Attitude.UNKNOWN}]
    return number(len(unknown))


def _roles_free(drafts: Drafts, _found: PlanCheck) -> str:
    return ", ".join(role.label for role in roles_nobody_holds(_members(drafts))) or NOTHING


def _gaps(drafts: Drafts, _found: PlanCheck) -> str:
    return number(len(relationship_gaps(_members(drafts))))


def _alarms(_drafts: Drafts, found: PlanCheck) -> str:
    findings = (finding for each in found.parts.values() for finding in each.findings)
    return number(sum(finding.gravity is Gravity.ALARM for finding in findings))


def _competitors(drafts: Drafts, _found: PlanCheck) -> str:
    return number(len(drafts[Competition].values.competitors))


def _objectives(drafts: Drafts, _found: PlanCheck) -> str:
    complete = [each for each in drafts[Objectives].values.objectives if each.measure and each.target and each.due]
    return number(len(complete))


def _questions(drafts: Drafts, _found: PlanCheck) -> str:
    return number(len(open_questions((part.__name__, "", draft) for part, draft in drafts.items())))


def _share(_drafts: Drafts, found: PlanCheck) -> str:
    return percent(found.share, 0)


PATTERNS: Mapping[str, Callable[[Drafts, PlanCheck], str]] = {
    N_("People in the buying center"): _people,
    N_("People whose attitude is unknown"): _attitude_unknown,
    N_("Roles nobody holds"): _roles_free,
    N_("Relationships that are to become closer"): _gaps,
    N_("Alarms"): _alarms,
    N_("Competitors"): _competitors,
    N_("Objectives with measure, target and date"): _objectives,
    N_("Open questions"): _questions,
    N_("Core answers"): _share,
}
