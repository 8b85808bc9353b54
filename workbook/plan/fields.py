"""One description per field: what a rep reads, types and may leave open, said once in the model.

Forms, static twins, print, checks, the list of open questions and pseudonymisation all derive from `describe`.

>>> from pydantic import BaseModel
>>> class Visit(BaseModel):
...     when: date | None = field("Date of the visit")
...     costs: Money | None = field("Costs", help="Travel and time.", depth=Depth.DEEPENING)
>>> [(each.name, each.kind.value, each.label, each.depth.value) for each in describe(Visit)]
[('when', 'date', 'Date of the visit', 'core'), ('costs', 'money', 'Costs', 'deepening')]
"""

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, TypedDict, Unpack, get_args, get_origin

from pydantic import BaseModel, Field, StringConstraints
from pydantic.fields import FieldInfo

from workbook.i18n import _
from workbook.plan.annotations import limit_of, unwrapped
from workbook.terms import Term

TEXT_LIMIT = 20_000
# A text that is too long is kept as it is until it is shortened, but a workbook is no place for a whole book.
KEPT_LIMIT = 100_000


class Kind(StrEnum):
    """What a field holds, and so how it is typed, shown and printed."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    MONEY = "money"
    NUMBER = "number"
    WHOLE = "whole"
    YEAR = "year"
    PERCENT = "percent"
    DATE = "date"
    TIME = "time"
    CHOICE = "choice"
    CHOICES = "choices"
    YES_NO = "yes_no"
    REFERENCE = "reference"
    ITEMS = "items"


class Depth(StrEnum):
    """Core is asked in the seminar and counts as progress; deepening is folded."""

    CORE = "core"
    DEEPENING = "deepening"


Day = date
Clock = time
# The annotation says the kind and the limits; None beside it means unknown.
Text = Annotated[str, StringConstraints(max_length=TEXT_LIMIT), Kind.TEXT]
LongText = Annotated[str, StringConstraints(max_length=TEXT_LIMIT), Kind.LONG_TEXT]
Money = Annotated[Decimal, Field(ge=-(10**13), le=10**13, decimal_places=2, allow_inf_nan=False), Kind.MONEY]
Amount = Annotated[Decimal, Field(ge=0, le=10**13, decimal_places=2, allow_inf_nan=False), Kind.MONEY]
Hours = Annotated[Decimal, Field(ge=0, le=10_000, decimal_places=2, allow_inf_nan=False), Kind.NUMBER]
Percent = Annotated[Decimal, Field(ge=0, le=100, decimal_places=2, allow_inf_nan=False), Kind.PERCENT]
Points = Annotated[int, Field(ge=0, le=10), Kind.WHOLE]
Whole = Annotated[int, Field(ge=0, le=100_000), Kind.WHOLE]
Year = Annotated[int, Field(ge=0, le=100_000), Kind.YEAR]
Reference = Annotated[str, StringConstraints(max_length=40), Kind.REFERENCE]


_TYPED = {Kind.MONEY, Kind.NUMBER, Kind.WHOLE, Kind.YEAR, Kind.PERCENT, Kind.DATE, Kind.TIME}
# Words that are translated when they are shown.
_ENGLISH = {
    "label": "english", "help": "english_help", "unit": "english_unit", "add": "english_add",
    "full": "english_full", "calendar": "english_calendar",
}  # fmt: skip


class FieldOptions(TypedDict, total=False):
    """What can be said about a field beside its label and type."""

    help: str
    depth: Depth
    personal: bool
    unit: str
    default: Any
    most: int
    wanted: int
    add: str
    full: str
    guide: str
    refers_to: str
    suggest: str
    names: str
    not_before: str
    calendar: str
    clock: str


@dataclass(frozen=True, slots=True)
class FieldDescription:
    """One field of a section: ``label``, ``help`` and ``unit`` read in the language in use.

    ``choices`` is the enumeration of a choice, ``item`` the model of a list's entries, ``most`` how many there may be
    and ``wanted`` how many the seminar asks for. ``refers_to`` names the list of the same section whose entries a
    reference points to, ``suggest`` the kind of names worth offering while typing ("accounts", "actions"), ``guide``
    the questions that help to choose where those of the scale do not fit.
    ``names`` is "person" or "company" where the whole text is a name; ``not_before`` names the date this one must not
    come before. ``calendar`` is what a date is called in the rep's calendar, with the other fields of the entry as
    {placeholders}, "" for dates that do not belong there; ``clock`` names the field with its time of day. ``minimum``
    and ``maximum`` bound numbers; ``default`` is what stands there before anybody has answered.
    """

    name: str
    kind: Kind
    english: str
    english_help: str = ""
    english_unit: str = ""
    depth: Depth = Depth.CORE
    personal: bool = False
    choices: type[Term] | None = None
    item: type[BaseModel] | None = None
    most: int | None = None
    wanted: int = 1
    english_add: str = ""
    english_full: str = ""
    guide: str | None = None
    refers_to: str | None = None
    suggest: str | None = None
    names: str | None = None
    not_before: str | None = None
    english_calendar: str = ""
    clock: str | None = None
    default: Any = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None

    @property
    def label(self) -> str:
        """The label in the language in use."""
        return _(self.english)

    @property
    def help(self) -> str:
        """The help text in the language in use; may be empty."""
        return _(self.english_help)

    @property
    def unit(self) -> str:
        """The unit in the language in use; empty where there is none."""
        return _(self.english_unit)

    @property
    def entry(self) -> type[BaseModel]:
        """The model of one entry of a list; TypeError for a field that is no list."""
        if self.item is None:
            raise TypeError(f"{self.name} is no list")
        return self.item

    @property
    def add(self) -> str:
        """What the button says that adds an entry to a list, in the language in use."""
        return _(self.english_add) or _("Add an entry")

    @property
    def full(self) -> str:
        """What is said when one more entry is wanted than the list takes, in the language in use."""
        return _(self.english_full) or _("There is no room for more than {most} here. Please remove one first.").format(
            most=self.most
        )

    @property
    def calendar(self) -> str:
        """What the date is called in a calendar, in the language in use; empty for dates that do not belong there."""
        return _(self.english_calendar)

    @property
    def core(self) -> bool:
        """Whether the field counts in the seminar."""
        return self.depth is Depth.CORE

    @property
    def typed(self) -> bool:
        """Whether a rep types text that must first be understood: numbers, money, per cent, dates, times."""
        return self.kind in _TYPED


def field(label: str, **options: Unpack[FieldOptions]) -> Any:
    """Return the pydantic field of a section with its description; mark ``label``, help and unit with ``N_``.

    The default is None (unknown); lists say ``default=()``.
    """
    said: dict[str, Any] = {"label": label, **options}
    return Field(default=said.pop("default", None), max_length=said.get("most"), json_schema_extra=said)


@cache
def describe(model: type[BaseModel]) -> tuple[FieldDescription, ...]:
    """Return the descriptions of a model's fields in the order in which they are asked; unlabelled ones are hidden."""
    described = ((name, info) for name, info in model.model_fields.items() if _options(info))
    return tuple(_description(name, info) for name, info in described)


