"""The start scripts in a participant's folder. Those for Windows and macOS are checked as text only."""

import os
import subprocess
from pathlib import Path

import pytest

from workbook.i18n import speaking
from workbook.render.starters import write_starters


def _start(folder: Path, path: str) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "PATH": path}
    return subprocess.run([folder / "start-linux.sh"], cwd="/", env=environment, capture_output=True, text=True)


@pytest.mark.skipif(os.name != "posix", reason="a script of POSIX systems")
def test_the_linux_script_opens_its_own_folder(tmp_path: Path) -> None:
    """Wherever it is started from, it opens the folder it lies in."""
    write_starters(tmp_path)
    program = tmp_path / "programs" / "workbook"
    program.parent.mkdir()
    program.write_text('#!/bin/sh\necho "$@ in $(pwd)"\n', encoding="utf-8")
    program.chmod(0o700)
    assert _start(tmp_path, f"{program.parent}:{os.environ['PATH']}").stdout == f"open . in {tmp_path}\n"


@pytest.mark.skipif(os.name != "posix", reason="a script of POSIX systems")
def test_a_missing_program_is_a_sentence(tmp_path: Path) -> None:
    """Without the program the script says whom to ask and ends with 2."""
    write_starters(tmp_path)
    done = _start(tmp_path, "/usr/bin:/bin")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "was not found" in done.stderr


def test_the_other_scripts_do_the_same(tmp_path: Path) -> None:
    """Windows has its line ends and its change of folder; macOS has the script of Linux under its name."""
    with speaking("de"):
        write_starters(tmp_path)
    windows = (tmp_path / "start-windows.bat").read_bytes()
    assert windows.count(b"\r\n") == windows.count(b"\n")
    assert b'cd /d "%~dp0"' in windows
    assert b"workbook open ." in windows
    assert (tmp_path / "start-macos.command").read_text() == (tmp_path / "start-linux.sh").read_text()
