"""A run over a cohort: whatever happens to one participant, the others get their workbooks."""

import json
import os
import stat
from dataclasses import replace
from datetime import date
from pathlib import Path

import nbformat
import pytest

from tests.render.fixtures import FAULTS, apart_from_mails, notebook, write_chapters, write_cohort
from workbook.cli.progress import render_with_progress
from workbook.errors import InputError
from workbook.render.cohort import read_cohort
from workbook.render.job import FRESH_KERNEL, WARM_PROCESS, Limits
from workbook.render.manifest import Manifest, RunState, Status
from workbook.render.options import RenderOptions
from workbook.render.run import render_cohort

pytestmark = pytest.mark.slow
BROKEN = "id,name\n1,A\n1,B\n"


@pytest.fixture
def options(tmp_path: Path) -> RenderOptions:
    """One small chapter, quick limits."""
    chapters = write_chapters(tmp_path / "chapters", "prints")
    limits = Limits(cell_seconds=60)
    return RenderOptions(tmp_path / "build", date(2026, 11, 23), notebooks=chapters, limits=limits)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A cohort of three."""
    return write_cohort(tmp_path / "cohort", "Anna Groß", "Ben", "Cem")


def _render(folder: Path, options: RenderOptions, **changes: object) -> Manifest:
    return render_cohort(read_cohort(folder), replace(options, **changes))


def _statuses(manifest: Manifest) -> list[str]:
    return [str(entry.status) for entry in manifest.participants]


@pytest.mark.parametrize("engine", [WARM_PROCESS, FRESH_KERNEL])
def test_everybody_gets_a_folder_of_their_own(folder: Path, options: RenderOptions, engine: str) -> None:
    """Chapters, page, store and start scripts are there, the manifest says so, nothing else is left."""
    manifest = _render(folder, options, engine=engine)
    assert (manifest.state, _statuses(manifest)) == (RunState.DONE, ["done", "done", "done"])
    assert apart_from_mails(options.out) == [
        "anna-gross-participant0", "ben-participant1", "cem-participant2", "index.html", "manifest.json",
    ]  # fmt: skip
    names = {path.name for path in (options.out / "ben-participant1").iterdir()}
    starters = {"start-linux.sh", "start-macos.command", "start-windows.bat"}
    assert names == {".render.json", "00_prints.ipynb", "plan.db", "workbook.html"} | starters
    assert set(manifest.participants[1].files) == names - {".render.json", "plan.db"}


def test_the_chapter_ran_for_this_participant_and_forgot_it(folder: Path, options: RenderOptions) -> None:
    """The output holds the own reference; nowhere a parameter, a note of papermill or another reference."""
    _render(folder, options)
    text = (options.out / "ben-participant1" / "00_prints.ipynb").read_text(encoding="utf-8")
    assert "Hello participant1" in text
    assert "papermill" not in text
    assert "participant0" not in text
    assert 'participant_ref = \\"\\"' in text


def test_broken_data_stops_nobody_else(folder: Path, options: RenderOptions) -> None:
    """The reason is in manifest and index, in words, with row and column."""
    (folder / "accounts" / "1.csv").write_text(BROKEN, encoding="utf-8")
    manifest = _render(folder, options)
    assert _statuses(manifest) == ["done", "failed", "done"]
    assert manifest.participants[1].reason.code == "id_twice"
    assert "1.csv, row 3, column id" in manifest.participants[1].reason.message
    assert "1.csv" in (options.out / "index.html").read_text(encoding="utf-8")
    assert not (options.out / "ben-participant1").exists()


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("raises", "cell_failed"),
        ("dies", "kernel_died"),
        ("loops", "cell_timed_out"),
        ("swallows_interrupts", "cell_timed_out"),
        ("holds_the_interpreter", "cell_timed_out"),
        ("eats_memory", "out_of_memory"),
    ],
)
@pytest.mark.parametrize("engine", [WARM_PROCESS, FRESH_KERNEL])
def test_a_chapter_that_fails_says_where(
    folder: Path, options: RenderOptions, fault: str, code: str, engine: str
) -> None:
    """F5 to F8: the reason names chapter and cell, and there is no half workbook."""
    write_chapters(options.notebooks, "prints", fault)
    manifest = _render(folder, options, engine=engine, only=("participant1",), limits=Limits(cell_seconds=5))
    reason = manifest.participants[1].reason
    assert (reason.code, reason.chapter, reason.cell) == (code, f"01_{fault}", 3)
    assert _statuses(manifest) == ["pending", "failed", "pending"]
    assert apart_from_mails(options.out) == ["index.html", "manifest.json"]


def test_only_what_changed_is_made_again(folder: Path, options: RenderOptions) -> None:
    """A second run touches nothing; new accounts or a new line in the roster concern one participant."""
    _render(folder, options)
    pages = {path: path.stat().st_mtime_ns for path in options.out.glob("*/workbook.html")}
    with (folder / "roster.csv").open("a", encoding="utf-8") as roster:
        roster.write("Dana,,accounts/0.csv,,,participant3\n")
    with (folder / "accounts" / "2.csv").open("a", encoding="utf-8") as accounts:
        accounts.write("K-999,New,customer,1,1\n")
    assert _statuses(_render(folder, options)) == ["done"] * 4
    changed = [path.parent.name for path, time in pages.items() if path.stat().st_mtime_ns != time]
    assert changed == ["cem-participant2"]


def test_force_makes_everything_again(folder: Path, options: RenderOptions) -> None:
    """With force every page is new."""
    _render(folder, options)
    before = {path: path.stat().st_ino for path in options.out.glob("*/workbook.html")}
    _render(folder, options, force=True)
    assert all(path.stat().st_ino != number for path, number in before.items())


def test_retry_failed_leaves_the_others(folder: Path, options: RenderOptions) -> None:
    """Only who failed is tried again, even when others have changed."""
    good = (folder / "accounts" / "1.csv").read_text(encoding="utf-8")
    (folder / "accounts" / "1.csv").write_text(BROKEN, encoding="utf-8")
    _render(folder, options)
    (folder / "accounts" / "1.csv").write_text(good, encoding="utf-8")
    (folder / "accounts" / "2.csv").write_text(BROKEN, encoding="utf-8")
    assert _statuses(_render(folder, options, retry_failed=True)) == ["done", "done", "done"]


def test_a_corrected_name_keeps_the_folder(folder: Path, options: RenderOptions) -> None:
    """The folder gets the new name, the answers in it stay."""
    _render(folder, options)
    roster = folder / "roster.csv"
    roster.write_text(roster.read_text(encoding="utf-8").replace("Ben,", "Benno,"), encoding="utf-8")
    note = options.out / "ben-participant1" / "mine.txt"
    note.write_text("mine", encoding="utf-8")
    _render(folder, options)
    assert (options.out / "benno-participant1" / "mine.txt").read_text(encoding="utf-8") == "mine"
    assert not (options.out / "ben-participant1").exists()


def test_answers_survive(folder: Path, options: RenderOptions) -> None:
    """A render never writes over what was typed; an edited notebook moves to own."""
    _render(folder, options)
    place = options.out / "ben-participant1"
    nbformat.write(notebook("'my own cell'"), place / "00_prints.ipynb")
    before = (place / "plan.db").read_bytes()
    _render(folder, options, force=True)
    assert (place / "plan.db").read_bytes() == before
    assert "my own cell" in (place / "own" / "00_prints.ipynb").read_text(encoding="utf-8")
    assert "my own cell" not in (place / "00_prints.ipynb").read_text(encoding="utf-8")


def test_nobody_else_can_read_it(folder: Path, options: RenderOptions) -> None:
    """Folders are 0700, files 0600, start scripts 0700."""
    _render(folder, options, only=("participant1",))
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (options.out / "ben-participant1").rglob("*")}
    assert modes <= {0o600, 0o700}
    assert stat.S_IMODE((options.out / "ben-participant1").stat().st_mode) == 0o700


def test_a_planted_output_vanishes(folder: Path, options: RenderOptions) -> None:
    """What stands in a source's outputs reaches no workbook."""
    planted = notebook(FAULTS["prints"])
    planted.cells[-1].outputs = [nbformat.v4.new_output("stream", text="<script>planted</script>")]
    nbformat.write(planted, options.notebooks / "00_prints.ipynb")
    _render(folder, options, only=("participant1",))
    files = [path for path in (options.out / "ben-participant1").rglob("*") if path.is_file()]
    assert not [path.name for path in files if b"planted" in path.read_bytes()]


