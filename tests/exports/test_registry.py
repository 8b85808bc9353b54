"""The table of formats: one way to write what they ask for, whatever is missing or in use (F28, F29)."""

import importlib
import sys
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path

import pytest

from tests.exports.conftest import NAME
from workbook.book import Workbook
from workbook.cli import run
from workbook.render.exports import plan_html, plan_pdf, plan_pptx, registry, sheets_html
from workbook.render.exports.registry import EXPORTS, ExportFile, write_exports


def cheap(book: Workbook) -> Iterator[ExportFile]:
    """Stands in for a module of the table."""
    yield ExportFile("plans/one.html", lambda: b"one")
    yield ExportFile("plans/two.html", lambda: b"two")


@pytest.fixture
def cheaply(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan_html, "files", cheap)
    monkeypatch.setattr(sheets_html, "files", lambda _book: iter(()))


@pytest.mark.parametrize("module", [name for modules in EXPORTS.values() for name in modules])
def test_every_module_of_the_table_has_files(module: str) -> None:
    """The names in the table are those of modules with the function that is called."""
    assert callable(importlib.import_module(f"workbook.render.exports.{module}").files)


def test_knowing_the_formats_loads_nothing() -> None:
    """The command line reads the table without what makes the files."""
    code = "import sys, workbook.render.exports.registry as r; print([n for n in %r if n in sys.modules])"
    heavy = ["pandas", "matplotlib", "pptx", "weasyprint", "jinja2"]
    import subprocess

    said = subprocess.run([sys.executable, "-c", code % heavy], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


def test_files_are_private(planned: Workbook, tmp_path: Path, cheaply: None) -> None:
    """Folders 0700, files 0600."""
    assert write_exports(planned, tmp_path / "out", ["html"]).written == ("plans/one.html", "plans/two.html")
    modes = {path.name: path.stat().st_mode & 0o777 for path in (tmp_path / "out").rglob("*")}
    assert modes == {"plans": 0o700, "one.html": 0o600, "two.html": 0o600}


def test_a_file_in_use_does_not_stop_the_others(
    planned: Workbook, tmp_path: Path, cheaply: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F29: the others are written, the old file is whole, nothing half stays behind, and what to do is said."""
    write_exports(planned, tmp_path, ["html"])
    replace = Path.replace

    def in_use(path: Path, target: Path) -> Path:
        if target.name == "one.html":
            raise PermissionError(13, "used by another process", str(target))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", in_use)
    exported = write_exports(planned, tmp_path, ["html"])
    assert (exported.written, exported.skipped[0].code) == (("plans/two.html",), "file_in_use")
    assert "Close it and run the command again" in exported.skipped[0].message
    assert sorted(path.name for path in (tmp_path / "plans").iterdir()) == ["one.html", "two.html"]


def test_without_pango_the_rest_is_made(
    planned: Workbook, tmp_path: Path, cheaply: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    """F28: pages are written, no PDF is, and the command that installs Pango is said once; the exit code is 1."""
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    code = run(["export", str(planned.folder), "--formats", "html,pdf", "--out", str(tmp_path / "out")])
    said = capsys.readouterr()
    assert code == 1
    assert "2 files written to" in said.out
    assert said.err.count("apt install libpango") == 1
    assert not list((tmp_path / "out").rglob("*.pdf"))


def test_names_of_files_stay(planned: Workbook) -> None:
    """They come from the account, not from its rank; equal names are numbered."""
    names = [file.name for file in plan_html.files(planned)]
    assert names[:2] == [f"plans/{NAME}-plan.html", f"plans/{NAME}-one-pager.html"]
    assert len(set(names)) == 10
    assert [len(list(module.files(planned))) for module in (plan_pdf, plan_pptx)] == [10, 5]


def test_export_is_written_in_the_language_of_the_workbook(make_planned, tmp_path: Path, capsys) -> None:
    """Messages in English, the slide in German."""
    assert run(["export", str(make_planned("de").folder), "--formats", "pptx", "--out", str(tmp_path)]) == 0
    assert "5 files written to" in capsys.readouterr().out
    assert len(list(tmp_path.glob("plans/*.pptx"))) == 5


def test_registry_is_what_render_offers() -> None:
    """What the command line names can be asked for."""
    from workbook.render.job import FORMATS

    assert set(registry.EXPORTS) < set(FORMATS)


@pytest.mark.parametrize("redact", [False, True])
def test_actions_and_dates_are_exported(planned: Workbook, tmp_path: Path, redact: bool) -> None:
    """As a list and as a calendar; with hidden names, too, and then the calendar's memory stays as it was."""
    before = planned.remembered("calendar_export")
    exported = write_exports(planned.hidden() if redact else planned, tmp_path, ["xlsx", "ics"])
    assert (exported.written, exported.skipped) == (("actions.xlsx", "calendar.ics"), ())
    assert (b"Tiedgen" in (tmp_path / "calendar.ics").read_bytes()) is False
    assert (planned.remembered("calendar_export") == before) is redact


def test_plans_nobody_has_begun_are_left_out_of_a_rendering(planned: Workbook, tmp_path: Path) -> None:
    """Of five plans one is written: it gets its slide; an export on request makes all five."""
    written = write_exports(planned, tmp_path, ["pptx"], wanted=attrgetter("begun")).written
    assert written == (f"plans/{NAME}-one-pager.pptx",)
