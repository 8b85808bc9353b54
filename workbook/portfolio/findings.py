"""The problems of one file, collected while it is read, so that all of them can be said at once."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NoReturn

from workbook.errors import InputError, Place, Problem, ProblemKind, Severity
from workbook.portfolio.kinds import tables

LIMIT_PER_KIND = 10_000


def letter(column: int) -> str:
    """Return Excel's name of a column.

    >>> letter(0), letter(26), letter(16383)
    ('A', 'AA', 'XFD')
    """
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


class Findings:
    """The problems of one file; knows its name, sheet and headers, so that callers give only row and column.

    ``sheet_option`` is the option that names its sheet.
    """

    def __init__(self, file: str, *, sheet_option: str = "--sheet") -> None:
        self.file = file
        self.sheet_option = sheet_option
        self.sheet: str | None = None
        self.headers: Sequence[str] = ()
        self.problems: list[Problem] = []
        self._counts: Counter[str] = Counter()

    def add(
        self,
        kind: ProblemKind,
        at: tuple[int | None, int | None] = (None, None),
        value: str | None = None,
        details: Mapping[str, object] | None = None,
    ) -> None:
        """Note a problem ``at`` a row (as in Excel) and a column (counted from 0)."""
        self._counts[kind.code] += 1
        if self._counts[kind.code] <= LIMIT_PER_KIND:
            self.problems.append(Problem(kind, self.place(*at), value, details or {}))
        elif self._counts[kind.code] == LIMIT_PER_KIND + 1:
            more = {"kind": kind.code, "limit": LIMIT_PER_KIND}
            self.problems.append(Problem(tables.MORE_OF_THE_SAME, self.place(None, None), None, more))

    def stop(
        self,
        kind: ProblemKind,
        at: tuple[int | None, int | None] = (None, None),
        value: str | None = None,
        details: Mapping[str, object] | None = None,
    ) -> NoReturn:
        """Note a problem after which reading on makes no sense; raises `InputError`."""
        self.add(kind, at, value, details)
        raise InputError(self.problems[-1])

    def name_columns(self, headers: Sequence[str]) -> None:
        """Take the headers; what was noted before they were known gets the name of its column too."""
        self.headers = headers
        names = dict(zip(map(letter, range(len(headers))), headers, strict=True))
        self.problems[:] = [self._named(problem, names) for problem in self.problems]

    def _named(self, problem: Problem, names: Mapping[str, str]) -> Problem:
        place = problem.place
        if place.column is not None or place.column_letter is None:
            return problem
        return replace(problem, place=replace(place, column=names.get(place.column_letter) or None))

    def place(self, row: int | None, column: int | None) -> Place:
        """Return a place in this file."""
        if column is None:
            return Place(self.file, self.sheet, row)
        name = self.headers[column] or None if column < len(self.headers) else None
        return Place(self.file, self.sheet, row, name, letter(column))

    @property
    def has_errors(self) -> bool:
        """Whether an error is among the problems."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    def rows_with_errors(self) -> set[int]:
        """Return the rows that cannot be used."""
        errors = (problem for problem in self.problems if problem.severity is Severity.ERROR)
        return {problem.place.row for problem in errors if problem.place.row is not None}
