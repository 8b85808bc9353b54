"""The plan of one account and its one-page summary as HTML, for the screen and for paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from workbook.book.account_plan import AccountPlan
from workbook.charts.plan_pictures import pictures_of
from workbook.errors import shorten
from workbook.forms.feedback import feedback
from workbook.i18n import _, day, number
from workbook.plan.answers import answer
from workbook.plan.checks import Check
from workbook.plan.key_account import Cover
from workbook.plan.objectives import Objectives
from workbook.plan.section import Section, described
from workbook.plan.summary import Group, Line, summary_of
from workbook.plan.whole_plan import FIVE_PARTS
from workbook.render.exports.plan_layout import ROOMY, Fit, part_html
from workbook.templating import render_template

# How far a part is, readable without colour: full, half, empty.
SIGNS = {True: "\N{BLACK CIRCLE}", None: "\N{CIRCLE WITH LEFT HALF BLACK}", False: "\N{WHITE CIRCLE}"}


@dataclass(frozen=True, slots=True)
class Part:
    """One part on the page: its number ("" for what is none of the five), how far it is, and what is in it."""

    number: str
    title: str
    state: str
    sign: str
    counted: str
    body: str = ""
    feedback: str = ""
    pictures: tuple[Markup, ...] = ()


class PlanPages:
    """The pages of one plan; its pictures are drawn once, however often a page is laid out."""

    def __init__(self, plan: AccountPlan, *, printed: bool = False) -> None:
        self.plan = plan
        self.printed = printed
        self._pictures: dict[type[Section], tuple[Markup, ...]] = {}

    def whole(self, fit: Fit = ROOMY) -> str:
        """Return the whole plan as a page of HTML."""
        plan = self.plan
        return self._page(
            "plan.html.j2",
            fit,
            lead=_cut(_strategy(plan), fit),
            parts=list(self._parts(fit)),
            cover=part_html(plan.drafts[Cover], plan.currency, fit),
            questions=[_question(each, fit) for each in plan.questions[: fit.entries]],
            between=[each.sentence for each in plan.found.findings[: fit.entries]],
        )

    def summary(self, fit: Fit = ROOMY) -> str:
        """Return the plan on one page: cover data and at most twelve lines."""
        plan = self.plan
        groups = [_cut_group(group, fit) for group in plan_summary(plan)]
        middle = next(place for place, group in enumerate(groups) if group.title == _(Objectives.TITLE))
        return self._page(
            "plan_summary.html.j2",
            fit,
            columns=[groups[:middle], groups[middle:]],
            parts=[_state(plan, part) for part in FIVE_PARTS],
            cover=part_html(plan.drafts[Cover], plan.currency, fit, lists=False),
        )

    def _page(self, template: str, fit: Fit, **told: Any) -> str:
        return render_template(template, plan=self.plan, fit=fit, words=_words(self.plan), **told)

    def _parts(self, fit: Fit) -> Iterator[Part]:
        left = fit.pictures
        for part in self.plan.parts:
            if part is not Cover:
                # Where room is scarce each part has one picture, as long as there are some.
                shown = self.pictures(part)[: None if left is None else min(left, 1)]
                left = None if left is None else left - len(shown)
                yield self._part(part, fit, shown)

    def _part(self, part: type[Section], fit: Fit, pictures: tuple[Markup, ...]) -> Part:
        draft, state = self.plan.drafts[part], _state(self.plan, part)
        looked_at = feedback(draft, self.plan.today, most=fit.entries) if not draft.empty else ""
        return Part(
            state.number, state.title, state.state, state.sign, state.counted,
            part_html(draft, self.plan.currency, fit),
            # The count stands beside the title.
            looked_at if "<li" in looked_at else "",
            pictures,
        )  # fmt: skip

    def pictures(self, part: type[Section]) -> tuple[Markup, ...]:
        """Return the pictures of a part for the screen or for paper."""
        if part not in self._pictures:
            found = pictures_of(part, self.plan.drafts, self.plan.today, self.plan.currency)
            html = (Markup(each.html(outlines=not self.printed)) for each in found)  # noqa: S704  escaped there
            self._pictures[part] = tuple(html)
        return self._pictures[part]


def plan_summary(plan: AccountPlan) -> tuple[Group, ...]:
    """Return the lines of the one-page summary."""
    return summary_of(plan.drafts, plan.found, plan.currency, len(plan.questions))


def version_of(plan: AccountPlan) -> str:
    """Return of which day the plan is, in words."""
    if plan.version is None:
        return _("not begun yet")
    return _("version of {day}").format(day=day(plan.version))


def _words(plan: AccountPlan) -> dict[str, str]:
    whole = plan.found.complete
    return {
        "plan": _("Key Account Plan"),
        "summary": _("Key Account Plan on one page"),
        "version": version_of(plan),
        "strategy": described(Objectives, "strategy").label,
        "unknown": _("unknown"),
        "checked": _("Checked on {day}.").format(day=day(plan.today)),
        "whole": _("The plan is complete.") if whole else _("The plan is complete when all five parts are."),
        "questions": _("Open questions"),
        "shortened": _("Long texts are shortened here to keep the plan to four pages; the workbook holds every word."),
    }


def _strategy(plan: AccountPlan) -> str:
    return answer(plan.drafts[Objectives], "strategy")


def _state(plan: AccountPlan, part: type[Section]) -> Part:
    found = plan.found.parts[part]
    place = number(FIVE_PARTS.index(part) + 1) if part in FIVE_PARTS else ""
    return Part(place, _(part.TITLE), found.state, SIGNS[_how_far(found)], found.completeness.formula)


def _how_far(found: Check) -> bool | None:
    return True if found.complete else None if found.completeness.answered else False


def _question(asked: Any, fit: Fit) -> tuple[str, ...]:
    question, known = asked
    owner = (known.owner if known else None) or ""
    due = day(known.due) if known and known.due else ""
    return _cut(question.text, fit), question.where, owner, due


def _cut(text: str, fit: Fit) -> str:
    return shorten(text, fit.letters) if fit.letters else text


def _cut_group(group: Group, fit: Fit) -> Group:
    lines = (Line(each.about, _cut(each.text, fit), _cut(each.more, fit)) for each in group.lines)
    return Group(group.title, tuple(lines))
