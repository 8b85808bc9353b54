"""Everything a rep has written so far, found by its key in the store."""

from collections.abc import Iterator
from typing import Any

from workbook.book import Workbook
from workbook.chapters.path import TITLES
from workbook.i18n import _
from workbook.plan.catalogue import section_of
from workbook.plan.draft import Draft


def drafts(book: Workbook) -> Iterator[tuple[str, str, Draft[Any]]]:
    """Yield key, subject (account or chapter) and draft of each section that was written."""
    for key in book.sections():
        found = section_of(key)
        if found:
            section, place = found
            yield key, subject_of(book, place), book.read(section, **place)


def subject_of(book: Workbook, place: dict[str, str]) -> str:
    """Return the name of the account or chapter that a key names, "" for sections that exist once."""
    account_id = place.get("account_id")
    if account_id is not None:
        names = book.portfolio.accounts["name"]
        return str(names[account_id]) if account_id in names.index else account_id
    return _(TITLES.get(place.get("chapter", ""), ""))
