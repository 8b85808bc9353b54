"""Start scripts that lie in a participant's folder: one double click opens the workbook."""

from pathlib import Path

from workbook.i18n import _


def write_starters(folder: Path) -> None:
    """Write the start scripts for Windows, macOS and Linux in the language in use."""
    missing = _("The program “workbook” was not found. Please ask your trainer how to install it.")
    _write(folder / "start-windows.bat", _windows(missing), "\r\n")
    for name in ("start-macos.command", "start-linux.sh"):
        _write(folder / name, _posix(missing), "\n")
        (folder / name).chmod(0o700)


def _write(path: Path, text: str, line_end: str) -> None:
    path.write_text(text, encoding="utf-8", newline=line_end)


def _posix(missing: str) -> str:
    return "\n".join(
        (
            "#!/bin/sh",
            'cd "$(dirname "$0")" || exit 1',
            "if ! command -v workbook >/dev/null 2>&1; then",
            f"  echo {_quoted(missing)} >&2",
            "  exit 2",
            "fi",
            "exec workbook open .",
            "",
        )
    )


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _windows(missing: str) -> str:
    return "\n".join(
        (
            "@echo off",
            "chcp 65001 >nul",
            'cd /d "%~dp0"',
            "where workbook >nul 2>nul",
            "if errorlevel 1 (",
            f"  echo {missing}",
            "  pause",
            "  exit /b 2",
            ")",
            "workbook open .",
            "",
        )
    )
