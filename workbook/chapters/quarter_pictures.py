"""The quarters as pictures: every account's layers, moves between layers, revenue against goals, open questions."""

from collections.abc import Callable

from workbook.book import Workbook
from workbook.book.continued import key_now
from workbook.book.history import layer_history
from workbook.book.quarter_goals import goals_of_quarters
from workbook.chapters.following import Follower
from workbook.chapters.opening import following
from workbook.chapters.panels import note
from workbook.chapters.pieces import Shown
from workbook.chapters.written import asked_anywhere
from workbook.charts.layer_history import describe_layer_history, draw_layer_history
from workbook.charts.layer_moves import describe_layer_moves, draw_layer_moves
from workbook.charts.picture import show
from workbook.charts.quarter_bars import (
    describe_goal_quarters,
    describe_question_quarters,
    draw_goal_quarters,
    draw_question_quarters,
)
from workbook.focus.paths import paths_of, steps_of
from workbook.i18n import _
from workbook.plan.open_questions import OpenQuestions, is_own_question
from workbook.plan.quarter_figures import count_questions

# More quarters make no picture better; a rep looks back two years at most.
MOST = 8


def show_history(book: Workbook) -> Follower:
    """Return the layers of every account over the quarters, as a picture."""
    return _pictured(book, _history)


def show_layer_moves(book: Workbook) -> Follower:
    """Return the moves between the layers from quarter to quarter, as a picture."""
    return _pictured(book, _moves)


def show_goals(book: Workbook) -> Follower:
    """Return the revenue of the fiscal year against its goals, quarter by quarter, as a picture."""
    return _pictured(book, _goals)


def show_questions(book: Workbook) -> Follower:
    """Return the open questions asked and answered, quarter by quarter, as a picture."""
    return _pictured(book, _questions)


def _pictured(book: Workbook, make: Callable[[Workbook], Shown]) -> Follower:
    return following(book, lambda: make(book), lambda: (book.tiering, book.portfolio))


def _history(book: Workbook) -> Shown:
    snapshots = layer_history(book)
    if len(snapshots) == 1:
        return note(_("The way of your accounts can be drawn from the second quarter on."))
    paths, quarters = paths_of(snapshots), [each.quarter for each in snapshots]
    caption = _("Every account that was ever in the five or the fifteen, from quarter to quarter, as you confirmed it.")
    return show(draw_layer_history(paths, quarters), describe_layer_history(paths, quarters), caption)


def _moves(book: Workbook) -> Shown:
    steps = steps_of(layer_history(book))
    if not steps:
        return note(_("Moves can be drawn from the second quarter on."))
    caption = _("Moves between the layers from quarter to quarter.")
    return show(draw_layer_moves(steps), describe_layer_moves(steps), caption)


def _goals(book: Workbook) -> Shown:
    year, quarters = goals_of_quarters(book, _quarters(book))
    if not any(each.goal is not None for each in quarters):
        return note(_("There is no goal for {year} yet. Goals are written in chapters 3 and 4.").format(year=year))
    currency = book.portfolio.currency
    caption = _(
        "Goals for {year} and what they have brought so far, as each quarter knew it. A plan of the five counts with"
        " last year's revenue and what its objectives due in {year} add to it; without an amount it is not counted."
    ).format(year=year)
    return show(draw_goal_quarters(quarters, currency), describe_goal_quarters(quarters, currency), caption)


def _quarters(book: Workbook) -> tuple[str, ...]:
    return tuple(each for each in book.quarters if each <= book.quarter)[-MOST:]


def _questions(book: Workbook) -> Shown:
    counted = count_questions({quarter: _open(book, book.at(quarter)) for quarter in _quarters(book)})
    if not any(each.asked for each in counted):
        return note(_("No question has been asked yet. A question mark in any field makes one."))
    caption = _("Open questions, quarter by quarter: those you asked, and those you answered.")
    return show(draw_question_quarters(counted), describe_question_quarters(counted), caption)


def _open(book: Workbook, then: Workbook) -> list[str]:
    """Return what names each question that is open in a quarter, the same in all of them."""
    own = (each for each in then.read(OpenQuestions).values.questions if is_own_question(each))
    typed = [f"{key_now(book.continued, each.key)}/{each.place}" for each in asked_anywhere(then)]
    return [*typed, *(each.id or "" for each in own if each.answered_on is None)]
