"""What was decided about a file, so that the next file of the same kind need not be asked about again."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from workbook.errors import Problem, Severity
from workbook.portfolio.reading import Reading


@dataclass(frozen=True)
class Decided:
    """The answers that hold for the next file too; None or empty where nothing was decided.

    A confirmed reading is kept as what it says (a number style, a column, a sheet), never as "yes to all questions of
    this kind"; only what cannot be named, such as a totals row, is kept in ``accept``.
    """

    locale: str | None = None
    preset: str | None = None
    sheet: str | None = None
    transactions_sheet: str | None = None
    owner_column: str | None = None
    mapping: dict[str, str] = field(default_factory=dict)
    accept: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, object]:
        """Return what was decided, by name; nothing where nothing was."""
        return {name: value for name, value in vars(self).items() if value}


def decided(reading: Reading) -> Decided:
    """Return what the options said and what was confirmed with yes."""
    options = reading.options
    confirmed = list(_confirmed(reading))
    codes = {problem.code for problem in confirmed}
    return Decided(
        locale=options.locale or (reading.locale if "number_style_asked" in codes else None),
        preset=options.preset,
        sheet=options.sheet or _sheet(confirmed, reading, lines=False),
        transactions_sheet=options.transactions_sheet or _sheet(confirmed, reading, lines=True),
        owner_column=options.owner_column,
        mapping={**_columns(confirmed), **options.mapping},
        accept=tuple(sorted({*options.accept, *(codes - {"number_style_asked", "mapping_asked", "sheet_asked"})})),
    )


def _confirmed(reading: Reading) -> Iterator[Problem]:
    for problem in reading.problems:
        if problem.severity is Severity.QUESTION and reading.options.yes:
            yield problem


def _columns(confirmed: list[Problem]) -> dict[str, str]:
    asked = [problem for problem in confirmed if problem.code == "mapping_asked"]
    return {str(problem.details["field"]): problem.place.column or "" for problem in asked}


def _sheet(confirmed: list[Problem], reading: Reading, *, lines: bool) -> str | None:
    for problem in confirmed:
        if problem.code == "sheet_asked" and (problem.place.file != reading.accounts_file) == lines:
            return str(problem.details["sheet"])
    return None
