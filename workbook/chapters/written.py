"""Everything a rep has written so far, found by its key in the store."""

import re
from collections.abc import Iterator
from typing import Any

from workbook.book import Workbook
from workbook.chapters.path import TITLES
from workbook.i18n import _
from workbook.plan.account_facts import AccountFacts
from workbook.plan.buying_center import BuyingCenter
from workbook.plan.commitment import Commitment
from workbook.plan.competition import Competition
from workbook.plan.draft import Draft
from workbook.plan.exercise import Answer, Transfer
from workbook.plan.goals import CustomerGoals
from workbook.plan.inquiries import Inquiries
from workbook.plan.key_account import Cover
from workbook.plan.not_to_do import NotToDo
from workbook.plan.objectives import Objectives
from workbook.plan.purchasing import PurchasingStrategy
from workbook.plan.review import Review
from workbook.plan.section import Section
from workbook.plan.time_budget import TimeBudget
from workbook.plan.year_plan import YearPlan

# Answer stands last: a transfer has the same key but for its name.
SECTIONS: tuple[type[Section], ...] = (
    AccountFacts, CustomerGoals, PurchasingStrategy, BuyingCenter, Competition, Objectives, Cover, YearPlan, Inquiries,
    NotToDo, TimeBudget, Commitment, Review, Answer,
)  # fmt: skip


def drafts(book: Workbook) -> Iterator[tuple[str, str, Draft[Any]]]:
    """Yield key, subject (account or chapter) and draft of each section that was written."""
    for key in book.sections():
        found = section_of(key)
        if found:
            section, place = found
            yield key, subject_of(book, place), book.read(section, **place)


def section_of(key: str) -> tuple[type[Section], dict[str, str]] | None:
    """Return the section a key belongs to and what its key names, None for what no rep writes (the accounts).

    >>> section_of("year_plan/K-7")
    (<class 'workbook.plan.year_plan.YearPlan'>, {'account_id': 'K-7'})
    >>> section_of("portfolio")
    """
    if key.startswith("exercise/") and key.endswith("/transfer"):
        return Transfer, {"chapter": key.split("/")[1], "name": "transfer"}
    matches = ((section, re.fullmatch(_pattern(section), key)) for section in SECTIONS)
    return next(((section, match.groupdict()) for section, match in matches if match), None)


def _pattern(section: type[Section]) -> str:
    return re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+)", re.escape(section.KEY))


def subject_of(book: Workbook, place: dict[str, str]) -> str:
    """Return the name of the account or chapter that a key names, "" for sections that exist once."""
    account_id = place.get("account_id")
    if account_id is not None:
        names = book.portfolio.accounts["name"]
        return str(names[account_id]) if account_id in names.index else account_id
    return _(TITLES.get(place.get("chapter", ""), ""))
