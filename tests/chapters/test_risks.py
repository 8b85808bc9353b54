"""Every chapter says at its beginning what puts the workbook at risk (faults F17 and F22)."""

from importlib import import_module

import pytest

from tests.chapters.conftest import text_of
from workbook.book import Workbook
from workbook.chapters.path import CHAPTERS
from workbook.errors import Problem
from workbook.store import kinds

EVERY_CHAPTER = pytest.mark.parametrize("chapter", CHAPTERS)


def first_words(chapter: str, book: Workbook) -> str:
    return text_of(import_module(f"workbook.chapters.{chapter}").show_time(book))


@EVERY_CHAPTER
def test_a_workbook_that_cannot_be_saved_says_so(chapter: str, book: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """A read-only workbook tells the rep before anything is typed, and what to do."""
    monkeypatch.setattr(Workbook, "read_only", True)
    assert first_words(chapter, book).startswith("This workbook can only be read here")


@EVERY_CHAPTER
def test_a_network_drive_is_told(chapter: str, book: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """A warning about the place of the workbook stands above the time."""
    warning = Problem(kinds.NETWORK_DRIVE, value="nfs4", details={"file": "plan.db"})
    monkeypatch.setattr(Workbook, "warnings", (warning,))
    assert first_words(chapter, book).startswith("plan.db lies on a network drive (nfs4)")


@EVERY_CHAPTER
def test_where_all_is_well_nothing_is_said(chapter: str, book: Workbook) -> None:
    """A workbook on the rep's own disk begins with the time."""
    assert "plan.db" not in first_words(chapter, book)


def test_paper_has_no_warnings(book: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the page was made is no matter of whoever reads it on paper."""
    monkeypatch.setattr(Workbook, "read_only", True)
    monkeypatch.setenv("WORKBOOK_STATIC", "1")
    assert "only be read" not in first_words("start", book)
