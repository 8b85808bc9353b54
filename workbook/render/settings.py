"""The file cohort.toml: what a trainer sets once for everybody. One description per setting."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import available_timezones

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from workbook.chapters.path import usual_path
from workbook.errors import InputError, Place, Problem
from workbook.i18n import N_, _
from workbook.render import kinds
from workbook.render.files import write_whole

FILE = "cohort.toml"


def _zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError(name)
    return name


def _known_steps(minutes: dict[str, dict[str, int]]) -> dict[str, dict[str, int]]:
    known = {(step.chapter, step.task) for step in usual_path()}
    for chapter, tasks in minutes.items():
        for task in tasks:
            if (chapter, task) not in known:
                raise ValueError(f"{chapter}.{task}")
    return minutes


class CohortSettings(BaseModel):
    """The settings of cohort.toml; ``description`` is what the message about a bad value says is expected."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$", description=N_("letters, digits, - and _"))
    title: str = Field(default="", max_length=200, description=N_("a short text in double quotes"))
    trainer: str = Field(default="", max_length=200, description=N_("a name in double quotes"))
    date: Annotated[date, Field(description=N_("the first day of the seminar, as 2026-11-23"))]
    language: Literal["de", "en"] = Field(default="de", description=N_("de or en"))
    fiscal_year_start: int = Field(default=1, ge=1, le=12, description=N_("a month from 1 to 12"))
    time_zone: Annotated[str, AfterValidator(_zone)] = Field(
        default="Europe/Berlin", description=N_("a time zone such as Europe/Berlin")
    )
    accounts: str | None = Field(default=None, description=N_("the path of one export for everybody"))
    transactions: str | None = Field(default=None, description=N_("the path of one export for everybody"))
    owner_column: str | None = Field(default=None, description=N_("the column of the export that names the owner"))
    locale: Literal["de", "en"] | None = Field(default=None, description=N_("de or en"))
    preset: str | None = Field(default=None, description=N_("the name of a preset"))
    sheet: str | None = Field(default=None, description=N_("the name of a sheet"))
    transactions_sheet: str | None = Field(default=None, description=N_("the name of a sheet"))
    mapping: dict[str, str] = Field(default={}, description=N_('lines such as name = "Customer"'))
    minutes: Annotated[dict[str, dict[str, Annotated[int, Field(ge=1, le=480)]]], AfterValidator(_known_steps)] = Field(
        default={},
        description=N_("chapter, task and minutes of the seminar path, such as goals = 20 in [minutes.key_accounts]"),
    )
    accept: tuple[str, ...] = Field(default=(), description=N_("a list of codes in double quotes"))


def read_settings(folder: Path) -> CohortSettings:
    """Return the settings of a cohort folder; raises `InputError` with every problem at once."""
    try:
        text = (folder / FILE).read_text(encoding="utf-8-sig")
        return CohortSettings.model_validate(tomllib.loads(text))
    except FileNotFoundError as error:
        raise InputError(Problem(kinds.COHORT_FILE_MISSING, Place(file=FILE))) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(Problem(kinds.COHORT_UNREADABLE, Place(file=FILE), details={"error": str(error)})) from error
    except ValidationError as error:
        raise InputError(*(_problem(found) for found in error.errors())) from error


def keep_settings(folder: Path, answers: dict[str, Any]) -> None:
    """Write answers into cohort.toml; comments and everything else stay as they are. Raises `OSError`."""
    import tomlkit

    path = folder / FILE
    document = tomlkit.parse(path.read_text(encoding="utf-8-sig"))
    for name, value in answers.items():
        if isinstance(value, dict):
            document.setdefault(name, tomlkit.table()).update(value)
        else:
            document[name] = list(value) if isinstance(value, tuple) else value
    write_whole(path, document.as_string())


def _problem(found: Any) -> Problem:
    path = [str(part) for part in found["loc"]]
    place = Place(file=FILE, column=".".join(path))
    if found["type"] == "extra_forbidden":
        return Problem(kinds.COHORT_KEY_UNKNOWN, place, details={"known": ", ".join(CohortSettings.model_fields)})
    value = "" if found["type"] == "missing" else str(found["input"])
    expected = _(CohortSettings.model_fields[path[0]].description or "")
    return Problem(kinds.COHORT_VALUE, place, value=value, details={"expected": expected})
