"""Pictures of capacity, pay-off and outlook: drawn for full and empty data, and told in words."""

from matplotlib.figure import Figure

from tests.charts.builders import words_of
from tests.focus.portfolios import TODAY, account, customers, portfolio, tiered
from workbook.chapters.outlook_view import history
from workbook.charts.capacity import RIGHT, Stretch, describe_capacity, draw_capacity
from workbook.charts.outlook import describe_outlook, draw_outlook
from workbook.charts.payoff import describe_pay_off, draw_pay_off
from workbook.focus.capacity import Work, check_capacity, year_hours
from workbook.focus.decisions import Decisions, Rules
from workbook.focus.outlook import Effect, Goal, simulate
from workbook.focus.payoff import measure_pay_off
from workbook.focus.tiering import Tiering, tier


def _stretch(available: float) -> Stretch:
    return Stretch("A year", check_capacity(available, year_hours(Work())))


def test_overload_is_written_beside_the_bar() -> None:
    """427.75 of 396 hours: 32 too many; the alternative says the same."""
    assert "428 h of 396 h: 32 h too many" in words_of(draw_capacity([_stretch(396)]))
    assert describe_capacity([_stretch(396)]) == (
        "A year (428 h of 396 h: 32 h too many): Top 5 184 h, Next 15 124 h, Rest 120 h."
    )


def test_line_where_hours_end_runs_through_no_figure() -> None:
    """124 h of the 15 lie between 184 and 308; hours end at 240, so the figure stands in the wider part behind them."""
    figure = draw_capacity([_stretch(240)])
    (words,) = (text for axes in figure.axes for text in axes.texts if text.get_text() == "124 h")
    box = words.get_window_extent()
    end = 240 / 427.75 * RIGHT * figure.dpi
    assert box.x0 > end


def test_no_hours_at_all_can_be_drawn() -> None:
    """Nobody has time and nobody asks for any."""
    assert isinstance(draw_capacity([Stretch("A year", check_capacity(0, {}))]), Figure)


def _one_year() -> Tiering:
    return tier(portfolio({"a": account(-5)}, years=(2025,)), Rules(), Decisions(), today=TODAY)


def test_pay_off_names_each_band_with_its_growth() -> None:
    """Both growth rates of a layer are written; what was not there in the first year has no rate."""
    data = portfolio({f"a{n:02}": account(1210, y2024=1100, y2023=1000) for n in range(6)} | {"n": account(7, y2023=0)})
    pay_off = measure_pay_off(data)
    words = words_of(draw_pay_off(pay_off, "EUR"))
    assert "10.0%" in words
    assert "no rate: new" in words
    assert "Top 5: 2023 €5,000, 2024 €5,500, 2025 €6,050; 10.0% a year." in describe_pay_off(pay_off, "EUR")


def test_one_year_with_returns_only_can_be_drawn() -> None:
    """No growth, no positive amount: the picture is there and says n/a."""
    pay_off = measure_pay_off(_one_year().portfolio)
    assert "n/a" in words_of(draw_pay_off(pay_off, "EUR"))


def test_outlook_writes_both_middles() -> None:
    """With the goal and as before, for each layer and for all."""
    tiering = tiered(customers(30))
    outlook = simulate(tiering, [Goal("c01", Effect.ADD, 10_000_000, 1.0)])
    words = words_of(draw_outlook(outlook, history(tiering), "EUR"))
    assert [words.count(each) for each in ("goals", "as before")] == [4, 4]
    assert describe_outlook(outlook, history(tiering), "EUR").startswith("Top 5, 2026: with the goals €")


def test_outlook_of_one_year_can_be_drawn() -> None:
    """Nothing is behind but one year with returns."""
    tiering = _one_year()
    assert isinstance(draw_outlook(simulate(tiering, ()), history(tiering), "EUR"), Figure)
