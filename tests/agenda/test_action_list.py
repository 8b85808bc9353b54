"""The spreadsheet of actions, read back by two readers that did not write it."""

import io
import re
import zipfile
from datetime import date, time

import openpyxl
import python_calamine

from tests.agenda.conftest import HOSTILE, NEXT, plan, save
from workbook.book import Workbook
from workbook.book.action_list import action_list
from workbook.plan.action import Action


def _sheet(data: bytes) -> "openpyxl.worksheet.worksheet.Worksheet":
    return openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]


def test_dates_are_dates(full_book: Workbook) -> None:
    """Both openpyxl and calamine read days as days and times as times; nine rows in the order of their days."""
    data = action_list(full_book)
    sheet = _sheet(data)
    days = [row[0].value for row in sheet.iter_rows(min_row=2)]
    assert days == sorted(days)
    assert days[1].date() == date(2026, 2, 12)
    read = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    assert [row[0] for row in read[1:]] == [day.date() for day in days]
    assert (read[1][4], len(read)) == ("My commitment: plan two hours", 10)
    assert time(14, 0) in [row[1] for row in read]


def test_header_is_frozen_and_filtered(full_book: Workbook) -> None:
    """The first row stays in sight and every column has a filter."""
    sheet = _sheet(action_list(full_book))
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:J10")
    assert [cell.value for cell in sheet[1]][:5] == ["Until when", "Time of day", "Account", "Layer", "What"]


def test_undated_actions_stand_at_the_end(book: Workbook) -> None:
    """An action without a date is no secret: its cell is empty."""
    save(
        book, plan(Action(id="a", what="Some day"), Action(id="b", what="Soon", due=date(2026, 2, 1))), account_id=NEXT
    )
    rows = [(row[0].is_date, row[4].value) for row in _sheet(action_list(book)).iter_rows(min_row=2)]
    assert rows == [(True, "Soon"), (False, "Some day")]


def test_no_text_is_a_formula(book: Workbook) -> None:
    """Text that begins like a formula or an address is written as a string; the file holds no formula and no link."""
    texts = (HOSTILE, "=HYPERLINK(1)", "+1", "-1", "@a", "https://example.org", "{=1}", "_x000D_", "\x00\x1b<b>")
    save(book, plan(*(Action(id=f"a{n}", what=text, owner=text) for n, text in enumerate(texts))), account_id=NEXT)
    data = action_list(book)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        xml = "".join(archive.read(name).decode() for name in archive.namelist())
    assert not re.search(r"<f[ >]|<hyperlink", xml)
    cells = [cell for row in _sheet(data).iter_rows(min_row=2) for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert "=HYPERLINK(1)" in [cell.value for cell in cells]


def test_file_says_nothing_about_the_machine(full_book: Workbook) -> None:
    """Author and times are ours, not those of a library, a user or a clock."""
    properties = openpyxl.load_workbook(io.BytesIO(action_list(full_book))).properties
    assert (properties.creator, properties.created.isoformat()) == ("Focus Workbook", "2026-01-15T00:00:00")
    assert action_list(full_book) == action_list(full_book)


def test_empty_list_has_a_header(book: Workbook) -> None:
    """Nothing planned: a sheet with its header and a filter that Excel opens."""
    sheet = _sheet(action_list(book))
    assert (sheet.max_row, sheet.auto_filter.ref) == (1, "A1:J2")
