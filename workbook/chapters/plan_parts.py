"""The parts of an account plan in the order in which they are written, with the minutes of the seminar path."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, ClassVar

from workbook.chapters.path import duration, steps_of
from workbook.plan.buying_center import BuyingCenter
from workbook.plan.competition import Competition
from workbook.plan.draft import Draft
from workbook.plan.goals import CustomerGoals
from workbook.plan.key_account import Horizon
from workbook.plan.objectives import Objectives
from workbook.plan.purchasing import PurchasingStrategy
from workbook.plan.section import Section

CHAPTER = "key_accounts"
# How far a plan may reach, for a customer and for a prospect.
HORIZONS: dict[bool, tuple[Horizon, ...]] = {False: (Horizon.MONTHS_24, Horizon.MONTHS_36), True: tuple(Horizon)}
# The task of the seminar path in which a part is written.
TASKS: dict[type[Section], str] = {
    CustomerGoals: "goals",
    PurchasingStrategy: "purchasing",
    BuyingCenter: "buying_center",
    Competition: "competitor",
    Objectives: "objectives",
}


def time_of(part: type[Section]) -> str:
    """Return how long a part takes in the seminar, in words; nothing for a part without minutes of its own.

    >>> time_of(BuyingCenter)
    '45 minutes'
    """
    minutes = sum(step.minutes for step in steps_of(CHAPTER) if step.task == TASKS.get(part))
    return duration(minutes) if minutes else ""


class Known(Mapping[str, tuple[str, ...]]):
    """What is worth offering in a plan: people, criteria and goals as they stand at this moment, and its horizons."""

    LISTS: ClassVar[dict[str, tuple[type[Section], str, str]]] = {
        "people": (BuyingCenter, "members", "person"),
        "criteria": (PurchasingStrategy, "criteria", "name"),
        "goals": (CustomerGoals, "goals", "text"),
    }

    def __init__(self, draft_of: Callable[[type[Section]], Draft[Any]], horizons: Sequence[str]) -> None:
        self._draft_of = draft_of
        self._horizons = tuple(horizons)

    def __getitem__(self, kind: str) -> tuple[str, ...]:
        """Return the names of one kind; KeyError for a kind this plan does not know."""
        if kind == "horizons":
            return self._horizons
        part, entries, name = self.LISTS[kind]
        found = (getattr(entry, name) for entry in getattr(self._draft_of(part).values, entries))
        return tuple(dict.fromkeys(each for each in found if each))

    def __iter__(self) -> Iterator[str]:
        """Return the kinds."""
        return iter((*self.LISTS, "horizons"))

    def __len__(self) -> int:
        """Return how many kinds there are."""
        return len(self.LISTS) + 1
