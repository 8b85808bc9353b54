"""Scales turn values into inches."""

from workbook.charts.scale import MoneyScale, Scale


def test_equal_ends_lie_in_the_middle() -> None:
    """A scale without extent does not divide by zero."""
    assert Scale(5, 5, 0, 2).at(5) == 1


def test_money_scale_keeps_order_and_signs() -> None:
    """Negative amounts lie left of zero, larger ones further right."""
    scale = MoneyScale.over([-5_000, 2_000_000_000], 0, 6)
    places = [scale.at(amount) for amount in (-5_000, 0, 1_000, 1_000_000, 2_000_000_000)]
    assert places == sorted(places)
    assert 0 <= places[0] < places[-1] <= 6


def test_money_scale_shows_powers_of_ten_and_zero() -> None:
    """Ticks are zero and the powers of ten within reach, on both sides."""
    assert MoneyScale.over([-20_000, 600_000], 0, 6).ticks() == [-10_000, -1_000, 0, 1_000, 10_000, 100_000]


def test_nothing_but_zero_still_has_a_scale() -> None:
    """Without any amount the scale reaches a thousand."""
    assert MoneyScale.over([0, 0], 0, 6).ticks()[-1] == 1000
