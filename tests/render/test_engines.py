"""Both engines give the same chapters: a kernel of its own for each, and the warm process."""

from datetime import date
from pathlib import Path

import nbformat
import pytest

from tests.render.fixtures import notebook
from workbook.render.cohort import peek_cohort
from workbook.render.engine import Execution, carry_out
from workbook.render.job import FRESH_KERNEL, WARM_PROCESS, Limits
from workbook.render.options import RenderOptions
from workbook.render.pipeline import chapter_files
from workbook.render.run import render_cohort
from workbook.resources import resource

pytestmark = pytest.mark.slow

EVERY_KIND_OF_OUTPUT = (
    "print('one')\nprint('two')",
    "import sys\nprint('to the other stream', file=sys.stderr)\n1 + 1",
    "import pandas\npandas.DataFrame({'a': [1]})",
    "from IPython.display import HTML, display\ndisplay(HTML('<b>first</b>'))\nprint('between')\nHTML('<b>last</b>')",
    "import ipywidgets\nipywidgets.Text('no twin')",
    "None",
    "__name__",
    "await __import__('asyncio').sleep(0)\n'awaited'",
    "from IPython.display import clear_output\nprint('gone')\nclear_output()\nprint('kept')",
)


def _without_ids(executed: nbformat.NotebookNode) -> list[tuple[str, object, object]]:
    return [(cell.source, cell.get("outputs"), cell.metadata) for cell in executed.cells]


def test_every_kind_of_output_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Printed, shown, returned, awaited: what a cell leaves does not depend on the engine."""
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    chapter = notebook(*EVERY_KIND_OF_OUTPUT)
    fresh, warm = (
        carry_out("00_all", chapter, {"participant_ref": "abcd1234"}, Execution(engine, tmp_path, tmp_path, Limits()))
        for engine in (FRESH_KERNEL, WARM_PROCESS)
    )
    assert _without_ids(warm) == _without_ids(fresh)
    assert warm.metadata == fresh.metadata


def test_every_chapter_is_the_same(tmp_path: Path) -> None:
    """The demo participants' chapters are equal cell by cell."""
    cohort = peek_cohort(resource("data", "demo"))
    rep = cohort.reps[1]
    for engine in (FRESH_KERNEL, WARM_PROCESS):
        options = RenderOptions(tmp_path / engine, date(2026, 11, 23), only=(rep.ref,), engine=engine)
        assert render_cohort(cohort, options).entry(rep.ref).reason is None
    names = [path.name for path in chapter_files(resource("notebooks"))]
    assert len(names) == 9
    for name in names:
        fresh, warm = (
            nbformat.read(tmp_path / engine / rep.folder / name, 4) for engine in (FRESH_KERNEL, WARM_PROCESS)
        )
        assert _without_ids(warm) == _without_ids(fresh), name
