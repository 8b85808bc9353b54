"""A workbook in which the invented rep's plan is written for the first account, and nothing for the others."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.chapters.conftest import DAY, MakeBook, make_book  # noqa: F401  fixture
from workbook.book import Workbook
from workbook.chapters.solved_plan import solved_plan
from workbook.i18n import speaking
from workbook.plan.draft import Draft
from workbook.plan.section import Section

ACCOUNT, NAME, PROSPECT = "A-01", "aldersee-papier", "V-22"
PEOPLE = ("Tiedgen", "Karsten", "Asmuth", "Wohlrab", "Ehmke", "Ostrau", "Weiß")
COMPANIES = ("Aldersee", "Arendsee", "Kessler")


def write(book: Workbook, account_id: str, *sections: Section) -> Workbook:
    """Return the workbook with parts of a plan saved."""
    for section in sections:
        book.keeper(type(section), account_id=account_id).save(Draft(section))
    return book


@pytest.fixture
def make_planned(make_book: MakeBook) -> Callable[..., Workbook]:  # noqa: F811
    """Return a function that makes the workbook in a language."""

    def make(language: str = "en") -> Workbook:
        book = make_book(language=language)
        with speaking(language):
            return write(book, ACCOUNT, *(draft.values for draft in solved_plan().values()))

    return make


@pytest.fixture
def planned(make_planned: Callable[..., Workbook]) -> Workbook:
    return make_planned()


@pytest.fixture
def day() -> date:
    return DAY


def content_of(book: Workbook, name: str, kind: str) -> Any:
    """Return the content of one exported file."""
    from workbook.render.exports.registry import export_files

    with speaking(book.language):
        return next(file.make() for file in export_files(book, kind) if file.name == name)
