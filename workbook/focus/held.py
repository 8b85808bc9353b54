"""Rule R13: the layers in force between two cuts are those the rep has confirmed, whatever the formula says now."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from workbook.focus.formula import LAYERS, MANDATORY_SLOTS
from workbook.focus.move_causes import Cause
from workbook.focus.moves import Move, Proposal, confirm_moves, propose_moves
from workbook.focus.snapshot import Snapshot
from workbook.focus.tiering import Tiering
from workbook.terms import Layer, Slot

KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Standing:
    """What a quarter starts from: the layers confirmed in the last one, and the moves confirmed since, with reasons."""

    before: Snapshot
    accepted: Mapping[str, str]


def layers_in_force(standing: Standing, now: Tiering) -> dict[str, Layer]:
    """Return the layer of every account: as confirmed before, moved by what was confirmed since.

    What the rep decides in chapter 2, a swap or another prospect, is confirmed by being decided.
    """
    proposal = propose_moves(standing.before, now)
    decided = {move.account: _ALREADY_SAID for move in proposal.moves if _is_decided(move, now, standing.before)}
    return confirm_moves(standing.before, proposal, {**decided, **standing.accepted})


# A decision of chapter 2 has its reason there.
_ALREADY_SAID = "decided in chapter 2"


def _is_decided(move: Move, now: Tiering, before: Snapshot) -> bool:
    if move.cause is Cause.OVERRIDE:
        return True
    chosen = now.decisions.prospect
    held = {each.account for each in before.assignments if Slot.PROSPECT in each.slots}
    return bool(chosen) and not held & set(chosen) and move.account in held | set(chosen)


def open_moves(standing: Standing, now: Tiering, proposal: Proposal) -> tuple[Move, ...]:
    """Return the proposed moves that are not in force yet."""
    layers = layers_in_force(standing, now)
    return tuple(
        move for move in proposal.moves if move.to_layer is not None and layers[move.account] is not move.to_layer
    )


def hold_layers(tiering: Tiering, layers: Mapping[str, Layer]) -> Tiering:
    """Return the tiering with these layers in force; accounts that stand elsewhere than the formula are "kept".

    Ranks are counted anew within each layer, in the order of the formula; nothing else changes.
    """
    table = tiering.table.copy()
    wanted = np.array([layers.get(str(account), row) for account, row in table["layer"].items()], dtype=object)
    moved = np.array([now is not formula for now, formula in zip(wanted, table["layer"], strict=True)])
    if not moved.any():
        return tiering
    table["layer"] = pd.Series(wanted, table.index, dtype=object)
    table.loc[moved, "method"] = KEPT
    table["slots"] = pd.Series(
        [_slots(layer, slots) for layer, slots in zip(wanted, table["slots"], strict=True)], table.index, dtype=object
    )
    order = np.argsort([LAYERS.index(layer) for layer in wanted], kind="stable")
    table = table.iloc[order]
    table["rank"] = table.groupby(table["layer"].map(LAYERS.index)).cumcount() + 1
    return replace(tiering, table=table)


def _slots(layer: Layer, slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """Return why an account has its place: a mandatory slot needs a place in the top layer."""
    if layer is Layer.TOP5:
        return slots or (Slot.SCORE,)
    return tuple(slot for slot in slots if slot not in (*MANDATORY_SLOTS, Slot.SCORE))
