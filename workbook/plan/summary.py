"""A plan on one page: at most twelve lines, taken from what is written; where nothing is, a line to write on.

Three goals, one line on purchasing, two on people (for a prospect one, and one on what it takes to win), one on the
most dangerous competitor, the strategy, three objectives, and one line on what needs attention.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from workbook.i18n import _, ngettext, number
from workbook.plan.answers import answer
from workbook.plan.buying_center import BuyingCenter, BuyingCenterMember, is_supportive_key_player
from workbook.plan.competition import Competition
from workbook.plan.draft import Draft
from workbook.plan.fields import Kind, describe
from workbook.plan.finding import Gravity
from workbook.plan.goals import CustomerGoals
from workbook.plan.objectives import Objectives
from workbook.plan.prospect import ProspectPlan
from workbook.plan.purchasing import PurchasingStrategy
from workbook.plan.section import described
from workbook.plan.whole_plan import Drafts, PlanCheck
from workbook.terms import BuyingRole

MOST = 12
SHOWN_ALARMS = 2
# Too long for a line, or said by the heading already.
LONG = frozenset({Kind.LONG_TEXT, Kind.CHOICE})
_DECIDING = frozenset({BuyingRole.DECIDER, BuyingRole.APPROVER})


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what it is about, what is written (empty: a line to write on), and what belongs to it."""

    about: str
    text: str
    more: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under a title."""

    title: str
    lines: tuple[Line, ...]


def summary_of(drafts: Drafts, found: PlanCheck, currency: str = "EUR", questions: int = 0) -> tuple[Group, ...]:
    """Return the lines of a plan, group by group, at most `MOST` together; ``questions`` counts the open ones."""
    writer = _Summary(drafts, currency)
    groups = [
        Group(_(CustomerGoals.TITLE), tuple(writer.entries(CustomerGoals, "goals"))),
        *([Group(_(ProspectPlan.TITLE), (writer.winning(),))] if ProspectPlan in drafts else []),
        Group(_(PurchasingStrategy.TITLE), (writer.purchasing(),)),
        Group(_(BuyingCenter.TITLE), tuple(writer.people())),
        Group(_(Competition.TITLE), (writer.rival(),)),
        Group(_(Objectives.TITLE), (writer.strategy(), *writer.entries(Objectives, "objectives"))),
    ]
    attention = _attention(drafts, found, questions)
    return (*groups, Group(_("What needs attention"), (attention,))) if attention.text else tuple(groups)


class _Summary:
    """Takes the lines from the drafts of one plan."""

    def __init__(self, drafts: Drafts, currency: str) -> None:
        self.drafts = drafts
        self.currency = currency

    def entries(self, part: Any, name: str) -> Iterator[Line]:
        """Yield a line per entry of a list, and empty ones up to as many as the seminar asks for."""
        draft = self.drafts[part]
        wanted = described(part, name).wanted
        heading, *others = (each for each in describe(described(part, name).entry) if each.core)
        short = [each.name for each in others if each.kind not in LONG]
        for place in range(max(len(draft.at(name)), wanted)):
            more = self._joined(draft, *(f"{name}.{place}.{other}" for other in short))
            yield Line(number(place + 1), self._said(draft, f"{name}.{place}.{heading.name}"), more)

    def winning(self) -> Line:
        """Return from whom the prospect is won, until when, and why it would switch."""
        draft = self.drafts[ProspectPlan]
        more = self._joined(draft, "contract_end", "why_switch")
        return self._line(draft, "incumbent_competitor", more)

    def purchasing(self) -> Line:
        """Return the customer's criteria with their weights, how it sources and until when it is bound."""
        draft = self.drafts[PurchasingStrategy]
        criteria = (self._joined(draft, f"criteria.{place}.name", f"criteria.{place}.weight", between=" ")
                    for place in range(len(draft.values.criteria)))  # fmt: skip
        more = [self._said(draft, "sourcing_mode"), self._labelled(draft, "contract_end")]
        about = described(PurchasingStrategy, "criteria").label
        return Line(about, ", ".join(filter(None, criteria)), " · ".join(filter(None, more)))

    def people(self) -> Iterator[Line]:
        """Yield who decides and, for a customer, who of the influential people is for us."""
        members: tuple[BuyingCenterMember, ...] = self.drafts[BuyingCenter].values.members
        deciding = [each for each in members if _DECIDING & set(each.roles)]
        yield Line(_("Who decides"), _named(deciding))
        if ProspectPlan not in self.drafts:
            yield Line(_("Who supports us"), _named([each for each in members if is_supportive_key_player(each)]))

    def rival(self) -> Line:
        """Return the most dangerous competitor and what we do about it."""
        draft: Draft[Competition] = self.drafts[Competition]
        rivals = draft.values.competitors
        by_threat = sorted(range(len(rivals)), key=lambda place: -_danger(rivals[place].threat))
        place = f"competitors.{by_threat[0] if by_threat else 0}"
        more = self._joined(draft, f"{place}.threat", f"{place}.our_counter", between=": ")
        return self._line(draft, f"{place}.competitor", more)

    def strategy(self) -> Line:
        """Return the one idea."""
        return self._line(self.drafts[Objectives], "strategy")

    def _line(self, draft: Draft[Any], path: str, more: str = "") -> Line:
        return Line(described(draft.section, path).label, self._said(draft, path), more)

    def _said(self, draft: Draft[Any], path: str) -> str:
        # Blanks that keep a figure and its unit together stay.
        return re.sub(r"[ \t\r\n]+", " ", answer(draft, path, self.currency)).strip()

    def _joined(self, draft: Draft[Any], *paths: str, between: str = " · ") -> str:
        return between.join(filter(None, (self._said(draft, path) for path in paths)))

    def _labelled(self, draft: Draft[Any], path: str) -> str:
        said = self._said(draft, path)
        return f"{described(draft.section, path).label}: {said}" if said else ""


def _danger(threat: Any) -> int:
    return (threat.points if threat else None) or 0


def _named(members: list[BuyingCenterMember]) -> str:
    return ", ".join(_with_attitude(each) for each in members)


def _with_attitude(member: BuyingCenterMember) -> str:
    known = ", ".join(filter(None, [member.function, member.attitude.label if member.attitude else ""]))
    return f"{member.person or '?'} ({known})" if known else member.person or "?"


def _attention(drafts: Drafts, found: PlanCheck, questions: int) -> Line:
    """Return the first alarms and how many questions are open."""
    findings = [*(each for part in drafts for each in found.parts[part].findings), *found.findings]
    alarms = [each.sentence for each in findings if each.gravity is Gravity.ALARM]
    more = len(alarms) - SHOWN_ALARMS
    told = alarms[:SHOWN_ALARMS]
    if more > 0:
        words = ngettext("And {count} more alarm.", "And {count} more alarms.", more)
        told.append(words.format(count=number(more)))
    if questions:
        words = ngettext("{count} open question.", "{count} open questions.", questions)
        told.append(words.format(count=number(questions)))
    return Line("", " ".join(told))
