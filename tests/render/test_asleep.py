"""A chapter that is opened without its program says how to start."""

from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from workbook.render.asleep import with_way_to_start
from workbook.render.html import HIDDEN_TAGS, chapter_html, chapter_title


def test_the_sentence_stands_first_in_the_language_of_the_workbook() -> None:
    """The chapter itself is not changed, and paper leaves the sentence out."""
    chapter = new_notebook(cells=[new_code_cell("1"), new_markdown_cell("# Start")])
    told = with_way_to_start(chapter, "de")
    assert "Startdatei" in told.cells[0].source
    assert told.cells[0].metadata.tags[0] in HIDDEN_TAGS
    assert [cell.source for cell in told.cells[1:]] == [cell.source for cell in chapter.cells] == ["1", "# Start"]


def test_the_chapter_keeps_its_title() -> None:
    """On a page the sentence is left out, and the first heading is still the title, which the page shows itself."""
    notebook = with_way_to_start(new_notebook(cells=[new_markdown_cell("# The five\n\nText")]), "en")
    assert chapter_title(notebook) == "The five"
    assert ("Text" in chapter_html(notebook), "The five" in chapter_html(notebook)) == (True, False)
