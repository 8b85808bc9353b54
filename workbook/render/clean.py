"""What a finished notebook may keep: its cells, tags and outputs, and nothing of how it was made."""

from copy import deepcopy
from typing import Any

from nbformat import NotebookNode

KEPT_METADATA = frozenset({"kernelspec", "language_info", "language", "title", "minutes"})
KEPT_CELL_METADATA = frozenset({"tags", "jupyter", "slideshow"})
KEPT_KERNEL_FIELDS = frozenset({"name", "display_name", "language"})
# A widget without its kernel shows an error; the static twin beside it stays.
_WIDGET_MEDIA = frozenset({"application/vnd.jupyter.widget-view+json", "application/vnd.jupyter.widget-state+json"})
_INJECTED = "injected-parameters"


def clean_notebook(notebook: NotebookNode) -> NotebookNode:
    """Return a copy without injected parameters, papermill's notes, widget state and times."""
    cleaned = deepcopy(notebook)
    cleaned.cells = [_clean_cell(cell) for cell in cleaned.cells if _INJECTED not in cell.metadata.get("tags", [])]
    cleaned.metadata = NotebookNode(_kept(cleaned.metadata, KEPT_METADATA))
    if "language_info" in cleaned.metadata:
        cleaned.metadata.language_info = NotebookNode(_kept(cleaned.metadata.language_info, frozenset({"name"})))
    if "kernelspec" in cleaned.metadata:
        cleaned.metadata.kernelspec = NotebookNode(_kept(cleaned.metadata.kernelspec, KEPT_KERNEL_FIELDS))
    return _renumbered(cleaned)


def clear_outputs(notebook: NotebookNode) -> NotebookNode:
    """Return a copy without any output, so that nothing planted in a source survives."""
    cleared = deepcopy(notebook)
    for cell in cleared.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return cleared


def _kept(metadata: Any, names: frozenset[str]) -> dict[str, Any]:
    return {name: value for name, value in metadata.items() if name in names}


def _clean_cell(cell: NotebookNode) -> NotebookNode:
    cell.metadata = NotebookNode(_kept(cell.metadata, KEPT_CELL_METADATA))
    if cell.cell_type == "code":
        cell.outputs = _joined([output for output in map(_clean_output, cell.outputs) if output is not None])
    return cell


def _joined(outputs: list[NotebookNode]) -> list[NotebookNode]:
    """Join printed text that a kernel happened to send in pieces."""
    joined: list[NotebookNode] = []
    for output in outputs:
        last = joined[-1] if joined else None
        if last is not None and output.output_type == "stream" and last.get("name") == output.name:
            last.text += output.text
        else:
            joined.append(output)
    return joined


def _clean_output(output: NotebookNode) -> NotebookNode | None:
    if "data" not in output:
        return output
    kept = {kind: value for kind, value in output.data.items() if kind not in _WIDGET_MEDIA}
    if len(kept) < len(output.data) and set(kept) <= {"text/plain"}:
        return None  # a widget without a twin leaves only the name of its class
    output.data = NotebookNode(kept)
    output.metadata = NotebookNode(_kept(output.metadata, frozenset(kept)))
    return output if kept else None


def _renumbered(notebook: NotebookNode) -> NotebookNode:
    number = 0
    for cell in notebook.cells:
        if cell.cell_type == "code" and cell.execution_count is not None:
            number += 1
            cell.execution_count = number
            for output in cell.outputs:
                if output.output_type == "execute_result":
                    output.execution_count = number
    return notebook
