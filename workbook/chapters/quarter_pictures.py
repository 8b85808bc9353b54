"""The quarters as pictures: every account's layers, moves between layers, revenue against goals, open questions."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from workbook.book import Workbook
from workbook.book.continued import key_now
from workbook.book.history import layer_history
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
from workbook.plan.catalogue import section_of
from workbook.plan.open_questions import OpenQuestions, is_own_question
from workbook.plan.quarter_figures import GoalQuarter, add_goals, count_questions
from workbook.plan.year_goals import YearGoal
from workbook.plan.year_plan import YearPlan
from workbook.portfolio.model import amount

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
    year = book.calendar.year_of(book.today)
    quarters = _goal_quarters(book, year)
    # In the last quarter of a year the goals may be those of the next one already.
    if not quarters and (quarters := _goal_quarters(book, year + 1)):
        year += 1
    if not quarters:
        return note(_("There is no goal for {year} yet. Goals are written in chapter 4.").format(year=year))
    currency = book.portfolio.currency
    caption = _("Goals for {year} and what they have brought so far, as each quarter knew it.").format(year=year)
    return show(draw_goal_quarters(quarters, currency), describe_goal_quarters(quarters, currency), caption)


def _goal_quarters(book: Workbook, year: int) -> tuple[GoalQuarter, ...]:
    """Return the quarters with the goals of a fiscal year, nothing when there are none in any of them."""
    quarters = tuple(_goal_quarter(book, quarter, year) for quarter in _quarters(book))
    return quarters if any(each.goal for each in quarters) else ()


def _goal_quarter(book: Workbook, quarter: str, year: int) -> GoalQuarter:
    then, current = book.at(quarter), book.calendar.year_of(book.calendar.last_day_of_quarter(quarter))
    plans = ((each, then.read(YearPlan, account_id=each).values) for each in _with_year_plan(then))
    goals = [YearGoal(each, each, plan, year) for each, plan in plans if (plan.year or current) == year]
    return add_goals(quarter, goals, _revenue_so_far(then, year))


def _revenue_so_far(then: Workbook, year: int) -> dict[str, Decimal]:
    revenue = then.portfolio.revenue
    known = {str(account): amount(cents) for account, cents in revenue[year].items()} if year in revenue else {}
    return {account: value for account, value in known.items() if value is not None}


def _quarters(book: Workbook) -> tuple[str, ...]:
    return tuple(each for each in book.quarters if each <= book.quarter)[-MOST:]


def _with_year_plan(book: Workbook) -> Iterator[str]:
    for key in book.sections("year_plan/"):
        found = section_of(key)
        if found and found[1]["account_id"] in book.portfolio.accounts.index:
            yield found[1]["account_id"]


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
