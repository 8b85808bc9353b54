"""Pick one of several candidates, with the facts that help to decide beside each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import ipywidgets as widgets

from workbook.errors import WorkbookError
from workbook.forms.form import mime_bundle
from workbook.forms.shared import make
from workbook.forms.style import STYLE_TAG
from workbook.forms.view import Saying, Viewed
from workbook.i18n import _
from workbook.medium import is_static

MOST_BUTTONS = 6
NOBODY = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that can be picked: its code, its name, and facts as (label, text) pairs."""

    code: str
    name: str
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """A question, what can be picked, what is picked now (None: nothing yet), and how to call no choice."""

    question: str
    candidates: Sequence[Candidate]
    chosen: str | None = None
    nobody: str = ""


class ChoiceForm(Saying, Viewed):
    """Shows a choice; ``save`` gets the code that was picked (None: nobody) and may refuse with a `WorkbookError`."""

    def __init__(self, choice: Choice, save: Callable[[str | None], None]) -> None:
        self.choice = choice
        self.chosen = choice.chosen
        self._save = save

    def _build(self) -> widgets.VBox:
        options = [(self.choice.nobody or _("not chosen yet"), NOBODY)]
        options += [(each.name, each.code) for each in self.choice.candidates]
        kind = widgets.RadioButtons if len(options) <= MOST_BUTTONS else widgets.Dropdown
        known = self.chosen if self.chosen in [code for _name, code in options] else NOBODY
        self.input = kind(
            options=options, value=known, description=self.choice.question, tooltip=self.choice.question,
            style={"description_width": "initial"},
        )  # fmt: skip
        self.input.observe(self._picked, names="value")
        self.note = make(widgets.HTML)
        view = make(widgets.VBox, [make(widgets.HTML, STYLE_TAG + facts_table(self.choice)), self.input, self.note])
        view.add_class("wb-form")
        return view

    def _picked(self, change: dict[str, Any]) -> None:
        code = None if change["new"] == NOBODY else change["new"]
        if code == self.chosen:
            return
        try:
            self._save(code)
        except WorkbookError as refused:
            self._say(str(refused), "wb-problem")
            self.input.value = self.chosen or NOBODY
        else:
            self.chosen = code
            self._say(_("Your choice is saved."))

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        return mime_bundle(self.choice.question, self.twin(), None if is_static() else self.view)

    def twin(self) -> str:
        """Return the choice as HTML to read, or to mark with a pen."""
        marks = ((each, "☒" if each.code == self.chosen else "☐") for each in self.choice.candidates)
        items = "".join(f'<li class="wb-choice">{mark} {escape(each.name)}</li>' for each, mark in marks)
        marked = f'<p class="wb-label">{escape(self.choice.question)}</p><ul class="wb-choices">{items}</ul>'
        return f'<section class="wb-twin">{facts_table(self.choice)}{marked}</section>'


def facts_table(choice: Choice) -> str:
    """Return the candidates and their facts as an HTML table; empty when there are no facts."""
    labels = [label for label, _text in choice.candidates[0].facts] if choice.candidates else []
    if not labels:
        return ""
    head = "".join(f'<th scope="col">{escape(label)}</th>' for label in ["", *labels])
    rows = "".join(_facts_row(each) for each in choice.candidates)
    return f'<table class="wb-table"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _facts_row(candidate: Candidate) -> str:
    cells = "".join(f"<td>{escape(text)}</td>" for _label, text in candidate.facts)
    return f'<tr><th scope="row">{escape(candidate.name)}</th>{cells}</tr>'
