"""Problems for people: grouped for the screen, all of them in a CSV file beside the input."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from workbook.errors import Problem, Severity
from workbook.i18n import _

_ORDER = {Severity.ERROR: 0, Severity.QUESTION: 1, Severity.WARNING: 2}
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


def write_problem_report(problems: Iterable[Problem], beside: Path) -> Path:
    """Write every problem to ``<input>.problems.csv`` beside the input, in the language in use; return its path."""
    path = beside.with_name(f"{beside.name}.problems.csv")
    with path.open("w", encoding="utf-8-sig", newline="") as target:
        writer = csv.writer(target, delimiter=";")
        writer.writerow(_headers())
        writer.writerows([_inert(cell) for cell in _row(problem)] for problem in problems)
    return path


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
    return ["" if value is None else str(value) for value in problem.as_dict().values()]


def _inert(cell: str) -> str:
    """A cell that Excel would take for a formula is marked as text."""
    return f"'{cell}" if cell.startswith(_DANGEROUS) else cell
