"""The 15 on one page: a line for each with what matters, one plan open at a time."""

from collections.abc import Sequence

import ipywidgets as widgets
from markupsafe import Markup

from workbook.book import Workbook
from workbook.book.action_history import decisions_made
from workbook.chapters.account_view import written_about
from workbook.chapters.fifteen import (
    amount_headings,
    amounts_in_words,
    goal_of,
    goals_of,
    hints_in_words,
    next_in_words,
    overview,
)
from workbook.chapters.following import Follower
from workbook.chapters.layers import name_of
from workbook.chapters.opening import renewed
from workbook.chapters.panels import Panel, Words, note, soft
from workbook.chapters.pieces import Living, Piece
from workbook.chapters.year_plan_view import YearPlanView
from workbook.forms.fold import marked
from workbook.forms.places import place_named
from workbook.forms.shared import make as shared
from workbook.forms.style import STYLE_TAG
from workbook.forms.view import Viewed
from workbook.forms.way_in import WayIn, open_entry
from workbook.i18n import _
from workbook.plan.year_goals import YearGoal
from workbook.plan.year_plan import YearPlan
from workbook.terms import Layer

YEAR_PLAN, YEAR_PLANS = "year-plan", place_named("year-plans")


class PlanLine:
    """One of the 15: a button with its name, its figures beside it, and its plan below while it is open."""

    def __init__(self, book: Workbook, account_id: str) -> None:
        self.book = book
        self.account_id = account_id
        self.name = name_of(book.tiering, account_id)
        self.plan: YearPlanView | None = None
        self.button = shared(widgets.Button)
        self.facts = shared(widgets.HTML)
        self.row = shared(widgets.HBox, [self.button, self.facts])
        self.row.add_class("wb-line")
        self.widget = shared(widgets.VBox, [self.row])
        self.widget.add_class(place_named(YEAR_PLAN, account_id))
        self.draw()

    def draw(self) -> None:
        """Show the figures as they are saved."""
        opened = self.plan is not None
        self.button.description = marked(self.name, is_open=opened)
        self.button.tooltip = _("Close") if opened else _("Open")
        self.facts.value = str(line_html(self.book, goal_of(self.book, self.account_id)))

    def open(self) -> None:
        """Open the plan below the line."""
        self.plan = YearPlanView(self.book, self.account_id, saved=self.draw)
        self.plan.view.add_class("wb-open")
        self.widget.children = (self.row, self.plan.view)
        self.draw()

    def close(self) -> None:
        """Save what waits to be saved and close the plan."""
        if self.plan is not None:
            closing, self.plan = self.plan, None
            self.widget.children = (self.row,)
            closing.close()
            self.draw()


def line_html(book: Workbook, goal: YearGoal) -> Markup:
    """Return the figures of one line: four amounts, the next action, hints."""
    amounts = Markup("").join(Markup("<span>{}</span>").format(each) for each in amounts_in_words(book, goal))
    hints = hints_in_words(book, goal)
    more: Words = Markup("<br>{}").format(soft(hints)) if hints else ""
    return Markup('<div class="wb-line-facts">{}<span>{}{}</span></div>').format(amounts, next_in_words(goal), more)


class YearPlans(Viewed, Living):
    """The 15 with one plan open at a time; on paper the table, and every plan that was begun."""

    def __init__(self, book: Workbook, account_ids: Sequence[str]) -> None:
        self.book = book
        self.account_ids = account_ids
        self.lines: dict[str, PlanLine] = {}
        self.opened: PlanLine | None = None

    def _build(self) -> widgets.VBox:
        self.lines = {each: PlanLine(self.book, each) for each in self.account_ids}
        for code, line in self.lines.items():
            line.button.on_click(lambda _button, code=code: self.toggle(code))
        head = shared(widgets.HTML, value=f"{STYLE_TAG}{self._head()}")
        self.way_in = WayIn(self.lead)
        view = shared(widgets.VBox, [head, self.way_in.widget, *(line.widget for line in self.lines.values())])
        view.add_class("wb-form")
        return view

    def lead(self, plan: str, steps: Sequence[str]) -> None:
        """Open the plan at a place, and in it the entry the steps lead to."""
        code = next((each for each in self.lines if place_named(YEAR_PLAN, each) == plan), None)
        if code is not None and self.lines[code] is not self.opened:
            self.toggle(code)
        if code is not None and self.opened is not None and self.opened.plan is not None:
            open_entry(self.opened.plan.form, steps)

    def _head(self) -> Markup:
        labels = (*amount_headings(goals_of(self.book)), _("Next action"))
        cells = Markup("").join(Markup("<span>{}</span>").format(each) for each in labels)
        name = Markup("<span>{}</span>").format(_("Account"))
        return Markup('<div class="wb-line-head">{}<div class="wb-line-facts">{}</div></div>').format(name, cells)

    def toggle(self, code: str) -> None:
        """Open the plan of an account and close the one that was open; the open one is closed by a second click."""
        line, before = self.lines[code], self.opened
        self.opened = None if before is line else line
        if before is not None:
            before.close()
        if self.opened is not None:
            self.opened.open()

    @property
    def html(self) -> Markup:
        """The table of all, then each plan that was begun; the first one with lines to write on while none was."""
        begun = written_about(self.book, self.account_ids, YearPlan) or list(self.account_ids[:1])
        plans = Markup("").join(self._printed(each) for each in begun)
        return overview(self.book, goals_of(self.book)).html + plans

    def _printed(self, account_id: str) -> Markup:
        heading = Markup('<p class="wb-pick"><strong>{}</strong></p>').format(name_of(self.book.tiering, account_id))
        return heading + YearPlanView(self.book, account_id).html


def year_plans(book: Workbook) -> Follower:
    """Return the plans of the 15; accounts that enter the layer, and what chapter 8 decides, appear by themselves."""

    def make() -> Piece:
        ids = book.tiering.ids(Layer.NEXT15)
        return YearPlans(book, ids) if ids else nobody()

    def watched() -> tuple[object, ...]:
        return *book.tiering.ids(Layer.NEXT15), decisions_made(book)

    return renewed(book, make, watched, place=YEAR_PLANS)


def nobody() -> Panel:
    """Return what is said while the layer is empty."""
    return note(_("No customers are left for the fifteen: your list is short (Rule R11)."))
