"""The talk in chapter 8: suggestions to change, a release, a button that writes the files."""

from pathlib import Path

import pytest

from tests.review.talk import Eventful, eventful
from workbook.book import Workbook
from workbook.book.talk import is_released
from workbook.chapters import quarterly_review as chapter
from workbook.plan.talk import QuarterlyTalk, release_key

__all__ = ["eventful"]


@pytest.fixture
def book(eventful: Eventful, tmp_path: Path) -> Workbook:
    """Anna's second quarter."""
    return eventful(tmp_path)


def test_the_form_begins_with_suggestions(book: Workbook) -> None:
    """They stand in the fields, and nothing is saved by looking at them."""
    piece = chapter.edit_talk(book).piece
    assert piece.draft.values.third == "Which of my five would you exchange, and for whom?"
    assert book.read(QuarterlyTalk, name=book.quarter).empty


def test_a_changed_word_is_saved_with_the_others(book: Workbook) -> None:
    """The sheet asks what the form shows."""
    piece = chapter.edit_talk(book).piece
    piece.editor.type_in("first", "May I drop the fair?")
    piece.flush()
    saved = book.read(QuarterlyTalk, name=book.quarter).values
    assert (saved.first, saved.third) == ("May I drop the fair?", "Which of my five would you exchange, and for whom?")


def test_nothing_is_released_at_first(book: Workbook) -> None:
    """Both boxes are empty; a tick is kept, and can be taken back."""
    form = chapter.release_talk(book).form
    assert form.view
    box = form.boxes[release_key(book.quarter)]
    assert [each.value for each in form.boxes.values()] == [False, False]
    box.value = True
    assert is_released(book)
    box.value = False
    assert not is_released(book)


def test_the_sheet_opens_behind_a_button(book: Workbook) -> None:
    """It is drawn when it is wanted, and is no part of the printed chapter."""
    shown = chapter.show_talk(book)
    assert shown.html.striptags() == "The sheet of 2027Q1 is not released."
    assert "Three questions for you" in shown.pieces[1].make().html


@pytest.mark.slow
def test_the_button_writes_three_files(book: Workbook) -> None:
    """Page, PDF and slide lie in the folder, and their names are said with a link to each."""
    form = chapter.write_talk(book)
    assert form.view
    form.buttons[0].click()
    names = [f"quarterly-talk-2027Q1.{ending}" for ending in ("html", "pdf", "pptx")]
    assert sorted(file.name for file in book.folder.glob("quarterly-talk-*")) == names
    assert all(f"{name} is in the folder of your workbook." in form.said for name in names)
