"""Rule R13: what moves between two quarters. Moves are proposed; the rep confirms them.

The layers are cut once per fiscal year. In the quarters between, an account moves for a plain cause (a won or lost
prospect, a lost customer, a mandatory slot, an override), or when its score lead at the boundary exceeds 0.05.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from workbook.focus import kinds
from workbook.focus.formula import LAYER_SIZES, LAYERS, SHORTEST_REASON
from workbook.focus.move_causes import DROPS_NO_PLAN, Cause, find_cause
from workbook.focus.settle import settle_layers
from workbook.focus.snapshot import Snapshot
from workbook.focus.tiering import Tiering
from workbook.terms import Layer, Slot


@dataclass(frozen=True, slots=True)
class Move:
    """One account that changes its layer; a new account comes from the rest, ``to_layer`` None = it is gone.

    ``needs_reason``: a prospect's plan would be dropped before its horizon. ``last_12_months``: cents, None = unknown.
    """

    account: str
    name: str
    from_layer: Layer
    to_layer: Layer | None
    cause: Cause
    needs_reason: bool = False
    last_12_months: int | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a new quarter brings: proposed moves, and moves held back because the lead is too small.

    ``annual``: a new fiscal year is complete and the layers are cut anew, without holding anything back. ``layers``:
    the layer of every account if all moves are confirmed.
    """

    annual: bool
    moves: tuple[Move, ...]
    held: tuple[Move, ...]
    layers: Mapping[str, Layer] = field(default_factory=dict)


def propose_moves(before: Snapshot, now: Tiering, *, horizons: Mapping[str, date] | None = None) -> Proposal:
    """Return the moves from the last confirmed layers to today's (Rule R13).

    ``horizons`` gives the day until which a prospect's plan runs, by account id.
    """
    goal = now.layers
    annual = now.reference_year > before.reference_year
    causes = {account: find_cause(before.by_account.get(account), now, account) for account in _everybody(before, now)}
    layers = goal if annual else settle_layers(before, now, causes)
    describe = _Describer(before, now, causes, horizons or {})
    moves = (describe.move(account, layers.get(account)) for account in causes)
    held = (describe.move(account, goal[account]) for account in layers if layers[account] is not goal[account])
    return Proposal(annual, tuple(filter(_is_worth_telling, moves)), tuple(held), layers)


def _is_worth_telling(move: Move) -> bool:
    """Nobody has to be told that an account stays, or that one of the rest is gone from the data."""
    return move.from_layer is not move.to_layer and (move.from_layer, move.to_layer) != (Layer.REST, None)


def _everybody(before: Snapshot, now: Tiering) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*now.table.index, *before.by_account]))


@dataclass(frozen=True, slots=True)
class _Describer:
    before: Snapshot
    now: Tiering
    causes: Mapping[str, Cause]
    horizons: Mapping[str, date]

    def move(self, account: str, to_layer: Layer | None) -> Move:
        old = self.before.by_account.get(account)
        return Move(
            account=account,
            name=old.name if old is not None else str(self.now.table.loc[account, "name"]),
            from_layer=old.layer if old is not None else Layer.REST,
            to_layer=to_layer,
            cause=self.causes[account],
            needs_reason=self._drops_plan(account, to_layer),
            last_12_months=self._last_12_months(account),
        )

    def _drops_plan(self, account: str, to_layer: Layer | None) -> bool:
        old = self.before.by_account.get(account)
        was_prospect = old is not None and old.layer is Layer.TOP5 and Slot.PROSPECT in old.slots
        runs = self.horizons.get(account, date.min) > self.now.today
        return was_prospect and runs and to_layer is not Layer.TOP5 and self.causes[account] not in DROPS_NO_PLAN

    def _last_12_months(self, account: str) -> int | None:
        last = self.now.portfolio.last_12_months
        value = None if last is None else last.get(account)
        return None if value is None or pd.isna(value) else int(value)


def confirm_moves(before: Snapshot, proposal: Proposal, accepted: Mapping[str, str]) -> dict[str, Layer]:
    """Return the layer of every account after the accepted moves; ``accepted`` gives a reason (may be "") per account.

    An account that is gone leaves its layer anyway. Refuses what would make a layer larger than 5 or 15, and the drop
    of a prospect's plan before its horizon without a reason (Rule R13).
    """
    gone = {move.account for move in proposal.moves if move.to_layer is None}
    layers = {account: old.layer for account, old in before.by_account.items() if account not in gone}
    layers = {account: layers.get(account, Layer.REST) for account in proposal.layers}
    for move in proposal.moves:
        if move.account in accepted and move.to_layer is not None:
            _check_reason(move, accepted[move.account])
            layers[move.account] = move.to_layer
    _check_sizes(layers)
    return layers


def _check_reason(move: Move, reason: str) -> None:
    if move.needs_reason and len(reason.strip()) < SHORTEST_REASON:
        kinds.refuse(kinds.PLAN_DROPPED, name=move.name, length=SHORTEST_REASON)


def _check_sizes(layers: Mapping[str, Layer]) -> None:
    for layer in LAYERS:
        count = sum(found is layer for found in layers.values())
        if count > LAYER_SIZES.get(layer, count):
            kinds.refuse(kinds.LAYER_OVERFULL, layer=layer, count=count, size=LAYER_SIZES[layer])
