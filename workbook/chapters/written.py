"""Everything a rep has written so far, with the account or chapter it is about."""

from collections.abc import Iterator
from typing import Any

from workbook.book import Workbook
from workbook.chapters.path import TITLES
from workbook.i18n import _
from workbook.plan.catalogue import section_of
from workbook.plan.draft import Draft
from workbook.plan.open_questions import OpenQuestions
from workbook.plan.questions import Asked, open_questions


def asked_anywhere(book: Workbook) -> tuple[Asked, ...]:
    """Return every question mark the rep has typed, each once, with its place in words."""
    return open_questions(_drafts(book))


def _drafts(book: Workbook) -> Iterator[tuple[str, str, Draft[Any]]]:
    for key, draft in book.drafts().items():
        if draft.section is not OpenQuestions:
            yield key, subject_of(book, key), draft


def subject_of(book: Workbook, key: str) -> str:
    """Return the name of the account or chapter a section is about, "" for sections that exist once."""
    found = section_of(key)
    place = found[1] if found else {}
    account_id = place.get("account_id")
    if account_id is not None:
        names = book.portfolio.accounts["name"]
        return str(names[account_id]) if account_id in names.index else account_id
    return _(TITLES.get(place.get("chapter", ""), ""))
