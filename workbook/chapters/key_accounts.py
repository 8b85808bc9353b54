"""Chapter 3: the five, and an account plan for one of them: five parts, three objectives, one strategy."""

from collections.abc import Iterator
from functools import partial

from workbook.book import Workbook
from workbook.chapters import closing
from workbook.chapters.comparison import comparison
from workbook.chapters.following import Follower
from workbook.chapters.layers import reasons_table
from workbook.chapters.opening import following, of_layers, open_chapter
from workbook.chapters.panels import Panel
from workbook.chapters.pieces import Piece
from workbook.chapters.plan_check import plan_lines
from workbook.chapters.plan_parts import CHAPTER
from workbook.chapters.plan_picker import nobody, plans_of_five
from workbook.chapters.selfcheck import Line, closing_lines, self_check
from workbook.chapters.solved_plan import solved_part, solved_state
from workbook.chapters.worked import worked
from workbook.focus.tiering import Tiering
from workbook.plan.buying_center import BuyingCenter
from workbook.plan.competition import Competition
from workbook.plan.goals import CustomerGoals
from workbook.plan.objectives import Objectives
from workbook.plan.prospect import ProspectPlan
from workbook.plan.purchasing import PurchasingStrategy
from workbook.plan.section import Section
from workbook.terms import Layer

__all__ = [
    "check", "edit_plan", "open_chapter", "reflect", "show_comparison", "show_example", "show_example_competition",
    "show_example_objectives", "show_example_people", "show_example_prospect", "show_example_purchasing",
    "show_example_state", "show_five", "show_time", "transfer",
]  # fmt: skip


def show_time(book: Workbook) -> Panel:
    """Return how long the chapter takes, below what puts the workbook at risk."""
    return closing.first_words(book, CHAPTER)


def _solved(_book: Workbook, part: type[Section]) -> Piece:
    return solved_part(part)


show_example = worked(partial(_solved, part=CustomerGoals))
show_example_purchasing = worked(partial(_solved, part=PurchasingStrategy))
show_example_people = worked(partial(_solved, part=BuyingCenter))
show_example_competition = worked(partial(_solved, part=Competition))
show_example_objectives = worked(partial(_solved, part=Objectives))
show_example_prospect = worked(partial(_solved, part=ProspectPlan))


def show_example_state(_book: Workbook) -> Panel:
    """Return the state of the solved plan, counted by the same formula as the rep's own."""
    return solved_state()


def show_five(book: Workbook) -> Follower:
    """Return the rep's five with their reasons."""
    return of_layers(book, _five)


def _five(tiering: Tiering) -> Panel:
    ids = tiering.ids(Layer.TOP5)
    return reasons_table(tiering, ids) if ids else nobody()


def edit_plan(book: Workbook) -> Follower:
    """Return the plan of one of the five, part by part, with facts, checks, pictures and its open questions."""
    return plans_of_five(book)


def show_comparison(book: Workbook) -> Follower:
    """Return the rep's plans beside the solved one, by their patterns."""
    return following(book, lambda: comparison(book))


def check(book: Workbook) -> Follower:
    """Return the self-check of the chapter."""
    return following(book, lambda: self_check(check_lines(book)))


def check_lines(book: Workbook) -> Iterator[Line]:
    """Yield the lines of the self-check; those that are there make the progress of the chapter."""
    yield from plan_lines(book)
    yield from closing_lines(book, CHAPTER)


reflect = partial(closing.reflection, chapter=CHAPTER)
transfer = partial(closing.transfer, chapter=CHAPTER)
