"""What a finished notebook keeps."""

from nbformat.v4 import new_code_cell, new_notebook, new_output

from workbook.render.clean import clean_notebook, clear_outputs

WIDGET = "application/vnd.jupyter.widget-view+json"


def _executed() -> object:
    shown = new_output("display_data", data={WIDGET: {"model_id": "1"}, "text/html": "<p>twin</p>"})
    bare = new_output("display_data", data={WIDGET: {"model_id": "2"}})
    metadata = {"papermill": {"parameters": {"participant_ref": "secret12"}}, "widgets": {"state": "secret12"}}
    cells = [
        new_code_cell("a", metadata={"tags": ["form"], "papermill": {}, "execution": {}}, outputs=[shown, bare]),
        new_code_cell('participant_ref = "secret12"', metadata={"tags": ["injected-parameters"]}),
        new_code_cell(
            "b", execution_count=7, outputs=[new_output("execute_result", data={"text/plain": "1"}, execution_count=7)]
        ),
    ]
    return new_notebook(cells=cells, metadata={**metadata, "language": "de"})


def test_nothing_of_the_machinery_stays() -> None:
    """Parameters, papermill's notes and widget state are gone, the static twin stays."""
    cleaned = clean_notebook(_executed())
    assert "secret12" not in str(cleaned)
    assert cleaned.metadata == {"language": "de"}
    assert cleaned.cells[0].metadata == {"tags": ["form"]}
    assert [output.data for output in cleaned.cells[0].outputs] == [{"text/html": "<p>twin</p>"}]


def test_cells_are_numbered_as_they_stand() -> None:
    """Execution counts go on without the injected cell."""
    last = clean_notebook(_executed()).cells[-1]
    assert (last.execution_count, last.outputs[0].execution_count) == (1, 1)


def test_planted_outputs_vanish() -> None:
    """A source keeps no output, so nobody can plant one."""
    cleared = clear_outputs(_executed())
    assert all(cell.outputs == [] and cell.execution_count is None for cell in cleared.cells)


def test_the_original_is_not_changed() -> None:
    """Both return copies."""
    executed = _executed()
    before = str(executed)
    clean_notebook(executed)
    clear_outputs(executed)
    assert str(executed) == before
