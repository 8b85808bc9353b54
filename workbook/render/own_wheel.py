"""The wheel of the workbook itself: built from a checkout, or packed again from what was installed from a wheel."""

import importlib.metadata
import subprocess
import sys
import zipfile
from pathlib import Path, PurePosixPath

from workbook.errors import Problem, RenderError
from workbook.render import kinds
from workbook.resources import resource

DISTRIBUTION = "focus-workbook"
# What an installation writes beside the files of a wheel.
_LEFT_BY_PIP = frozenset({"INSTALLER", "REQUESTED", "direct_url.json"})


def build_own_wheel(wheels: Path) -> Path:
    """Write the wheel into a folder and return its path; raises `RenderError` when it cannot be built."""
    checkout = resource("pyproject.toml")
    return _built(checkout.parent, wheels) if checkout.is_file() else repacked(wheels)


def _built(checkout: Path, wheels: Path) -> Path:
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    done = subprocess.run(  # noqa: S603  our own command
        [*pip, "--wheel-dir", str(wheels), str(checkout)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RenderError(Problem(kinds.NO_WHEELS, details={"error": done.stderr.strip()[-200:]}))
    return next(wheels.glob("focus_workbook-*.whl"))


def repacked(wheels: Path) -> Path:
    """Pack the installed files into a wheel again; what an installation has added is left out."""
    installed = importlib.metadata.distribution(DISTRIBUTION)
    target = wheels / f"focus_workbook-{installed.version}-py3-none-any.whl"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as wheel:
        for file in installed.files or ():
            if _belongs_in(PurePosixPath(file)):
                wheel.write(str(file.locate()), str(PurePosixPath(file)))
    return target


def _belongs_in(file: PurePosixPath) -> bool:
    return ".." not in file.parts and file.name not in _LEFT_BY_PIP and file.suffix != ".pyc"
