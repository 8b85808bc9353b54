"""Entries of a list as a table: core fields as columns, labels and words from the one description of each field."""

from collections.abc import Sequence

from workbook.chapters.panels import Column, Panel, table
from workbook.plan.entry import show_entry
from workbook.plan.fields import describe
from workbook.plan.section import Item


def entries_table(entries: Sequence[Item], currency: str) -> Panel:
    """Return the core fields of entries, one row each; entries must not be empty."""
    fields = [each for each in describe(type(entries[0])) if each.core]
    rows = ([show_entry(each, getattr(entry, each.name), currency) for each in fields] for entry in entries)
    return table([Column(each.label) for each in fields], rows)
