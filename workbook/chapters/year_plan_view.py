"""The year plan of one account: its facts, the goal beside last year, the form, and what is worth a thought."""

from collections.abc import Callable

import ipywidgets as widgets
from markupsafe import Markup

from workbook.book import Workbook
from workbook.chapters.account_view import account_panel
from workbook.chapters.fifteen import figures, goal_of
from workbook.chapters.opening import followers, form_options, listen
from workbook.chapters.panels import Panel, together
from workbook.chapters.pieces import Living
from workbook.forms.editor import Editor, FormOptions, State
from workbook.forms.feedback import feedback
from workbook.forms.fold import discard
from workbook.forms.form import SectionForm
from workbook.forms.shared import make as shared
from workbook.forms.view import Viewed
from workbook.plan.action_templates import templates_from
from workbook.plan.year_plan import YearPlan


class YearPlanView(Viewed, Living):
    """One plan open for writing; amounts and hints follow each save, and ``saved`` is called then."""

    def __init__(self, book: Workbook, account_id: str, saved: Callable[[], None] = lambda: None) -> None:
        self.book = book
        self.account_id = account_id
        self.form = SectionForm(book.keeper(YearPlan, account_id=account_id), plan_options(book))
        self._told = saved
        followers(book).attend(self.form)
        listen(book, [self.form.editor])

    def _build(self) -> widgets.VBox:
        known = shared(widgets.HTML, value=str(account_panel(self.book.tiering, self.account_id).html))
        self._amounts, self._hints = shared(widgets.HTML), shared(widgets.HTML)
        self._draw()
        self.form.editor.listen(self._saved)
        return shared(widgets.VBox, [known, self._amounts, self.form.view, self._hints])

    def _saved(self, editor: Editor) -> None:
        if editor.state is State.SAVED:
            self._draw()
            self._told()

    def _draw(self) -> None:
        self._amounts.value = str(self._figures().html)
        self._hints.value = str(self._feedback().html)

    def _figures(self) -> Panel:
        return figures(self.book, goal_of(self.book, self.account_id, self.form.draft.values))

    def _feedback(self) -> Panel:
        if self.form.draft.empty:
            return Panel(Markup(""))
        return Panel(Markup(feedback(self.form.draft, self.book.today)))  # noqa: S704  feedback escapes every text

    def close(self) -> None:
        """Save what waits to be saved and let go of the widgets."""
        self.form.flush()
        if self._view is not None:
            discard(self._view)

    @property
    def html(self) -> Markup:
        """The plan on paper: facts, amounts, what is written or lines to write on, hints."""
        facts = together(account_panel(self.book.tiering, self.account_id), self._figures())
        return facts.html + Markup(self.form.twin()) + self._feedback().html  # noqa: S704  twin escapes every text


def plan_options(book: Workbook) -> FormOptions:
    """Return what the form of a year plan offers: the currency and the trainer's ready-made actions."""
    options = form_options(book)
    offered = [
        (each.words, {"what": each.words, "due": each.due(book.today), "owner": book.participant.display_name})
        for each in templates_from(book.given_texts("actions"))
    ]
    return FormOptions(currency=options.currency, suggestions=options.suggestions, ready={"actions": offered})
