"""Why an account moves between two quarters (Rule R13)."""

from typing import Any

from workbook.focus.formula import MANDATORY_SLOTS
from workbook.focus.snapshot import TierAssignment, potential_of
from workbook.focus.tiering import Tiering
from workbook.i18n import NP_
from workbook.terms import AccountStatus, Layer, Slot, Term


class Cause(Term):
    """Why an account moves."""

    WON = "won", NP_("Cause", "Prospect won")
    LOST_PROSPECT = "lost_prospect", NP_("Cause", "Prospect lost")
    LOST_CUSTOMER = "lost_customer", NP_("Cause", "Customer lost")
    GONE = "gone", NP_("Cause", "No longer in the data")
    NEW = "new", NP_("Cause", "New in the data")
    SLOT = "slot", NP_("Cause", "Mandatory slot changed")
    OVERRIDE = "override", NP_("Cause", "Set by hand")
    OVERRIDE_ENDED = "override_ended", NP_("Cause", "Setting by hand ended")
    POTENTIAL = "potential", NP_("Cause", "Potential changed")
    SCORE = "score", NP_("Cause", "Score changed")


# These wait for a clear lead; all other causes move an account at once.
SOFT_CAUSES = (Cause.POTENTIAL, Cause.SCORE, Cause.NEW)
DROPS_NO_PLAN = (Cause.WON, Cause.GONE)


def find_cause(old: TierAssignment | None, now: Tiering, account: str) -> Cause:
    """Return the cause that explains best why an account stands elsewhere than before."""
    if account not in now.table.index:
        return Cause.GONE
    if old is None:
        return Cause.NEW
    row = now.row(account)
    return _by_status(old, row) or _by_place(old, row) or _by_potential(old, now, account)


def _by_status(old: TierAssignment, row: Any) -> Cause | None:
    if row["status"] is old.status:
        return None
    if row["status"] is AccountStatus.CUSTOMER:
        return Cause.WON
    return Cause.LOST_CUSTOMER if old.status is AccountStatus.CUSTOMER else Cause.LOST_PROSPECT


def _by_place(old: TierAssignment, row: Any) -> Cause | None:
    if row["method"] == "manual":
        return Cause.OVERRIDE
    if old.method == "manual":
        return Cause.OVERRIDE_ENDED
    if _mandatory(old.slots) == _mandatory(row["slots"]):
        return None
    dropped = old.status is AccountStatus.PROSPECT and row["layer"] is Layer.REST
    return Cause.LOST_PROSPECT if dropped else Cause.SLOT


def _mandatory(slots: tuple[Slot, ...]) -> set[Slot]:
    return set(slots) & set(MANDATORY_SLOTS)


def _by_potential(old: TierAssignment, now: Tiering, account: str) -> Cause:
    return Cause.SCORE if potential_of(now, account) == old.potential else Cause.POTENTIAL
