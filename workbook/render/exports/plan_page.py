"""The plan of one account and its one-page summary as HTML, for the screen and for paper."""

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from workbook.book.account_plan import AccountPlan
from workbook.charts.picture import Picture
from workbook.charts.plan_pictures import pictures_of
from workbook.errors import shorten
from workbook.forms.feedback import feedback
from workbook.i18n import _, day, number
from workbook.plan.checks import Check
from workbook.plan.key_account import Cover
from workbook.plan.section import Section
from workbook.plan.summary import Group, Line, summary_of
from workbook.plan.whole_plan import FIVE_PARTS
from workbook.render.exports.plan_layout import ROOMY, Fit, part_html
from workbook.render.templates import fill

# How far a part is, readable without colour: full, half, empty.
SIGNS = {True: "\N{BLACK CIRCLE}", None: "\N{CIRCLE WITH LEFT HALF BLACK}", False: "\N{WHITE CIRCLE}"}


@dataclass(frozen=True, slots=True)
class Part:
    """One part on the page: its number ("" for what is none of the five), how far it is, and what is in it."""

    number: str
    title: str
    state: str
    sign: str
    body: str = ""
    feedback: str = ""
    pictures: tuple[Picture, ...] = ()


def plan_html(plan: AccountPlan, fit: Fit = ROOMY, *, printed: bool = False) -> str:
    """Return the whole plan as a page of HTML; ``printed`` is for the PDF."""
    told = {
        "parts": [_part(plan, part, fit) for part in plan.parts if part is not Cover],
        "cover": part_html(plan.drafts[Cover], plan.currency, fit),
        "questions": [_question(each, fit) for each in plan.questions],
        "between": [each.sentence for each in plan.found.findings],
    }
    return _page("plan.html.j2", plan, fit, printed=printed, **told)


def summary_html(plan: AccountPlan, fit: Fit = ROOMY, *, printed: bool = False) -> str:
    """Return the plan on one page: cover data and at most twelve lines."""
    told = {
        "groups": [_cut(group, fit) for group in plan_summary(plan)],
        "parts": [_state(plan, part) for part in FIVE_PARTS],
        "cover": part_html(plan.drafts[Cover], plan.currency, fit, lists=False),
    }
    return _page("plan_summary.html.j2", plan, fit, printed=printed, **told)


def plan_summary(plan: AccountPlan) -> tuple[Group, ...]:
    """Return the lines of the one-page summary."""
    return summary_of(plan.drafts, plan.found, plan.currency, len(plan.questions))


def version_of(plan: AccountPlan) -> str:
    """Return of which day the plan is, in words."""
    if plan.version is None:
        return _("not begun yet")
    return _("version of {day}").format(day=day(plan.version))


def _page(template: str, plan: AccountPlan, fit: Fit, *, printed: bool, **told: Any) -> str:
    return fill(template, plan=plan, fit=fit, printed=printed, words=_words(plan), **told)


def _words(plan: AccountPlan) -> dict[str, str]:
    return {
        "plan": _("Key Account Plan"),
        "summary": _("Key Account Plan on one page"),
        "version": version_of(plan),
        "state": _("State of the plan"),
        "unknown": _("unknown"),
        "checked": _("Checked on {day}.").format(day=day(plan.today)),
        "whole": _("The plan is complete.")
        if plan.found.complete
        else _("The plan is complete when all five parts are."),
        "questions": _("Open questions"),
        "shortened": _("Long texts are shortened here to keep the plan to four pages; the workbook holds every word."),
    }


def _part(plan: AccountPlan, part: type[Section], fit: Fit) -> Part:
    draft = plan.drafts[part]
    pictures = tuple(pictures_of(part, plan.drafts, plan.today))[: fit.pictures]
    looked_at = Markup(feedback(draft, plan.today)) if not draft.empty else Markup("")  # noqa: S704  escaped there
    state = _state(plan, part)
    body = part_html(draft, plan.currency, fit)
    return Part(state.number, state.title, state.state, state.sign, body, looked_at, pictures)


def _state(plan: AccountPlan, part: type[Section]) -> Part:
    found = plan.found.parts[part]
    place = number(FIVE_PARTS.index(part) + 1) if part in FIVE_PARTS else ""
    return Part(place, _(part.TITLE), found.state, SIGNS[_how_far(found)])


def _how_far(found: Check) -> bool | None:
    return True if found.complete else None if found.completeness.answered else False


def _question(asked: Any, fit: Fit) -> tuple[str, ...]:
    question, known = asked
    owner = (known.owner if known else None) or ""
    due = day(known.due) if known and known.due else ""
    return shorten(question.text, fit.letters or 200), question.where, owner, due


def _cut(group: Group, fit: Fit) -> Group:
    if fit.letters is None:
        return group
    return Group(group.title, tuple(_cut_line(each, fit.letters) for each in group.lines))


def _cut_line(line: Line, letters: int) -> Line:
    return Line(line.about, shorten(line.text, letters), shorten(line.more, letters))
