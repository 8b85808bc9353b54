"""What if: a slider and two lists that redraw pyramid and table without storing, and a button that keeps them."""

import threading
from base64 import b64encode
from html import escape
from typing import Any

import ipywidgets as widgets
from markupsafe import Markup

from workbook.book import Workbook
from workbook.chapters.acting import decide
from workbook.chapters.following import Follower
from workbook.chapters.layers import pyramid
from workbook.chapters.opening import followed
from workbook.chapters.panels import note
from workbook.chapters.prospect_choice import candidates
from workbook.chapters.trial import NOBODY, Setting, first_twenty, summary, tried, variants
from workbook.errors import WorkbookError
from workbook.focus.reasons import score_in_words
from workbook.focus.tiering import Tiering
from workbook.forms.debounce import Debounce
from workbook.forms.shared import FITTING, make
from workbook.forms.style import STYLE_TAG
from workbook.forms.view import Saying, Viewed
from workbook.i18n import _
from workbook.terms import PotentialBasis

# Short enough to follow the hand, long enough that dragging does not draw a pyramid for every step.
PAUSE = 0.1
STEP = 0.05


def what_if(book: Workbook) -> Follower:
    """Return the trial of other settings; it starts from what is stored, and follows it."""
    piece = WhatIf(book)
    followed(book, piece)
    return piece


class WhatIf(Saying, Viewed, Follower):
    """Weight, potential basis and prospect to try out; on paper a table of what other settings would give."""

    def __init__(self, book: Workbook) -> None:
        super().__init__(lambda: book.tiering)
        self.book = book
        self._touched = self._renewing = False
        self._pause = Debounce(self.draw, PAUSE)
        self._drawing = threading.Lock()

    @property
    def html(self) -> Markup:
        """What other settings would give, as a table."""
        return variants(self.book).html

    @property
    def setting(self) -> Setting:
        """The setting on the screen."""
        return Setting(round(self.weight.value, 2), PotentialBasis[self.basis.value], self.prospect.value)

    def _build(self) -> widgets.VBox:
        self._make_controls()
        self.note, self.result = make(widgets.HTML), make(widgets.HTML)
        self.scale.value = _scale_in_words(self.weight.value)
        hint = note(_("Move the slider or choose something else: pyramid and table appear here."))
        self.result.value = str(hint.html)
        for control in (self.weight, self.basis, self.prospect):
            control.add_class("wb-field")
            control.observe(self._turned, names="value")
        return make(widgets.VBox, [self._form(), self.result])

    def _form(self) -> widgets.VBox:
        keep, reset = _button(_("Keep this setting"), self.keep), _button(_("Back to what is stored"), self.reset)
        controls = [self.weight, self.scale, self.basis, self.prospect, make(widgets.HBox, [keep, reset]), self.note]
        form = make(widgets.VBox, [make(widgets.HTML, STYLE_TAG), *controls])
        form.add_class("wb-form")
        return form

    def _make_controls(self) -> None:
        stored = Setting.stored(self.book)
        weight, basis, prospect = _("Weight of revenue"), _("Potential"), _("Prospect")
        self.weight = make(
            widgets.FloatSlider, value=stored.weight, min=0, max=1, step=STEP, description=weight, tooltip=weight,
            readout=False, layout={"width": "100%", "height": "44px"},
        )  # fmt: skip
        self.scale = make(widgets.HTML)
        bases = [(each.label, each.name) for each in PotentialBasis]
        self.basis = make(widgets.Dropdown, options=bases, value=stored.basis.name, description=basis, tooltip=basis)
        self.prospect = make(
            widgets.Dropdown, options=self._prospects(), value=stored.prospect, description=prospect, tooltip=prospect
        )

    def _prospects(self) -> list[tuple[str, str]]:
        known = [(each.name, each.code) for each in candidates(self.book)]
        gone = [code for code in self.book.decisions.prospect if code not in [each for _name, each in known]]
        return [(_("the proposal of the formula"), NOBODY), *known, *((code, code) for code in gone)]

    def _turned(self, change: dict[str, Any]) -> None:
        # What follows the store is drawn once, at the end, and not for each control.
        if self._renewing:
            return
        self._touched = True
        self._pause.touch()
        if change["owner"] is not self.weight:  # a list is chosen from once, nobody drags it
            self._pause.flush()

    def flush(self) -> None:
        """Draw now what waits to be drawn."""
        self._pause.flush()

    def draw(self) -> None:
        """Show what the setting on the screen gives; a setting that cannot be is explained."""
        with self._drawing:
            self.scale.value = _scale_in_words(self.weight.value)
            try:
                after = tried(self.book, self.setting)
            except WorkbookError as refused:
                self._say(str(refused), "wb-problem")
            else:
                self.result.value = _result(self.book.tiering, after)

    def keep(self) -> None:
        """Store the setting on the screen."""
        setting = self.setting
        try:
            decide(self.book, setting.decisions(self.book), setting.rules(self.book))
        except WorkbookError as refused:
            self._say(str(refused), "wb-problem")
        else:
            self._say(_("This setting is stored. All tables and pictures use it now."))

    def reset(self) -> None:
        """Go back to the stored setting."""
        self._show(Setting.stored(self.book))
        self._say(_("This is what is stored."))

    def renew(self) -> None:
        """Start again from what is stored now."""
        if self._view is None:
            return
        self._renewing = True
        options = self._prospects()
        if list(self.prospect.options) != options:
            self.prospect.options = options
        self._show(Setting.stored(self.book))
        self._renewing = False
        if self._touched:
            self.draw()

    def _show(self, setting: Setting) -> None:
        self.weight.value, self.basis.value = setting.weight, setting.basis.name
        self.prospect.value = setting.prospect


def _scale_in_words(weight: float) -> str:
    return f'<p class="wb-help">{escape(score_in_words(weight))}</p>'


def _result(before: Tiering, after: Tiering) -> str:
    return f"{summary(before, after).html}{_picture(after)}{first_twenty(before, after).html}"


def _picture(tiering: Tiering) -> str:
    # Only the outlines: a picture that lives for a second needs no second drawing for paper.
    shown = pyramid(tiering)
    source = "data:image/svg+xml;base64," + b64encode(shown.svg()).decode("ascii")
    return f'<figure class="wb-picture"><img src="{source}" alt="{escape(shown.alternative)}"></figure>'


def _button(description: str, act: Any) -> widgets.Button:
    button = make(widgets.Button, description=description, tooltip=description, layout=FITTING)
    button.on_click(lambda _button: act())
    return button
