"""Which cells an edition shows: the tag of a cell decides."""

from copy import deepcopy

from nbformat import NotebookNode

TRAINER = "trainer"


def participant_edition(notebook: NotebookNode) -> NotebookNode:
    """Return a copy without the notes for the trainer."""
    edition = deepcopy(notebook)
    edition.cells = [cell for cell in edition.cells if TRAINER not in cell.metadata.get("tags", [])]
    return edition
