"""Start scripts that lie in a participant's folder: one double click opens the workbook, and installs it if need be."""

from pathlib import Path

from workbook.i18n import _

WINDOWS_NAME = "start-windows.bat"
POSIX_NAMES = ("start-macos.command", "start-linux.sh")
POSIX_INSTALLER = "install-linux.sh"  # the same commands as for macOS
# Where an installer puts the program for this user.
POSIX_PLACE = 'place="${XDG_DATA_HOME:-$HOME/.local/share}/focus-workbook/venv"'
WINDOWS_PLACE = 'set "PLACE=%LOCALAPPDATA%\\focus-workbook\\venv"'


def write_starters(folder: Path) -> None:
    """Write the start scripts for Windows, macOS and Linux in the language in use."""
    missing = _("The program “workbook” was not found. Please ask your trainer how to install it.")
    write_script(folder / WINDOWS_NAME, _windows(missing))
    for name in POSIX_NAMES:
        write_script(folder / name, _posix(missing))


def write_script(path: Path, text: str) -> None:
    """Write a script as its system wants it: the line ends of Windows, or the right to be run."""
    on_windows = path.suffix == ".bat"
    path.write_text(text, encoding="utf-8", newline="\r\n" if on_windows else "\n")
    if not on_windows:
        path.chmod(0o700)


def posix_quoted(text: str) -> str:
    """Return a text as one word of a shell.

    >>> posix_quoted("that's all")
    "'that'\\\\''s all'"
    """
    return "'" + text.replace("'", "'\\''") + "'"


def _posix(missing: str) -> str:
    return "\n".join(
        (
            "#!/bin/sh",
            'cd "$(dirname "$0")" || exit 1',
            POSIX_PLACE,
            'own="$place/bin/workbook"',
            'if [ -x "$own" ]; then exec "$own" open . "$@"; fi',
            'if command -v workbook >/dev/null 2>&1; then exec workbook open . "$@"; fi',
            "for folder in installer ../installer; do",
            f'  if [ ! -f "$folder/{POSIX_INSTALLER}" ]; then continue; fi',
            f'  sh "$folder/{POSIX_INSTALLER}" && exec "$own" open . "$@"',
            "  exit 2",
            "done",
            f"echo {posix_quoted(missing)} >&2",
            "exit 2",
            "",
        )
    )


def _windows(missing: str) -> str:
    return "\n".join(
        (
            "@echo off",
            "chcp 65001 >nul",
            'cd /d "%~dp0"',
            WINDOWS_PLACE,
            'set "OWN=%PLACE%\\Scripts\\workbook.exe"',
            'if exist "%OWN%" goto own',
            "where workbook >nul 2>nul",
            "if not errorlevel 1 goto found",
            "if exist installer\\install-windows.bat call installer\\install-windows.bat",
            'cd /d "%~dp0"',
            'if not exist "%OWN%" if exist ..\\installer\\install-windows.bat call ..\\installer\\install-windows.bat',
            'cd /d "%~dp0"',
            'if exist "%OWN%" goto own',
            f"echo {missing}",
            "pause",
            "exit /b 2",
            ":own",
            '"%OWN%" open . %*',
            "exit /b",
            ":found",
            "workbook open . %*",
            "",
        )
    )
