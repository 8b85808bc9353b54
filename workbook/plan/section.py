"""A section of the plan: the smallest part that is written, saved and read on its own."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict

from workbook.i18n import _
from workbook.plan.fields import FieldDescription, Kind, describe
from workbook.plan.finding import Finding


class Item(BaseModel):
    """One entry of a list (a person, an action). ``id`` never changes, so that references and calendars keep it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str | None = None

    REPEATS: ClassVar[bool] = False
    # Entries that need room are shown one below the other, each in a fold, however few fields they have.
    FOLDED: ClassVar[bool] = False

    @property
    def falls_on(self) -> date | None:
        """The day this entry is about, where one day says when it comes; None for all others."""
        return None

    def repeated(self) -> "tuple[Item, ...]":
        """Return later entries like this one; nothing for kinds of entries that do not repeat, or without a date."""
        return ()

    @property
    def heading(self) -> str:
        """The first text the rep wrote about this entry; empty while there is none."""
        return str(getattr(self, self.heading_field)) if self.heading_field else ""

    @property
    def heading_field(self) -> str:
        """The name of the field the heading comes from; empty while there is none."""
        names = (each.name for each in describe(type(self)) if each.kind in {Kind.TEXT, Kind.LONG_TEXT})
        return next((name for name in names if getattr(self, name)), "")


class Section(BaseModel):
    """A part of the plan with its own key in the store. Every field starts unknown: None, or an empty list."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    KEY: ClassVar[str]
    TITLE: ClassVar[str]
    SCHEMA_VERSION: ClassVar[int] = 1

    @classmethod
    def key(cls, **place: str) -> str:
        """Return the key in the store, for example ``YearPlan.key(account_id="K-7")``."""
        return cls.KEY.format(**place)

    @classmethod
    def title(cls, **_place: str) -> str:
        """Return the name of this part in the language in use; what can stand in several places says in which."""
        return _(cls.TITLE)

    @classmethod
    def upgrade(cls, values: dict[str, Any], version: int) -> dict[str, Any]:
        """Return the values of an older document as this version writes them."""
        return values

    def refusal(self, path: str) -> str:
        """Return why what stands at ``path`` cannot stand beside the rest, or an empty text."""
        return ""

    def findings(self, today: date) -> tuple[Finding, ...]:
        """Return the gaps, alarms and hints of this section beyond missing answers, as of ``today``."""
        return ()

    def proposals(self, path: str, known: Mapping[str, Sequence[str]]) -> tuple[dict[str, Any], ...]:
        """Return the entries the list at ``path`` lacks; ``known`` are names of other parts, by kind."""
        return ()


def described(section: type[BaseModel], path: str) -> FieldDescription:
    """Return the description of the field at ``path``, such as "members.0.person".

    Raises KeyError when there is no such field.
    """
    model: type[BaseModel] | None = section
    found: FieldDescription | None = None
    for name in (step for step in path.split(".") if not step.isdigit()):
        fields = {each.name: each for each in describe(model)} if model else {}
        found = fields[name]
        model = found.item
    if found is None:
        raise KeyError(path)
    return found


def absent(names: Sequence[str], held: Iterable[str | None]) -> tuple[str, ...]:
    """Return the names that are not held yet, whatever their capital letters.

    >>> absent(["Price", "Service"], ["price ", None])
    ('Service',)
    """
    known = {each.strip().casefold() for each in held if each}
    return tuple(each for each in names if each.strip().casefold() not in known)


def described_beside(section: type[BaseModel], path: str) -> tuple[FieldDescription, ...]:
    """Return the descriptions of all fields of the same entry as the one at ``path``."""
    above = path.rpartition(".")[0]
    return describe(described(section, above).entry if above else section)


def has_field(section: type[BaseModel], path: str) -> bool:
    """Return whether there is a field at ``path``; a document of another hand may keep texts elsewhere."""
    try:
        return bool(described(section, path))
    except KeyError:
        return False
