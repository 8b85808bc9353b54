"""Something folded away behind a button, so that the keyboard reaches it."""

from collections.abc import Callable

import ipywidgets as widgets

from workbook.forms.shared import make
from workbook.i18n import _


class Fold:
    """A button that opens and closes what is below it; the inside is built when it is opened."""

    def __init__(self, title: Callable[[], str], build: Callable[[], widgets.Widget]) -> None:
        self.title = title
        self._build = build
        self.button = make(widgets.Button)
        self.button.on_click(lambda _button: self.toggle())
        self.widget = make(widgets.VBox, [self.button])
        self.widget.add_class("wb-fold")
        self.widget.add_class("wb-full")
        self._label(False)

    @property
    def is_open(self) -> bool:
        """Whether the inside is shown."""
        return len(self.widget.children) > 1

    def toggle(self) -> None:
        """Open what is closed, close what is open; what opens is built anew, so it shows things as they are now."""
        opens = not self.is_open
        before = self.widget.children[1:]
        self.widget.children = (self.button, self._build()) if opens else (self.button,)
        for widget in before:
            discard(widget)
        self._label(opens)

    def relabel(self) -> None:
        """Show the title as it is now."""
        self._label(self.is_open)

    def _label(self, is_open: bool) -> None:
        self.button.description = marked(self.title(), is_open=is_open)
        self.button.tooltip = _("Close") if is_open else _("Open")


def marked(title: str, *, is_open: bool) -> str:
    """Return the title of what can be opened with a mark that says whether it is open.

    >>> marked("Go deeper", is_open=False)
    '► Go deeper'
    """
    return f"{'▼' if is_open else '►'} {title}"


def first_input(widget: widgets.Widget) -> widgets.DOMWidget | None:
    """Return the first thing inside a widget that can be filled in; buttons and texts to read are none."""
    inside = getattr(widget, "children", None)
    if inside is None:
        return None if isinstance(widget, widgets.Button | widgets.HTML) else widget
    return next((found for child in inside if (found := first_input(child))), None)


def discard(widget: widgets.Widget) -> None:
    """Close a widget and everything inside it, so that a long afternoon of opening and closing piles nothing up."""
    for child in getattr(widget, "children", ()):
        discard(child)
    widget.close()
