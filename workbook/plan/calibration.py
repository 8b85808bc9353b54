"""How well somebody's probabilities fit what happened: the Brier score, and a lean to one side in words.

The score is the mean square of the distance between what was said (0 to 1) and what came (0 or 1). 0 is perfect;
whoever always says 50 % gets 0.25; 1 is being sure each time and wrong each time (Brier 1950).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

# Our rules: below so many objectives chance says more than the rep, and a gap of so much is worth a sentence.
FEWEST = 8
WORTH_SAYING = Decimal("0.10")
# What somebody gets who says 50 % each time.
COIN = Decimal("0.25")
_SCORE, _SHARE = Decimal("0.001"), Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class Forecast:
    """What was said, in per cent, and whether it came."""

    said: Decimal
    reached: bool


class Lean(StrEnum):
    """Whether somebody promises more than happens, less, or about as much."""

    OVER = "over"
    UNDER = "under"
    EVEN = "even"


@dataclass(frozen=True, slots=True)
class Calibration:
    """``brier`` from 0 to 1, ``said`` the mean probability and ``reached`` the share that came, both from 0 to 1."""

    count: int
    brier: Decimal
    said: Decimal
    reached: Decimal

    @property
    def lean(self) -> Lean:
        """Whether the mean probability lies more than ten points above or below what came."""
        gap = self.said - self.reached
        if abs(gap) <= WORTH_SAYING:
            return Lean.EVEN
        return Lean.OVER if gap > 0 else Lean.UNDER


def calibrate(forecasts: Sequence[Forecast]) -> Calibration | None:
    """Return how well forecasts fit what came; None without any.

    >>> calibrate([Forecast(Decimal(80), True), Forecast(Decimal(60), False)])
    Calibration(count=2, brier=Decimal('0.200'), said=Decimal('0.7000'), reached=Decimal('0.5000'))
    """
    if not forecasts:
        return None
    pairs = [(each.said / 100, Decimal(each.reached)) for each in forecasts]
    brier = sum(((said - came) ** 2 for said, came in pairs), Decimal(0)) / len(pairs)
    said, came = (sum(values, Decimal(0)) / len(pairs) for values in zip(*pairs, strict=True))
    return Calibration(len(pairs), brier.quantize(_SCORE), said.quantize(_SHARE), came.quantize(_SHARE))


@dataclass(frozen=True, slots=True)
class Band:
    """Forecasts about equally likely, from ``lowest`` to ``highest`` per cent: how many, and how many came."""

    lowest: int
    highest: int
    count: int
    reached: int


def bands(forecasts: Sequence[Forecast]) -> tuple[Band, ...]:
    """Return the forecasts in three bands: hardly likely, perhaps, likely.

    >>> [(each.lowest, each.count, each.reached) for each in bands([Forecast(Decimal(80), True)])]
    [(0, 0, 0), (41, 0, 0), (71, 1, 1)]
    """
    limits = ((0, 40), (41, 70), (71, 100))
    inside = [[each for each in forecasts if low - 1 < each.said <= high] for low, high in limits]
    return tuple(
        Band(low, high, len(found), sum(each.reached for each in found))
        for (low, high), found in zip(limits, inside, strict=True)
    )
