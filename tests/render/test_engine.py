"""One chapter, carried out with papermill in a kernel of its own."""

from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from tests.render.fixtures import FAULTS, notebook
from workbook.render.engine import Execution, carry_out
from workbook.render.failures import CellFailed, CellTimedOut, KernelDied
from workbook.render.job import FRESH_KERNEL, Limits

pytestmark = pytest.mark.slow


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Carry out a chapter with one fault."""
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path))

    def run_one(fault: str, parameters: dict[str, str] | None = None, seconds: float = 60) -> NotebookNode:
        execution = Execution(FRESH_KERNEL, tmp_path, tmp_path, Limits(cell_seconds=seconds))
        given = {"participant_ref": "abcd1234"} if parameters is None else parameters
        return carry_out("02_chapter", notebook(FAULTS[fault]), given, execution)

    return run_one


def test_the_parameter_arrives_and_leaves_no_trace(run, tmp_path: Path) -> None:
    """The cell sees the reference; the notebook keeps the output, not the parameter, and no file stays."""
    executed = run("prints")
    assert executed.cells[-1].outputs[0].text == "Hello abcd1234\n"
    assert nbformat.writes(executed).count("abcd1234") == 1
    assert list(tmp_path.iterdir()) == []


def test_an_exception_names_chapter_and_cell(run) -> None:
    """Cells are counted as they stand in the chapter."""
    with pytest.raises(CellFailed, match="Chapter 02_chapter stopped at cell 3: KeyError"):
        run("raises")


def test_a_dead_kernel_is_no_success(run) -> None:
    """A kernel that ends itself is noticed, with chapter and cell."""
    with pytest.raises(KernelDied, match=r"\(chapter 02_chapter, cell 3\)"):
        run("dies")


def test_an_endless_loop_is_stopped(run) -> None:
    """A cell has a limit."""
    with pytest.raises(CellTimedOut, match="cell 3 took longer than 1 seconds"):
        run("loops", seconds=1)


def test_an_unknown_parameter_is_refused(run) -> None:
    """A parameter the notebook does not declare is a mistake, not a remark in a log."""
    with pytest.raises(ValueError, match="declares no parameter 'customer'"):
        run("prints", {"customer": "x"})


@pytest.mark.parametrize("value", [("a",), {"a"}, b"a", Path("a"), None, 1])
def test_only_plain_text_is_a_parameter(run, value: object) -> None:
    """Everything papermill would insert as code is refused."""
    with pytest.raises(ValueError, match="must be plain text"):
        run("prints", {"participant_ref": value})


def test_a_hostile_text_stays_text(run) -> None:
    """Quotes and line ends in a value run nothing."""
    hostile = "'\"\n__import__('os')._exit(3)\n#{x}"
    assert run("prints", {"participant_ref": hostile}).cells[-1].outputs[0].text == f"Hello {hostile}\n"
