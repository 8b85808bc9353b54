"""The project's own files agree with each other."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def _tracked() -> list[Path]:
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in names.split("\0") if name and (ROOT / name).is_file()]


def test_conda_environment_has_the_same_ranges() -> None:
    """environment.yml lists exactly the dependencies of pyproject.toml."""
    listed = re.findall(r'^\s+- "([^"-][^"]*)"', (ROOT / "environment.yml").read_text(encoding="utf-8"), re.M)
    assert listed == PROJECT["dependencies"]


def test_lock_pins_every_dependency_with_hashes_and_without_addresses() -> None:
    """requirements.lock names each direct dependency once with an exact version, and no address."""
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    extras = [name for group in PROJECT["optional-dependencies"].values() for name in group]
    for requirement in PROJECT["dependencies"] + extras:
        name = re.match(r"[\w.-]+", requirement)[0].lower().replace("_", "-")
        assert re.search(rf"^{re.escape(name)}(\[[\w,]+\])?==\S+( ;[^\n]*)? \\\n +--hash=sha256:", lock, re.M), name
    assert "://" not in lock


def test_no_tracked_file_names_a_machine_path() -> None:
    """Nothing that travels speaks of somebody's home folder."""
    homes = re.compile(r"(/home/\w+/|/Users/\w+/|/root/|[A-Z]:\\Users\\\w+)")
    texts = [path for path in _tracked() if path.suffix in {".py", ".md", ".toml", ".ipynb", ".j2", ".yml", ".css", ""}]
    found = [
        p.name for p in texts if p != Path(__file__) and homes.search(p.read_text(encoding="utf-8", errors="ignore"))
    ]
    assert found == []


# Needed when the workbook runs, though no module of ours imports them.
NOT_IMPORTED = {"jupyterlab", "jupyterlab-language-pack-de-de", "nbconvert", "tzdata"}
NAMES = {
    "IPython": "ipython",
    "jinja2": "jinja2",
    "pptx": "python-pptx",
    "python_calamine": "python-calamine",
    "jupyter_client": "jupyter-client",
    "jupyter_server": "jupyter-server",
    "recurring_ical_events": "recurring-ical-events",
}
EXTRAS = {"psycopg", "distributed", "fsspec", "jupyterhub"}


def test_what_is_imported_is_declared_and_the_other_way_round() -> None:
    """Every library the package imports is a dependency, and every dependency is used."""
    pattern = re.compile(r"^\s*(?:from|import) ([A-Za-z_]\w*)", re.M)
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "workbook").rglob("*.py")]
    imported = {name for source in sources for name in pattern.findall(source)} - set(sys.stdlib_module_names)
    found = {NAMES.get(name, name).lower() for name in imported} - {"workbook"} - EXTRAS
    declared = {re.match(r"[\w-]+", each)[0].lower() for each in PROJECT["dependencies"]}
    assert found - declared == set()
    assert declared - found - NOT_IMPORTED == set()
