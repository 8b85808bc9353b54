"""The package works from a wheel, outside the checkout, with nothing but what travels in it."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.slow


def _run(*command: str | Path, folder: Path) -> str:
    # The libraries' own data files lie beside the libraries, not in the new environment.
    environment = {**os.environ, "JUPYTER_PATH": str(Path(sys.prefix, "share", "jupyter"))}
    words = [str(word) for word in command]
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The installed command of a wheel, in an environment that finds the libraries but not the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, folder=folder)
    venv.create(folder / "env", symlinks=os.name == "posix")
    python = folder / "env" / ("Scripts" if os.name == "nt" else "bin") / "python"
    site = _run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", folder=folder).strip()
    # Only libraries: the checkout itself is an editable install, which a plain path does not follow.
    (Path(site) / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    wheel = next(folder.glob("*.whl"))
    install = ("-m", "pip", "--python", python, "install", "--no-deps", "--no-index", "--quiet", "--ignore-installed")
    _run(sys.executable, *install, wheel, folder=folder)
    return python.with_name("workbook")


def test_the_package_comes_from_the_wheel(program: Path, tmp_path: Path) -> None:
    """What runs is the installed copy with its own notebooks, templates and data."""
    script = "import workbook, workbook.resources as r; print(workbook.__file__); print(r.resource('data').is_dir())"
    where, has_data = _run(program.with_name("python"), "-c", script, folder=tmp_path).split()
    assert str(program.parent.parent) in where
    assert has_data == "True"


def test_the_demo_runs(program: Path, tmp_path: Path) -> None:
    """Three workbooks with every chapter, made far from the checkout."""
    printed = _run(program, "demo", "--language", "en", folder=tmp_path)
    assert "3 of 3 workbooks are ready." in printed
    folders = [path for path in (tmp_path / "demo-workbooks" / "build").iterdir() if path.is_dir()]
    assert len(folders) == 3
    for folder in folders:
        assert len(list(folder.glob("0?_*.ipynb"))) == 9
        assert (folder / "workbook.html").stat().st_size > 100_000
        assert (folder / "workbook.pdf").read_bytes().startswith(b"%PDF")


def test_new_and_check_find_their_templates(program: Path, tmp_path: Path) -> None:
    """The scaffold and its example travel too."""
    _run(program, "new", "autumn", "--language", "de", folder=tmp_path)
    assert "vorlage.csv" in _run(program, "check", "autumn/accounts/vorlage.csv", folder=tmp_path)