def test_hostile_names_stay_text(tmp_path: Path, options: RenderOptions) -> None:
    """Braces, dollars, markup and formulas in names neither run nor break anything."""
    folder = write_cohort(tmp_path / "cohort", "{GmbH} $$ %s", "<script>alert(1)</script>", "../../escape", "=1+1")
    assert _statuses(_render(folder, options)) == ["done"] * 4
    pages = [path.read_text(encoding="utf-8") for path in options.out.rglob("*.html")]
    assert not [page for page in pages if "<script>alert" in page]
    assert not list(tmp_path.parent.glob("escape*"))


def test_a_full_disk_stops_the_run_after_three(tmp_path: Path, options: RenderOptions) -> None:
    """F4: three in a row fail for want of space, then the run stops; the others wait."""
    folder = write_cohort(tmp_path / "cohort", "A", "B", "C", "D", "E", "F")
    chapter = "import nbformat, errno\ndef full(*_):\n    raise OSError(errno.ENOSPC, 'full')\nnbformat.write = full"
    nbformat.write(notebook(chapter), options.notebooks / "00_prints.ipynb")
    manifest = _render(folder, options, workers=1)
    assert _statuses(manifest) == ["failed"] * 3 + ["pending"] * 3
    assert manifest.participants[0].reason.code == "disk_full"
    assert manifest.state is RunState.INTERRUPTED


