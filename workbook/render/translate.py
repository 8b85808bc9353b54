"""The Markdown cells of a chapter in a participant's language. The message id is the whole English cell."""

from copy import deepcopy

from nbformat import NotebookNode

from workbook.i18n import catalogue


def translate_notebook(notebook: NotebookNode, language: str) -> NotebookNode:
    """Return a copy of the notebook that speaks ``language`` and says so in its metadata."""
    translated = deepcopy(notebook)
    messages = catalogue(language, domain="notebooks")
    for cell in translated.cells:
        # An empty message id is the header of a catalogue.
        if cell.cell_type == "markdown" and cell.source:
            cell.source = messages.gettext(cell.source)
    translated.metadata["language"] = language
    return translated
