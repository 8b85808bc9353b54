"""Why an account is where it is, and what would move it; every amount is found and verified by re-running the rule."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from workbook.focus.cut import TOP5
from workbook.focus.formula import LAYERS
from workbook.focus.ledger import Floats, Ledger
from workbook.focus.notices import Amount
from workbook.focus.reasons import reason
from workbook.focus.rerun import layers_again
from workbook.focus.tiering import Tiering
from workbook.i18n import N_, _
from workbook.terms import AccountStatus, Layer, PotentialBasis, Slot

REVENUE, POTENTIAL, DEMAND = "revenue", "potential", "total_demand"


@dataclass(frozen=True, slots=True)
class Change:
    """The smallest change of one amount that moves an account; money in cents.

    ``quantity`` is "revenue", "potential" or "total_demand", ``value`` the amount at which the account is in
    ``to_layer``, ``difference`` what has to be added (positive) or lost (negative), None while it is unknown today.
    """

    quantity: str
    value: int
    difference: int | None
    from_layer: Layer
    to_layer: Layer
    currency: str

    @property
    def upward(self) -> bool:
        """Whether the account would move to a higher layer."""
        return LAYERS.index(self.to_layer) < LAYERS.index(self.from_layer)

    @property
    def sentence(self) -> str:
        """The change in words, in the language in use."""
        direction = "unknown" if self.difference is None else "more" if self.difference > 0 else "less"
        amount = self.value if self.difference is None else abs(self.difference)
        # Whole units, rounded so that the sentence stays true.
        up = self.upward or self.difference is not None
        whole = (-(-amount // 100) if up else amount // 100) * 100
        words = {"amount": Amount(whole, self.currency), "place": _(_PLACES[self.to_layer])}
        return _(_SENTENCES[self.quantity, direction, self.upward]).format(**words)


_PLACES = {Layer.TOP5: N_("in the Top 5"), Layer.NEXT15: N_("in the Next 15"), Layer.REST: N_("in the rest")}
_SENTENCES = {
    (REVENUE, "more", True): N_("With {amount} more revenue it would be {place}."),
    (REVENUE, "less", False): N_("With {amount} less revenue it would be {place}."),
    (REVENUE, "unknown", True): N_("With {amount} of revenue it would be {place}."),
    (REVENUE, "unknown", False): N_("With only {amount} of revenue it would be {place}."),
    (POTENTIAL, "more", True): N_("With {amount} more potential it would be {place}."),
    (POTENTIAL, "less", False): N_("With {amount} less potential it would be {place}."),
    (POTENTIAL, "unknown", True): N_("With a known potential of {amount} it would be {place}."),
    (POTENTIAL, "unknown", False): N_("With a known potential of only {amount} it would be {place}."),
    (DEMAND, "more", True): N_("With {amount} more total demand it would be {place}."),
    (DEMAND, "less", False): N_("With {amount} less total demand it would be {place}."),
    (DEMAND, "unknown", True): N_("With a known total demand of {amount} it would be {place}."),
    (DEMAND, "unknown", False): N_("With a known total demand of only {amount} it would be {place}."),
}


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why an account is where it is: place, badges, score parts (0 to 1, None where there is none), what moves it."""

    id: str
    name: str
    layer: Layer
    rank: int
    slots: tuple[Slot, ...]
    weight: float
    revenue_rank: float | None
    potential_rank: float | None
    score: float | None
    reason: str
    changes: tuple[Change, ...]


def explain(tiering: Tiering, account_id: str) -> Explanation:
    """Return the explanation of one account; raises KeyError for an unknown id."""
    row = tiering.row(account_id)
    parts = {name: _known(row[name]) for name in ("revenue_rank", "potential_rank", "score")}
    return Explanation(
        id=account_id,
        name=str(row["name"]),
        layer=row["layer"],
        rank=int(row["rank"]),
        slots=row["slots"],
        weight=tiering.rules.weight,
        reason=reason(tiering, account_id),
        changes=what_would_move(tiering, account_id),
        **parts,
    )


