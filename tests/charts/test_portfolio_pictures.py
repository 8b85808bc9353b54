"""The portfolio's pictures hold for every size and every strange amount, in both languages."""

from collections.abc import Callable
from datetime import date
from functools import cache

import pytest
from matplotlib.figure import Figure

from tests.charts.builders import HOSTILE, LONG_NAME, words_of
from tests.charts.words import Words
from tests.focus.portfolios import account, prospect, tiered
from workbook.charts.layer_bars import describe_layer_bars, draw_layer_bars
from workbook.charts.matrix import describe_matrix, draw_matrix
from workbook.charts.pareto import describe_pareto, draw_pareto
from workbook.charts.potential import describe_potential, draw_potential
from workbook.charts.pyramid import draw_pyramid
from workbook.charts.pyramid_data import pyramid_of
from workbook.charts.stability import describe_stability, draw_stability
from workbook.focus.decisions import Decisions, Rules
from workbook.focus.stability import measure_stability
from workbook.focus.summary import layer_summary
from workbook.focus.tiering import Tiering, tier
from workbook.i18n import speaking
from workbook.portfolio import ReadOptions, read_portfolio
from workbook.resources import resource


def _portfolio(count: int) -> Tiering:
    """Accounts of falling revenue; every fifth potential unknown, every seventh name long or hostile, one prospect."""
    accounts = {
        f"a{number:03}": account(
            2_000_000 // number**1.3,
            None if number % 5 == 0 else (number * 7919) % 300_000,
            name=(LONG_NAME, HOSTILE)[number % 2] if number % 7 == 0 else f"Account {number}",
        )
        for number in range(1, count)
    }
    return tiered({**accounts, "p": prospect(80_000, name=LONG_NAME)})


def _strange() -> Tiering:
    amounts = [(0, 0), (-5_000, None), (9_000_000_000_000, 1), (0.01, 9_000_000_000_000), (12, None)]
    return tiered({f"s{number}": account(*pair) for number, pair in enumerate(amounts)})


def _nothing() -> Tiering:
    return tiered({f"n{number}": account(0, None) for number in range(6)})


TIERINGS: dict[str, Callable[[], Tiering]] = {
    "3": lambda: _portfolio(3),
    "20": lambda: _portfolio(20),
    "60": lambda: _portfolio(60),
    "500": lambda: _portfolio(500),
    "strange": _strange,
    "nothing": _nothing,
}
SIZES = [pytest.param(size, marks=pytest.mark.slow) if size == "500" else size for size in TIERINGS]
PICTURES: dict[str, Callable[[Tiering], Figure]] = {
    "pyramid": lambda tiering: draw_pyramid(pyramid_of(tiering)),
    "pareto": draw_pareto,
    "potential": draw_potential,
    "matrix": draw_matrix,
    "stability": lambda tiering: draw_stability(measure_stability(tiering)),
    "layer bars": lambda tiering: draw_layer_bars(layer_summary(tiering), "EUR", 2025),
}


@cache
def _tiering(size: str) -> Tiering:
    return TIERINGS[size]()


@cache
def _drawn(picture: str, size: str, language: str) -> Words:
    """The words of a picture, drawn once for all tests."""
    with speaking(language):
        return Words.of(PICTURES[picture](_tiering(size)))


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("picture", PICTURES)
def test_every_text_lies_on_the_sheet(picture: str, size: str, language: str) -> None:
    """No word is cut at the edge."""
    assert _drawn(picture, size, language).outside == []


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("picture", PICTURES)
def test_no_text_covers_another(picture: str, size: str, language: str) -> None:
    """Words do not overlap, however many accounts there are and whatever their amounts."""
    assert _drawn(picture, size, language).covered == []


def test_pareto_says_shares_and_index() -> None:
    """10 + 5 + 5 of 20: the largest has half, the index is 0.25 + 0.0625 + 0.0625."""
    tiering = tiered({"a": account(10, 1), "b": account(5, 1), "c": account(5, 1)})
    assert {"the largest: 50%", "Herfindahl index 0.375"} <= set(words_of(draw_pareto(tiering)))
    assert describe_pareto(tiering).startswith("Share of the revenue 2025 by number of accounts: the largest: 50%.")


def test_pareto_without_revenue_says_so() -> None:
    """All-zero revenue is a sentence, not a curve."""
    assert words_of(draw_pareto(_nothing())) == ["No revenue in 2025"]


def test_unknown_potential_is_not_drawn_as_zero() -> None:
    """Accounts with unknown potential lie in their own strip."""
    tiering = tiered({"a": account(10, None), "b": account(5, 0)})
    assert "unknown" in words_of(draw_potential(tiering))
    assert describe_potential(tiering).endswith("The potential of 1 account is unknown.")


@pytest.mark.parametrize("name", ["wittkamp.csv", "thorpe.xlsx"])
def test_names_of_the_demo_cover_nothing(name: str) -> None:
    """Every one of the five has a free place; a name that had none would stand on a veil."""
    file = resource("data", "demo", "accounts", name)
    data = read_portfolio(file, options=ReadOptions(yes=True), today=date(2026, 11, 25)).require()
    figure = draw_potential(tier(data, Rules(), Decisions(), today=date(2026, 11, 25)))
    assert [text.get_text() for text in figure.axes[0].texts if text.get_bbox_patch()] == []


def test_matrix_describes_its_fields() -> None:
    """Large with much to win is core, small with little to win is nuisance."""
    words = describe_matrix(tiered({"Big": account(10, 10), "Mid": account(5, 5), "Low": account(1, 1)}))
    assert "Core (large, and much to win): 2 accounts: Big, Mid." in words


def test_stability_names_the_contested() -> None:
    """With six accounts of opposite order some place in the top layer depends on the weight."""
    rows = {f"a{number}": account(100 - number, number) for number in range(1, 9)}
    assert "Contested:" in describe_stability(measure_stability(tiered(rows)))


def test_layer_bars_add_up_in_words() -> None:
    """Time stands above what it brings; with up to five accounts all revenue is in the top layer."""
    summary = layer_summary(tiered({"a": account(10, 4)})).assign(hours=[8.0, 4.0, 4.0])
    assert describe_layer_bars(summary, "EUR", 2025) == (
        "Time (16.0 hours a week): Top 5 50%, Next 15 25%, Rest 25%. Revenue 2025 (€10): Top 5 100%, Next 15 0%, "
        "Rest 0%. Additional potential (€4): Top 5 100%, Next 15 0%, Rest 0%."
    )
    headings = ["Time", "Revenue 2025", "Additional potential"]
    assert [words for words in words_of(draw_layer_bars(summary, "EUR", 2025)) if words in headings] == headings
