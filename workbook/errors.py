"""What can go wrong, in words a sales rep understands.

A `Problem` is one finding about the user's input: which rule (`ProblemKind`), where (`Place`), which value and what
to do. Kinds are written down once, next to the code that finds them, with English texts that are translated when
they are shown. The tree of exceptions:

    WorkbookError                 everything this package raises on purpose; exit code 2
    ├── InputError                bad files, rosters or options; carries every problem at once
    ├── DecisionRefused           a decision that breaks a rule of the method
    ├── StoreError                the store cannot do what was asked
    │   ├── SaveConflict          somebody saved the same section in the meantime
    │   └── StoreNewer            the store was written by a newer version
    └── RenderError               one participant's workbook could not be made
        ├── CellFailed            a cell raised
        ├── CellTimedOut          a cell or a notebook took too long
        └── KernelDied            the kernel went away
"""

import errno
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum

from workbook.i18n import N_, _

VALUE_LENGTH = 80
# What the system says in English only.
_SYSTEM = {
    errno.ENOENT: N_("there is no such file or folder"),
    errno.EACCES: N_("it is not permitted, or the file is open in another program"),
    errno.EPERM: N_("it is not permitted, or the file is open in another program"),
    errno.EEXIST: N_("there is something of this name already"),
    errno.ENOTDIR: N_("part of the path is a file, not a folder"),
    errno.EISDIR: N_("it is a folder"),
    errno.ENOSPC: N_("the disk is full"),
    errno.EROFS: N_("it can be read but not written"),
    errno.ENAMETOOLONG: N_("the name is too long"),
}


class Severity(StrEnum):
    """An error stops, a question needs an answer, a warning is shown and goes on."""

    ERROR = "error"
    QUESTION = "question"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """One rule that input can break: a stable code, its severity, and two sentences with {placeholders}."""

    code: str
    severity: Severity
    message: str
    what_to_do: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a problem is: ``row`` counts like Excel (the first line of the file is 1)."""

    file: str | None = None
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    column_letter: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding about the input.

    >>> kind = ProblemKind("file_missing", Severity.ERROR, "There is no file {file}.", "Check the name.")
    >>> str(Problem(kind, Place(file="a.csv")))
    'a.csv: There is no file a.csv. Check the name.'
    """

    kind: ProblemKind
    place: Place = Place()
    value: str | None = None
    details: Mapping[str, object] = field(default_factory=dict)

    @property
    def code(self) -> str:
        """The stable code of the rule."""
        return self.kind.code

    @property
    def severity(self) -> Severity:
        """Error, question or warning."""
        return self.kind.severity

    @property
    def message(self) -> str:
        """What is wrong, in the language in use."""
        return _(self.kind.message).format(**self._words())

    @property
    def what_to_do(self) -> str:
        """The way out, in the language in use."""
        return _(self.kind.what_to_do).format(**self._words())

    def _words(self) -> dict[str, object]:
        place = {name: value if value is not None else "" for name, value in asdict(self.place).items()}
        return {**place, "value": shorten(self.value or ""), **self.details}

    def where(self) -> str:
        """Return the place in words: file, sheet, row, column, as far as they exist."""
        parts = [self.place.file or "", self.place.sheet or ""]
        parts.append(_("row {row}").format(row=self.place.row) if self.place.row is not None else "")
        parts.append(self._column_in_words())
        return ", ".join(part for part in parts if part)

    def _column_in_words(self) -> str:
        if self.place.column is None and self.place.column_letter is None:
            return ""
        name, letter = self.place.column, self.place.column_letter
        both = f"{name} ({letter})" if name and letter else name or letter
        return _("column {name}").format(name=both)

    def __str__(self) -> str:
        where = self.where()
        return f"{where}: {self.message} {self.what_to_do}" if where else f"{self.message} {self.what_to_do}"

    def as_dict(self) -> dict[str, object]:
        """Return the JSON form of the contract: severity, code, place, value, message, what_to_do."""
        value = None if self.value is None else shorten(self.value)
        return {
            "severity": str(self.severity),
            "code": self.code,
            **asdict(self.place),
            "value": value,
            "message": self.message,
            "what_to_do": self.what_to_do,
        }


def shorten(value: str, length: int = VALUE_LENGTH) -> str:
    """Return at most ``length`` characters of a value that may be anything."""
    return value if len(value) <= length else value[: length - 1] + "…"


def system_words(error: OSError) -> str:
    """Return why the system refused something, in the language in use as far as it is a usual reason.

    >>> system_words(FileNotFoundError(errno.ENOENT, "No such file or directory", "a.csv"))
    'there is no such file or folder'
    """
    usual = _SYSTEM.get(error.errno) if error.errno is not None else None
    return _(usual) if usual else error.strerror or type(error).__name__


class WorkbookError(Exception):
    """Everything this package raises on purpose; says what is wrong and what to do."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems: tuple[Problem, ...] = problems

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


class InputError(WorkbookError):
    """Bad files, rosters or options; nothing was written."""


class DecisionRefused(WorkbookError):  # noqa: N818  a refusal is an answer, not an error
    """A decision that breaks a rule of the method."""


class StoreError(WorkbookError):
    """The store cannot do what was asked; nothing was changed."""


class RenderError(WorkbookError):
    """One participant's workbook could not be made."""


def raise_for(problems: Iterable[Problem], *, questions_too: bool = False) -> None:
    """Raise one `InputError` with every error (and every open question) among ``problems``, if there is any."""
    stops = (Severity.ERROR, Severity.QUESTION) if questions_too else (Severity.ERROR,)
    serious = [problem for problem in problems if problem.severity in stops]
    if serious:
        raise InputError(*serious)
