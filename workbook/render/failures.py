"""Why one participant's workbook could not be made: chapter, cell, and a sentence a trainer understands."""

import errno
from dataclasses import dataclass

from workbook.errors import Problem, ProblemKind, RenderError, Severity, WorkbookError
from workbook.render import kinds


@dataclass(frozen=True, slots=True)
class Spot:
    """A chapter (its file name without ending) and the number of a cell in it, counted from 1."""

    chapter: str | None = None
    cell: int | None = None


class ChapterFailed(RenderError):  # noqa: N818  the base of the three, named like them
    """A chapter could not be carried out; ``spot`` says where."""

    def __init__(self, kind: ProblemKind, spot: Spot, **details: object) -> None:
        super().__init__(Problem(kind, details={"chapter": spot.chapter, "cell": spot.cell, **details}))
        self.spot = spot


class CellFailed(ChapterFailed):
    """A cell raised an exception; ``error`` is its class, never its text, which may hold private words."""

    def __init__(self, spot: Spot, error: str) -> None:
        super().__init__(kinds.CELL_FAILED, spot, error=error)


class CellTimedOut(ChapterFailed):
    """A cell, or a whole notebook, took longer than its limit in seconds."""

    def __init__(self, spot: Spot, seconds: float, kind: ProblemKind = kinds.CELL_TIMED_OUT) -> None:
        super().__init__(kind, spot, seconds=round(seconds))


class KernelDied(ChapterFailed):
    """The process that ran the cells went away."""

    def __init__(self, spot: Spot) -> None:
        super().__init__(kinds.KERNEL_DIED if spot.cell else kinds.WORKER_DIED, spot)


class OutOfMemory(ChapterFailed):
    """A cell asked for more memory than one workbook may use (``limit`` in MB)."""

    def __init__(self, spot: Spot, limit: int) -> None:
        super().__init__(kinds.OUT_OF_MEMORY, spot, limit=limit)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a participant failed, in the trainer's language; the form of the manifest."""

    code: str
    message: str
    chapter: str | None = None
    cell: int | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that cannot be made on this machine, why, and what installs what is missing; the rest was made."""

    file: str
    code: str
    message: str


def reason_of(error: Exception) -> Reason:
    """Return the reason in words, in the language in use: the first serious problem and how many more there are."""
    if isinstance(error, ChapterFailed):
        return Reason(error.problems[0].code, str(error.problems[0]), error.spot.chapter, error.spot.cell)
    problems = error.problems if isinstance(error, WorkbookError) and error.problems else (_problem(error),)
    first = next((problem for problem in problems if problem.severity is Severity.ERROR), problems[0])
    more = f" (+{len(problems) - 1})" if len(problems) > 1 else ""
    return Reason(first.code, f"{first}{more}")


def _problem(error: Exception) -> Problem:
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Problem(kinds.DISK_FULL)
    if isinstance(error, PermissionError):
        return Problem(kinds.FILE_IN_USE, details={"error": type(error).__name__})
    return Problem(kinds.UNEXPECTED, details={"error": type(error).__name__})
