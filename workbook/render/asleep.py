"""What stands above a chapter whose forms do not live: one sentence on how to start."""

from copy import deepcopy

from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell

from workbook.i18n import N_, catalogue

ASLEEP = "asleep"
HOW_TO_START = N_(
    "You see what is saved. To write, open your workbook with the start file in its folder; on a JupyterHub choose "
    "“Run All Cells” in the menu “Run”."
)


def with_way_to_start(notebook: NotebookNode, language: str) -> NotebookNode:
    """Return a copy with the sentence as its first cell; pages on paper leave cells of this tag out."""
    told = deepcopy(notebook)
    words = f"> {catalogue(language).gettext(HOW_TO_START)}"
    told.cells.insert(0, new_markdown_cell(words, id="way-to-start", metadata={"tags": [ASLEEP]}))
    return told
