"""What was decided and stands: one sentence each, and a button that takes it back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import ipywidgets as widgets

from workbook.errors import WorkbookError
from workbook.forms.fold import discard
from workbook.forms.form import mime_bundle
from workbook.forms.shared import FITTING, make
from workbook.forms.style import STYLE_TAG
from workbook.forms.view import Saying, Viewed
from workbook.i18n import _
from workbook.medium import is_static


@dataclass(frozen=True, slots=True)
class Standing:
    """One decision: what kind it is, what it says, and how to take it back."""

    kind: str
    text: str
    take_back: Callable[[], None]


class StandingForm(Saying, Viewed):
    """Lists the decisions that ``list_all`` returns now, each with a button that takes it back."""

    def __init__(self, title: str, nothing: str, list_all: Callable[[], Sequence[Standing]]) -> None:
        self.title = title
        self.nothing = nothing
        self._list_all = list_all

    def _build(self) -> widgets.VBox:
        self.note = make(widgets.HTML)
        self._lines = make(widgets.VBox)
        self._draw()
        view = make(widgets.VBox, [make(widgets.HTML, STYLE_TAG), self._lines, self.note])
        view.add_class("wb-form")
        return view

    def renew(self) -> None:
        """List the decisions as they are now."""
        if self._view is not None:
            self._draw()

    def _draw(self) -> None:
        before = self._lines.children
        found = self._list_all()
        self._lines.children = [self._line(each) for each in found] or [make(widgets.HTML, _paragraph(self.nothing))]
        for line in before:
            discard(line)

    def _line(self, standing: Standing) -> widgets.VBox:
        text = make(widgets.HTML, _paragraph(standing.text, standing.kind))
        label = _("Take back")
        button = make(widgets.Button, description=label, tooltip=f"{label}: {standing.text}", layout=FITTING)
        button.on_click(lambda _button: self.take_back(standing))
        line = make(widgets.VBox, [text, make(widgets.HBox, [button])])
        line.add_class("wb-entry")
        return line

    def take_back(self, standing: Standing) -> None:
        """Take a decision back; what cannot be saved is said."""
        try:
            standing.take_back()
        except WorkbookError as refused:
            self._say(str(refused), "wb-problem")
        else:
            self._say(_("Taken back. The formula decides again."))
            self._draw()

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        return mime_bundle(self.title, self.twin(), None if is_static() else self.view)

    def twin(self) -> str:
        """Return the decisions as HTML to read."""
        found = self._list_all()
        if not found:
            return f'<section class="wb-twin">{_paragraph(self.nothing)}</section>'
        items = "".join(f"<li>{_paragraph(each.text, each.kind)}</li>" for each in found)
        return f'<section class="wb-twin"><ul>{items}</ul></section>'


def _paragraph(text: str, kind: str = "") -> str:
    return f"<p>{f'<strong>{escape(kind)}.</strong> ' if kind else ''}{escape(text)}</p>"
