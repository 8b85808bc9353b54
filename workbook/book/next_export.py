"""Reading the next export the way the last one was read, so that nothing has to be said twice."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from workbook.book.importing import Decision, question_key
from workbook.errors import Severity
from workbook.portfolio.options import ReadOptions

if TYPE_CHECKING:
    from workbook.book.workbook import Workbook
    from workbook.portfolio.reading import Reading


def read_next_export(
    book: "Workbook", accounts: Path, transactions: Path | None = None, *, said: ReadOptions | None = None
) -> "Reading":
    """Return the accounts of a file, read as the last export was; what is ``said`` now wins.

    Questions that were all confirmed at the last import are not asked again.
    """
    from workbook.portfolio import read_apart

    kept = Decision.of(book.accounts_document()["source"])
    options = _options(book, kept, said or ReadOptions())
    reading = read_apart(accounts, transactions, options=options, today=book.today)
    asked = [problem for problem in reading.problems if problem.severity is Severity.QUESTION]
    if asked and all(question_key(problem) in kept.confirmed for problem in asked):
        known = replace(options, accept=tuple({problem.code for problem in asked}))
        return read_apart(accounts, transactions, options=known, today=book.today)
    return reading


def _options(book: "Workbook", kept: Decision, said: ReadOptions) -> ReadOptions:
    return replace(
        said,
        locale=said.locale or kept.locale,
        preset=said.preset or kept.preset,
        mapping={**_still_meant(book, kept.mapping), **said.mapping},
        sheet=said.sheet or kept.sheet,
        transactions_sheet=kept.transactions_sheet,
        owner=said.owner or kept.owner,
        fiscal_year_start=book.participant.fiscal_year_start,
    )


def _still_meant(book: "Workbook", mapping: Mapping[str, str]) -> dict[str, str]:
    """Return the columns that are read as before: one whose name has no year is another year's in a new fiscal year."""
    from workbook.portfolio.header_parts import parts_of
    from workbook.portfolio.headers import yearly_field

    if book.calendar.year_of(book.today) == book.calendar.year_of(book.calendar.first_day_of_quarter(book.quarter)):
        return dict(mapping)
    return {name: header for name, header in mapping.items() if parts_of(header).year or not yearly_field(name)}
