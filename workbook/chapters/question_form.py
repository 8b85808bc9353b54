"""The open questions of one account: who finds out, and until when; a question goes as soon as it is answered."""

from collections.abc import Callable
from html import escape

import ipywidgets as widgets

from workbook.book import Workbook
from workbook.book.plans import questions_about
from workbook.chapters.opening import form_options
from workbook.chapters.written import asked_anywhere
from workbook.forms.editor import Editor
from workbook.forms.fold import discard
from workbook.forms.grid import grid_row, text_cell
from workbook.forms.inputs import Aid, FieldView
from workbook.forms.shared import make, show_if
from workbook.forms.status import StatusLine
from workbook.i18n import _
from workbook.plan.draft import Draft
from workbook.plan.open_questions import OpenQuestions, brought_up_to_date, question_id
from workbook.plan.questions import Asked
from workbook.plan.section import described
from workbook.plan.whole_plan import Drafts

FIELDS = ("owner", "due")


class QuestionForm:
    """One line for each question mark in the plan of an account; ``plan`` returns the parts as they stand."""

    def __init__(self, book: Workbook, account_id: str, plan: Callable[[], Drafts]) -> None:
        self.book = book
        self.account_id = account_id
        self.plan = plan
        self.editor = Editor(book.keeper(OpenQuestions), form_options(book))
        self.shown: tuple[Asked, ...] | None = None
        self.lines = make(widgets.VBox)
        self.lines.add_class("wb-grid")
        self.status = StatusLine([self.editor], self._draw)
        self.view = make(widgets.VBox, [make(widgets.HTML, self._heading()), self.lines, self.status.widget])
        self.view.add_class("wb-form")
        self.renew()

    def _heading(self) -> str:
        title = _("Open questions of this account")
        text = _("A question mark in any field makes one. It goes as soon as the field has an answer.")
        return f'<p class="wb-group-label">{escape(title)}</p><p class="wb-help">{escape(text)}</p>'

    def renew(self) -> None:
        """Take up new questions and close those that were answered; lines that stay are not touched."""
        self.editor.flush()
        known = self.editor.draft.values
        renewed = brought_up_to_date(known, asked_anywhere(self.book), self.book.today)
        if renewed != known:
            self.editor.take(Draft(renewed))
        asked = questions_about(self.account_id, self.plan())
        if asked != self.shown:
            self.shown = asked
            self._draw()

    def _draw(self) -> None:
        before = self.lines.children
        numbers = {each.id: number for number, each in enumerate(self.editor.draft.values.questions)}
        lines = [
            self._line(each, numbers[question_id(each)]) for each in self.shown or () if question_id(each) in numbers
        ]
        self.lines.children = [self._head(), *lines] if lines else [text_cell(_("There is none at present."))]
        show_if(self.status.widget, bool(lines))
        for line in before:
            discard(line)

    def _head(self) -> widgets.HBox:
        labels = [described(OpenQuestions, f"questions.0.{name}").label for name in FIELDS]
        return grid_row([text_cell(label, "wb-group-label") for label in (_("Open question"), *labels)])

    def _line(self, asked: Asked, number: int) -> widgets.HBox:
        text = f"{escape(asked.text)}<br><span class='wb-help'>{escape(asked.where)}</span>"
        inputs = []
        for name in FIELDS:
            path = f"questions.{number}.{name}"
            view = FieldView(self.editor, described(OpenQuestions, path), path, Aid.NONE)
            view.input.description = view.input.tooltip = f"{view.label}: {asked.text}"
            inputs.append(view.widget)
        return grid_row([make(widgets.HTML, f"<span>{text}</span>"), *inputs])

    def close(self) -> None:
        """Save what waits to be saved, and let go of the widgets."""
        self.editor.flush()
        discard(self.view)
