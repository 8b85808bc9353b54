"""Probabilities against what happened; every value counted by hand."""

from decimal import Decimal

import pytest

from workbook.plan.calibration import Band, Calibration, Forecast, Lean, bands, calibrate

# Squares: 0.04, 0.36, 0.01, 0.25, 0.09 make 0.75; said 350 in all, three of five came.
FIVE = [(80, True), (60, False), (90, True), (50, False), (70, True)]


def _forecasts(pairs: list[tuple[int, bool]]) -> list[Forecast]:
    return [Forecast(Decimal(said), reached) for said, reached in pairs]


def test_the_score_is_the_mean_square() -> None:
    """0.75 over five is 0.15; 70 % said, 60 % came."""
    assert calibrate(_forecasts(FIVE)) == Calibration(5, Decimal("0.150"), Decimal("0.7000"), Decimal("0.6000"))


def test_nothing_said_is_no_score() -> None:
    """Without a forecast there is nothing to measure."""
    assert calibrate([]) is None


@pytest.mark.parametrize(
    ("pairs", "brier"),
    [([(100, True), (0, False)], "0.000"), ([(50, True), (50, False)], "0.250"), ([(100, False), (0, True)], "1.000")],
)
def test_the_ends_of_the_scale(pairs: list[tuple[int, bool]], brier: str) -> None:
    """Always sure and right, always fifty, always sure and wrong."""
    found = calibrate(_forecasts(pairs))
    assert found is not None
    assert found.brier == Decimal(brier)


@pytest.mark.parametrize(
    ("pairs", "lean"),
    [
        (FIVE, Lean.EVEN),
        ([(80, True), (80, False)], Lean.OVER),
        ([(30, True), (40, False)], Lean.UNDER),
    ],
)
def test_a_lean_is_more_than_ten_points(pairs: list[tuple[int, bool]], lean: Lean) -> None:
    """Exactly ten points are none: 70 said and 60 come; 80 and 50 are too much, 35 and 50 too little."""
    found = calibrate(_forecasts(pairs))
    assert found is not None
    assert found.lean is lean


def test_bands_hold_every_forecast_once() -> None:
    """50 and 60 and 70 are perhaps, 80 and 90 likely."""
    assert bands(_forecasts(FIVE)) == (Band(0, 40, 0, 0), Band(41, 70, 3, 1), Band(71, 100, 2, 2))
    assert bands([Forecast(Decimal("40.5"), True)])[1].count == 1
