"""The pictures of the 15 hold for nobody, half and full plans, for long and hostile names, in both languages."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache

import pytest
from matplotlib.figure import Figure

from tests.charts.builders import HOSTILE, LONG_NAME, words_of
from tests.charts.words import Words
from workbook.charts.year_calendar import describe_year_calendar, draw_year_calendar
from workbook.charts.year_goals import describe_year_goals, draw_year_goals
from workbook.i18n import speaking
from workbook.plan.action import Action
from workbook.plan.workload import year_ahead
from workbook.plan.year_goals import YearGoal
from workbook.plan.year_plan import YearPlan
from workbook.terms import Initiator

TODAY = date(2026, 11, 23)
NAMES = ("Nordwerk", LONG_NAME * 2, HOSTILE, "李雷", "")


def _plan(number: int) -> YearPlan:
    """Every third without anything, every fourth with twenty actions in one month, some the customer's."""
    if number % 3 == 2:
        return YearPlan()
    days = [date(2027, 2, 1)] * 20 if number % 4 == 0 else [date(2027, 1 + (number + 3 * k) % 12, 5) for k in range(4)]
    initiators = (Initiator.US, Initiator.CUSTOMER)
    actions = tuple(Action(id=str(k), due=day, initiator=initiators[k % 2]) for k, day in enumerate(days))
    return YearPlan(value=Decimal(10) ** (3 + number % 7), committed=Decimal(500 * number), actions=actions)


def _goals(count: int) -> list[YearGoal]:
    last = (Decimal(250_000), None, Decimal(-4000), Decimal(0), Decimal("9876543.21"))
    return [YearGoal(str(n), NAMES[n % 5], _plan(n), 2026, 2025, last[n % 5]) for n in range(count)]


PICTURES: dict[str, Callable[[int], Figure]] = {
    "calendar": lambda count: draw_year_calendar(year_ahead([(each.name, each.plan) for each in _goals(count)], TODAY)),
    "goals": lambda count: draw_year_goals(_goals(count), "EUR"),
}
every_picture = pytest.mark.parametrize("picture", PICTURES)
every_size = pytest.mark.parametrize("count", [0, 7, 15])
every_language = pytest.mark.parametrize("language", ["de", "en"])


@cache
def _drawn(picture: str, count: int, language: str) -> Words:
    with speaking(language):
        return Words.of(PICTURES[picture](count))


@every_language
@every_size
@every_picture
def test_words_lie_on_the_sheet_and_apart(picture: str, count: int, language: str) -> None:
    """No word is cut at the edge, none covers another."""
    words = _drawn(picture, count, language)
    assert (words.outside, words.covered) == ([], [])


def test_calendar_counts_the_workload() -> None:
    """Two accounts: an overdue action counts now, a done one no more, one in thirteen months comes later."""
    first = YearPlan(
        actions=(Action(due=date(2026, 9, 1)), Action(due=date(2027, 1, 5)), Action(due=date(2027, 12, 1)))
    )
    second = YearPlan(actions=(Action(due=date(2027, 1, 9)), Action(due=date(2026, 12, 1), done_on=TODAY)))
    year = year_ahead([("A", first), ("B", second)], TODAY)
    assert (year.workload, year.later) == ((1, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0), 1)
    assert year.accounts[0].driven == (False, True, True, True)
    assert "Actions per month: November 2026 1, January 2027 2." in describe_year_calendar(year)


def test_goals_say_growth_and_its_absence() -> None:
    """A base of zero or less has no growth; a missing goal is said."""
    assert "no goal yet" in words_of(draw_year_goals(_goals(15), "EUR"))
    told = describe_year_goals(_goals(2), "EUR")
    assert told.startswith("Nordwerk: last year €250K, committed €0, goal €1,000 (−100%).")
    assert "last year unknown" in told


def test_nobody_is_said() -> None:
    """An empty layer is a sentence, not an empty frame."""
    assert "There is nobody in this layer yet." in words_of(draw_year_goals([], "EUR"))
    assert describe_year_calendar(year_ahead([], TODAY)) == "There is nobody in this layer yet."
