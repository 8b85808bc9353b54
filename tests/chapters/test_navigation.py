"""The way through the workbook tells how far each chapter is, from what is saved."""

from tests.chapters.conftest import MakeBook, text_of
from workbook.book import Workbook
from workbook.chapters import navigation
from workbook.chapters.path import CHAPTERS
from workbook.chapters.progress import Progress, progress_of
from workbook.plan.exercise import Answer


def test_nothing_is_written_yet(book: Workbook) -> None:
    """The start asks for five names, a reflection and a transfer."""
    assert progress_of(book, "start") == Progress(there=0, wanted=3)


def test_what_is_saved_counts(book: Workbook) -> None:
    """An answer moves its chapter on, and no other."""
    keeper = book.keeper(Answer, chapter="start", name="reflection")
    keeper.save(keeper.draft.put("text", "Last week was loud."))
    assert progress_of(book, "start") == Progress(there=1, wanted=3)
    assert progress_of(book, "commitment").there == 0


def test_every_chapter_is_on_the_way(make_book: MakeBook) -> None:
    """Nine links with number, title and progress, in the language of the workbook."""
    book = make_book(language="de")
    html = str(navigation.way(book).html)
    assert [f'data-chapter="{name}.ipynb"' in html for name in CHAPTERS.values()] == [True] * 9
    assert "0 Start: Tiefe dort, wo sie zählt 0 von 3" in text_of(navigation.way(book))


def test_chapters_share_one_way(book: Workbook) -> None:
    """It is made once after each save, not nine times."""
    assert navigation.show(book) is navigation.show(book)


def test_a_missing_line_leads_to_its_field(book: Workbook) -> None:
    """The self-check links to the place of the field, and the form carries the place."""
    from workbook.chapters import start

    check = start.check(book)._repr_mimebundle_()["text/html"]
    assert 'data-place="wb-at-reflection"' in check
    assert "wb-at-reflection" in start.reflect(book).view._dom_classes
