"""``workbook check``: everything about one export, all at once."""

import json
from pathlib import Path
from typing import Any

import click

from workbook.cli.options import read_options, reading_options, today, workbook_command
from workbook.i18n import N_


@workbook_command(
    "check", N_("Read an export and show every problem at once, how each column was read, and the fiscal years.")
)
@reading_options
def command(file: Path, transactions: Path | None, as_json: bool, **chosen: Any) -> int:
    """Print the reading; exit 0 when there is no error, 2 otherwise."""
    from workbook.cli.words import reading_in_words
    from workbook.portfolio import read_portfolio

    reading = read_portfolio(file, transactions, options=read_options(chosen), today=today())
    report = reading.as_dict()
    click.echo(json.dumps(report, ensure_ascii=False) if as_json else reading_in_words(file, reading))
    return 0 if report["ok"] else 2
