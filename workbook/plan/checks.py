"""How complete a section is, from what is written in it; the formula can be printed beside the score.

Only core counts (seminar path of the method): one point for each core answer that is known. Of a list as many entries
count as the seminar asks for, the fullest ones first.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from pydantic import BaseModel

from workbook.i18n import N_, _, percent
from workbook.plan.draft import Draft
from workbook.plan.fields import FieldDescription, Kind, describe
from workbook.plan.finding import Finding, Gravity, is_known
from workbook.plan.section import Section

FORMULA = N_("{answered} of {wanted} core answers are there: {share}.")


class Light(StrEnum):
    """How far a section is, as a traffic light; ``mark`` says it without a colour: an empty, half or full circle."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"

    @property
    def mark(self) -> str:
        """The circle that stands for the light."""
        return {Light.GREEN: "●", Light.AMBER: "◐", Light.RED: "○"}[self]


@dataclass(frozen=True, slots=True)
class Part:
    """One core field of a section: how many answers it asks for, how many are known, and how that is counted."""

    path: str
    label: str
    answered: int
    wanted: int

    @property
    def complete(self) -> bool:
        """Whether nothing is missing here."""
        return self.answered >= self.wanted


@dataclass(frozen=True, slots=True)
class Completeness:
    """How complete a section is."""

    parts: tuple[Part, ...]

    @property
    def answered(self) -> int:
        """Number of core answers that are known."""
        return sum(part.answered for part in self.parts)

    @property
    def wanted(self) -> int:
        """Number of core answers that are asked for."""
        return sum(part.wanted for part in self.parts)

    @property
    def share(self) -> float:
        """Known core answers as a share of those asked for, 0 to 1."""
        return self.answered / self.wanted if self.wanted else 1.0

    @property
    def missing(self) -> tuple[Part, ...]:
        """The core fields in which answers are missing."""
        return tuple(part for part in self.parts if not part.complete)

    @property
    def formula(self) -> str:
        """The score and how it is counted, in words."""
        return _(FORMULA).format(answered=self.answered, wanted=self.wanted, share=percent(self.share, 0))


@dataclass(frozen=True, slots=True)
class Check:
    """The look at one section: completeness and findings; complete means all core answers and no gap."""

    completeness: Completeness
    findings: tuple[Finding, ...]

    @property
    def complete(self) -> bool:
        """Whether every core answer is there and no finding is a gap."""
        return self.completeness.share == 1 and not self.gaps

    @property
    def gaps(self) -> tuple[Finding, ...]:
        """The findings that keep the section from being complete."""
        return tuple(each for each in self.findings if each.gravity is Gravity.GAP)

    @property
    def advice(self) -> tuple[Finding, ...]:
        """Alarms and hints, alarms first; they never block."""
        advice = [each for each in self.findings if each.gravity is not Gravity.GAP]
        return tuple(sorted(advice, key=lambda each: each.gravity is not Gravity.ALARM))

    def as_dict(self) -> dict[str, Any]:
        """Return the JSON form: share, formula, the counted parts, and the findings."""
        counted = self.completeness
        score = {
            "complete": self.complete,
            "light": self.light.value,
            "share": counted.share,
            "formula": counted.formula,
        }
        parts = [asdict(part) for part in counted.parts]
        return {**score, "parts": parts, "findings": [asdict(each) for each in self.findings]}

    @property
    def light(self) -> Light:
        """Green when complete, amber once begun, red before."""
        if self.complete:
            return Light.GREEN
        return Light.AMBER if self.completeness.answered else Light.RED

    @property
    def state(self) -> str:
        """The state in words, so that no colour is needed."""
        return {Light.GREEN: _("complete"), Light.AMBER: _("begun"), Light.RED: _("not begun")}[self.light]


def check(draft: Draft[Any], *, today: date) -> Check:
    """Return the completeness and the findings of a draft as of ``today``."""
    return Check(completeness(draft), draft.values.findings(today))


def completeness(draft: Draft[Any], only: Iterable[str] = ()) -> Completeness:
    """Return how complete a draft is; ``only`` limits the count to these fields."""
    section: type[Section] = draft.section
    fields = [each for each in describe(section) if each.core and (not only or each.name in set(only))]
    return Completeness(tuple(_part(draft.values, each) for each in fields))


def progress(drafts: Iterable[Draft[Any]]) -> float:
    """Return the known core answers of several drafts as a share of those asked for, 0 to 1."""
    all_parts = tuple(part for draft in drafts for part in completeness(draft).parts)
    return Completeness(all_parts).share


def _part(values: Section, description: FieldDescription) -> Part:
    value = getattr(values, description.name)
    if description.kind is not Kind.ITEMS:
        return Part(description.name, description.label, int(is_known(value)), 1)
    asked = _asked_of(description.entry)
    counts = sorted((_known_fields(entry, asked) for entry in value), reverse=True)[: description.wanted]
    return Part(description.name, description.label, sum(counts), description.wanted * len(asked))


def open_answers(entry: BaseModel) -> int:
    """Return how many core answers of one entry are not known yet."""
    asked = _asked_of(type(entry))
    return len(asked) - _known_fields(entry, asked)


def _asked_of(entry: type[BaseModel]) -> list[FieldDescription]:
    return [each for each in describe(entry) if each.core]


def _known_fields(entry: BaseModel, asked: list[FieldDescription]) -> int:
    return sum(is_known(getattr(entry, each.name)) for each in asked)
