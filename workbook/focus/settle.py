"""Rule R13: the layers between two annual cuts, with hysteresis: a small lead moves nobody."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbook.focus.formula import CLOSE_CALL, LAYER_SIZES, MANDATORY_SLOTS, SCORE_DIGITS
from workbook.focus.move_causes import SOFT_CAUSES, Cause
from workbook.focus.snapshot import Snapshot
from workbook.focus.tiering import Tiering
from workbook.terms import Layer


@dataclass(frozen=True, slots=True)
class _Standing:
    """Where everybody stands before small leads are looked at, where the formula wants them, and their scores."""

    layers: Mapping[str, Layer]
    goal: Mapping[str, Layer]
    score: Mapping[str, float]

    def members(self, layer: Layer) -> set[str]:
        return {account for account, found in self.layers.items() if found is layer}

    def wanted(self, layer: Layer) -> set[str]:
        return {account for account, found in self.goal.items() if found is layer}


def settle_layers(before: Snapshot, now: Tiering, causes: Mapping[str, Cause]) -> dict[str, Layer]:
    """Return the layer of every account after the moves that have a plain cause or a clear lead (Rule R13)."""
    standing = _stand(before, now, causes)
    top = _settle(standing.members(Layer.TOP5), standing.wanted(Layer.TOP5), standing.score)
    left = standing.members(Layer.TOP5) - top
    active = _settle((standing.members(Layer.NEXT15) | left) - top, _wanted_active(standing, top), standing.score)
    return {account: _layer_of(account, top, active) for account in now.table.index}


def _layer_of(account: str, top: set[str], active: set[str]) -> Layer:
    if account in top:
        return Layer.TOP5
    return Layer.NEXT15 if account in active else Layer.REST


def _stand(before: Snapshot, now: Tiering, causes: Mapping[str, Cause]) -> _Standing:
    goal = now.layers
    old = before.by_account
    layers = {
        account: goal[account]
        if _moves_at_once(now, account, causes[account])
        else (old[account].layer if account in old else Layer.REST)
        for account in goal
    }
    # Accounts without a score come last.
    score = {str(account): float(value) for account, value in now.table["score"].fillna(-1.0).items()}
    return _Standing(layers, goal, score)


def _moves_at_once(now: Tiering, account: str, cause: Cause) -> bool:
    row = now.row(account)
    return cause not in SOFT_CAUSES or row["method"] == "manual" or bool(set(row["slots"]) & set(MANDATORY_SLOTS))


def _wanted_active(standing: _Standing, top: set[str]) -> set[str]:
    """Return who should be in the 15 once the top layer is settled: those wanted there or held back from the top."""
    wanted = (standing.wanted(Layer.NEXT15) | standing.wanted(Layer.TOP5)) - top
    best_first = sorted(wanted, key=lambda account: (-standing.score[account], account))
    return set(best_first[: LAYER_SIZES[Layer.NEXT15]])


def _settle(current: set[str], wanted: set[str], score: Mapping[str, float]) -> set[str]:
    """Return the members after filling open places, freeing surplus ones, and swapping where the lead is clear."""
    entering = sorted(wanted - current, key=lambda account: (-score[account], account))
    leaving = sorted(current - wanted, key=lambda account: (score[account], account))
    open_places = max(len(wanted) - len(current), 0)
    surplus = max(len(current) - len(wanted), 0)
    settled = (current | set(entering[:open_places])) - set(leaving[:surplus])
    for enters, leaves in zip(entering[open_places:], leaving[surplus:], strict=False):
        if round(score[enters] - score[leaves], SCORE_DIGITS) > CLOSE_CALL:
            settled = (settled - {leaves}) | {enters}
    return settled
