"""The scripts of an installer: a place of its own for this user, filled from the wheels beside the script."""

from pathlib import Path

from workbook.i18n import N_, _
from workbook.render.starters import POSIX_PLACE, WINDOWS_PLACE, posix_quoted, write_script

POSIX_NAMES = ("install-macos.command", "install-linux.sh")
WINDOWS_NAME = "install-windows.bat"


BEGINNING = N_("The workbook is being installed for you; this takes about a minute.")
DONE = N_("Installed. Open your workbook with its start file.")
FAILED = N_("The workbook could not be installed. Please send your trainer a picture of this window.")
Version = tuple[int, int, int]


def write_install_scripts(folder: Path, version: Version) -> None:
    """Write the scripts for Windows, macOS and Linux in the language in use.

    ``version`` is the oldest Python that fits; only those of the same minor version do: the wheels are made for one.
    """
    write_script(folder / WINDOWS_NAME, windows(version))
    for name in POSIX_NAMES:
        write_script(folder / name, posix(version))


def _no_python(version: Version) -> str:
    words = _("Python {version} was not found. Put it into the folder “python” beside this script, or install it.")
    return words.format(version=".".join(map(str, version)))


def _fits(version: Version) -> str:
    """Return a condition in Python: the same minor version, and not older."""
    major, minor, micro = version
    return f"({major}, {minor}, {micro}) <= sys.version_info[:3] < ({major}, {minor + 1})"


def posix(version: Version) -> str:
    """Return the script for Linux and macOS; ``version`` is the oldest Python that fits."""
    test = f"import sys, venv, ensurepip; sys.exit(not {_fits(version)})"
    name = "python{}.{}".format(*version)
    return "\n".join(
        (
            "#!/bin/sh",
            'cd "$(dirname "$0")" || exit 1',
            POSIX_PLACE,
            f"for python in ./python/bin/python3 {name} python3 python; do",
            '  if ! command -v "$python" >/dev/null 2>&1; then continue; fi',
            f"""  if "$python" -c '{test}' 2>/dev/null; then found=$python; break; fi""",
            "done",
            f'if [ -z "$found" ]; then echo {posix_quoted(_no_python(version))} >&2; exit 2; fi',
            f"echo {posix_quoted(_(BEGINNING))}",
            '"$found" -m venv --clear "$place" || exit 2',
            '"$place/bin/python" -m pip --isolated install --quiet --disable-pip-version-check --no-index '
            "--no-cache-dir --find-links wheels --require-hashes -r requirements.txt || exit 2",
            f"echo {posix_quoted(_(DONE))}",
            "",
        )
    )


def windows(version: Version) -> str:
    """Return the script for Windows; ``version`` is the oldest Python that fits."""
    test = f"import sys, venv; sys.exit(not {_fits(version)})"
    launcher = "py -{}.{}".format(*version)
    return "\n".join(
        (
            "@echo off",
            "chcp 65001 >nul",
            'cd /d "%~dp0"',
            WINDOWS_PLACE,
            'set "FOUND="',
            'if exist "python\\python.exe" set FOUND="python\\python.exe"',
            "if defined FOUND goto install",
            f'{launcher} -c "{test}" >nul 2>nul && set "FOUND={launcher}"',
            "if defined FOUND goto install",
            f'python -c "{test}" >nul 2>nul && set "FOUND=python"',
            "if defined FOUND goto install",
            f"echo {_no_python(version)}",
            "pause",
            "exit /b 2",
            ":install",
            f"echo {_(BEGINNING)}",
            '%FOUND% -m venv --clear "%PLACE%" || goto failed',
            '"%PLACE%\\Scripts\\python.exe" -m pip --isolated install --quiet --disable-pip-version-check --no-index '
            "--no-cache-dir --find-links wheels --require-hashes -r requirements.txt || goto failed",
            f"echo {_(DONE)}",
            "exit /b 0",
            ":failed",
            f"echo {_(FAILED)}",
            "pause",
            "exit /b 2",
            "",
        )
    )
