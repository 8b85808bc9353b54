"""The plan of one account: its parts one after the other, the check and the picture of each, the state of the whole."""

from collections.abc import Mapping, Sequence
from typing import Any

import ipywidgets as widgets
from markupsafe import Markup

from workbook.book import Workbook
from workbook.book.plans import plan_of
from workbook.chapters.opening import REDRAW_DELAY, followers, form_options, listen
from workbook.chapters.panels import Panel, together
from workbook.chapters.pieces import Living, view_of
from workbook.chapters.plan_parts import HORIZONS, Known, time_of
from workbook.chapters.plan_pictures import part_pictures
from workbook.chapters.plan_state import plan_state, questions_of
from workbook.chapters.question_form import QuestionForm
from workbook.chapters.solved_plan import solved_part
from workbook.forms.debounce import Debounce
from workbook.forms.editor import Editor, FormOptions, State
from workbook.forms.feedback import feedback
from workbook.forms.fold import Fold, discard
from workbook.forms.form import SectionForm
from workbook.forms.shared import make as shared
from workbook.forms.steps import StepsForm
from workbook.forms.twin import worksheet
from workbook.forms.view import Viewed
from workbook.forms.way_in import field_at, open_entry
from workbook.i18n import _
from workbook.medium import is_handout, is_static
from workbook.plan.draft import Draft
from workbook.plan.prospect import ProspectPlan
from workbook.plan.section import Section
from workbook.plan.whole_plan import check_plan

Forms = Mapping[type[Section], SectionForm]


class PlanView(Viewed, Living):
    """The forms of one plan in steps; below the open one stand its picture and the state of the plan."""

    def __init__(self, book: Workbook, account_id: str) -> None:
        self.book = book
        self.account_id = account_id
        self.forms = _forms(book, account_id)
        self.parts = tuple(self.forms)
        self.steps = StepsForm(list(self.forms.values()), today=book.today)
        self.pause = Debounce(self.draw, REDRAW_DELAY)
        self._opened: set[int] = set()
        self._drawn: dict[type[Section], tuple[Mapping[type[Section], Draft[Any]], Panel]] = {}

    @property
    def drafts(self) -> dict[type[Section], Draft[Any]]:
        """The parts as they stand in the forms."""
        return {part: form.draft for part, form in self.forms.items()}

    def _build(self) -> widgets.VBox:
        self.below = shared(widgets.HTML)
        self.questions = QuestionForm(self.book, self.account_id, lambda: self.drafts)
        self.example = Fold(self._example_title, lambda: view_of(solved_part(self.part)))
        beside = shared(widgets.VBox, [self.example.widget])
        beside.add_class("wb-form")
        view = shared(widgets.VBox, [self.steps.view, beside, self.below, self.questions.view])
        for form in self.forms.values():
            form.editor.listen(self._saved)
        self.steps.opened = self._turn
        self.draw()
        return view

    @property
    def part(self) -> type[Section]:
        """The part that is open."""
        return self.parts[self.steps.open]

    def lead(self, steps: Sequence[str]) -> None:
        """Open the part and the entry that the steps of a place lead to; stay where none of them is of this plan."""
        for number, form in enumerate(self.steps.forms):
            if field_at(form, steps):
                if number != self.steps.open:
                    self.steps.go_to(number)
                open_entry(form, steps)

    def _example_title(self) -> str:
        return _("Worked example: {part}").format(part=_(self.part.TITLE))

    def _turn(self) -> None:
        """Another part was opened: the example of the one before is closed."""
        if self.example.is_open:
            self.example.toggle()
        self.example.relabel()
        self.draw()

    def _saved(self, editor: Editor) -> None:
        if editor.state is State.SAVED:
            self.pause.touch()

    def draw(self) -> None:
        """Show picture and state of the plan as it is now."""
        self._opened.add(self.steps.open)
        self.below.value = str(together(self._pictures(), self.score()).html)
        self.questions.renew()

    def _pictures(self) -> Panel:
        """Return the pictures of the open part; drawn anew only when something was written since the last time."""
        drafts = self.drafts
        before, pictures = self._drawn.get(self.part, (None, None))
        if pictures is None or before != drafts:
            pictures = part_pictures(self.part, drafts, self.book.today, self.book.portfolio.currency)
            self._drawn[self.part] = (drafts, pictures)
        return pictures

    def score(self) -> Panel:
        """Return the state of the whole plan, part by part, with the formula."""
        return plan_state(check_plan(self.drafts, today=self.book.today), self.parts)

    def state(self) -> Panel:
        """Return the state of the whole plan and the open questions of the account, as they stand on paper."""
        written = [(part.key(account_id=self.account_id), draft) for part, draft in self.drafts.items()]
        return together(self.score(), questions_of(self.book, written))

    def close(self) -> None:
        """Save what waits to be saved, and let go of every part that was opened, so that nothing piles up."""
        self.steps.flush()
        self.pause.flush()
        if self._view is not None:
            self.questions.close()
        for number in self._opened:
            discard(self.steps.forms[number].view)

    @property
    def html(self) -> Markup:
        """Every part on paper, then the state; a plan nobody has begun is a page to write on, in full in a handout."""
        is_blank = not self.book.sections(f"key_account/{self.account_id}/")
        if is_blank and not is_handout():
            return self._worksheet()
        parts = Markup("").join(self._printed(part) for part in self.parts)
        return parts if is_blank else parts + self.state().html

    def _worksheet(self) -> Markup:
        currency = self.book.portfolio.currency
        sheets = (part_title(part) + Markup(worksheet(draft, currency)) for part, draft in self.drafts.items())  # noqa: S704
        return Markup("").join(sheets)

    def _printed(self, part: type[Section]) -> Markup:
        form, title = self.forms[part], part_title(part)
        written = Markup(form.twin())  # noqa: S704  twin and feedback escape every text
        if form.draft.empty:
            return title + written
        looked_at = Markup(feedback(form.draft, self.book.today))  # noqa: S704
        # Where a kernel runs the pictures stand at the open step; those of five plans would keep the rep waiting.
        currency = self.book.portfolio.currency
        pictures = part_pictures(part, self.drafts, self.book.today, currency).html if is_static() else Markup("")
        return title + written + looked_at + pictures


def part_title(part: type[Section]) -> Markup:
    """Return the title of a part on paper, with the time it takes in the seminar."""
    title = Markup('<p class="wb-part"><strong>{}</strong> <span class="wb-soft">{}</span></p>')
    return title.format(_(part.TITLE), time_of(part))


def _forms(book: Workbook, account_id: str) -> Forms:
    """Return a form per part; each offers the people, criteria and goals that stand in the others."""
    forms: dict[type[Section], SectionForm] = {}
    plan = plan_of(book, account_id)
    known = Known(lambda part: forms[part].draft, HORIZONS[ProspectPlan in plan])
    options = FormOptions(currency=form_options(book).currency, suggestions=known, today=book.today)
    for part, draft in plan.items():
        forms[part] = SectionForm(book.keeper(part, account_id=account_id), options)
        forms[part].editor.draft = draft
        followers(book).attend(forms[part])
    listen(book, [form.editor for form in forms.values()])
    return forms
