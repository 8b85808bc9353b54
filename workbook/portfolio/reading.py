"""What came of reading an export: the portfolio, every problem, and how each column was read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from workbook.errors import InputError, Problem, Severity
from workbook.i18n import _
from workbook.portfolio.model import FiscalYear, Portfolio
from workbook.portfolio.options import ReadOptions

__all__ = ["ColumnUse", "ReadOptions", "Reading", "Shape"]


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """How one column was read: its field (None = not used), and one cell as it stands and as it was read.

    ``in_lines`` tells a column of the transactions from one of the accounts, also when both come from one file.
    """

    file: str
    header: str
    letter: str
    field: str | None
    example_text: str = ""
    example_value: str = ""
    in_lines: bool = False

    def __str__(self) -> str:
        names = {"header": self.header, "field": self.field}
        if self.field is None:
            return _("{header}: not used").format(**names)
        if not self.example_text:
            return _("{header} → {field}").format(**names)
        return _("{header} → {field}, {text} is read as {value}").format(
            **names, text=self.example_text, value=self.example_value
        )


@dataclass(frozen=True)
class Shape:
    """How the accounts file was decoded and how many of its rows were used."""

    encoding: str | None = None
    delimiter: str | None = None
    locale: str | None = None
    rows_read: int = 0
    rows_accepted: int = 0


@dataclass(frozen=True)
class Reading:
    """One export as read; ``portfolio`` is None when there are errors, and final only when no question is open.

    ``source`` is {"files": [{"name", "sha256"}]}; ``owners`` is {owner: rows} for everybody the owner column names.
    ``currency`` is None where there are no amounts, and assumed where nothing names one.
    """

    portfolio: Portfolio | None
    problems: tuple[Problem, ...]
    options: ReadOptions
    uses: tuple[ColumnUse, ...] = ()
    shape: Shape = Shape()
    currency: str | None = None
    currency_assumed: bool = False
    fiscal_years: tuple[FiscalYear, ...] = ()
    missing_fields: tuple[str, ...] = ()
    owners: Mapping[str, int] = field(default_factory=dict)
    source: Mapping[str, Any] = field(default_factory=lambda: {"files": []})

    @property
    def ok(self) -> bool:
        """Whether there is no error."""
        return not any(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def columns(self) -> dict[str, str | None]:
        """Return {header: field or None} of the accounts file."""
        return {use.header: use.field for use in self.uses if not use.in_lines}

    @property
    def accounts_file(self) -> str | None:
        """The name of the accounts file, None when it could not be opened."""
        return next((use.file for use in self.uses if not use.in_lines), None)

    @property
    def encoding(self) -> str | None:
        """The encoding of the accounts file, None for an Excel workbook."""
        return self.shape.encoding

    @property
    def delimiter(self) -> str | None:
        """The sign that separates its columns, None for an Excel workbook."""
        return self.shape.delimiter

    @property
    def locale(self) -> str | None:
        """The number style, None when no amount needed one."""
        return self.shape.locale

    @property
    def rows_read(self) -> int:
        """The rows below the header that are not blank."""
        return self.shape.rows_read

    @property
    def rows_accepted(self) -> int:
        """The rows that can be used."""
        return self.shape.rows_accepted

    @property
    def rows_rejected(self) -> int:
        """The rows that were left out or have errors."""
        return self.rows_read - self.rows_accepted

    @property
    def questions(self) -> tuple[Problem, ...]:
        """The questions that neither ``yes`` nor ``accept`` has answered."""
        if self.options.yes:
            return ()
        asked = (problem for problem in self.problems if problem.severity is Severity.QUESTION)
        return tuple(problem for problem in asked if problem.code not in self.options.accept)

    def require(self) -> Portfolio:
        """Return the portfolio; raises `InputError` with every error and every open question."""
        errors = [problem for problem in self.problems if problem.severity is Severity.ERROR]
        stops = [*errors, *self.questions]
        if stops or self.portfolio is None:
            raise InputError(*stops)
        return self.portfolio

    def as_dict(self) -> dict[str, Any]:
        """Return the contract of ``workbook check --json``."""
        return {
            "ok": self.ok,
            "accounts": 0 if self.portfolio is None else len(self.portfolio.accounts),
            "rows_read": self.rows_read,
            "rows_accepted": self.rows_accepted,
            "rows_rejected": self.rows_rejected,
            "encoding": self.encoding,
            "delimiter": self.delimiter,
            "locale": self.locale,
            "currency": self.currency,
            "columns": self.columns,
            "fiscal_years": [{"year": year.year, "complete": year.complete} for year in self.fiscal_years],
            "missing_fields": list(self.missing_fields),
            "problems": [problem.as_dict() for problem in self.problems],
        }
