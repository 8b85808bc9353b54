"""What a participant may share with the trainer, and the form of a shared file; both are checked in one place.

A shared file holds the texts a participant chose and figures without names. It tells no times, and entries about time
stay with the participant: at most the shares per layer are told.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from workbook.i18n import N_, _, ngettext, number
from workbook.plan.account_facts import AccountFacts
from workbook.plan.action_decisions import ActionDecisions
from workbook.plan.calendar_names import CalendarNames
from workbook.plan.catalogue import section_of
from workbook.plan.draft import Draft
from workbook.plan.exercises import EXERCISES
from workbook.plan.fact_checks import FactChecks
from workbook.plan.fields import TEXT_LIMIT
from workbook.plan.fixed_dates import FixedDates
from workbook.plan.inquiries import Inquiries
from workbook.plan.objective_outcomes import ObjectiveOutcomes
from workbook.plan.prospect_end import ProspectEnd
from workbook.plan.section import Section, has_field
from workbook.plan.time_budget import TimeBudget
from workbook.plan.work_estimate import WorkEstimate

# The one file inside the zip.
ENTRY = "shared.json"
# The key of the choice to show names; without it codes stand in their place.
NAMES = "names"
FIGURES = {
    "progress": N_("Which exercises I have begun and finished"),
    "quality": N_("How complete my account plans are, in percent"),
    "concentration": N_("How my revenue is spread over the three layers, in percent"),
    "time": N_("How my time is spread over the three layers, in percent"),
}
_RELEASE = re.compile(r"released/\d{4}Q[1-4](/people)?")
# Facts are the customer's figures; entries about time, and what was put off and why, stay with the participant.
_STAY: tuple[type[Section], ...] = (
    AccountFacts, TimeBudget, WorkEstimate, CalendarNames, Inquiries, FixedDates, ActionDecisions, FactChecks,
    ProspectEnd, ObjectiveOutcomes,
)  # fmt: skip

Share = Annotated[float, Field(ge=0, le=1)]
Key = Annotated[str, StringConstraints(max_length=300)]
Name = Annotated[str, StringConstraints(max_length=300)]
Words = Annotated[str, StringConstraints(max_length=TEXT_LIMIT)]


def figure_key(name: str) -> str:
    """Return the key under which the choice of a figure is kept.

    >>> figure_key("time")
    'figures/time'
    """
    return f"figures/{name}"


def may_be_shared(key: str) -> bool:
    """Return whether a section is one that can be shared.

    >>> may_be_shared("commitment"), may_be_shared("time_budget"), may_be_shared("portfolio")
    (True, False, False)
    """
    found = section_of(key)
    return found is not None and found[0] not in _STAY


def can_be_chosen(key: str) -> bool:
    """Return whether a key stands for something to choose: a section, a figure, the names, the release of a sheet."""
    return key == NAMES or key in map(figure_key, FIGURES) or bool(_RELEASE.fullmatch(key)) or may_be_shared(key)


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Layers(_Part):
    """Shares of a whole, 0 to 1, per layer."""

    top5: Share
    next15: Share
    rest: Share

    @model_validator(mode="after")
    def _is_a_whole(self) -> "Layers":
        if not 0.98 <= self.top5 + self.next15 + self.rest <= 1.02:
            raise ValueError("the layers together are a whole")
        return self


class Figures(_Part):
    """Figures without names; None is not shared. ``quality`` is one share per account plan that was begun."""

    progress: dict[str, Literal["begun", "done"]] | None = None
    quality: Annotated[tuple[Share, ...], Field(max_length=5)] | None = None
    concentration: Layers | None = None
    time: Layers | None = None

    @model_validator(mode="after")
    def _are_exercises(self) -> "Figures":
        if set(self.progress or ()) - set(EXERCISES):
            raise ValueError("no exercise of this workbook")
        return self

    def shared(self) -> int:
        """Return how many figures are shared."""
        return sum(getattr(self, name) is not None for name in FIGURES)


class Text(_Part):
    """A section as the store keeps it: values, and texts that are not valid yet."""

    version: int = Field(alias="schema", ge=1)
    values: dict[str, Any]
    typed: dict[Key, Words]


class SharedSection(_Part):
    """One section a participant shares; ``account`` is the name, or the code, of the customer it is about."""

    key: Key
    account: Name = ""
    text: Text

    @model_validator(mode="after")
    def _is_a_section(self) -> "SharedSection":
        if not may_be_shared(self.key):
            raise ValueError("no section that can be shared")
        if not all(has_field(self.section, path) for path in self.text.typed):
            raise ValueError("no field of this section")
        self.draft()
        return self

    @property
    def section(self) -> type[Section]:
        """The model of the section."""
        found = section_of(self.key)
        assert found is not None
        return found[0]

    @property
    def place(self) -> Mapping[str, str]:
        """What the key names beside the section: account, chapter, name of an exercise."""
        found = section_of(self.key)
        return found[1] if found else {}

    def draft(self) -> Draft[Any]:
        """Return the text as a draft; `ValidationError` for what its section does not know."""
        if self.text.version > self.section.SCHEMA_VERSION:
            raise ValueError("written by a newer version")
        values = self.section.upgrade(dict(self.text.values), self.text.version)
        return Draft(self.section.model_validate(values), dict(self.text.typed))


class SharedFile(_Part):
    """Everything a participant shares."""

    format: Literal["focus-workbook-shared"] = "focus-workbook-shared"
    version: Literal[1] = 1
    participant: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]{8,32}$")]
    quarter: Annotated[str, StringConstraints(pattern=r"^\d{4}Q[1-4]$")]
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    with_names: bool = False
    sections: Annotated[tuple[SharedSection, ...], Field(max_length=400)] = ()
    figures: Figures = Figures()

    @property
    def empty(self) -> bool:
        """Whether nothing is shared."""
        return not self.sections and not self.figures.shared()

    def in_words(self) -> str:
        """Return what the file holds, in numbers."""
        return ", ".join(self._counts()) or _("nothing")

    def _counts(self) -> Iterator[str]:
        texts, figures = len(self.sections), self.figures.shared()
        if texts:
            yield ngettext("{count} text", "{count} texts", texts).format(count=number(texts))
        if figures:
            yield ngettext("{count} figure", "{count} figures", figures).format(count=number(figures))

    def to_text(self) -> str:
        """Return the JSON text of the file."""
        return self.model_dump_json(by_alias=True, indent=1) + "\n"


class _Head(BaseModel):
    """What is read first, so that a newer file is told from a damaged one."""

    format: Literal["focus-workbook-shared"]
    version: int


VERSION = 1


def read_head(text: bytes) -> int | None:
    """Return the version of a shared file, None for what is no shared file at all."""
    try:
        return _Head.model_validate_json(text).version
    except ValidationError:
        return None


def read_shared_text(text: bytes) -> SharedFile:
    """Return a shared file of this version; `ValidationError` for anything that is not exactly one."""
    return SharedFile.model_validate_json(text)
