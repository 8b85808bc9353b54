"""Help me choose: the questions of a guide below the scale they lead to."""

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

import ipywidgets as widgets

from workbook.forms.fold import Fold
from workbook.forms.shared import FITTING, make
from workbook.i18n import _
from workbook.plan.guide import OPEN, Guide, Value
from workbook.terms import Term

ANSWERS = {"": None, "yes": True, "no": False}


class GuideView:
    """The questions of a guide, the value they lead to, and a button that takes it over; ``take`` gets the value."""

    def __init__(self, guide: Guide, take: Callable[[Value], None]) -> None:
        self.guide = guide
        self.value: Value | None = None
        self._take = take
        self.questions = [_question(text) for text in guide.questions]
        self.result = make(widgets.HTML)
        self.button = make(widgets.Button, description=_("Take over"), tooltip=_("Use this value"), layout=FITTING)
        self.button.on_click(lambda _button: self._take_over())
        self.widget = make(widgets.VBox, self.questions)
        self.widget.add_class("wb-guide")
        for question in self.questions:
            question.observe(self._answered, names="value")

    def _answered(self, _change: dict[str, Any]) -> None:
        self.value = self.guide.value(tuple(ANSWERS[question.value] for question in self.questions))
        if self.value is None:
            self.widget.children = self.questions
            return
        self.result.value = f'<p class="wb-help" role="status">{escape(_led_to(self.value))}</p>'
        self.widget.children = [*self.questions, self.result, self.button]

    def _take_over(self) -> None:
        if self.value is not None:
            self._take(self.value)


def _led_to(value: Value) -> str:
    if value == OPEN:
        return _("Your answers lead to an open question: nobody of you knows it yet. Take over the question mark.")
    label = value.label if isinstance(value, Term) else str(value)
    return _("Your answers lead to: {value}. You may choose another value.").format(value=label)


def signs_fold(signs: Mapping[Term, str]) -> Fold:
    """Return the sign by which each term is recognised, folded away until it is wanted."""
    lines = "".join(f"<dt>{escape(term.label)}</dt><dd>{escape(_(sign))}</dd>" for term, sign in signs.items())
    text = f'<dl class="wb-signs">{lines}</dl>'
    return Fold(lambda: _("Help me choose"), lambda: make(widgets.HTML, text))


def _question(text: str) -> widgets.Dropdown:
    options = [(_("not answered yet"), ""), (_("yes"), "yes"), (_("no"), "no")]
    return make(widgets.Dropdown, options=options, description=text, tooltip=text)


def guide_fold(guide: Guide, take: Callable[[Value], None]) -> Fold:
    """Return the questions of a guide, folded away until they are wanted."""
    return Fold(lambda: _("Help me choose"), lambda: GuideView(guide, take).widget)
