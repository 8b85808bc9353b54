"""The layers of one quarter as they were confirmed: what the next quarter is compared with (Rule R13)."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from workbook.focus.decisions import Decision
from workbook.focus.tiering import Tiering
from workbook.terms import AccountStatus, Layer, Slot


class TierAssignment(Decision):
    """Where one account stood in a quarter; ``potential`` in cents, None = unknown."""

    account: str
    name: str
    layer: Layer
    rank: int
    score: float | None = None
    slots: tuple[Slot, ...] = ()
    method: str = "auto"
    status: AccountStatus
    potential: int | None = None


class Snapshot(Decision):
    """The confirmed layers of a quarter; stored as JSON."""

    quarter: str
    reference_year: int
    assignments: tuple[TierAssignment, ...]

    @property
    def by_account(self) -> Mapping[str, TierAssignment]:
        """The assignments by account id."""
        return {assignment.account: assignment for assignment in self.assignments}


def take_snapshot(tiering: Tiering, quarter: str, layers: Mapping[str, Layer] | None = None) -> Snapshot:
    """Return the layers of a tiering as confirmed in ``quarter``; ``layers`` wins where the rep kept others."""
    kept = {**tiering.layers, **(layers or {})}
    assignments = tuple(_assign(tiering, account, kept[account]) for account in tiering.layers)
    return Snapshot(quarter=quarter, reference_year=tiering.reference_year, assignments=assignments)


def _assign(tiering: Tiering, account: str, layer: Layer) -> TierAssignment:
    row = tiering.row(account)
    return TierAssignment(
        account=account,
        name=str(row["name"]),
        layer=layer,
        rank=int(row["rank"]),
        score=None if pd.isna(row["score"]) else float(row["score"]),
        slots=row["slots"],
        method=row["method"],
        status=row["status"],
        potential=potential_of(tiering, account),
    )


def potential_of(tiering: Tiering, account: str) -> int | None:
    """Return the potential of an account in cents that decides about its place; None = unknown."""
    position = tiering.cut.ledger.position(account)
    value = np.nan if position is None else tiering.cut.ledger.decisive[position]
    return None if np.isnan(value) else int(value)
