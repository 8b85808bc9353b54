"""Rule R3: the highest known potentials, shown beside the winner with source and confidence."""

from dataclasses import dataclass

from workbook.focus.prospects import text_or_none
from workbook.focus.telling import Findings, order_by_potential


@dataclass(frozen=True, slots=True)
class PotentialLeader:
    """One of the highest known potentials among the customers: cents, where the amount comes from, how sure it is."""

    id: str
    name: str
    amount: int
    source: str | None
    confidence: str | None


def list_leaders(findings: Findings) -> tuple[PotentialLeader, ...]:
    """Return the customers with the highest known potentials, at most three, ties by Rule R9."""
    ledger, accounts = findings.cut.ledger, findings.portfolio.accounts
    return tuple(
        PotentialLeader(
            id=str(ledger.ids[position]),
            name=str(findings.names[position]),
            amount=int(ledger.potential[position]),
            source=text_or_none(accounts["potential_source"].array[position]),
            confidence=text_or_none(accounts["potential_confidence"].array[position]),
        )
        for position in order_by_potential(findings.cut)
    )
