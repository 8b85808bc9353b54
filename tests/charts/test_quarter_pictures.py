"""The pictures of the quarters hold for one and many quarters, few and many accounts, and hostile names."""

from collections.abc import Callable
from decimal import Decimal
from functools import cache

import pytest
from matplotlib.figure import Figure

from tests.charts.builders import HOSTILE, LONG_NAME, words_of
from tests.charts.words import Words
from workbook import look
from workbook.charts.layer_history import describe_layer_history, draw_layer_history
from workbook.charts.layer_moves import describe_layer_moves, draw_layer_moves
from workbook.charts.quarter_bars import (
    describe_goal_quarters,
    describe_question_quarters,
    draw_goal_quarters,
    draw_question_quarters,
)
from workbook.focus.paths import paths_of, steps_of
from workbook.focus.snapshot import Snapshot, TierAssignment
from workbook.i18n import speaking
from workbook.plan.quarter_figures import GoalQuarter, QuestionQuarter
from workbook.terms import AccountStatus, Layer

NAMES = ("Nordwerk", LONG_NAME * 2, HOSTILE, "李雷", "Hansa")


def _snapshot(quarter: str, order: list[int]) -> Snapshot:
    """The first five of ``order`` are on top, the next fifteen follow."""
    layers = [Layer.TOP5] * 5 + [Layer.NEXT15] * 15 + [Layer.REST] * len(order)
    assignments = tuple(
        TierAssignment(account=str(n), name=f"{NAMES[n % 5]} {n}", layer=layer, rank=1, status=AccountStatus.CUSTOMER)
        for n, layer in zip(order, layers, strict=False)
    )
    return Snapshot(quarter=quarter, reference_year=2025, assignments=assignments)


def _snapshots(accounts: int, quarters: int) -> list[Snapshot]:
    """In every quarter the order is turned by three places; the last account leaves, another one comes."""
    order, found = list(range(accounts)), []
    for k in range(quarters):
        found.append(_snapshot(f"{2026 + k // 4}Q{k % 4 + 1}", order))
        order = [*order[3:-1], *order[:3], accounts + k]
    return found


def _history(accounts: int, quarters: int) -> Figure:
    snapshots = _snapshots(accounts, quarters)
    return draw_layer_history(paths_of(snapshots), [each.quarter for each in snapshots])


def _goals(_accounts: int, quarters: int) -> Figure:
    amounts = (None, Decimal(0), Decimal(-4000), Decimal("9876543.21"))
    found = [
        GoalQuarter(f"2026Q{k + 1}", amounts[k % 4], amounts[(k + 1) % 4], amounts[(k + 2) % 4])
        for k in range(quarters)
    ]
    return draw_goal_quarters(found, "EUR")


def _questions(accounts: int, quarters: int) -> Figure:
    return draw_question_quarters(
        [QuestionQuarter(f"2026Q{k + 1}", accounts, accounts * k, 7) for k in range(quarters)]
    )


PICTURES: dict[str, Callable[[int, int], Figure]] = {
    "history": _history,
    "moves": lambda accounts, quarters: draw_layer_moves(steps_of(_snapshots(accounts, quarters))),
    "goals": _goals,
    "questions": _questions,
}


@cache
def _drawn(picture: str, size: tuple[int, int], language: str) -> Words:
    with speaking(language):
        return Words.of(PICTURES[picture](*size))


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("size", [(3, 1), (20, 2), (60, 4), (500, 12)], ids=str)
@pytest.mark.parametrize("picture", PICTURES)
def test_words_lie_on_the_sheet_and_apart(picture: str, size: tuple[int, int], language: str) -> None:
    """No word is cut at the edge, none covers another."""
    words = _drawn(picture, size, language)
    assert (words.outside, words.covered) == ([], [])


TWO = [_snapshot("2026Q1", list(range(22))), _snapshot("2026Q2", [5, *range(1, 5), 0, *range(6, 21), 99])]


def test_the_way_of_an_account() -> None:
    """One rises, one falls, one is gone, one is new in the rest; the others stay."""
    told = describe_layer_history(paths_of(TWO), ["2026Q1", "2026Q2"])
    assert "Nordwerk 5: Next 15 from 2026Q1, Top 5 from 2026Q2." in told
    assert "Nordwerk 0: Top 5 from 2026Q1, Next 15 from 2026Q2." in told
    assert told.endswith("21 accounts stayed in their layers.")


def test_moves_are_counted_and_named() -> None:
    """Up, down, new and gone."""
    (step,) = steps_of(TWO)
    assert [(way.start, way.end, way.names, way.up) for way in step.ways] == [
        (Layer.TOP5, Layer.NEXT15, ("Nordwerk 0",), False),
        (Layer.NEXT15, Layer.TOP5, ("Nordwerk 5",), True),
    ]
    assert (step.new, step.gone, step.sizes) == (1, 1, ((5, 15, 2), (5, 15, 2)))
    told = "2026Q2: from “Top 5” to “Next 15”: Nordwerk 0; from “Next 15” to “Top 5”: Nordwerk 5; "
    assert describe_layer_moves([step]) == f"{told}1 new account; 1 no longer in the export."


def test_one_quarter_has_no_moves() -> None:
    """It is said, not drawn empty."""
    assert describe_layer_moves(steps_of(TWO[:1])) == "There is only one quarter yet."


def test_goals_in_words() -> None:
    """Unknown is said and never zero."""
    quarters = [
        GoalQuarter("2026Q1", Decimal(600_000), Decimal(90_000)),
        GoalQuarter("2026Q2", Decimal(600_000), Decimal(200_000), Decimal(150_000)),
    ]
    assert describe_goal_quarters(quarters, "EUR") == (
        "2026Q1: revenue so far unknown, of €600K, committed €90K. "
        "2026Q2: revenue so far €150K of €600K (25%), committed €200K."
    )


def test_questions_in_words() -> None:
    """Asked, answered, open."""
    told = describe_question_quarters([QuestionQuarter("2026Q1", 1, 0, 1), QuestionQuarter("2026Q2", 3, 1, 3)])
    assert told == (
        "2026Q1: 1 question asked, 0 answered, 1 open at the end. "
        "2026Q2: 3 questions asked, 1 answered, 3 open at the end."
    )


def test_many_accounts_are_counted_not_listed() -> None:
    """Of 500 accounts those stand there that were ever in the five or the 15; the others are a number."""
    words = words_of(_history(500, 2))
    assert "477 more accounts are in the rest." in words


def test_arrows_are_readable_on_paper() -> None:
    """Both colours of the arrows stand out from the paper as words do (AA)."""
    assert min(look.contrast(colour, look.PAPER) for colour in (look.GOOD, look.ACCENT)) >= 4.5
