"""Where a rep goes on: at the chapter that was open last, or else where the last words were written."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from workbook.chapters.path import CHAPTERS

if TYPE_CHECKING:
    from workbook.book import Workbook
    from workbook.launch.settings import Home

# What stands for all of them while they are made.
EVERY_CHAPTER = "*"
_NOTEBOOK = re.compile(r"\d\d_[a-z_]+\.ipynb")
_NAMES_ITS_CHAPTER = frozenset({"exercise", "undecided"})
# Section of the store, up to its first slash: the chapter it is written in.
_WRITTEN_IN = {
    "account_facts": "accounts",
    "tiering": "tiering",
    "key_account": "key_accounts",
    "year_plan": "action_plans",
    "inquiries": "reactive_base",
    "not_to_do": "focus_time",
    "time_budget": "focus_time",
    "commitment": "commitment",
    "review": "quarterly_review",
}


def is_chapter(path: str) -> bool:
    """Return whether a path of the folder is a chapter.

    >>> is_chapter("03_key_accounts.ipynb"), is_chapter("own/03_key_accounts.ipynb")
    (True, False)
    """
    return bool(_NOTEBOOK.fullmatch(path))


def chapter_of(section: str) -> str:
    """Return the chapter a section of the store is written in, "start" for all that belongs to none.

    >>> chapter_of("exercise/commitment/reflection"), chapter_of("year_plan/K-7"), chapter_of("participant")
    ('commitment', 'action_plans', 'start')
    """
    first, _slash, rest = section.partition("/")
    chapter = rest.partition("/")[0] if first in _NAMES_ITS_CHAPTER else _WRITTEN_IN.get(first, "")
    return chapter if chapter in CHAPTERS else "start"


def chapter_to_open(home: "Home", book: "Workbook") -> str:
    """Return the notebook to open: the one that was open last here, else the one of the last words written."""
    try:
        remembered = home.chapter.read_text(encoding="utf-8")
    except OSError:
        remembered = ""
    if is_chapter(remembered) and Path(remembered).stem in CHAPTERS.values():
        return remembered
    return f"{CHAPTERS[chapter_of(book.last_written)]}.ipynb"
