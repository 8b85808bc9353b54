"""A folder that installs the workbook without a network; run for Linux, the script for Windows is checked as text."""

import os
import re
import signal
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.launch.conftest import make_folder
from workbook.i18n import speaking
from workbook.render.installer import locked, make_installer, needed_here
from workbook.render.starters import write_install_scripts, write_starters

NO_NETWORK = {
    "PIP_INDEX_URL": "http://127.0.0.1:9/",
    "HTTPS_PROXY": "http://127.0.0.1:9/",
    "PIP_CONFIG_FILE": os.devnull,
}


# The Python that made the wheels, outside any environment.
PYTHON = Path(sys.base_prefix) / "bin"
PROJECT = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_what_is_only_for_developers_is_left_out() -> None:
    """What runs is needed, what tests is not."""
    needed = needed_here(PROJECT["dependencies"])
    assert {"jupyterlab", "pandas", "ipywidgets", "papermill", "tornado"} <= needed
    assert not {"pytest", "mypy", "playwright", "psycopg"} & needed


def test_every_package_is_locked_with_hashes() -> None:
    """What is needed here stands in the lock with a version and a hash."""
    needed = needed_here(PROJECT["dependencies"])
    lines = locked(needed)
    names = set(re.findall(r"^([a-z0-9-]+)==", lines, re.M))
    assert (names, lines.count("--hash=sha256:") >= len(names)) == (needed, True)


def test_the_windows_script_says_the_same(tmp_path: Path) -> None:
    """Its own line ends, this user's folder, no network, hashes; it was never run and the documentation says so."""
    with speaking("de"):
        write_install_scripts(tmp_path, (3, 11, 5))
    script = (tmp_path / "install-windows.bat").read_bytes()
    assert script.count(b"\r\n") == script.count(b"\n")
    assert b"%LOCALAPPDATA%\\focus-workbook\\venv" in script
    assert b"--no-index --no-cache-dir --find-links wheels --require-hashes -r requirements.txt" in script
    assert b"(3, 11, 5) <= sys.version_info[:3] < (3, 12)" in script
    assert "install-linux.sh" in {path.name for path in tmp_path.iterdir()}


def test_a_python_of_another_version_is_refused(tmp_path: Path) -> None:
    """Wheels for one version of Python are not put into another."""
    write_install_scripts(tmp_path, (2, 6, 1))
    done = subprocess.run([tmp_path / "install-linux.sh"], capture_output=True, text=True, check=False)
    assert (done.returncode, "Python 2.6.1 was not found" in done.stderr) == (2, True)


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="a script of POSIX systems")
def test_a_folder_sets_itself_up(tmp_path: Path) -> None:
    """A start script installs for this user, offline, and opens the workbook; a second start needs no installer."""
    folder = make_folder(tmp_path / "cohort", "en")
    write_starters(folder)
    installer = make_installer(tmp_path / "cohort")
    wheels = list((installer / "wheels").glob("*.whl"))
    listed = (installer / "requirements.txt").read_text(encoding="utf-8").splitlines()
    assert len(wheels) == len(listed)
    assert any(line.startswith("focus-workbook==") for line in listed)
    assert "Your workbook: http://127.0.0.1:" in _start(folder, tmp_path / "home")
    for wheel in wheels:
        wheel.unlink()
    assert "Your workbook: http://127.0.0.1:" in _start(folder, tmp_path / "home")


def _start(folder: Path, home: Path) -> str:
    """Start the workbook as a user without network, without our programs, with an empty home; return what it says."""
    home.mkdir(exist_ok=True)
    environment = {"HOME": str(home), "PATH": f"{PYTHON}:/usr/bin:/bin", "WORKBOOK_LANGUAGE": "en", **NO_NETWORK}
    command = [folder / "start-linux.sh", "--no-browser"]
    process = subprocess.Popen(command, cwd="/", env=environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    told = ""
    for line in process.stdout:
        told += line
        if "Your workbook:" in line:
            break
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    return told
