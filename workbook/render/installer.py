"""A folder that installs the workbook for one user: without a network, without administrator rights.

It holds the wheels of the locked dependencies for this system and this Python, the wheel of the workbook itself, a list
with the hash of each, and a script per system. The start script of a participant's folder runs it when the program is
missing.
"""

import importlib.metadata
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator
from email.message import Message
from email.parser import BytesParser
from pathlib import Path

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name, parse_wheel_filename

from workbook.errors import Problem, RenderError
from workbook.render import kinds
from workbook.render.files import sha256
from workbook.render.own_wheel import build_own_wheel
from workbook.render.starters import write_install_scripts
from workbook.resources import resource

FOLDER = "installer"
_ENTRY = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==[^\n]*(?:\n[ \t]+[^\n]*)*", re.M)


def make_installer(out: Path) -> Path:
    """Make the folder ``installer`` beside the workbooks and return it; it replaces an earlier one when it is complete.

    Raises `RenderError` when the packages cannot be fetched.
    """
    workshop, folder = out / f".{FOLDER}.part", out / FOLDER
    shutil.rmtree(workshop, ignore_errors=True)
    wheels = workshop / "wheels"
    wheels.mkdir(parents=True)
    _download(wheels, requirements_in(build_own_wheel(wheels)))
    (workshop / "requirements.txt").write_text("".join(_hashed(wheels)), encoding="utf-8")
    write_install_scripts(workshop, oldest_python(wheels.glob("*.whl")))
    shutil.rmtree(folder, ignore_errors=True)
    return workshop.replace(folder)


def requirements_in(wheel: Path) -> list[str]:
    """Return what a wheel asks for."""
    return _metadata(wheel).get_all("Requires-Dist", [])


def oldest_python(wheels: Iterable[Path]) -> tuple[int, int, int]:
    """Return the oldest Python of this minor version that all wheels accept; they fit no other minor version."""
    major, minor, micro = sys.version_info[:3]
    accepted = SpecifierSet(",".join(filter(None, (_metadata(wheel)["Requires-Python"] for wheel in wheels))))
    fitting = (each for each in range(micro) if accepted.contains(f"{major}.{minor}.{each}"))
    return major, minor, next(fitting, micro)


def _metadata(wheel: Path) -> Message:
    with zipfile.ZipFile(wheel) as packed:
        name = next(each for each in packed.namelist() if re.fullmatch(r"[^/]+\.dist-info/METADATA", each))
        return BytesParser().parsebytes(packed.read(name))


def needed_here(requirements: Iterable[str]) -> set[str]:
    """Return the names of everything that is needed on this system for ``requirements``: these and theirs.

    >>> {"jupyterlab", "jupyter-server", "tornado"} <= needed_here(["jupyterlab>=4", "mypy; extra == 'dev'"])
    True
    """
    found: set[tuple[str, str]] = set()
    waiting = list(_wanted(requirements, ""))
    while waiting:
        name, extra = waiting.pop()
        if (name, extra) not in found:
            found.add((name, extra))
            waiting += _wanted(importlib.metadata.requires(name) or (), extra)
    return {name for name, _extra in found}


def _wanted(requirements: Iterable[str], extra: str) -> Iterator[tuple[str, str]]:
    """Yield what is required here (with one extra of who asks), as name and extra."""
    for line in requirements:
        wanted = Requirement(line)
        if wanted.marker is None or wanted.marker.evaluate({"extra": extra}):
            for each in ("", *wanted.extras):
                yield canonicalize_name(wanted.name), each


def locked(names: set[str]) -> str:
    """Return the part of requirements.lock about these packages, with its hashes."""
    lock = resource("requirements.lock").read_text(encoding="utf-8")
    return "\n".join(each[0] for each in _ENTRY.finditer(lock) if canonicalize_name(each["name"]) in names) + "\n"


def _download(wheels: Path, requirements: list[str]) -> None:
    wanted = wheels.parent / "wanted.txt"
    wanted.write_text(locked(needed_here(requirements)), encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
    command = [*pip, "--require-hashes", "-r", str(wanted), "-d", str(wheels)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  our own command
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:] or [""]
        raise RenderError(Problem(kinds.NO_WHEELS, details={"error": last[0]}))
    wanted.unlink()


def _hashed(wheels: Path) -> Iterator[str]:
    for wheel in sorted(wheels.glob("*.whl")):
        name, version, _build, _tags = parse_wheel_filename(wheel.name)
        yield f"{name}=={version} --hash=sha256:{sha256(wheel)}\n"
