"""The way into something that may be closed: the page asks the kernel to open it, and goes there once it is open.

A link of a self-check names a place in steps (`forms.places.place_within`). The page writes the steps it does not find
into the hidden input of a `WayIn`; that is empty again when the kernel has opened what it could.
"""

from collections.abc import Callable, Sequence

import ipywidgets as widgets

from workbook.forms.form import SectionForm
from workbook.forms.places import place_of
from workbook.forms.shared import make
from workbook.plan.fields import describe
from workbook.plan.section import Section


class WayIn:
    """Calls ``lead`` with the steps of a place; ``widget`` is never seen."""

    def __init__(self, lead: Callable[[str, Sequence[str]], None]) -> None:
        self._lead = lead
        self.widget = make(widgets.Text)
        self.widget.add_class("wb-way-in")
        self.widget.add_class("wb-hidden")
        self.widget.observe(lambda change: self._go(change["new"]), names="value")

    def _go(self, place: str) -> None:
        if place:
            outer, *inner = place.split()
            self._lead(outer, inner)
            self.widget.value = ""


def field_at(form: SectionForm, steps: Sequence[str]) -> str:
    """Return the name of the field of a form that the steps lead to, "" for a field of another form."""
    section: type[Section] = form.draft.section
    return next((each.name for each in describe(section) if place_of(section, each.name) in steps), "")


def open_entry(form: SectionForm, steps: Sequence[str]) -> None:
    """Open the entry of a list that the steps lead to, where they lead to one."""
    field = field_at(form, steps)
    entry = steps[-1].removeprefix(f"{place_of(form.draft.section, field)}-").partition("-")[0] if field else ""
    if entry.isdigit():
        form.open_entry(field, int(entry))
