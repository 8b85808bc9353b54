"""Chapter 2: the layers with their reasons, the rep's decisions, what is provisional, and the sheet to sign."""

from collections.abc import Iterator
from functools import partial

from workbook.book import Workbook
from workbook.chapters import closing, example, guess
from workbook.chapters.confirming import former_form, groups_form
from workbook.chapters.contested import contested_panel, stability_picture
from workbook.chapters.decision_sheet import sheet_panel
from workbook.chapters.following import Follower, Following
from workbook.chapters.in_force import IN_FORCE, decision_lines, in_force_form
from workbook.chapters.layers import pyramid, reasons_table, rest_table, score_table
from workbook.chapters.looking_back import looking_back
from workbook.chapters.open_points import open_points, provisional_ids
from workbook.chapters.opening import followed, following, of_layers, open_chapter, renewed, values
from workbook.chapters.panels import Panel, note, together
from workbook.chapters.path import CHAPTERS
from workbook.chapters.pieces import Folded, Living, Placed, Stack
from workbook.chapters.portfolio_pictures import concentration_picture, matrix_picture, potential_picture
from workbook.chapters.prospect_choice import candidates, choice, unexplained
from workbook.chapters.quarter_prospects import ask_at_once
from workbook.chapters.quarter_waiting import prospect_lines
from workbook.chapters.selfcheck import Line, Mark, closing_lines, line, self_check
from workbook.chapters.swap import swap_form
from workbook.chapters.waiver import waiver_form
from workbook.chapters.what_if import what_if
from workbook.chapters.why_here import why_here
from workbook.chapters.worked import worked
from workbook.focus.tiering import Tiering
from workbook.forms.places import place_named
from workbook.i18n import _, ngettext, number
from workbook.plan.time_budget import TimeBudget, weekly_hours
from workbook.terms import AccountStatus, Layer, Slot

CHAPTER = "tiering"
SHOWN_REST = 15
CANDIDATES = place_named("candidates")
ACCOUNTS = f"{CHAPTERS['accounts']}.ipynb"

__all__ = [
    "ask_why", "check", "choose_prospect", "compare_guess", "confirm", "look_back", "open_chapter", "reflect",
    "show_concentration", "show_contested", "show_decisions", "show_example", "show_example_scores", "show_fifteen",
    "show_matrix", "show_open_points", "show_potential", "show_pyramid", "show_rest", "show_sheet", "show_stability",
    "show_time", "show_top", "swap", "transfer", "waive", "what_if", "why_here",
]  # fmt: skip


def show_time(book: Workbook) -> Panel:
    """Return how long the chapter takes, below what puts the workbook at risk."""
    return closing.first_words(book, CHAPTER)


@worked
def show_example(_book: Workbook) -> Panel:
    """Return the five of the invented rep with their reasons."""
    tiering = example.tiering()
    return reasons_table(tiering, tiering.ids(Layer.TOP5))


@worked
def show_example_scores(_book: Workbook) -> Panel:
    """Return the score of each customer of the invented rep, highest first (Rule R6)."""
    tiering = example.tiering()
    customers = tiering.table[tiering.table["status"] == AccountStatus.CUSTOMER]
    return score_table(tiering, customers.sort_values("score", ascending=False, kind="stable").index)


def show_pyramid(book: Workbook) -> Follower:
    """Return the rep's pyramid, with the hours of today where chapter 6 knows them."""

    def hours() -> dict[Layer, float]:
        return weekly_hours(values(book, TimeBudget))

    shown = Following(lambda: pyramid(book.tiering, hours=hours()), watch=lambda: (book.tiering, hours()))
    return followed(book, shown)


def show_top(book: Workbook) -> Follower:
    """Return the rep's five with their reasons, and the places that stay empty."""
    return of_layers(book, _top)


def _top(tiering: Tiering) -> Panel:
    empty = [note(_vacancy(slot), "warn") for slot in tiering.vacancies]
    return together(reasons_table(tiering, tiering.ids(Layer.TOP5)), *empty)


def _vacancy(slot: Slot) -> str:
    if slot is Slot.SCORE:
        return _("One place stays empty: there are not enough customers.")
    return _("The place “{slot}” stays empty for now.").format(slot=slot.label)


def choose_prospect(book: Workbook) -> Follower:
    """Return the form in which the rep chooses the prospect (Rule R4); the decision is stored."""
    return renewed(
        book,
        lambda: choice(book),
        watch=lambda: (candidates(book), book.decisions.prospect, unexplained(book)),
        place=CANDIDATES,
    )


