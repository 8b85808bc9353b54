"""The input of one field, with its visible label, its help and the sentence that belongs to it."""

from collections.abc import Callable
from enum import Enum, auto
from html import escape
from typing import Any

import ipywidgets as widgets

from workbook.forms.editor import Editor
from workbook.forms.feedback import told
from workbook.forms.guiding import guide_fold, signs_fold
from workbook.forms.places import place_of
from workbook.forms.shared import make
from workbook.i18n import _
from workbook.plan.entry import example, label_with_unit, show_entry, write_entry
from workbook.plan.fields import FieldDescription, Kind
from workbook.plan.guide import Value
from workbook.plan.guides import SIGNS, guide_of
from workbook.terms import Term

UNKNOWN = ""
WIDE = frozenset({Kind.LONG_TEXT, Kind.CHOICES})


class Aid(Enum):
    """What stands below an input: its help and the questions that help to choose, the questions only, or nothing."""

    ALL = auto()
    QUESTIONS = auto()
    NONE = auto()


class FieldView:
    """One field of an open form; ``widget`` is what is shown."""

    def __init__(self, editor: Editor, description: FieldDescription, path: str, aid: Aid = Aid.ALL) -> None:
        self.editor = editor
        self.description = description
        self.path = path
        self.aid = aid
        self.note: widgets.HTML | None = None
        self.input = _BUILDERS.get(description.kind, _text)(self)
        self.widget = make(widgets.VBox, [self.input])
        self.widget.add_class("wb-field")
        self.widget.add_class(place_of(editor.draft.section, path))
        if description.kind in WIDE:
            self.widget.add_class("wb-full")
        self.below = self._below()
        self.tell(editor.explain(path))
        editor.show(self)

    @property
    def help(self) -> str:
        """The help of the field; nothing in the lines of a table, where it would stand again and again."""
        return self.description.help if self.aid is Aid.ALL else ""

    @property
    def label(self) -> str:
        """The label with its unit."""
        return label_with_unit(self.description, self.editor.options.currency)

    @property
    def text(self) -> str:
        """What stands in a text input: the text that is not valid yet, or the value as it is written."""
        kept = self.editor.draft.typed.get(self.path)
        return kept if kept is not None else write_entry(self.description, self.editor.draft.at(self.path))

    def saved(self) -> None:
        """Show what the check says about the field now."""
        if self.input.comm is not None:
            self.tell(self.editor.explain(self.path))

    def tell(self, sentence: str) -> None:
        """Show ``sentence`` at the field, or else what the check finds here, or the help text when all is well."""
        remark = None if sentence else self.editor.remark(self.path)
        style, text = ("wb-problem", sentence) if sentence else ("wb-help", self.help)
        if remark:
            style, text = f"wb-finding wb-{remark.gravity}", told(remark)
        if text:
            self.note = self.note or make(widgets.HTML)
            self.note.value = f'<p class="{style}">{escape(text)}</p>'
        self.widget.children = (self.input, *((self.note,) if text else ()), *self.below)

    def _below(self) -> tuple[widgets.Widget, ...]:
        """Return the folded questions that help to choose, for the scales that have some."""
        guide, signs = guide_of(self.description), SIGNS.get(self.description.choices or Term)
        if self.aid is Aid.NONE or not (guide or signs):
            return ()
        fold = guide_fold(guide, self._take) if guide else signs_fold(signs or {})
        return (fold.widget,)

    def _take(self, value: Value) -> None:
        self.input.value = str(value) if self.description.typed else value

    def typed(self, change: dict[str, Any]) -> None:
        """Take over what was typed, and write what was understood as people write it."""
        sentence = self.editor.type_in(self.path, change["new"])
        self.tell(sentence)
        if self.description.typed and not sentence and self.input.value != self.text:
            self.input.value = self.text

    def chosen(self, change: dict[str, Any]) -> None:
        """Take over what was chosen; go back to what was there before when it does not fit."""
        value = None if change["new"] == UNKNOWN else change["new"]
        sentence = self.editor.choose(self.path, value)
        self.tell(sentence)
        if sentence:
            self.input.value = self._selected()
            self.tell(sentence)

    def _selected(self) -> Any:
        value = self.editor.draft.at(self.path)
        return UNKNOWN if value is None else value


def _common(view: FieldView) -> dict[str, Any]:
    return {"description": view.label, "tooltip": view.description.help or view.label}


def _text(view: FieldView) -> widgets.Widget:
    names = view.editor.options.suggestions.get(view.description.suggest or "", ())
    kind = widgets.Combobox if names else widgets.Text
    offered: dict[str, Any] = {"options": tuple(names)} if names else {}
    # Numbers and dates are read when they are complete, words while they are typed.
    at_each_key = not view.description.typed
    example_text = example(view.description)
    made = make(
        kind, value=view.text, continuous_update=at_each_key, placeholder=example_text, **offered, **_common(view)
    )
    made.observe(view.typed, names="value")
    return made


def _long_text(view: FieldView) -> widgets.Widget:
    made = make(widgets.Textarea, value=view.text, rows=3, **_common(view))
    made.observe(view.typed, names="value")
    return made


def _select(view: FieldView, options: list[tuple[str, Any]]) -> widgets.Widget:
    value = view._selected()
    known = value if value in [code for _label, code in options] else UNKNOWN
    nothing = _("open") if view.aid is Aid.NONE else _("not answered yet")  # a table has little room
    made = make(widgets.Dropdown, options=[(nothing, UNKNOWN), *options], value=known, **_common(view))
    made.observe(view.chosen, names="value")
    return made


def _choice(view: FieldView) -> widgets.Widget:
    offered, held = view.editor.options.suggestions.get(view.description.suggest or "", ()), view._selected()
    terms = (term for term in view.description.choices or () if not offered or term in offered or term == held)
    return _select(view, [(term.label, term) for term in terms])


def _yes_no(view: FieldView) -> widgets.Widget:
    return _select(view, [(show_entry(view.description, value), value) for value in (True, False)])


def _reference(view: FieldView) -> widgets.Widget:
    """Offer the other entries of the list the field refers to, by number and heading."""
    where = view.description.refers_to or ""
    entries = enumerate(getattr(view.editor.draft.values, where), start=1)
    own = f"{where}.{{}}.".format
    others = [(number, each) for number, each in entries if each.id and not view.path.startswith(own(number - 1))]
    return _select(view, [(f"{number}  {each.heading}".strip(), each.id) for number, each in others])


def _choices(view: FieldView) -> widgets.Widget:
    """Offer every term as a checkbox: several may be true, none is an answer not given yet."""
    held = view.editor.draft.at(view.path)
    terms = list(view.description.choices or ())
    boxes = [make(widgets.Checkbox, value=term in held, description=term.label, indent=False) for term in terms]

    def chosen(_change: dict[str, Any]) -> None:
        picked = tuple(term for term, box in zip(terms, boxes, strict=True) if box.value)
        view.tell(view.editor.choose(view.path, picked))

    for box in boxes:
        box.observe(chosen, names="value")
    group = make(widgets.Box, boxes, layout={"flex_flow": "row wrap"})
    group.add_class("wb-roles")
    label = make(widgets.HTML, f'<span class="wb-group-label">{escape(view.label)}</span>')
    return make(widgets.VBox, [label, group])


_BUILDERS: dict[Kind, Callable[[FieldView], widgets.Widget]] = {
    Kind.LONG_TEXT: _long_text,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.YES_NO: _yes_no,
    Kind.REFERENCE: _reference,
}