def test_a_file_in_use_is_told(folder: Path, options: RenderOptions) -> None:
    """F29: a file that may not be replaced fails one participant with what to do."""
    chapter = "import pathlib\ndef locked(*_):\n    raise PermissionError(13, 'in use')\npathlib.Path.replace = locked"
    nbformat.write(notebook(chapter), options.notebooks / "00_prints.ipynb")
    manifest = _render(folder, options, only=("participant0",))
    assert manifest.participants[0].reason.code == "file_in_use"


def test_options_are_checked_first(folder: Path, options: RenderOptions) -> None:
    """An unknown participant is refused before anything is made."""
    with pytest.raises(InputError, match="nobody12"):
        _render(folder, options, only=("nobody12",))
    assert not options.out.exists()


def test_the_environment_is_as_before(folder: Path, options: RenderOptions) -> None:
    """A run leaves no variable and no working folder behind in the process that called it."""
    before = dict(os.environ), Path.cwd()
    _render(folder, options, only=("participant0",))
    assert (dict(os.environ), Path.cwd()) == before


def test_the_manifest_is_the_return_value(folder: Path, options: RenderOptions) -> None:
    """What is returned is what is written."""
    manifest = _render(folder, options)
    assert json.loads((options.out / "manifest.json").read_text(encoding="utf-8")) == manifest.as_dict()
    assert manifest.count(Status.DONE) == 3


def test_exit_code_speaks_of_those_asked_for(folder: Path, options: RenderOptions, capsys) -> None:
    """With ``--only``, what failed in an earlier run is neither told again nor a failure of this one."""
    (folder / "accounts" / "1.csv").write_text(BROKEN, encoding="utf-8")
    cohort = read_cohort(folder)
    assert render_with_progress(cohort, options) == 1
    capsys.readouterr()
    assert render_with_progress(cohort, replace(options, only=("participant0",))) == 0
    assert "Ben" not in capsys.readouterr().out
    assert render_with_progress(cohort, replace(options, only=("participant1",))) == 1