def ask_why(book: Workbook) -> Living:
    """Return the form that asks what became of the prospect that was chosen before (Rule R13), the one of chapter 8."""
    return ask_at_once(book)


def show_concentration(book: Workbook) -> Follower:
    """Return the Pareto curve of the rep's revenue."""
    return of_layers(book, concentration_picture)


def show_potential(book: Workbook) -> Follower:
    """Return revenue against additional potential."""
    return of_layers(book, potential_picture)


def show_matrix(book: Workbook) -> Follower:
    """Return the customers in the four fields of the portfolio matrix."""
    return of_layers(book, matrix_picture)


def show_fifteen(book: Workbook) -> Follower:
    """Return the rep's fifteen with their reasons."""
    return of_layers(book, _fifteen)


def _fifteen(tiering: Tiering) -> Panel:
    ids = tiering.ids(Layer.NEXT15)
    return reasons_table(tiering, ids) if ids else note(_("There are no customers left for the fifteen."))


def show_rest(book: Workbook) -> Follower:
    """Return the rep's rest: the first accounts, and how many more."""
    return of_layers(book, lambda tiering: rest_table(tiering, SHOWN_REST))


def show_open_points(book: Workbook) -> Follower:
    """Return the notices of the formula: tasks, then facts, and the places that are provisional."""
    return of_layers(book, open_points)


def show_contested(book: Workbook) -> Follower:
    """Return the places that depend on the weights of the score."""
    return of_layers(book, contested_panel)


def show_stability(book: Workbook) -> Living:
    """Return how sure each place is, as a picture below a button."""
    return Folded(_("How sure each place is"), lambda: stability_picture(book.tiering))


def look_back(book: Workbook) -> Living:
    """Return what the formula would have picked in earlier years, below a button."""
    return Folded(_("The formula on earlier years"), lambda: looking_back(book.tiering))


def swap(book: Workbook) -> Living:
    """Return the form for a swap (Rule R12)."""
    return swap_form(book)


def waive(book: Workbook) -> Living:
    """Return the form for a waiver (Rule R10)."""
    return waiver_form(book)


def confirm(book: Workbook) -> Living:
    """Return the forms for former customers to win back and for groups that buy centrally (Rules R0 and R4)."""
    return Stack(former_form(book), groups_form(book))


def show_decisions(book: Workbook) -> Placed:
    """Return the decisions in force, each with a way to take it back."""
    return Placed(in_force_form(book), IN_FORCE)


def show_sheet(book: Workbook) -> Follower:
    """Return the decision sheet."""
    return of_layers(book, lambda _tiering: sheet_panel(book))


def compare_guess(book: Workbook) -> Follower:
    """Return the five names from memory beside the formula's five."""
    return following(book, lambda: guess.compare_guess(book))


def check(book: Workbook) -> Follower:
    """Return the self-check of the chapter."""
    return following(book, lambda: self_check([*check_lines(book), *prospect_lines(book, CANDIDATES)]))


def check_lines(book: Workbook) -> Iterator[Line]:
    """Yield the lines of the self-check; those that are there make the progress of the chapter."""
    tiering = book.tiering
    yield line(
        bool(book.decisions.prospect),
        _("You have chosen your prospect."),
        _("You have not chosen your prospect yet; the formula only proposes one."),
        _("Rule {rule}").format(rule="R4"),
        CANDIDATES,
    )
    for slot in tiering.vacancies:
        rule = _("Rule {rule}").format(rule="R11" if slot is Slot.SCORE else "R10")
        yield Line(Mark.MISSING, _vacancy(slot), rule, CANDIDATES if slot is Slot.PROSPECT else ACCOUNTS)
    yield _provisional_line(tiering)
    yield from decision_lines(book)
    yield from closing_lines(book, CHAPTER)


def _provisional_line(tiering: Tiering) -> Line:
    top = [
        account_id for account_id in provisional_ids(tiering) if tiering.table.at[account_id, "layer"] is not Layer.REST
    ]
    sentence = ngettext(
        "{count} place in the Top 5 and the 15 is provisional. Estimate this potential first.",
        "{count} places in the Top 5 and the 15 are provisional. Estimate these potentials first.",
        len(top),
    )
    return Line(
        Mark.HINT if top else Mark.THERE,
        sentence.format(count=number(len(top))) if top else _("No place in the Top 5 and the 15 is provisional."),
        _("Rule {rule}").format(rule="R6"),
        ACCOUNTS,
    )


reflect = partial(closing.reflection, chapter=CHAPTER)
transfer = partial(closing.transfer, chapter=CHAPTER)
