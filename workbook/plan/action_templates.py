"""Ready-made actions a rep can add with one click; a trainer may change them (``action_templates.toml``)."""

import tomllib
from datetime import date, timedelta
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from workbook.i18n import language
from workbook.plan.dates import SATURDAY
from workbook.resources import resource

FILE = "action_templates.toml"
Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]


class ActionTemplate(BaseModel):
    """One template: what is done, in one or both languages, and how many days from today its date is proposed."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    days: int = Field(ge=0, le=365)
    de: Words = ""
    en: Words = ""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.de or self.en):
            raise ValueError("de")
        return self

    @property
    def words(self) -> str:
        """What is done, in the language in use if the trainer wrote it in that language."""
        both = {"de": self.de, "en": self.en}
        return both[language()] or self.de or self.en

    def due(self, today: date) -> date:
        """Return the date that is proposed; a weekend becomes the Monday after it.

        >>> ActionTemplate(days=1, en="Call").due(date(2026, 11, 27))
        datetime.date(2026, 11, 30)
        """
        day = today + timedelta(days=self.days)
        return day + timedelta(days=max(0, 7 - day.weekday())) if day.weekday() >= SATURDAY else day


class Templates(BaseModel):
    """The file: its entries in their order."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    action: tuple[ActionTemplate, ...] = Field(default=(), max_length=30)


def default_templates() -> tuple[ActionTemplate, ...]:
    """Return the templates that come with the workbook."""
    return templates_from(tomllib.loads(resource("data", FILE).read_text(encoding="utf-8")))


def templates_from(document: dict[str, Any] | None) -> tuple[ActionTemplate, ...]:
    """Return the templates of a document; without one those that come with the workbook.

    Raises pydantic's ValidationError for what does not fit.
    """
    return default_templates() if document is None else Templates.model_validate(document).action
