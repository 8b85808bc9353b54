"""Widgets share what is equal, so that long forms open quickly."""

import ipywidgets as widgets

from workbook.forms.editor import FormOptions
from workbook.forms.keeper import MemoryKeeper
from workbook.forms.shared import FITTING, make
from workbook.forms.table import Columns, Line, TableForm
from workbook.plan.account_facts import AccountFacts
from workbook.plan.draft import Draft


def test_equal_layouts_and_styles_are_one() -> None:
    """Two inputs share both; a button that fits has a layout of its own."""
    first, second = make(widgets.Text, value="a"), make(widgets.Text, value="b")
    assert (first.layout is second.layout, first.style is second.style) == (True, True)
    assert make(widgets.Button, layout=FITTING).layout is not first.layout


def test_a_table_of_twenty_accounts_needs_few_widgets() -> None:
    """Per line: the row, name, one fact, and for each of three fields the input and its box."""
    before = len(widgets.widgets.widget._instances)
    lines = [Line(str(number), MemoryKeeper(Draft(AccountFacts())), ("1",)) for number in range(20)]
    fields = ("additional_potential", "potential_source", "potential_confidence")
    form = TableForm(lines, Columns("Account", fields, ("Revenue",)), FormOptions(delay=60))
    assert form.view.children
    assert len(widgets.widgets.widget._instances) - before < 20 * 10
