"""What the rep decides about the formula; stored as JSON, checked when it is made.

Every value that does not fit raises `DecisionRefused` with a sentence, never pydantic's own error:

>>> Rules(weight=2)
Traceback (most recent call last):
    ...
workbook.errors.DecisionRefused: The weight of revenue must lie between 0 and 1, not 2.0. 0 looks at ...
"""

import datetime
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, ValidationError, field_validator, model_validator

from workbook.focus import kinds
from workbook.focus.formula import MANDATORY_SLOTS, SHORTEST_REASON
from workbook.terms import PotentialBasis, Slot


class Decision(BaseModel):
    """What every decision has in common: it never changes, and it refuses in plain words."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    @model_validator(mode="wrap")
    @classmethod
    def _refuse(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        try:
            return handler(data)
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(str(part) for part in first["loc"]) or cls.__name__
            value = "" if first["type"] == "missing" else first["input"]
            kinds.refuse(kinds.BAD_VALUE, value, field=place)


class Rules(Decision):
    """How the formula is set: weight of revenue in the score, potential basis, reference year, fiscal year start."""

    weight: float = 0.5
    potential_basis: PotentialBasis = PotentialBasis.ADDITIONAL
    year: int | None = None
    fiscal_year_start: int = 1

    @field_validator("weight")
    @classmethod
    def _weight_is_a_share(cls, weight: float) -> float:
        return weight if 0 <= weight <= 1 else kinds.refuse(kinds.BAD_WEIGHT, weight)

    @field_validator("fiscal_year_start")
    @classmethod
    def _start_is_a_month(cls, month: int) -> int:
        return month if 1 <= month <= 12 else kinds.refuse(kinds.BAD_VALUE, month, field="fiscal_year_start")


class Reasoned(Decision):
    """A decision against the formula: why, who, when, until when (Rules R10 and R12)."""

    reason: str
    author: str
    date: datetime.date
    expiry: datetime.date

    @field_validator("reason")
    @classmethod
    def _reason_says_something(cls, reason: str) -> str:
        if len(reason.strip()) < SHORTEST_REASON:
            kinds.refuse(kinds.REASON_TOO_SHORT, reason, length=SHORTEST_REASON)
        return reason

    @field_validator("author")
    @classmethod
    def _author_has_a_name(cls, author: str) -> str:
        return author if author.strip() else kinds.refuse(kinds.NO_AUTHOR)

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.expiry <= self.date:
            kinds.refuse(kinds.EXPIRY_NOT_AFTER_DATE, date=self.date, expiry=self.expiry)
        return self

    def holds_on(self, today: datetime.date) -> bool:
        """Return whether the decision is still in force; the day of expiry is the first day without it."""
        return today < self.expiry


class Waiver(Reasoned):
    """A mandatory slot given up for a while (Rule R10); the cut is marked "formula incomplete" until it ends."""

    slot: Slot

    @field_validator("slot")
    @classmethod
    def _slot_is_mandatory(cls, slot: Slot) -> Slot:
        return slot if slot in MANDATORY_SLOTS else kinds.refuse(kinds.NOT_A_MANDATORY_SLOT, slot=slot)


class Override(Reasoned):
    """A swap of two accounts by hand (Rule R12): one in forces one out, so that the sizes stay 5 and 15."""

    account_in: str
    account_out: str = ""
    agreed_with_manager: bool = False
    agreed_on: datetime.date | None = None

    @model_validator(mode="after")
    def _one_in_one_out(self) -> Self:
        if not self.account_in:
            kinds.refuse(kinds.NOBODY_ENTERS)
        if not self.account_out:
            kinds.refuse(kinds.NOBODY_LEAVES)
        if self.account_in == self.account_out:
            kinds.refuse(kinds.SWAP_WITH_ITSELF)
        return self


class Decisions(Decision):
    """Everything a rep decided about the layers; the layers themselves are derived from it (section ``tiering``)."""

    prospect: tuple[str, ...] = ()
    confirmed_former: tuple[str, ...] = ()
    roll_up: tuple[str, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    overrides: tuple[Override, ...] = ()

    @field_validator("prospect")
    @classmethod
    def _one_prospect(cls, prospect: tuple[str, ...]) -> tuple[str, ...]:
        return prospect if len(prospect) <= 1 else kinds.refuse(kinds.SECOND_PROSPECT)


def waived_slots(decisions: Decisions, today: datetime.date) -> frozenset[Slot]:
    """Return the mandatory slots that are waived on ``today`` (Rule R10)."""
    return frozenset(waiver.slot for waiver in decisions.waivers if waiver.holds_on(today))
