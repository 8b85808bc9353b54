"""From values to inches: plain scales, and one for money that shows thousands and millions side by side."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

# How many powers of ten a money scale keeps apart before amounts melt into zero.
DECADES = 3
SMALLEST = 1000.0


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight scale: ``low`` lies at ``start`` inches, ``high`` at ``end``.

    >>> Scale(0, 10, 1.0, 3.0).at(5)
    2.0
    """

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Return where a value lies, in inches."""
        span = self.high - self.low
        return self.start + (self.end - self.start) * ((value - self.low) / span if span else 0.5)


@dataclass(frozen=True, slots=True)
class MoneyScale:
    """A scale for amounts of very different size, of both signs; equal steps are powers of ten above ``unit``."""

    unit: float
    straight: Scale

    @classmethod
    def over(cls, amounts: Iterable[float], start: float, end: float) -> "MoneyScale":
        """Return the scale from zero (or the lowest amount) to the highest, with a little room above."""
        amounts = [0.0, 0.0, *amounts]
        largest = max(*map(abs, amounts), SMALLEST)
        unit = 10.0 ** (math.ceil(math.log10(largest)) - DECADES)
        least = unit if min(amounts) < 0 else SMALLEST
        low, high = _bent(min(amounts), unit), _bent(max(*amounts, least), unit)
        return cls(unit, Scale(low - (0.25 if low < 0 else 0), high + 0.12, start, end))

    def at(self, value: float) -> float:
        """Return where an amount lies, in inches."""
        return self.straight.at(_bent(value, self.unit))

    def ticks(self) -> list[float]:
        """Return zero and the powers of ten the scale holds.

        >>> MoneyScale.over([2_500_000, 40_000], 0, 1).ticks()
        [0.0, 10000.0, 100000.0, 1000000.0]
        """
        powers = [self.unit * 10**power for power in range(DECADES + 1)]
        both = [*(-power for power in reversed(powers)), 0.0, *powers]
        return [tick for tick in both if self.straight.low <= _bent(tick, self.unit) <= self.straight.high]


def _bent(value: float, unit: float) -> float:
    # Straight around zero, logarithmic further out, and smooth in between.
    return math.copysign(math.log10(1 + abs(value) / unit), value)
