"""The five, one plan open at a time, with the facts about the account beside it."""

from collections.abc import Sequence

import ipywidgets as widgets
from markupsafe import Markup

from workbook.book import Workbook
from workbook.book.action_history import decisions_made
from workbook.chapters.account_view import account_panel
from workbook.chapters.following import Follower
from workbook.chapters.layers import name_of
from workbook.chapters.opening import renewed, values
from workbook.chapters.panels import Panel, facts, note, paragraph, together
from workbook.chapters.picker import Pick, Picker
from workbook.chapters.pieces import Piece
from workbook.chapters.plan_check import PLANS, place_of_plan
from workbook.chapters.plan_view import PlanView
from workbook.chapters.printing import PrintForm, print_plan
from workbook.focus.reasons import reason
from workbook.forms.way_in import WayIn
from workbook.i18n import _, day, percent
from workbook.plan.account_facts import AccountFacts
from workbook.plan.competition import Competition
from workbook.plan.entry import show_percent
from workbook.portfolio.model import amount
from workbook.terms import Layer


class PlanPicker(Picker):
    """One plan open at a time; on paper the plans of all five, with lines to write on where nothing is."""

    def __init__(self, book: Workbook, picks: Sequence[Pick]) -> None:
        super().__init__(_("Account"), picks, self._plan)
        self.book = book
        self.plan: PlanView | None = None
        self.printing: PrintForm | None = None
        self._made: PlanView | None = None

    def _build(self) -> widgets.VBox:
        view = super()._build()
        self.way_in = WayIn(self.lead)
        self.head.children = (*self.head.children, self.way_in.widget)
        return view

    def open(self, code: str) -> None:
        """Show the plan of one account; what was typed for the one before is saved first."""
        if self.plan is not None:
            self.plan.close()
        super().open(code)
        self.plan = self._made
        if self.plan is not None:
            self.plan.view.add_class(place_of_plan(code))

    def lead(self, plan: str, steps: Sequence[str]) -> None:
        """Open the plan at a place, and in it the part and the entry the steps lead to."""
        code = next((each.code for each in self.picks if place_of_plan(each.code) == plan), None)
        if code is not None:
            self.input.value = code
        if code is not None and self.plan is not None:
            self.plan.lead(steps)

    def _plan(self, account_id: str) -> Sequence[Piece]:
        self._made = PlanView(self.book, account_id)
        # What is being typed is saved before the files are written.
        self.printing = print_plan(self.book, account_id, self._made.steps.flush)
        return (account_facts(self.book, account_id), self._made, self.printing)

    @property
    def html(self) -> Markup:
        """The plans of all accounts, each under its name."""
        return Markup("").join(self._printed(pick) for pick in self.picks)


def account_facts(book: Workbook, account_id: str) -> Panel:
    """Return what is known about one of the five: why it is here, revenue, potential, supplier and the way in."""
    known: AccountFacts = values(book, AccountFacts, account_id=account_id)
    pairs = {
        _("Our share of wallet"): share_in_words(book, account_id),
        _("Where the potential comes from"): known.potential_source,
        _("How sure the potential is"): known.potential_confidence.label if known.potential_confidence else None,
        _("End of the competitor's contract"): day(known.contract_end) if known.contract_end else None,
        _("Our way in"): known.access,
    }
    told = [(label, text) for label, text in pairs.items() if text]
    more = [facts(told)] if told else []
    return together(paragraph(reason(book.tiering, account_id)), account_panel(book.tiering, account_id), *more)


def share_in_words(book: Workbook, account_id: str) -> str | None:
    """Return our share of the customer's demand: as the rep wrote it, or else revenue by total demand; None unknown."""
    stated = values(book, Competition, account_id=account_id).our_share_of_wallet
    if stated is not None:
        return _("{share}, as written in the plan").format(share=show_percent(stated))
    revenue = amount(book.tiering.table.at[account_id, "revenue"])
    demand = amount(book.tiering.portfolio.accounts.at[account_id, "total_demand"])
    if revenue is None or not demand:
        return None
    sentence = _("{share}: revenue {year} by total demand")
    return sentence.format(share=percent(float(revenue / demand), 0), year=book.tiering.reference_year)


def plans_of_five(book: Workbook) -> Follower:
    """Return the plans of the Top 5; accounts that enter, and what chapter 8 decides, appear by themselves."""

    def make() -> Piece:
        picks = [Pick(each, name_of(book.tiering, each)) for each in book.tiering.ids(Layer.TOP5)]
        return PlanPicker(book, picks) if picks else nobody()

    def watched() -> tuple[object, ...]:
        return *book.tiering.ids(Layer.TOP5), decisions_made(book)

    return renewed(book, make, watched, place=PLANS)


def nobody() -> Panel:
    """Return what is said while the top layer is empty."""
    return note(_("Nobody is in the Top 5 yet. Chapter 2 says what is missing."), "warn")
