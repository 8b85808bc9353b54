"""`workbook doctor`: what a workbook needs on this computer, what is there, and what to do about what is not."""

import importlib.metadata
import shutil
import sys
import tempfile
import webbrowser
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement

from workbook.errors import Problem, ProblemKind, Severity, WorkbookError
from workbook.i18n import N_, _, language, number, speaking
from workbook.launch import ailments
from workbook.launch.server import free_port
from workbook.launch.settings import Home

OLDEST_PYTHON = (3, 11)
DISTRIBUTION = "focus-workbook"
LEAST_MB, COMFORTABLE_MB = 50, 500


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: ``found`` is what is there, ``problem`` what is wrong with it, if anything."""

    code: str
    title: str
    found: str = ""
    problem: Problem | None = None

    @property
    def state(self) -> str:
        """Either "ok", "warning" (the work goes on) or "error" (it does not)."""
        return self.problem.severity.value if self.problem else "ok"

    def as_dict(self) -> dict[str, str]:
        """Return the JSON form."""
        told = (self.problem.message, self.problem.what_to_do) if self.problem else ("", "")
        whole = {"code": self.code, "state": self.state, "title": self.title, "found": self.found}
        return {**whole, "message": told[0], "what_to_do": told[1]}


Look = Callable[[Path | None], tuple[str, Problem | None]]


def examine(folder: Path | None = None) -> list[Finding]:
    """Return everything that was looked at; with a participant's folder also that folder and its store."""
    return [Finding(code, _(title), *look(folder)) for code, title, look in _looks(folder)]


def is_healthy(findings: list[Finding]) -> bool:
    """Return whether a workbook can be opened here."""
    return not any(each.problem and each.problem.severity is Severity.ERROR for each in findings)


def _looks(folder: Path | None) -> Iterator[tuple[str, str, Look]]:
    yield "python", N_("Python"), _python
    yield "versions", N_("Installed packages"), _versions
    yield "port", N_("A port on this computer"), _port
    yield "browser", N_("Browser"), _browser
    yield "pango", N_("PDF files"), _pango
    yield "write", N_("Write access"), _write_access
    yield "disk", N_("Space on the disk"), _disk
    if folder is not None:
        yield "store", N_("Your answers"), _store


def _wrong(kind: ProblemKind, found: str) -> Problem:
    # Not the value of a problem, which is cut: a path is of use only as a whole.
    return Problem(kind, details={"found": found})


def _python(_folder: Path | None) -> tuple[str, Problem | None]:
    found = ".".join(map(str, sys.version_info[:3]))
    return found, None if sys.version_info >= OLDEST_PYTHON else _wrong(ailments.OLD_PYTHON, found)


def _versions(_folder: Path | None) -> tuple[str, Problem | None]:
    wrong = sorted(filter(None, map(_unmet, importlib.metadata.requires(DISTRIBUTION) or ())))
    found = _("Focus Workbook {version}").format(version=importlib.metadata.version(DISTRIBUTION))
    return found, _wrong(ailments.WRONG_VERSIONS, ", ".join(wrong)) if wrong else None


def _unmet(line: str) -> str:
    """Return what a requirement asks for when it is not met here, "" when it is."""
    wanted = Requirement(line)
    if wanted.marker and not wanted.marker.evaluate({"extra": ""}):
        return ""
    try:
        installed = importlib.metadata.version(wanted.name)
    except importlib.metadata.PackageNotFoundError:
        return str(wanted)
    return "" if wanted.specifier.contains(installed, prereleases=True) else f"{wanted} ({installed})"


def _port(_folder: Path | None) -> tuple[str, Problem | None]:
    try:
        return f"127.0.0.1:{free_port()}", None
    except OSError as error:
        return "", _wrong(ailments.NO_PORT, str(error))


def _browser(_folder: Path | None) -> tuple[str, Problem | None]:
    try:
        return getattr(webbrowser.get(), "name", _("found")), None
    except webbrowser.Error:
        return "", Problem(ailments.NO_BROWSER)


def _pango(_folder: Path | None) -> tuple[str, Problem | None]:
    from workbook.render.exports.drawing import PdfUnavailable, require_drawing

    try:
        require_drawing("workbook.pdf")
    except PdfUnavailable:
        return "", Problem(ailments.NO_PANGO)
    return _("can be made"), None


def _write_access(folder: Path | None) -> tuple[str, Problem | None]:
    for place in (folder, Home.of(folder or Path.cwd()).path.parent, Path(tempfile.gettempdir())):
        if place is not None and not _can_write(place):
            return "", _wrong(ailments.NOT_WRITABLE, str(place))
    return _("allowed"), None


def _can_write(place: Path) -> bool:
    try:
        with tempfile.TemporaryFile(dir=place) as probe:
            probe.write(b"x")
    except OSError:
        return False
    return True


def _disk(folder: Path | None) -> tuple[str, Problem | None]:
    free = shutil.disk_usage(folder or Path.cwd()).free // 2**20
    found = _("{megabytes} MB free").format(megabytes=number(free))
    if free >= COMFORTABLE_MB:
        return found, None
    return found, _wrong(ailments.DISK_FULL if free < LEAST_MB else ailments.DISK_NEARLY_FULL, found)


def _store(folder: Path | None) -> tuple[str, Problem | None]:
    from workbook.book import open_workbook

    try:
        with speaking(language()):  # whoever asks for help may speak another language than the workbook
            book = open_workbook(folder=folder)
    except (WorkbookError, OSError) as error:
        return "", _wrong(ailments.STORE_UNREADABLE, str(error))
    if book.read_only:
        return book.quarter, _wrong(ailments.STORE_READ_ONLY, str(folder))
    return book.quarter, book.warnings[0] if book.warnings else None
