"""Whose workbook this is; section ``participant`` of the store."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, field_validator

from workbook.fiscal import FiscalCalendar
from workbook.i18n import LANGUAGES
from workbook.store.revision import checked_ref

KEY = "participant"


class Participant(BaseModel):
    """One participant of a cohort; ``fiscal_year_start`` is a month (1 to 12), ``currency`` an ISO code."""

    # Documents of a newer version may know more about a participant; what this version knows is enough to open them.
    model_config = ConfigDict(frozen=True, extra="ignore")

    ref: str
    display_name: str = Field(min_length=1)
    language: str = "de"
    cohort_title: str = ""
    cohort_date: date
    trainer: str = ""
    fiscal_year_start: int = Field(default=1, ge=1, le=12)
    currency: str = Field(default="EUR", pattern="^[A-Z]{3}$")
    time_zone: str = "Europe/Berlin"
    # Minutes of the seminar path that the trainer has set differently: chapter, task, minutes.
    minutes: dict[str, dict[str, int]] = {}

    @field_validator("ref")
    @classmethod
    def _ref_is_harmless(cls, ref: str) -> str:
        return checked_ref(ref)

    @field_validator("language")
    @classmethod
    def _language_is_spoken(cls, language: str) -> str:
        if language not in LANGUAGES:
            raise ValueError(f"language must be one of {LANGUAGES}")
        return language

    @field_validator("time_zone")
    @classmethod
    def _zone_exists(cls, time_zone: str) -> str:
        ZoneInfo(time_zone)
        return time_zone

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of the participant."""
        return ZoneInfo(self.time_zone)

    @property
    def calendar(self) -> FiscalCalendar:
        """The fiscal years of the participant's company."""
        return FiscalCalendar(self.fiscal_year_start)

    @property
    def first_quarter(self) -> str:
        """The fiscal quarter of the seminar."""
        return self.calendar.quarter_of(self.cohort_date)

    def to_document(self) -> dict[str, Any]:
        """Return the JSON form that is saved."""
        return {"schema": 1, "values": self.model_dump(mode="json")}

    @classmethod
    def from_document(cls, document: dict[str, Any]) -> "Participant":
        """Return the participant of a saved document."""
        return cls.model_validate(document["values"])
