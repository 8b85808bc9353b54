"""What every form does with its widgets: make them when they are first asked for, and say below them how it went."""

from html import escape
from typing import Protocol

import ipywidgets as widgets


class Viewed:
    """Something with widgets; they are made by ``_build`` when they are first asked for, so that a page opens soon."""

    _view: widgets.VBox | None = None

    @property
    def view(self) -> widgets.VBox:
        """The widgets; made when they are first asked for."""
        if self._view is None:
            self._view = self._build()
        return self._view

    def _build(self) -> widgets.VBox:
        raise NotImplementedError


class Attentive(Protocol):
    """A part of a form that shows what follows from a save."""

    def saved(self) -> None:
        """Show what is so now."""


class Saying:
    """Something that says a sentence in its line ``note``; ``status`` is the sentence as text."""

    note: widgets.HTML
    status = ""

    def _say(self, sentence: str, style: str = "wb-status") -> None:
        self.status = sentence
        self.note.value = f'<p class="{style}" role="status">{escape(sentence)}</p>' if sentence else ""
