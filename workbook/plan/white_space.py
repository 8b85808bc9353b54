"""Where a customer could buy more: its units by our offerings. Unknown is its own state, and empty is none."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from workbook.plan.competition import CoverageOfOffer, WhiteSpace


@dataclass(frozen=True, slots=True)
class WhiteSpaceMap:
    """The units, the offerings, and per (unit, offering) the entry; pairs nobody wrote down are not in ``entries``."""

    units: tuple[str, ...]
    offerings: tuple[str, ...]
    entries: dict[tuple[str, str], WhiteSpace]

    def state(self, unit: str, offering: str) -> CoverageOfOffer:
        """Return who has the business; unknown when nobody wrote it down."""
        entry = self.entries.get((unit, offering))
        return (entry.state if entry else None) or CoverageOfOffer.UNKNOWN

    def value(self, *states: CoverageOfOffer) -> Decimal:
        """Return the known value a year of all fields in one of ``states``."""
        values = (each.value for each in self.entries.values() if each.state in states)
        return sum((value for value in values if value is not None), Decimal(0))


def white_space_map(entries: Iterable[WhiteSpace]) -> WhiteSpaceMap:
    """Return the map; units and offerings in the order in which they were written, a later entry wins."""
    complete = [(each.business_unit, each.offering, each) for each in entries]
    named = {(unit, offering): each for unit, offering, each in complete if unit and offering}
    units, offerings = (tuple(dict.fromkeys(pair[side] for pair in named)) for side in (0, 1))
    return WhiteSpaceMap(units, offerings, named)
