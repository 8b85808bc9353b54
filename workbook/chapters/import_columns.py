"""How each column of a list was read, with a choice beside it that says what the column is."""

from collections.abc import Callable
from functools import partial
from html import escape
from typing import Any

import ipywidgets as widgets

from workbook.chapters.field_names import MEASURES, YEARS_BACK, account_fields, field_name, line_fields
from workbook.chapters.intake import Intake
from workbook.forms.fold import Fold
from workbook.forms.grid import grid_row, text_cell
from workbook.forms.shared import make
from workbook.i18n import _, number
from workbook.portfolio.reading import ColumnUse

NOT_USED = ""
Act = Callable[[Callable[[], None]], None]


def columns_view(intake: Intake, act: Act) -> list[widgets.Widget]:
    """Return one line per column that is used, and the others folded; ``act`` makes a change and draws again."""
    uses = intake.reading.uses if intake.reading else ()
    used = [use for use in uses if use.field]
    left = [use for use in uses if not use.field]
    heading = _("How the columns were read")
    title = make(widgets.HTML, f'<p class="wb-group-label">{escape(heading)}</p>')
    shown = [_grid(intake, used, act)] if used else []
    label = _("Columns that are not used ({count})").format(count=number(len(left)))
    fold = Fold(lambda: label, lambda: _grid(intake, left, act))
    if left and intake.reading and intake.reading.portfolio is None:
        # A column that is missed is most likely one of these.
        fold.toggle()
    return [title, *shown, *([fold.widget] if left else [])] if uses else []


def _grid(intake: Intake, uses: list[ColumnUse], act: Act) -> widgets.VBox:
    grid = make(widgets.VBox, [_line(intake, use, act) for use in uses])
    grid.add_class("wb-grid")
    grid.add_class("wb-read")
    return grid


def _line(intake: Intake, use: ColumnUse, act: Act) -> widgets.HBox:
    return grid_row([text_cell(use.header), text_cell(_example(use)), _choice(intake, use, act)])


def _example(use: ColumnUse) -> str:
    if not use.example_text or not use.field:
        return ""
    if use.example_text == use.example_value:
        return use.example_text
    return _("{text} is read as {value}").format(text=use.example_text, value=use.example_value)


def _choice(intake: Intake, use: ColumnUse, act: Act) -> widgets.Dropdown:
    options = line_fields() if use.in_lines else account_fields(_years(intake))
    known = [field for _name, field in options]
    if use.field and use.field not in known:
        options = [*options, (field_name(use.field), use.field)]
    nothing = (_("not used"), NOT_USED) if not use.field else (_("as the list says"), NOT_USED)
    if not use.field or intake.said(use):
        options = [nothing, *options]
    label = _("Meaning of the column {header}").format(header=use.header)
    made = make(widgets.Dropdown, options=options, value=use.field or NOT_USED, description=label, tooltip=label)
    made.observe(lambda change: act(partial(_map, intake, use, change)), names="value")
    return made


def _map(intake: Intake, use: ColumnUse, change: dict[str, Any]) -> None:
    intake.map_column(use, change["new"] or None)


def _years(intake: Intake) -> set[int]:
    book = intake.book
    last = book.calendar.year_of(book.today)
    fields = [use.field.rpartition("_") for use in intake.reading.uses if use.field] if intake.reading else []
    named = {int(year) for measure, _sign, year in fields if measure in MEASURES and year.isdecimal()}
    return {*range(last - YEARS_BACK, last + 1), *named}
