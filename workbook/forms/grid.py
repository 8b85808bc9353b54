"""Rows of a table that is made of widgets: a name, words and inputs beside each other."""

from collections.abc import Sequence
from html import escape

import ipywidgets as widgets

from workbook.forms.shared import make


def grid_row(cells: Sequence[widgets.Widget]) -> widgets.HBox:
    """Return cells as one row of the table."""
    row: widgets.HBox = make(widgets.HBox, list(cells))
    row.add_class("wb-grid-row")
    return row


def text_cell(text: str, style: str = "") -> widgets.HTML:
    """Return plain text as a cell.

    >>> text_cell("Müller & Söhne").value
    '<span class="">Müller &amp; Söhne</span>'
    """
    cell: widgets.HTML = make(widgets.HTML, f'<span class="{style}">{escape(text)}</span>')
    return cell
