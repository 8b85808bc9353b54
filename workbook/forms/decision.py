"""A decision against the formula: a few questions and one button; a refusal is shown and keeps everything typed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from html import escape
from threading import get_ident
from typing import Any

import ipywidgets as widgets

from workbook.errors import WorkbookError
from workbook.forms.form import mime_bundle
from workbook.forms.shared import FITTING, make
from workbook.forms.style import STYLE_TAG
from workbook.forms.twin import RULED
from workbook.forms.undecided import Memory, Undecided, Undone
from workbook.forms.view import Saying, Viewed
from workbook.i18n import _
from workbook.medium import is_static
from workbook.plan.characters import cleaned
from workbook.plan.entry import read_day

NOTHING = NO_LINE = ""
MOST_BOXES = 4


class Asked(StrEnum):
    """How a question is answered: by picking one of several, by a line or some lines of text, or by a date."""

    PICK = "pick"
    TEXT = "text"
    LONG = "long"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Ask:
    """One question: its code, its label, what can be picked as (text, code), help, and what stands there at first."""

    code: str
    label: str
    kind: Asked = Asked.TEXT
    options: tuple[tuple[str, str], ...] = ()
    help: str = ""
    start: str = NOTHING


# Text and picks as text, dates as dates, None where nothing was entered.
Answer = str | date | None
Decide = Callable[[Mapping[str, Any]], str]


class DecisionForm(Saying, Viewed):
    """Asks what a decision needs; ``decide`` gets the answers, returns what to say, or refuses with a `WorkbookError`.

    ``ask`` returns the questions as they are now; `renew` brings new things to pick from and keeps what was typed.
    """

    def __init__(self, title: str, button: str, ask: Callable[[], Sequence[Ask]], decide: Decide) -> None:
        self.title = title
        self.inputs: dict[str, Any] = {}
        self._button = button
        self._ask = ask
        self._decide = decide
        self.memory: Memory | None = None

    def _build(self) -> widgets.VBox:
        self._asks = {ask.code: ask for ask in self._ask()}
        self.inputs = {code: input_for(ask) for code, ask in self._asks.items()}
        self.undecided = Undecided(self.memory, self._now, lambda why: self._say(why, "wb-problem"))
        for code, made in self.inputs.items():
            self.undecided.watch(NO_LINE, code, made)
        self.button = make(widgets.Button, description=self._button, tooltip=self.title, layout=FITTING)
        self.button.on_click(lambda _button: self.decide())
        self.note = make(widgets.HTML)
        fields = make(widgets.VBox, [_field(ask, self.inputs[code]) for code, ask in self._asks.items()])
        fields.add_class("wb-columns")
        view = make(widgets.VBox, [make(widgets.HTML, STYLE_TAG), fields, make(widgets.HBox, [self.button]), self.note])
        view.add_class("wb-form")
        return view

    def decide(self) -> None:
        """Make the decision; say that it is made, or why it cannot be made."""
        try:
            said = self._decide(self._answers())
        except (WorkbookError, Unread) as refused:
            self._say(str(refused), "wb-problem")
        else:
            self._clear()
            self._say(said)

    def _now(self) -> Undone:
        answers = answered(self._asks.values(), self.inputs)
        return {NO_LINE: answers} if answers else {}

    def _answers(self) -> dict[str, Answer]:
        return {code: answer_of(self._asks[code], made.value) for code, made in self.inputs.items()}

    def _clear(self) -> None:
        with self.undecided.ours():
            for code, made in self.inputs.items():
                made.value = self._asks[code].start
        self.undecided.keep()

    def renew(self) -> None:
        """Offer what can be picked now; what was picked and typed stays as far as it is still there."""
        if self._view is None:
            return
        with self.undecided.ours():
            for ask in self._ask():
                self._renew_one(ask, self.inputs[ask.code])

    def _renew_one(self, ask: Ask, made: Any) -> None:
        before, self._asks[ask.code] = self._asks[ask.code], ask
        if ask.kind is Asked.PICK and ask.options != before.options:
            picked = _offer(made, _options(ask))
            made.value = picked if picked in [code for _text, code in ask.options] else ask.start
        elif made.value == before.start:
            made.value = ask.start

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        return mime_bundle(self.title, self.twin(), None if is_static() else self.view)

    def twin(self) -> str:
        """Return the questions with lines to write on, and boxes to tick where few things can be picked."""
        fields = "".join(
            f'<div class="wb-field"><dt class="wb-label">{escape(ask.label)}</dt>'
            f'<dd class="wb-answer wb-blank">{blank_for(ask)}</dd></div>'
            for ask in self._ask()
        )
        title = f'<p class="wb-label">{escape(self.title)}</p>'
        return f'<section class="wb-twin">{title}<dl class="wb-fields">{fields}</dl></section>'


class Unread(Exception):  # noqa: N818  a date that cannot be read is an answer, not an error of ours
    """A text that is no date, with the sentence that says so."""


def answer_of(ask: Ask, text: str) -> Answer:
    """Return what an input says as an answer; `Unread` for a text that is no date."""
    clean = cleaned(text)
    if ask.kind is not Asked.DAY or not clean:
        return clean or None
    entry = read_day(clean)
    if entry.value is None:
        raise Unread(f"{ask.label}: {entry.sentence}")
    day: date = entry.value
    return day


def answered(asks: Iterable[Ask], inputs: Mapping[str, Any]) -> dict[str, str]:
    """Return what stands in inputs by the code of their question, without what stood there at first."""
    return {ask.code: inputs[ask.code].value for ask in asks if inputs[ask.code].value != ask.start}


def input_for(ask: Ask, rows: int = 3) -> Any:
    """Return the widget in which a question is answered."""
    words = {"description": ask.label, "tooltip": ask.help or ask.label}
    if ask.kind is Asked.PICK:
        return make(widgets.Dropdown, options=_options(ask), value=ask.start, **words)
    if ask.kind is Asked.LONG:
        return make(widgets.Textarea, value=ask.start, rows=rows, **words)
    return make(widgets.Text, value=ask.start, **words)


def _options(ask: Ask) -> list[tuple[str, str]]:
    # What stands there at first needs no line for "nothing".
    return list(ask.options) if ask.start else [(_("not chosen yet"), NOTHING), *ask.options]


def _offer(made: Any, options: Sequence[tuple[str, str]]) -> str:
    """Offer other options; return what was picked before, or meanwhile: what is offered follows on its own thread."""
    picked, here = [made.value], get_ident()

    def hear(change: dict[str, Any]) -> None:
        if get_ident() != here:
            picked.append(change["new"])

    made.observe(hear, names="value")
    made.options = options
    made.unobserve(hear, names="value")
    return str(picked[-1])


def _field(ask: Ask, made: Any) -> widgets.VBox:
    hint = [make(widgets.HTML, f'<p class="wb-help">{escape(ask.help)}</p>')] if ask.help else []
    field = make(widgets.VBox, [made, *hint])
    field.add_class("wb-field")
    if ask.kind is Asked.LONG:
        field.add_class("wb-full")
    return field


def blank_for(ask: Ask) -> str:
    """Return what stands on paper in place of an answer: boxes to tick, or lines to write on."""
    if 0 < len(ask.options) <= MOST_BOXES:
        return "".join(f'<span class="wb-option">☐ {escape(text)}</span> ' for text, _code in ask.options)
    return RULED * (2 if ask.kind is Asked.LONG else 1)
