"""Rule R4: the one prospect of the top layer, chosen by the rep, proposed by the tool."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from workbook.focus import notices
from workbook.focus.decisions import Decisions, waived_slots
from workbook.focus.formula import SHOWN_CANDIDATES
from workbook.focus.ledger import Ledger, best, known_first
from workbook.focus.notices import Notice
from workbook.portfolio.model import Portfolio
from workbook.terms import AccountStatus, Slot

_SHOWN_COLUMNS = ("name", "incumbent_competitor", "contract_end", "access")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A prospect to choose from: potential in cents, current supplier, end of its contract, who of us gets in there."""

    id: str
    name: str
    potential: int | None
    incumbent: str | None
    contract_end: str | None
    access: str | None


@dataclass(frozen=True, slots=True)
class ProspectChoice:
    """Who holds the slot (position in the ledger, None = vacant), whether the tool proposed it, and what to tell."""

    holder: int | None
    proposed: bool = False
    notices: tuple[Notice, ...] = ()


def settle_prospect(ledger: Ledger, decisions: Decisions, portfolio: Portfolio, today: date) -> ProspectChoice:
    """Return the rep's choice, else the tool's proposal; a choice that cannot hold leaves the slot vacant (Rule R4)."""
    names = portfolio.accounts["name"]
    if Slot.PROSPECT in waived_slots(decisions, today):
        return ProspectChoice(None)
    if decisions.prospect:
        return _chosen(ledger, decisions.prospect[0], names)
    proposal = propose_prospect(ledger)
    if proposal is None:
        return ProspectChoice(None)
    name = names[ledger.ids[proposal]]
    return ProspectChoice(proposal, True, (Notice(notices.PROSPECT_PROPOSED, {"name": name}),))


def _chosen(ledger: Ledger, account_id: str, names: "pd.Series[str]") -> ProspectChoice:
    position = ledger.position(account_id)
    if position is None:
        return ProspectChoice(None, notices=(Notice(notices.PROSPECT_GONE, {"name": account_id}),))
    status = ledger.status[position]
    if status == AccountStatus.PROSPECT:
        return ProspectChoice(position)
    kind = notices.PROSPECT_WON if status == AccountStatus.CUSTOMER else notices.PROSPECT_FORMER
    return ProspectChoice(None, notices=(Notice(kind, {"name": names[account_id]}),))


def propose_prospect(ledger: Ledger) -> int | None:
    """Return the prospect with the highest known potential, None when no potential is known (Rule R4)."""
    known = ledger.prospects[np.nan_to_num(ledger.potential[ledger.prospects]) > 0]
    return best(known, (ledger.potential, *ledger.tie_keys))


def list_candidates(ledger: Ledger, portfolio: Portfolio) -> tuple[Candidate, ...]:
    """Return up to three prospects, the highest known potential first, unknown ones after them (Rule R4)."""
    potential = known_first(ledger.potential)[ledger.prospects]
    order = ledger.prospects[np.lexsort((ledger.seniority[ledger.prospects], -potential))][:SHOWN_CANDIDATES]
    return tuple(_candidate(ledger, int(position), portfolio.accounts) for position in order)


def _candidate(ledger: Ledger, position: int, accounts: pd.DataFrame) -> Candidate:
    row = {column: accounts[column].array[position] for column in _SHOWN_COLUMNS}
    potential = ledger.potential[position]
    return Candidate(
        id=str(ledger.ids[position]),
        name=str(row["name"]),
        potential=None if np.isnan(potential) else int(potential),
        incumbent=text_or_none(row["incumbent_competitor"]),
        contract_end=text_or_none(row["contract_end"]),
        access=text_or_none(row["access"]),
    )


def text_or_none(value: object) -> str | None:
    """Return a text cell as text, a missing one as None."""
    return str(value) if isinstance(value, str) else None
