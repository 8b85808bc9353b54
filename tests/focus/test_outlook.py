"""The fan for the next year: fixed seed, the rep's own changes, goals with their probabilities."""

import pytest

from tests.focus.portfolios import TODAY, account, customers, portfolio, tiered
from workbook.focus.decisions import Decisions, Rules
from workbook.focus.outlook import TOTAL, Effect, Goal, simulate
from workbook.focus.tiering import Tiering, tier
from workbook.terms import Layer

STEADY = {f"a{number:02}": account(1000 - number, y2024=1000 - number, y2023=1000 - number) for number in range(25)}


def _steady() -> Tiering:
    """25 accounts that never changed: going on as before is exact."""
    return tiered(STEADY)


def test_nothing_changes_without_changes_and_goals() -> None:
    """Every factor is 1, so the fan is a line at last year's revenue."""
    outlook = simulate(_steady(), ())
    # Without a prospect and known potentials the top layer has three places: 1000 + 999 + 998.
    assert outlook.as_before.loc["top5"].to_list() == pytest.approx([299_700.0] * 5)
    assert outlook.with_goals.equals(outlook.as_before)
    assert (outlook.year, outlook.changes) == (2026, 50)


def test_certain_goals_add_up() -> None:
    """An objective adds 500, a year goal of 1,200 replaces 990; probability 100 %."""
    goals = (Goal("a00", Effect.ADD, 50_000, 1.0), Goal("a10", Effect.REACH, 120_000, 1.0))
    gain = simulate(_steady(), goals).gain
    assert gain[["top5", "next15", "rest", TOTAL]].to_list() == pytest.approx([50_000, 21_000, 0, 71_000])


def test_goal_below_last_year_takes_nothing_away() -> None:
    """Who is above the goal already does not fall back to it."""
    assert simulate(_steady(), (Goal("a10", Effect.REACH, 100, 1.0),)).gain[TOTAL] == 0


def test_chance_is_the_probability() -> None:
    """At 80 % the middle has the objective, the lowest tenth has not; nothing said counts as one half and is told."""
    outlook = simulate(_steady(), (Goal("a00", Effect.ADD, 50_000, 0.8),))
    assert outlook.with_goals.loc["top5", [0.1, 0.5]].to_list() == pytest.approx([299_700, 349_700])
    assert simulate(_steady(), (Goal("a00", Effect.ADD, 50_000),)).unsaid == 1


def test_seed_is_fixed() -> None:
    """The same plans give the same fan, and a fan it is: low, middle and high differ."""
    tiering = tiered(customers(30) | {"x": account(3000, y2024=1000), "y": account(900, y2024=1000)} | _moving())
    one, two = simulate(tiering, ()), simulate(tiering, ())
    assert one.as_before.equals(two.as_before)
    assert one.as_before.loc[TOTAL, 0.1] < one.as_before.loc[TOTAL, 0.5] < one.as_before.loc[TOTAL, 0.9]


def _moving() -> dict[str, dict[str, object]]:
    return {f"m{number}": account(1000 + 50 * number, y2024=1000) for number in range(12)}


def test_expected_growth_is_that_of_the_portfolio() -> None:
    """Changes drawn by revenue: half of it doubled, half stayed, so the total grows by half on average."""
    rows = {f"m{number:02}": account(2000 if number % 2 else 1000, y2024=1000) for number in range(40)}
    outlook = simulate(tiered(rows), ())
    assert outlook.as_before.loc[TOTAL, 0.5] / 6_000_000 == pytest.approx(1.5, abs=0.03)


def test_few_changes_are_told() -> None:
    """With one year only a spread of 10 % is assumed and named: no changes were drawn from."""
    only = tier(portfolio({"a": account(1000)}, years=(2025,)), Rules(), Decisions(), today=TODAY)
    outlook = simulate(only, ())
    assert outlook.changes == 0
    assert outlook.as_before.loc[str(Layer.TOP5), 0.9] == pytest.approx(112_800, rel=0.01)


def test_goal_of_an_account_that_is_gone_is_left_out() -> None:
    """A plan may outlive its account."""
    assert simulate(_steady(), (Goal("gone", Effect.ADD, 1, 1.0),)).goals == 0