def _options(info: FieldInfo) -> dict[str, Any]:
    extra = info.json_schema_extra
    return extra if isinstance(extra, dict) and "label" in extra else {}


def _description(name: str, info: FieldInfo) -> FieldDescription:
    kind, inner, marks = _reading(info)
    said = {_ENGLISH.get(option, option): value for option, value in _options(info).items()}
    return FieldDescription(
        name=name,
        kind=kind,
        choices=inner if kind in {Kind.CHOICE, Kind.CHOICES} else None,
        item=inner if kind is Kind.ITEMS else None,
        minimum=limit_of(marks, "ge"),
        maximum=limit_of(marks, "le"),
        default=info.default,
        **said,
    )


def _reading(info: FieldInfo) -> tuple[Kind, Any, list[Any]]:
    inner, marks = unwrapped(info.annotation, list(info.metadata))
    if get_origin(inner) is tuple:
        entry = get_args(inner)[0]
        return (Kind.CHOICES if issubclass(entry, Term) else Kind.ITEMS), entry, marks
    marked = [mark for mark in marks if isinstance(mark, Kind)]
    return (marked[0] if marked else _kind_of(inner)), inner, marks


def _kind_of(annotation: type) -> Kind:
    if annotation is bool:
        return Kind.YES_NO
    if issubclass(annotation, date):
        return Kind.DATE
    if issubclass(annotation, time):
        return Kind.TIME
    if issubclass(annotation, Term):
        return Kind.CHOICE
    raise TypeError(f"a field of type {annotation!r} has no kind: use Text, Money, Percent ... of plan.fields")
