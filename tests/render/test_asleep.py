"""A chapter that is opened without its program says how to start."""

from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from workbook.render.asleep import with_way_to_start
from workbook.render.html import HIDDEN_TAGS


def test_the_sentence_stands_first_in_the_language_of_the_workbook() -> None:
    """The chapter itself is not changed, and paper leaves the sentence out."""
    chapter = new_notebook(cells=[new_code_cell("1"), new_markdown_cell("# Start")])
    told = with_way_to_start(chapter, "de")
    assert "Startdatei" in told.cells[0].source
    assert told.cells[0].metadata.tags[0] in HIDDEN_TAGS
    assert [cell.source for cell in told.cells[1:]] == [cell.source for cell in chapter.cells] == ["1", "# Start"]
