"""All actions and dates as a spreadsheet: real dates, filters, a frozen header, and no text that could run."""

import io
from datetime import date, datetime, time
from typing import Any

from workbook.book.agenda import Engagement, engagements
from workbook.book.workbook import Workbook
from workbook.errors import shorten
from workbook.i18n import N_, _, language, speaking
from workbook.plan.characters import cleaned

NAME = "actions.xlsx"
MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PRODUCT = "Focus Workbook"
# A cell of a spreadsheet holds no more; a longer text would be cut without a word.
LONGEST_CELL = 32_000
DATE_FORMATS = {"de": "dd.mm.yyyy", "en": "d mmm yyyy"}
# Heading and width in characters.
COLUMNS = (
    (N_("Until when"), 12),
    (N_("Time of day"), 8),
    (N_("Account"), 28),
    (N_("Layer"), 16),
    (N_("What"), 48),
    (N_("Kind"), 24),
    (N_("Who does it"), 22),
    (N_("Whose initiative it is"), 16),
    (N_("How far it is"), 14),
    (N_("Done on"), 12),
)


def action_list(book: Workbook) -> bytes:
    """Return the list of a workbook in its language as XLSX: one row per action, milestone, date and check-in."""
    with speaking(book.language):
        return sheet_of(engagements(book), datetime.combine(book.today, time()))


def sheet_of(listed: "tuple[Engagement, ...]", made: datetime) -> bytes:
    """Return engagements as XLSX in the language in use; ``made`` is when the file says it was made."""
    from xlsxwriter import Workbook as Spreadsheet

    written = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Spreadsheet(written, options) as spreadsheet:
        # Without an author of its own a file carries the one of the library or of the machine.
        spreadsheet.set_properties({"title": _("Actions and dates"), "author": PRODUCT, "created": made})
        sheet = spreadsheet.add_worksheet(_("Actions and dates"))
        _set_up(sheet, spreadsheet, len(listed))
        formats = _formats(spreadsheet)
        for row, each in enumerate(listed, start=1):
            _write_row(sheet, row, _cells(each), formats)
    return written.getvalue()


def _formats(spreadsheet: Any) -> dict[type, Any]:
    plain = {"valign": "top", "text_wrap": True}
    return {
        str: spreadsheet.add_format(plain),
        date: spreadsheet.add_format({**plain, "num_format": DATE_FORMATS[language()], "align": "left"}),
        time: spreadsheet.add_format({**plain, "num_format": "hh:mm", "align": "left"}),
    }


def _set_up(sheet: Any, spreadsheet: Any, rows: int) -> None:
    bold = spreadsheet.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "bottom"})
    for column, (heading, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, _(heading), bold)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(rows, 1), len(COLUMNS) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _cells(each: Engagement) -> tuple[date | time | str | None, ...]:
    item = each.item
    return (
        item.day,
        item.clock,
        each.account,
        each.layer.label if each.layer else "",
        item.title,
        item.kind,
        item.owner,
        item.initiator.label if item.initiator else "",
        item.status.label if item.status else "",
        item.done_on,
    )


def _write_row(sheet: Any, row: int, cells: tuple[date | time | str | None, ...], formats: dict[type, Any]) -> None:
    for column, value in enumerate(cells):
        if isinstance(value, date | time):
            sheet.write_datetime(row, column, value, formats[type(value)])
        elif value:
            # As a string, whatever it begins with: "=" would otherwise be a live formula.
            sheet.write_string(row, column, shorten(cleaned(value), LONGEST_CELL), formats[str])
