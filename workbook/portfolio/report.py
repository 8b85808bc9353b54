"""Problems for people: grouped for the screen, all of them in a CSV file beside the input."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from workbook.errors import Problem, Severity
from workbook.i18n import NP_, _, pgettext

_ORDER = {Severity.ERROR: 0, Severity.QUESTION: 1, Severity.WARNING: 2}
_SEVERITIES = {
    Severity.ERROR: NP_("severity", "error"),
    Severity.QUESTION: NP_("severity", "question"),
    Severity.WARNING: NP_("severity", "remark"),
}
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class ProblemGroup:
    """All problems of one kind: how many, and the first ones to show."""

    code: str
    severity: Severity
    count: int
    shown: tuple[Problem, ...]


def group_problems(problems: Iterable[Problem], *, limit: int = 20) -> tuple[ProblemGroup, ...]:
    """Return the problems by code, errors first; at most ``limit`` of them are to be shown in all."""
    by_code: dict[str, list[Problem]] = {}
    for problem in sorted(problems, key=lambda problem: _ORDER[problem.severity]):
        by_code.setdefault(problem.code, []).append(problem)
    share = max(1, limit // max(1, len(by_code)))
    return tuple(
        ProblemGroup(code, found[0].severity, len(found), tuple(found[:share])) for code, found in by_code.items()
    )


def report_path(file: Path) -> Path:
    """Return where all problems of a file are listed: ``<input>.problems.csv`` beside it."""
    return file.with_name(f"{file.name}.problems.csv")


def write_problem_report(problems: Iterable[Problem], path: Path) -> None:
    """Write every problem as one row, in the language in use; raises `OSError`."""
    with path.open("w", encoding="utf-8-sig", newline="") as target:
        writer = csv.writer(target, delimiter=";")
        writer.writerow(_headers())
        writer.writerows([_inert(cell) for cell in _row(problem)] for problem in problems)


def _headers() -> list[str]:
    return [
        _("severity"),
        _("code"),
        _("file"),
        _("sheet"),
        _("row"),
        _("column"),
        _("column letter"),
        _("value"),
        _("message"),
        _("what to do"),
    ]


def _row(problem: Problem) -> list[str]:
    cells = {**problem.as_dict(), "severity": pgettext("severity", _SEVERITIES[problem.severity])}
    return ["" if value is None else str(value) for value in cells.values()]


def _inert(cell: str) -> str:
    """A cell that Excel would take for a formula is marked as text."""
    return f"'{cell}" if cell.startswith(_DANGEROUS) else cell
