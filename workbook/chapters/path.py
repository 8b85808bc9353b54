"""The chapters in their order, and the seminar path: when each is worked on and for how many minutes.

The minutes are data (``data/seminar_path.toml``), because a trainer may plan a seminar differently.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from operator import attrgetter

from workbook.i18n import N_, _, ngettext, number
from workbook.resources import resource

Minutes = Mapping[str, Mapping[str, int]]
NO_CHANGES: Minutes = {}

# Module of the chapter: its notebook.
CHAPTERS = {
    "start": "00_start",
    "accounts": "01_accounts",
    "tiering": "02_tiering",
    "key_accounts": "03_key_accounts",
    "action_plans": "04_action_plans",
    "reactive_base": "05_reactive_base",
    "focus_time": "06_focus_time",
    "commitment": "07_commitment",
    "quarterly_review": "08_quarterly_review",
}
TITLES = {
    "start": N_("Start: depth where it counts"),
    "accounts": N_("Your accounts"),
    "tiering": N_("Five, fifteen and the rest"),
    "key_accounts": N_("The five and their account plans"),
    "action_plans": N_("The fifteen and their year"),
    "reactive_base": N_("The rest, answered properly"),
    "focus_time": N_("Time for the five"),
    "commitment": N_("Your commitment"),
    "quarterly_review": N_("Every quarter again"),
}
WHENS = {
    "before": N_("Before the seminar"),
    "block1": N_("Block 1"),
    "block2": N_("Block 2"),
    "block3": N_("Block 3"),
    "block4": N_("Block 4"),
    "weeks_1_4": N_("Homework, weeks 1 to 4"),
    "weeks_5_8": N_("Homework, weeks 5 to 8"),
    "weeks_9_12": N_("Homework, weeks 9 to 12"),
    "second_quarter": N_("Homework, second quarter"),
    "each_quarter": N_("Every quarter"),
}
# Homework comes on top of what a chapter needs in the seminar.
HOMEWORK = frozenset({"weeks_1_4", "weeks_5_8", "weeks_9_12", "second_quarter"})
TASKS = {
    "chapter": N_("The whole chapter"),
    "load": N_("Look through your accounts"),
    "potentials": N_("Potentials of the 20 largest customers"),
    "prospects": N_("Three prospects"),
    "example": N_("Worked example"),
    "goals": N_("Customer goals"),
    "purchasing": N_("Purchasing strategy"),
    "buying_center": N_("Buying center"),
    "competitor": N_("Competitor"),
    "objectives": N_("Objectives and strategy"),
    "partner_review": N_("Review with your partner"),
    "two_accounts": N_("Two year plans"),
    "self_estimate": N_("Your own estimate"),
    "second_plan": N_("Second account plan"),
    "prospect_plan": N_("Account plan of the prospect"),
    "year_plan": N_("The other year plans"),
    "fourth_plan": N_("Fourth account plan"),
    "pay_off": N_("What focus has brought"),
    "fifth_plan": N_("Fifth account plan"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the path: ``times`` pieces of work of ``minutes`` each in one chapter."""

    when: str
    chapter: str
    task: str
    minutes: int
    times: int = 1

    @property
    def total(self) -> int:
        """All minutes of the step."""
        return self.minutes * self.times

    @property
    def homework(self) -> bool:
        """Whether the step comes after the seminar."""
        return self.when in HOMEWORK

    @property
    def when_in_words(self) -> str:
        """When the step is done, in the language in use."""
        return _(WHENS[self.when])

    @property
    def task_in_words(self) -> str:
        """What is done, in the language in use."""
        return _(TASKS[self.task])

    @property
    def time_in_words(self) -> str:
        """How long it takes, in the language in use."""
        each = duration(self.minutes)
        return each if self.times == 1 else _("{times} × {time}").format(times=self.times, time=each)


@cache
def usual_path() -> tuple[Step, ...]:
    """Return the steps of the path in their order, with the minutes of the method."""
    with resource("data", "seminar_path.toml").open("rb") as source:
        return tuple(Step(**step) for step in tomllib.load(source)["step"])


def seminar_path(minutes: Minutes = NO_CHANGES) -> tuple[Step, ...]:
    """Return the steps of the path in their order; ``minutes`` are those a trainer has set: chapter, task, minutes."""
    return tuple(
        replace(step, minutes=minutes.get(step.chapter, {}).get(step.task, step.minutes)) for step in usual_path()
    )


def steps_of(chapter: str, minutes: Minutes = NO_CHANGES) -> tuple[Step, ...]:
    """Return the steps that belong to one chapter."""
    return tuple(step for step in seminar_path(minutes) if step.chapter == chapter)


def minutes_of(chapter: str, minutes: Minutes = NO_CHANGES) -> int:
    """Return the minutes of a chapter before and in the seminar (or in each quarter), without homework.

    >>> minutes_of("tiering"), minutes_of("accounts"), minutes_of("tiering", {"tiering": {"chapter": 45}})
    (60, 65, 45)
    """
    return sum(step.total for step in steps_of(chapter, minutes) if not step.homework)


def by_time(steps: Iterable[Step]) -> list[tuple[str, list[Step]]]:
    """Return the steps grouped by when they are done, in words."""
    return [(when, list(group)) for when, group in groupby(steps, key=attrgetter("when_in_words"))]


def duration(minutes: int) -> str:
    """Return minutes in words, full hours as hours.

    >>> duration(45), duration(180)
    ('45 minutes', '3 hours')
    """
    if minutes >= 120 and minutes % 60 == 0:
        return ngettext("{count} hour", "{count} hours", minutes // 60).format(count=number(minutes // 60))
    return ngettext("{count} minute", "{count} minutes", minutes).format(count=number(minutes))
