"""Earlier texts of a section, day by day: to read, and to go on with one of them."""

from collections.abc import Callable
from datetime import date
from html import escape
from itertools import groupby
from operator import itemgetter
from typing import Any

import ipywidgets as widgets

from workbook.errors import WorkbookError
from workbook.forms.editor import Editor
from workbook.forms.fold import Fold
from workbook.forms.shared import FITTING, make
from workbook.forms.twin import twin
from workbook.i18n import _, day
from workbook.plan.draft import Draft

# Forms save at every pause in typing; of one day the last texts are enough.
SHOWN_PER_DAY = 5


class Earlier:
    """A fold below a form with one fold for each day on which something else stood there, the newest first.

    ``redraw`` is called when the rep goes on with an earlier text.
    """

    def __init__(self, editor: Editor, redraw: Callable[[], None]) -> None:
        self._editor = editor
        self._redraw = redraw
        self._fold = Fold(lambda: _("Earlier versions"), self._days)
        self.widget = self._fold.widget

    def _days(self) -> widgets.Widget:
        try:
            days = groupby(self._editor.earlier(), key=itemgetter(0))
            folds = [self._day(each, [draft for _day, draft in texts]) for each, texts in days]
        except WorkbookError as refused:
            return make(widgets.HTML, f'<p class="wb-problem">{escape(str(refused))}</p>')
        words = _("There is no other version.")
        nothing = make(widgets.HTML, f'<p class="wb-help">{escape(words)}</p>')
        return make(widgets.VBox, folds or [nothing])

    def _day(self, written: date, drafts: list[Draft[Any]]) -> widgets.Widget:
        shown = drafts[:SHOWN_PER_DAY]
        title = day(written)
        return Fold(lambda: title, lambda: make(widgets.VBox, [self._text(each) for each in shown])).widget

    def _text(self, draft: Draft[Any]) -> widgets.Widget:
        text = make(widgets.HTML, twin(draft.section, draft, self._editor.options.currency))
        button = make(widgets.Button, description=_("Go on with this text"), layout=FITTING)
        button.on_click(lambda _button: self._take(draft))
        box = make(widgets.VBox, [text, button])
        box.add_class("wb-earlier")
        return box

    def _take(self, draft: Draft[Any]) -> None:
        self._editor.take_back(draft)
        self._fold.toggle()
        self._redraw()
