"""Rules R2 to R8: slots first, then free places by score, then the next 15, then the rest."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from workbook.focus.formula import LAYER_SIZES, LAYERS, MANDATORY_SLOTS
from workbook.focus.ledger import Floats, Ledger, Positions, best, known_first
from workbook.focus.scores import Scores, score_customers
from workbook.terms import Layer, Slot

Codes = npt.NDArray[np.int8]
TOP5, NEXT15, REST = range(len(LAYERS))


@dataclass(frozen=True, slots=True)
class Places:
    """What is decided before the cut: the prospect that holds its slot, and the slots that are waived."""

    prospect: int | None = None
    waived: frozenset[Slot] = frozenset()


@dataclass(frozen=True, slots=True)
class Cut:
    """The layers as the rules give them, before overrides.

    ``holders``: position of the account on each mandatory slot, None = vacant; waived slots are left out.
    ``order``: the remaining customers by score and tie rule. ``free``: places of the top layer filled by score.
    ``layer``: per account 0, 1 or 2, an index into `LAYERS`.
    """

    ledger: Ledger
    scores: Scores
    holders: Mapping[Slot, int | None]
    order: Positions
    free: int
    layer: Codes

    @property
    def boundaries(self) -> tuple[int, int]:
        """Where in ``order`` the top layer and the next 15 end."""
        return self.free, self.free + LAYER_SIZES[Layer.NEXT15]

    @property
    def vacancies(self) -> tuple[Slot, ...]:
        """The empty places of the top layer: mandatory slots first, then places no customer is left for."""
        mandatory = [slot for slot, holder in self.holders.items() if holder is None]
        return (*mandatory, *[Slot.SCORE] * max(self.free - len(self.order), 0))


def cut_layers(ledger: Ledger, weight: float, places: Places) -> Cut:
    """Return the layers of Rules R2 to R8 and R11; a vacant mandatory slot keeps its place empty (Rule R10)."""
    scores = score_customers(ledger, weight)
    holders = fill_slots(ledger, places)
    taken = {holder for holder in holders.values() if holder is not None}
    order = order_by_score(ledger, scores.score, taken)
    free = LAYER_SIZES[Layer.TOP5] - len(taken) - sum(holder is None for holder in holders.values())
    layer = np.full(len(ledger.ids), REST, dtype=np.int8)
    layer[order[: free + LAYER_SIZES[Layer.NEXT15]]] = NEXT15
    layer[order[:free]] = TOP5
    layer[list(taken)] = TOP5
    return Cut(ledger, scores, holders, order, free, layer)


def fill_slots(ledger: Ledger, places: Places) -> dict[Slot, int | None]:
    """Return who holds each mandatory slot that is not waived: Rules R2, R3, R4; one account may hold two (Rule R5)."""
    winners = {
        Slot.LARGEST_REVENUE: largest(ledger, ledger.revenue),
        Slot.LARGEST_POTENTIAL: largest(ledger, ledger.potential),
        Slot.PROSPECT: places.prospect,
    }
    return {slot: winners[slot] for slot in MANDATORY_SLOTS if slot not in places.waived}


def largest(ledger: Ledger, values: Floats) -> int | None:
    """Return the customer with the highest value, ties by Rule R9; None when nobody's is above zero (Rule R14)."""
    positive = ledger.customers[np.nan_to_num(values[ledger.customers]) > 0]
    return best(positive, (known_first(values), *ledger.tie_keys))


def order_by_score(ledger: Ledger, score: Floats, taken: set[int]) -> Positions:
    """Return the customers without a slot, highest score first, ties by Rule R9."""
    remaining = ledger.customers[~np.isin(ledger.customers, list(taken))]
    return remaining[np.lexsort((ledger.seniority[remaining], -score[remaining]))]
