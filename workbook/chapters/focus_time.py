"""Chapter 6: hours per layer, today and wanted, against the revenue each layer brings."""

from collections.abc import Iterator
from functools import partial

from workbook.book import Workbook
from workbook.chapters import closing, example
from workbook.chapters.following import Follower
from workbook.chapters.hours import hours_in_words, hours_panel, layer_figures
from workbook.chapters.opening import following, of_layers, open_chapter, section_form, values
from workbook.chapters.panels import Panel
from workbook.chapters.selfcheck import Line, Mark, checked, closing_lines, section_lines, self_check
from workbook.forms.form import SectionForm
from workbook.i18n import _
from workbook.plan.time_budget import HoursPerLayer, TimeBudget, hours_of

CHAPTER = "focus_time"

__all__ = [
    "check", "edit_hours", "open_chapter", "reflect", "show_example", "show_layers", "show_share", "show_time",
    "transfer",
]  # fmt: skip


def show_time(book: Workbook) -> Panel:
    """Return how long the chapter takes, below what puts the workbook at risk."""
    return closing.first_words(book, CHAPTER)


def show_example(_book: Workbook) -> Panel:
    """Return the hours of the invented rep and the sentence that follows from them."""
    return hours_panel(example.tiering(), example.solved(TimeBudget, "time_budget").values)


def show_layers(book: Workbook) -> Follower:
    """Return what each of the rep's layers brings."""
    return of_layers(book, layer_figures)


def edit_hours(book: Workbook) -> SectionForm:
    """Return the form for the hours per layer, today and wanted."""
    return section_form(book, TimeBudget)


def show_share(book: Workbook) -> Follower:
    """Return the sentence that follows from the rep's own estimate."""
    return following(book, lambda: hours_panel(book.tiering, values(book, TimeBudget)))


def check(book: Workbook) -> Follower:
    """Return the self-check of the chapter."""
    return following(book, lambda: self_check(check_lines(book)))


def check_lines(book: Workbook) -> Iterator[Line]:
    """Yield the lines of the self-check; those that are there make the progress of the chapter."""
    budget = values(book, TimeBudget)
    yield from section_lines(checked(book, TimeBudget), section=TimeBudget)
    actual, target = hours_of(budget, "actual"), hours_of(budget, "target")
    if None not in actual and None not in target:
        yield _balance(actual, target)
    yield from closing_lines(book, CHAPTER)


def _balance(actual: HoursPerLayer, target: HoursPerLayer) -> Line:
    more = target.total() - actual.total()
    if more <= 0:
        return Line(Mark.THERE, _("The hours you want fit into the hours you have."), _("Selling time is limited"))
    sentence = _("You want {hours} hours a week more than you have today. Decide what goes.")
    return Line(Mark.HINT, sentence.format(hours=hours_in_words(more)), _("Selling time is limited"))


reflect = partial(closing.reflection, chapter=CHAPTER)
transfer = partial(closing.transfer, chapter=CHAPTER)