def _known(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def what_would_move(tiering: Tiering, account_id: str) -> tuple[Change, ...]:
    """Return the smallest gains that lift an account a layer and the smallest losses that drop it.

    Revenue counts for customers only, total demand only where the rules look at it (Rule R3); amounts never fall below
    zero. Empty for an account that no amount moves, such as a prospect that has to be chosen.
    """
    search = _Search(tiering, account_id)
    found = [search.find(quantity, upward=upward) for quantity in search.quantities for upward in (True, False)]
    return tuple(change for change in found if change is not None)


class _Search:
    """Looks for the amount at which one account changes its layer; the layer rises with the amount, in steps."""

    def __init__(self, tiering: Tiering, account_id: str) -> None:
        position = tiering.cut.ledger.position(account_id)
        if position is None:
            raise KeyError(account_id)
        self.tiering, self.position = tiering, position
        self.ledger: Ledger = tiering.cut.ledger
        self.is_customer = bool(self.ledger.status[position] == AccountStatus.CUSTOMER)
        self.today = LAYERS.index(tiering.table.loc[account_id, "layer"])

    @property
    def quantities(self) -> tuple[str, ...]:
        """The amounts that can decide about this account."""
        by_demand = self.ledger.basis is PotentialBasis.TOTAL
        if not self.is_customer:
            return (DEMAND,) if by_demand else (POTENTIAL,)
        return (REVENUE, POTENTIAL, DEMAND) if by_demand else (REVENUE, POTENTIAL)

    def amounts(self, quantity: str) -> Floats:
        """Return one amount of every account, in cents, NaN = unknown."""
        ledger = self.ledger
        return {REVENUE: ledger.revenue, POTENTIAL: ledger.additional, DEMAND: ledger.total}[quantity]

    def layer_at(self, quantity: str, value: int) -> int:
        """Return the layer of the account, by re-running the rule with this amount."""
        ledger = self.ledger
        change = {REVENUE: ledger.with_revenue, POTENTIAL: ledger.with_additional, DEMAND: ledger.with_total}[quantity]
        return int(layers_again(self.tiering, ledger=change(self.position, float(value)))[self.position])

    def find(self, quantity: str, *, upward: bool) -> Change | None:
        """Return the smallest gain (or loss) of one quantity that moves the account, None when none does."""
        if (upward and self.today == TOP5) or (not upward and self.today == len(LAYERS) - 1):
            return None
        now = float(self.amounts(quantity)[self.position])
        steps = self._steps(quantity, now, upward=upward)
        first = bisect_left(steps, True, key=self._moved(quantity, upward=upward))
        return None if first == len(steps) else self._change(quantity, steps[first], now)

    def _moved(self, quantity: str, *, upward: bool) -> Callable[[int], bool]:
        if upward:
            return lambda value: self.layer_at(quantity, value) < self.today
        return lambda value: self.layer_at(quantity, value) > self.today

    def _steps(self, quantity: str, now: float, *, upward: bool) -> list[int]:
        """Return the amounts at which a rank can change: level with another account and past it, nearest first."""
        others = self._others(quantity)
        values = {int(value) for other in others for value in (other, other + (1 if upward else -1))} | {0, 1}
        ahead = (value for value in values if np.isnan(now) or (value > now if upward else value < now))
        return sorted((value for value in ahead if value >= 0), reverse=not upward)

    def _others(self, quantity: str) -> list[float]:
        """Return the amounts of the accounts this one competes with."""
        rivals = self.ledger.customers if self.is_customer else self.ledger.prospects
        values = self.amounts(quantity)[rivals]
        return [float(value) for value in values[~np.isnan(values) & (rivals != self.position)]]

    def _change(self, quantity: str, value: int, now: float) -> Change:
        to_layer = LAYERS[self.layer_at(quantity, value)]
        difference = None if np.isnan(now) else value - int(now)
        return Change(quantity, value, difference, LAYERS[self.today], to_layer, self.tiering.currency)
