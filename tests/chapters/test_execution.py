"""Every notebook runs from its first to its last cell for a participant, in a kernel of its own."""

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from tests.chapters.conftest import DAY, MakeBook
from workbook.resources import resource

NOTEBOOKS = sorted(resource("notebooks").glob("*.ipynb"))


@pytest.mark.slow
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_runs(path: Path, make_book: MakeBook, monkeypatch: pytest.MonkeyPatch) -> None:
    """No cell raises, every cell after the setup shows HTML, and nothing is printed or warned."""
    folder = make_book().folder
    monkeypatch.setenv("WORKBOOK_FOLDER", str(folder))
    monkeypatch.setenv("WORKBOOK_TODAY", DAY.isoformat())
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(folder)}}).execute()
    for cell in [cell for cell in notebook.cells if cell.cell_type == "code"][2:]:
        assert [_kinds(output) for output in cell.outputs] == ["text/html"], cell.source


def _kinds(output: Any) -> str:
    return "text/html" if "text/html" in output.get("data", {}) else output.output_type
