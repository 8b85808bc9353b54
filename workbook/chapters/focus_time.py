"""Chapter 6: hours per layer against what each layer brings, what focus pays, and an outlook."""

from collections.abc import Iterator
from functools import partial

from workbook.book import Workbook
from workbook.chapters import calendar_hours, closing, example, swaps
from workbook.chapters.capacity_view import capacity_view
from workbook.chapters.following import Follower
from workbook.chapters.freed import freed_a_week, unbooked_lines
from workbook.chapters.hours import budget_panel, hours_in_words, hours_panel, layer_figures, opening_panel
from workbook.chapters.opening import following, of_layers, open_chapter, section_form, values
from workbook.chapters.outlook_view import gather, outlook_view
from workbook.chapters.panels import Panel
from workbook.chapters.path import CHAPTERS
from workbook.chapters.payoff_view import pay_off_of, pay_off_view
from workbook.chapters.pieces import Stack
from workbook.chapters.selfcheck import Line, Mark, checked, closing_lines, section_lines, self_check
from workbook.chapters.shared_forms import shared_form
from workbook.chapters.worked import worked
from workbook.forms.form import SectionForm
from workbook.forms.places import place_of
from workbook.i18n import _
from workbook.plan.time_budget import HoursPerLayer, TimeBudget, hours_of
from workbook.plan.work_estimate import WorkEstimate

CHAPTER = "focus_time"

__all__ = [
    "book_swaps", "check", "edit_hours", "edit_work", "open_chapter", "read_calendar", "reflect", "show_capacity",
    "show_example", "show_layers", "show_opening", "show_outlook", "show_pay_off", "show_pay_off_example", "show_share",
    "show_time", "transfer",
]  # fmt: skip


def show_time(book: Workbook) -> Panel:
    """Return how long the chapter takes, below what puts the workbook at risk."""
    return closing.first_words(book, CHAPTER)


def show_opening(book: Workbook) -> Follower:
    """Return the one sentence the chapter opens with, from the rep's own figures."""
    return following(book, lambda: opening_panel(book.tiering, values(book, TimeBudget)))


def book_swaps(book: Workbook) -> Stack:
    """Return three swaps to book: hours of the rest for named actions of the five."""
    return swaps.swaps_form(book)


def show_example(_book: Workbook) -> Panel:
    """Return the hours of the invented rep and the sentence that follows from them."""
    return hours_panel(example.tiering(), example.solved(TimeBudget, "time_budget").values)


def show_layers(book: Workbook) -> Follower:
    """Return what each of the rep's layers brings."""
    return of_layers(book, layer_figures)


def edit_hours(book: Workbook) -> SectionForm:
    """Return the form for the hours per layer, today and wanted."""
    return shared_form(book, TimeBudget)


def read_calendar(book: Workbook) -> Follower:
    """Return the desk at which a calendar file becomes hours per layer."""
    return calendar_hours.calendar_desk(book)


def show_share(book: Workbook) -> Follower:
    """Return share of time against share of revenue and potential, and what the not-to-do list frees."""
    return following(book, lambda: budget_panel(book.tiering, values(book, TimeBudget), freed_a_week(book)))


def edit_work(book: Workbook) -> SectionForm:
    """Return the form for what the layers ask for."""
    return section_form(book, WorkEstimate)


def show_capacity(book: Workbook) -> Follower:
    """Return the capacity check."""
    return following(book, lambda: capacity_view(book), watch=lambda: (book.tiering, *_figures(book)))


def _figures(book: Workbook) -> tuple[TimeBudget, WorkEstimate]:
    return values(book, TimeBudget), values(book, WorkEstimate)


@worked
def show_pay_off_example(_book: Workbook) -> Stack:
    """Return the pay-off of the invented rep."""
    return pay_off_of(example.tiering(), 0, HoursPerLayer(None, None, None))


def show_pay_off(book: Workbook) -> Follower:
    """Return what focus pays on the rep's own data, or the starting position."""
    return following(book, lambda: pay_off_view(book), watch=lambda: (book.tiering, values(book, TimeBudget)))


def show_outlook(book: Workbook) -> Follower:
    """Return the fan of the next year with the goals and as before."""
    # A simulation with four pictures: not after each word that is saved somewhere.
    return following(book, lambda: outlook_view(book), watch=lambda: (book.tiering, gather(book)))


def check(book: Workbook) -> Follower:
    """Return the self-check of the chapter."""
    return following(book, lambda: self_check(check_lines(book)))


def check_lines(book: Workbook) -> Iterator[Line]:
    """Yield the lines of the self-check; those that are there make the progress of the chapter."""
    budget = values(book, TimeBudget)
    yield from section_lines(checked(book, TimeBudget), TimeBudget)
    actual, target = hours_of(budget, "actual"), hours_of(budget, "target")
    if None not in actual and None not in target:
        yield _balance(actual, target)
    not_to_do = f"{CHAPTERS['reactive_base']}.ipynb"
    yield from (Line(Mark.HINT, hint, place=not_to_do) for hint in unbooked_lines(book))
    yield from closing_lines(book, CHAPTER)


def _balance(actual: HoursPerLayer, target: HoursPerLayer) -> Line:
    more = target.total() - actual.total()
    if more <= 0:
        return Line(Mark.THERE, _("The hours you want fit into the hours you have."), _("Selling time is limited"))
    sentence = _("You want {hours} hours a week more than you have today. Decide what goes.")
    text, wanted = sentence.format(hours=hours_in_words(more)), place_of(TimeBudget, "target_hours_top5")
    return Line(Mark.HINT, text, _("Selling time is limited"), wanted)


reflect = partial(closing.reflection, chapter=CHAPTER)
transfer = partial(closing.transfer, chapter=CHAPTER)
