"""Forms that several cells and chapters write to: one per section and workbook, so that nobody overwrites anybody."""

from collections.abc import Callable
from typing import Any
from weakref import WeakKeyDictionary

import ipywidgets as widgets
from markupsafe import Markup

from workbook.book import Workbook
from workbook.chapters.following import Follower
from workbook.chapters.opening import followed, section_form
from workbook.chapters.pieces import printed
from workbook.forms.form import SectionForm
from workbook.plan.section import Section

_forms: WeakKeyDictionary[Workbook, dict[str, SectionForm]] = WeakKeyDictionary()


def shared_form(book: Workbook, section: type[Section]) -> SectionForm:
    """Return the form of a section that exists once; the same one for everybody who asks."""
    forms = _forms.setdefault(book, {})
    if section.KEY not in forms:
        forms[section.KEY] = section_form(book, section)
    return forms[section.KEY]


class Redrawn(Follower):
    """A form that is drawn anew, with everything typed in it, when what ``watch`` returns has changed."""

    def __init__(self, form: SectionForm, prepare: Callable[[], Any], watch: Callable[[], object]) -> None:
        super().__init__(watch)
        self.form = form
        self._prepare = prepare
        prepare()

    @property
    def html(self) -> Markup:
        """The form, printed."""
        return printed(self.form)

    @property
    def view(self) -> widgets.VBox:
        """The form, alive."""
        return self.form.view

    def renew(self) -> None:
        """Draw the fields with what can be chosen now."""
        self._prepare()
        self.form.redraw()


def redrawn(book: Workbook, form: SectionForm, prepare: Callable[[], Any], watch: Callable[[], object]) -> Follower:
    """Return a form that follows what is saved; ``prepare`` brings what can be chosen up to date."""
    return followed(book, Redrawn(form, prepare, watch))
