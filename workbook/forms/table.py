"""Many accounts at once: one line each, with a few fields of the same section to fill in."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import ipywidgets as widgets

from workbook.forms.editor import Editor, FormOptions
from workbook.forms.fold import discard
from workbook.forms.form import mime_bundle
from workbook.forms.grid import grid_row, text_cell
from workbook.forms.inputs import Aid, FieldView
from workbook.forms.keeper import Keeper
from workbook.forms.shared import make
from workbook.forms.status import StatusLine
from workbook.forms.style import STYLE_TAG
from workbook.forms.twin import cell
from workbook.forms.view import Viewed
from workbook.medium import is_static
from workbook.plan.entry import label_with_unit
from workbook.plan.section import described


@dataclass(frozen=True)
class Line:
    """One line: its name, facts to read (one per fact column), and the keeper of its section."""

    name: str
    keeper: Keeper
    facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Columns:
    """The head of the first column, of the fact columns, and the fields to fill in."""

    name: str
    fields: tuple[str, ...]
    facts: tuple[str, ...] = ()


class TableForm(Viewed):
    """A compact table of lines; each line saves its own section by itself."""

    def __init__(self, lines: Sequence[Line], columns: Columns, options: FormOptions | None = None) -> None:
        self.lines = tuple(lines)
        self.columns = columns
        self.editors = [Editor(line.keeper, options or FormOptions()) for line in self.lines]

    def flush(self) -> None:
        """Save now what waits to be saved."""
        for editor in self.editors:
            editor.flush()

    def _build(self) -> widgets.VBox:
        self._grid = make(widgets.VBox)
        self._grid.add_class("wb-grid")
        self._draw()
        status = [StatusLine(self.editors, self._draw).widget] if self.editors else []
        view = make(widgets.VBox, [make(widgets.HTML, STYLE_TAG), self._grid, *status])
        view.add_class("wb-form")
        return view

    def _draw(self) -> None:
        before = self._grid.children
        rows = [self._row(line, editor) for line, editor in zip(self.lines, self.editors, strict=True)]
        self._grid.children = [self._head(), *rows]
        for row in before:
            discard(row)

    def catch_up(self, saved: Collection[str]) -> None:
        """Show what another form of one of these sections has saved."""
        found = [editor.catch_up(saved) for editor in self.editors]
        if any(found) and self._view is not None and self._view.comm is not None:
            self._draw()

    def _head(self) -> widgets.HBox:
        labels = [self.columns.name, *self.columns.facts, *self._field_labels()]
        head = grid_row([text_cell(label) for label in labels])
        head.add_class("wb-grid-head")
        return head

    def _field_labels(self) -> list[str]:
        sections = [(each.draft.section, each.options.currency) for each in self.editors[:1]]
        names = self.columns.fields
        return [label_with_unit(described(section, name), currency) for section, currency in sections for name in names]

    def _row(self, line: Line, editor: Editor) -> widgets.HBox:
        facts = [text_cell(text) for text in line.facts]
        inputs = [_named_input(line, editor, name) for name in self.columns.fields]
        return grid_row([text_cell(line.name), *facts, *inputs])

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        return mime_bundle(self.columns.name, self.twin(), None if is_static() else self.view)

    def twin(self) -> str:
        """Return the table as HTML, with blank lines where a value is missing."""
        labels = [self.columns.name, *self.columns.facts, *self._field_labels()]
        head = "".join(f'<th scope="col">{escape(label)}</th>' for label in labels)
        rows = "".join(self._twin_row(*each) for each in zip(self.lines, self.editors, strict=True))
        table = f'<table class="wb-table"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
        return f'<section class="wb-twin">{table}</section>'

    def _twin_row(self, line: Line, editor: Editor) -> str:
        facts = "".join(f"<td>{escape(text)}</td>" for text in line.facts)
        answers = "".join(cell(editor.draft, name, editor.options.currency) for name in self.columns.fields)
        return f'<tr><th scope="row">{escape(line.name)}</th>{facts}{answers}</tr>'


def _named_input(line: Line, editor: Editor, name: str) -> widgets.Widget:
    """Return an input whose label, line and column, is only heard; who sees the table sees the heads."""
    view = FieldView(editor, described(editor.draft.section, name), name, Aid.NONE)
    view.input.description = view.input.tooltip = f"{line.name}: {view.label}"
    return view.widget
