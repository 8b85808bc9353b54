"""Things to confirm one by one: each tick is saved at once, and can be taken away again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import ipywidgets as widgets

from workbook.errors import WorkbookError
from workbook.forms.fold import discard
from workbook.forms.form import mime_bundle
from workbook.forms.shared import make
from workbook.forms.style import STYLE_TAG
from workbook.forms.view import Saying, Viewed
from workbook.i18n import _
from workbook.medium import is_static

# A class and not a layout: forms share their layouts.
NOTHING = "wb-nothing"


@dataclass(frozen=True, slots=True)
class Tick:
    """Something to confirm: its code, what it says, whether it is confirmed, and more to know about it."""

    code: str
    text: str
    on: bool = False
    help: str = ""


class TickForm(Saying, Viewed):
    """Shows what can be confirmed; ``save`` gets a code and whether it holds, and may refuse with a `WorkbookError`."""

    def __init__(self, question: str, ticks: Callable[[], Sequence[Tick]], save: Callable[[str, bool], None]) -> None:
        self.question = question
        self.boxes: dict[str, widgets.Checkbox] = {}
        self._ticks = ticks
        self._save = save

    def _build(self) -> widgets.VBox:
        self.note = make(widgets.HTML)
        self._list = make(widgets.VBox)
        question = make(widgets.HTML, f'{STYLE_TAG}<p class="wb-group-label">{escape(self.question)}</p>')
        view = make(widgets.VBox, [question, self._list, self.note])
        view.add_class("wb-form")
        self._draw(view)
        return view

    def _draw(self, view: widgets.VBox) -> None:
        before = self._list.children
        ticks = self._ticks()
        self.boxes = {tick.code: self._box(tick) for tick in ticks}
        self._list.children = [line for tick in ticks for line in (self.boxes[tick.code], *_help(tick))]
        # A heading over nothing would look like something that failed.
        (view.remove_class if ticks else view.add_class)(NOTHING)
        for box in before:
            discard(box)

    def _box(self, tick: Tick) -> widgets.Checkbox:
        box = make(widgets.Checkbox, value=tick.on, description=tick.text, indent=False, layout={"width": "100%"})
        box.observe(lambda change: self._ticked(tick.code, change), names="value")
        return box

    def _ticked(self, code: str, change: dict[str, Any]) -> None:
        if change["new"] == next(tick.on for tick in self._ticks() if tick.code == code):
            return
        try:
            self._save(code, change["new"])
        except WorkbookError as refused:
            change["owner"].value = change["old"]
            self._say(str(refused), "wb-problem")
        else:
            self._say(_("Your choice is saved."))

    def renew(self) -> None:
        """Show what can be confirmed now; boxes that are still right stay as they are."""
        if self._view is None:
            return
        now = {tick.code: tick for tick in self._ticks()}
        if list(now) != list(self.boxes):
            self._draw(self._view)
            return
        for code, tick in now.items():
            self.boxes[code].value = tick.on

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        return mime_bundle(self.question, self.twin(), None if is_static() else self.view)

    def twin(self) -> str:
        """Return the ticks as HTML to read, or to mark with a pen; nothing where there is nothing to confirm."""
        if not (ticks := self._ticks()):
            return ""
        items = "".join(
            f'<li class="wb-choice">{"☒" if tick.on else "☐"} {escape(tick.text)}{_more(tick)}</li>' for tick in ticks
        )
        question = f'<p class="wb-label">{escape(self.question)}</p>'
        return f'<section class="wb-twin">{question}<ul class="wb-choices">{items}</ul></section>'


def _help(tick: Tick) -> list[widgets.HTML]:
    return [make(widgets.HTML, f'<p class="wb-help">{escape(tick.help)}</p>')] if tick.help else []


def _more(tick: Tick) -> str:
    return f' <span class="wb-soft">({escape(tick.help)})</span>' if tick.help else ""
