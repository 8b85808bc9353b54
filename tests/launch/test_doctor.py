"""`workbook doctor` finds what is wrong and says what to do."""

import json
import shutil
import webbrowser
from collections import namedtuple
from pathlib import Path

import pytest

from workbook.cli import run
from workbook.launch import doctor
from workbook.launch.doctor import Finding, examine, is_healthy

Usage = namedtuple("Usage", "total used free")


def _state(code: str, folder: Path | None = None) -> Finding:
    return next(each for each in examine(folder) if each.code == code)


def test_everything_is_fine_here(folder: Path) -> None:
    """Where the tests run a workbook can be opened."""
    found = examine(folder)
    assert is_healthy(found)
    assert [each.code for each in found] == [
        "python", "versions", "port", "browser", "pango", "write", "disk", "store",
    ]  # fmt: skip


def test_an_old_python_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The version that was found and the one that is needed."""
    monkeypatch.setattr(doctor.sys, "version_info", (3, 9, 1, "final", 0))
    found = _state("python")
    assert (found.state, found.problem and found.problem.message) == (
        "error",
        "This is Python 3.9.1; the workbook needs 3.11 or newer.",
    )


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is asked for and not there; extras and other systems do not count."""
    wanted = ["click>=8.1", "click>=99", "no-such-package>=1", "other>=1; extra == 'dev'"]
    monkeypatch.setattr(doctor.importlib.metadata, "requires", lambda _name: wanted)
    found = _state("versions").problem
    assert found is not None
    assert "no-such-package>=1" in found.message
    assert "click>=99 (" in found.message
    assert "other" not in found.message


def test_no_browser_is_no_reason_to_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    """The address can be copied."""

    def none() -> None:
        raise webbrowser.Error

    monkeypatch.setattr(webbrowser, "get", none)
    assert (_state("browser").state, is_healthy(examine())) == ("warning", True)


@pytest.mark.parametrize(("free", "state"), [(10, "error"), (200, "warning"), (900, "ok")])
def test_space_on_the_disk(free: int, state: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Below 50 MB nothing can be promised; below 500 MB it is said."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: Usage(0, 0, free * 2**20))
    assert _state("disk").state == state


def test_no_port(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer that lets nothing listen is told apart from one that is slow."""

    def refused() -> int:
        raise OSError("not permitted")

    monkeypatch.setattr(doctor, "free_port", refused)
    assert _state("port").state == "error"


def test_no_write_access(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """The place that cannot be written is named."""
    monkeypatch.setattr(doctor, "_can_write", lambda place: place != folder)
    found = _state("write", folder).problem
    assert found is not None
    assert str(folder) in found.message


def test_a_damaged_store_is_found(folder: Path) -> None:
    """The answers cannot be read; nothing is changed."""
    (folder / "plan.db").write_bytes(b"no database at all" * 100)
    assert _state("store", folder).state == "error"


def test_command_in_german(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 0 and a verdict in the language asked for."""
    assert run(["doctor", str(folder), "--language", "de"]) == 0
    assert "Ein Arbeitsbuch kann hier geöffnet werden." in capsys.readouterr().out


def test_command_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One object; exit 2 when a workbook cannot be opened."""
    assert run(["doctor", str(tmp_path), "--json"]) == 2
    told = json.loads(capsys.readouterr().out)
    assert told["ok"] is False
    assert told["checks"][-1]["code"] == "store"
    assert told["checks"][-1]["what_to_do"]
