"""A file becomes a text table, by what it contains and not by its name."""

from workbook.portfolio.content import Format, format_of
from workbook.portfolio.delimited import read_delimited
from workbook.portfolio.files import RawFile
from workbook.portfolio.findings import Findings
from workbook.portfolio.header_row import Score
from workbook.portfolio.spreadsheet import read_spreadsheet
from workbook.portfolio.table import Table


def open_table(raw: RawFile, sheet: str | None, score: Score, findings: Findings) -> Table:
    """Return the table in a file; raises `InputError` when there is none or it cannot be trusted."""
    if format_of(raw, findings) is Format.SPREADSHEET:
        return read_spreadsheet(raw.content, sheet, score, findings)
    return read_delimited(raw.content, score, findings)
