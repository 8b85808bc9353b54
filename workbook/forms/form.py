"""The form of one section: widgets that save by themselves, and the static twin that stands in for them."""

from collections.abc import Collection
from typing import Any

import ipywidgets as widgets

from workbook.forms.editor import Editor, FormOptions
from workbook.forms.fold import discard
from workbook.forms.keeper import Keeper
from workbook.forms.layout import ItemsView, fields_box
from workbook.forms.shared import make
from workbook.forms.status import StatusLine
from workbook.forms.style import STYLE_TAG
from workbook.forms.twin import twin
from workbook.forms.view import Viewed
from workbook.i18n import _
from workbook.medium import is_static
from workbook.plan.draft import Draft

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


class SectionForm(Viewed):
    """Shows a section for editing; a notebook that is not running shows its static twin instead.

    With the environment variable WORKBOOK_STATIC set, as while a workbook is rendered, no widget is made at all.
    ``place`` is where a self-check leads when there are several forms of a section on a page.
    """

    def __init__(self, keeper: Keeper, options: FormOptions | None = None) -> None:
        self.editor = Editor(keeper, options or FormOptions())
        self.place = ""

    @property
    def draft(self) -> Draft[Any]:
        """The draft as it stands in the form."""
        return self.editor.draft

    @property
    def status(self) -> str:
        """The line that says how safe the draft is: "Saved 10:42", or why not."""
        return self.editor.message

    def flush(self) -> None:
        """Save now what waits to be saved."""
        self.editor.flush()

    def open_entry(self, path: str, number: int) -> None:
        """Open an entry of the list at ``path``, counted from 0; one that cannot be closed is on the screen already."""
        for shown in tuple(self.editor.shown):
            if isinstance(shown, ItemsView) and shown.path == path:
                shown.open(number)

    def redraw(self) -> None:
        """Show the draft as it is, after it was changed from elsewhere."""
        if self._view is not None and self._view.comm is not None:
            self._draw()

    def catch_up(self, saved: Collection[str]) -> None:
        """Show what another form of the same section has saved; two forms of one text are no two texts."""
        if self.editor.catch_up(saved):
            self.redraw()

    def _build(self) -> widgets.VBox:
        self._fields = make(widgets.VBox)
        self._draw()
        status = StatusLine([self.editor], self._draw)
        view = make(widgets.VBox, [make(widgets.HTML, STYLE_TAG), self._fields, status.widget])
        view.add_class("wb-form")
        if self.place:
            view.add_class(self.place)
        return view

    def _draw(self) -> None:
        """Draw the fields anew, after another text was taken over."""
        before = self._fields.children
        self._fields.children = [fields_box(self.editor, self.draft.section)]
        for widget in before:
            discard(widget)

    def twin(self) -> str:
        """Return what is written as HTML, with lines to write on where nothing is."""
        return twin(self.draft.section, self.draft, self.editor.options.currency)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        return mime_bundle(_(self.draft.section.TITLE), self.twin(), None if is_static() else self.view)


def mime_bundle(title: str, html: str, view: widgets.Widget | None) -> dict[str, Any]:
    """Return what a notebook shows of a form: the widgets where they live, the twin everywhere else."""
    bundle: dict[str, Any] = {"text/plain": title, "text/html": html}
    if view is not None:
        bundle[WIDGET_VIEW] = {"version_major": 2, "version_minor": 0, "model_id": view.model_id}
    return bundle
