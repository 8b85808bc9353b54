"""A plan in steps: one part open at a time, each button says how far its part is."""

from collections.abc import Callable, Sequence
from datetime import date
from html import escape
from typing import Any

import ipywidgets as widgets

from workbook.forms.editor import Editor, State
from workbook.forms.feedback import feedback
from workbook.forms.form import SectionForm, mime_bundle
from workbook.forms.shared import FITTING, make, show_if
from workbook.forms.style import STYLE_TAG
from workbook.forms.view import Viewed
from workbook.i18n import _
from workbook.medium import is_static
from workbook.plan.checks import check


class StepsForm(Viewed):
    """The forms of several sections, one open at a time, with its check below; ``today`` is the day of the checks."""

    def __init__(self, forms: Sequence[SectionForm], *, today: date) -> None:
        self.forms = tuple(forms)
        self.today = today
        self.open = 0
        self.opened: Callable[[], None] = lambda: None

    def flush(self) -> None:
        """Save now what waits to be saved."""
        for form in self.forms:
            form.flush()

    def go_to(self, number: int) -> None:
        """Open the step with this number, counted from 0; what was typed in the one before is saved."""
        self.flush()
        self.open = number
        self._inside.children = [self.forms[number].view]
        self._tell()
        self.opened()

    def go_on(self) -> None:
        """Open the next step, and go to its top."""
        self.go_to(self.open + 1)
        self.buttons[self.open].focus()

    def _build(self) -> widgets.VBox:
        self.buttons = [make(widgets.Button, layout=FITTING) for _form in self.forms]
        for number, button in enumerate(self.buttons):
            button.on_click(lambda _button, number=number: self.go_to(number))
        self._inside, self._feedback = make(widgets.VBox), make(widgets.HTML)
        self.next_button = make(widgets.Button, layout=FITTING)
        self.next_button.on_click(lambda _button: self.go_on())
        self._next = make(widgets.HBox, [self.next_button])
        for form in self.forms:
            form.editor.listen(self._saved)
        self.go_to(self.open)
        row = make(widgets.Box, self.buttons, layout={"flex_flow": "row wrap"})
        row.add_class("wb-steps-row")
        view = make(widgets.VBox, [make(widgets.HTML, STYLE_TAG), row, self._inside, self._feedback, self._next])
        view.add_class("wb-form")
        return view

    def _saved(self, editor: Editor) -> None:
        if editor.state is State.SAVED:
            self._tell()

    def _tell(self) -> None:
        """Show how far every step is, and what a look at the open one says."""
        self._label()
        after = self.forms[self.open + 1 : self.open + 2]
        show_if(self.next_button, bool(after))
        self.next_button.description = "".join(_("Next: {part}").format(part=self._title(each)) for each in after)
        self._feedback.value = feedback(self.forms[self.open].draft, self.today)

    def _label(self) -> None:
        """Write title and state on each button, and mark the one that is open in words and by its look."""
        for number, (button, form) in enumerate(zip(self.buttons, self.forms, strict=True)):
            is_open = number == self.open
            found = check(form.draft, today=self.today)
            button.description = f"{found.light.mark} {number + 1} {self._title(form)}: {found.state}"
            button.tooltip = _("This step is open") if is_open else _("Open this step")
            (button.add_class if is_open else button.remove_class)("wb-step-open")

    def _title(self, form: SectionForm) -> str:
        return _(form.draft.section.TITLE)

    def twin(self) -> str:
        """Return all steps as HTML, each below its title."""
        return "".join(f'<h4 class="wb-step">{escape(self._title(each))}</h4>{each.twin()}' for each in self.forms)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        titles = ", ".join(self._title(form) for form in self.forms)
        return mime_bundle(titles, self.twin(), None if is_static() else self.view)
