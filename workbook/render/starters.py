"""Scripts to double-click: those that open a workbook, and those of an installer that bring the program along."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from workbook.i18n import N_, _
from workbook.resources import resource

STARTERS = {
    "start-windows.bat": "start.bat.j2",
    "start-macos.command": "start.sh.j2",
    "start-linux.sh": "start.sh.j2",
}
INSTALLERS = {
    "install-windows.bat": "install.bat.j2",
    "install-macos.command": "install.sh.j2",
    "install-linux.sh": "install.sh.j2",
}
WORDS = {
    "missing": N_("The program “workbook” was not found. Please ask your trainer how to install it."),
    "beginning": N_("The workbook is being installed for you; this takes about a minute."),
    "done": N_("Installed. Open your workbook with its start file."),
    "failed": N_("The workbook could not be installed. Please send your trainer a picture of this window."),
    "no_python": N_(
        "Python {version} was not found. Put it into the folder “python” beside this script, or install it."
    ),
}
Version = tuple[int, int, int]


def write_starters(folder: Path) -> None:
    """Write the start scripts for Windows, macOS and Linux in the language in use."""
    _write(STARTERS, folder, _words())


def write_install_scripts(folder: Path, version: Version) -> None:
    """Write the install scripts for Windows, macOS and Linux in the language in use.

    ``version`` is the oldest Python that fits; only those of the same minor version do: the wheels are made for one.
    """
    words = _words(version=".".join(map(str, version)))
    _write(INSTALLERS, folder, words, version=version, fits=_fits(version))


def _words(**values: str) -> dict[str, str]:
    return {name: _(text).format(**values) if values else _(text) for name, text in WORDS.items()}


def _fits(version: Version) -> str:
    """Return a condition in Python: the same minor version, and not older."""
    major, minor, _micro = version
    return f"{version} <= sys.version_info[:3] < ({major}, {minor + 1})"


def _write(scripts: dict[str, str], folder: Path, words: dict[str, str], **values: Any) -> None:
    # Not HTML: the shell has rules of its own, see `posix_quoted`.
    environment = Environment(  # noqa: S701
        loader=FileSystemLoader(resource("templates", "scripts")), undefined=StrictUndefined, keep_trailing_newline=True
    )
    for name, template in scripts.items():
        text = environment.get_template(template).render(words=words, quoted=posix_quoted, **values)
        _write_script(folder / name, text)


def _write_script(path: Path, text: str) -> None:
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
