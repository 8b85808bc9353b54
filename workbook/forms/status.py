"""The line below a form: how safe the text is, and what to do when it is not."""

from collections.abc import Callable, Sequence
from functools import cached_property
from html import escape
from typing import Any

import ipywidgets as widgets

from workbook.forms.earlier import Earlier
from workbook.forms.editor import Editor, State
from workbook.forms.shared import FITTING, make
from workbook.forms.twin import twin
from workbook.i18n import _
from workbook.plan.draft import Draft


class StatusLine:
    """Says how safe the drafts of one or several editors are; offers another try, or the choice between two texts.

    ``redraw`` is called when the text of another window was taken over.
    """

    def __init__(self, editors: Sequence[Editor], redraw: Callable[[], None]) -> None:
        self._editors = editors
        self._redraw = redraw
        self._text = make(widgets.HTML)
        self._retry = _button(_("Try again"), _("Save once more"), self.retry)
        self._undo = _button(_("Undo"), _("Go back to the text before the last save"), self.undo)
        self._latest = editors[0]
        self.widget = make(widgets.VBox, [self._text])
        self.widget.add_class("wb-saving")
        for editor in editors:
            editor.listen(self.draw)
        self.draw(editors[0])

    def retry(self) -> None:
        """Save once more what could not be saved."""
        for editor in self._failed():
            editor.save()

    def undo(self) -> None:
        """Go back to the text before the last save."""
        self._latest.undo()
        self._redraw()

    def draw(self, changed: Editor) -> None:
        """Show what is not saved yet, or else the latest news of the editor that has just changed."""
        self._latest, failed = changed, self._failed()
        shown = failed[0] if failed else changed
        style = "wb-status wb-status-failed" if failed else "wb-status"
        self._text.value = f'<p class="{style}" role="status">{escape(shown.message)}</p>'
        self.widget.children = (self._text, *self._ways_out(failed))

    def _failed(self) -> list[Editor]:
        return [editor for editor in self._editors if editor.state is State.FAILED]

    def _ways_out(self, failed: list[Editor]) -> list[widgets.Widget]:
        conflict = next((editor for editor in failed if editor.other), None)
        if conflict:
            return [self._both_texts(conflict)]
        if failed:
            return [self._retry]
        undo = [self._undo] if self._latest.can_undo else []
        # Where many lines share one form, undo goes back; a list of days for each of them would be a second form.
        return [*undo, self._earlier.widget] if len(self._editors) == 1 and self._latest.has_earlier else undo

    @cached_property
    def _earlier(self) -> Earlier:
        # Made when it is first shown: what is never on the screen is never closed with it.
        return Earlier(self._editors[0], self._redraw)

    def _both_texts(self, editor: Editor) -> widgets.Widget:
        """Show the own text and the other one side by side, each with the button that keeps it."""
        mine = _column(_("Your text"), editor, editor.draft, _button(_("Keep my text"), "", editor.overrule))
        take = _button(_("Take the other text"), "", lambda: self._take_other(editor))
        other = _column(_("Saved in the other window"), editor, editor.other, take)
        both = make(widgets.HBox, [mine, other])
        both.add_class("wb-conflict")
        return both

    def _take_other(self, editor: Editor) -> None:
        editor.take_other()
        self._redraw()


def _column(title: str, editor: Editor, draft: Draft[Any] | None, button: widgets.Button) -> widgets.VBox:
    text = twin(editor.draft.section, draft or editor.draft, editor.options.currency)
    return make(widgets.VBox, [make(widgets.HTML, f"<p><strong>{escape(title)}</strong></p>{text}"), button])


def _button(description: str, tooltip: str, act: Callable[[], None]) -> widgets.Button:
    button = make(widgets.Button, description=description, tooltip=tooltip or description, layout=FITTING)
    button.on_click(lambda _button: act())
    return button
