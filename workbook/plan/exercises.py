"""The exercises of the workbook, chapter by chapter: what counts as begun and as finished."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from workbook.i18n import N_, _
from workbook.plan.account_facts import AccountFacts
from workbook.plan.catalogue import section_of
from workbook.plan.checks import check
from workbook.plan.commitment import Commitment
from workbook.plan.draft import Draft
from workbook.plan.exercise import Answer, Transfer
from workbook.plan.inquiries import Inquiries
from workbook.plan.not_to_do import NotToDo
from workbook.plan.review import Review
from workbook.plan.section import Section
from workbook.plan.time_budget import TimeBudget
from workbook.plan.whole_plan import ALL_PARTS
from workbook.plan.year_plan import YearPlan

_SECTIONS: dict[str, tuple[type[Section], ...]] = {
    "start": (),
    "accounts": (AccountFacts,),
    "tiering": (),
    "key_accounts": ALL_PARTS,
    "action_plans": (YearPlan,),
    "reactive_base": (Inquiries, NotToDo),
    "focus_time": (TimeBudget,),
    "commitment": (Commitment,),
    "quarterly_review": (Review,),
}
_CLOSING = {"reflection": N_("Reflection"), "transfer": N_("Transfer")}


def _all() -> dict[str, tuple[str, str]]:
    """Return chapter and English name of each exercise, by its code."""
    found: dict[str, tuple[str, str]] = {}
    for chapter, sections in _SECTIONS.items():
        found |= {f"{chapter}/{section.__name__}": (chapter, section.TITLE) for section in sections}
        found |= {f"{chapter}/{name}": (chapter, title) for name, title in _CLOSING.items()}
    return found


# Code: (chapter, name), in the order of the workbook.
EXERCISES: Mapping[str, tuple[str, str]] = _all()


def exercise_title(code: str) -> str:
    """Return what an exercise is called, in the language in use.

    >>> exercise_title("key_accounts/BuyingCenter"), exercise_title("start/transfer")
    ('Buying center', 'Transfer')
    """
    return _(EXERCISES[code][1])


def exercise_of(key: str) -> str | None:
    """Return the exercise a section belongs to, None for what is no exercise of its own.

    >>> exercise_of("key_account/K-7/buying_center"), exercise_of("exercise/start/reflection"), exercise_of("portfolio")
    ('key_accounts/BuyingCenter', 'start/reflection', None)
    """
    found = section_of(key)
    if found is None:
        return None
    section, place = found
    if section in (Answer, Transfer):
        code = f"{place['chapter']}/{place['name']}"
        return code if code in EXERCISES else None
    return next((f"{chapter}/{section.__name__}" for chapter, known in _SECTIONS.items() if section in known), None)


def progress_of(drafts: Mapping[str, Draft[Any]], today: date) -> dict[str, str]:
    """Return for each exercise that was begun whether it is "begun" or "done": complete in at least one place.

    ``drafts`` go by their key in the store.
    """
    progress: dict[str, str] = {}
    for key, draft in drafts.items():
        code = exercise_of(key)
        if code and not draft.empty and progress.get(code) != "done":
            progress[code] = "done" if check(draft, today=today).complete else "begun"
    return {code: progress[code] for code in EXERCISES if code in progress}
