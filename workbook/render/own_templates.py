"""The trainer's own action templates, beside cohort.toml; without the file those of the workbook are offered."""

import tomllib
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from workbook.errors import InputError, Place, Problem
from workbook.i18n import N_, _
from workbook.plan.action_templates import FILE, ActionTemplate, default_templates, read_templates
from workbook.render import kinds

EXPECTED = {
    "days": N_("a number of days from 0 to 365"),
    "de": N_("what is done, in double quotes, in German (de), English (en) or both"),
}


def own_templates(folder: Path) -> tuple[ActionTemplate, ...]:
    """Return the templates of a cohort folder; raises `InputError` with every problem, by entry and key."""
    path = folder / FILE
    if not path.is_file():
        return default_templates()
    try:
        return read_templates(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(Problem(kinds.COHORT_UNREADABLE, Place(file=FILE), details={"error": str(error)})) from error
    except ValidationError as error:
        raise InputError(*(_problem(found) for found in error.errors())) from error


def _problem(found: Any) -> Problem:
    path = [str(step + 1) if isinstance(step, int) else str(step) for step in found["loc"]]
    place = Place(file=FILE, column=" ".join(path))
    if found["type"] == "extra_forbidden":
        return Problem(kinds.COHORT_KEY_UNKNOWN, place, details={"known": "action, days, de, en"})
    value = "" if isinstance(found["input"], dict | list) else str(found["input"])
    words = EXPECTED.get(path[-1], EXPECTED["de"])
    return Problem(kinds.COHORT_VALUE, place, value=value, details={"expected": _(words)})
