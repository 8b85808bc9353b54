"""``workbook check``: everything about one export, all at once."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbook.cli.options import option, read_options, reading_options, today, workbook_command
from workbook.i18n import N_, _

if TYPE_CHECKING:
    from workbook.portfolio import Reading


@workbook_command(
    "check", N_("Read an export and show every problem at once, how each column was read, and the fiscal years.")
)
@reading_options
@option("--remember", is_flag=True, help=N_("Keep the answers in cohort.toml, for all files of the cohort."))
def command(file: Path, transactions: Path | None, as_json: bool, remember: bool, **chosen: Any) -> int:
    """Print the reading; exit 0 when there is no error, 2 otherwise."""
    from workbook.cli.cohort_answers import used_in_words
    from workbook.portfolio import read_apart

    file = file if file.name else file.absolute()
    reading = read_apart(file, transactions, options=read_options(file, chosen), today=today())
    kept = [*used_in_words(file), *_kept(file, reading, remember=remember)]
    click.echo(json.dumps(reading.as_dict(), ensure_ascii=False) if as_json else _in_words(file, reading, kept))
    return 0 if reading.ok else 2


def _kept(file: Path, reading: "Reading", *, remember: bool) -> list[str]:
    from workbook.cli import cohort_answers

    fresh = cohort_answers.new_answers(file, reading)
    if remember and reading.ok:
        return cohort_answers.remember(file, fresh) if fresh.as_dict() or not cohort_answers.cohort_of(file) else []
    return cohort_answers.offer(file, fresh) if reading.ok else []


def _in_words(file: Path, reading: "Reading", kept: list[str]) -> str:
    from workbook.cli.owners import beside_roster
    from workbook.cli.reading_words import reading_in_words, verdict

    lines = [*reading_in_words(file, reading), *beside_roster(file, reading), *kept]
    return "\n".join([*lines, *_report(file, reading), "", verdict(reading)])


def _report(file: Path, reading: "Reading") -> list[str]:
    """Every problem goes into a table beside the input; one of an earlier check is brought up to date."""
    from workbook.portfolio.report import report_path, write_problem_report

    if not file.is_file():
        return []
    path = report_path(file)
    if not (reading.problems or path.is_file()):
        return []
    try:
        write_problem_report(reading.problems, path)
    except OSError:
        return ["", _("The list of all problems could not be written beside the file: {file}").format(file=path)]
    return ["", _("All problems as a table for Excel: {file}").format(file=path)]
