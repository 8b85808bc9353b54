"""Rule R13: the moves a new quarter proposes to a workbook, and the rep's yes to them."""

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from workbook.book.carrying import carry_plans
from workbook.book.standing import confirm
from workbook.focus.formula import SHORTEST_REASON
from workbook.plan.catalogue import section_of
from workbook.plan.dates import in_months
from workbook.plan.key_account import Cover

if TYPE_CHECKING:
    from workbook.book.workbook import Workbook
    from workbook.focus.moves import Move, Proposal


def proposed_moves(book: "Workbook") -> "Proposal | None":
    """Return what the formula proposes in this quarter, None in the first one."""
    from workbook.focus.moves import propose_moves

    standing = book.standing
    return propose_moves(standing.before, book.formula, horizons=plan_ends(book)) if standing else None


def waiting_moves(book: "Workbook") -> "tuple[Move, ...]":
    """Return the proposed moves that the rep has not confirmed yet."""
    from workbook.focus.held import open_moves

    standing, proposal = book.standing, proposed_moves(book)
    return open_moves(standing, book.formula, proposal) if standing and proposal else ()


def confirm_waiting(book: "Workbook", accounts: Collection[str], reason: str = "") -> "tuple[Move, ...]":
    """Confirm the waiting moves of these accounts, all at once, and return them; plans follow their accounts.

    Raises `DecisionRefused`, and changes nothing, where a layer would become too large or a prospect's plan would be
    dropped before its end without a reason.
    """
    from workbook.focus.moves import confirm_moves

    standing, proposal = book.standing, proposed_moves(book)
    chosen = tuple(move for move in waiting_moves(book) if move.account in accounts)
    if standing is None or proposal is None or not chosen:
        return ()
    reasons = {move.account: reason for move in chosen}
    # What was confirmed before had its reason then.
    before = dict.fromkeys(standing.accepted, "x" * SHORTEST_REASON)
    confirm_moves(standing.before, proposal, {**before, **reasons})
    confirm(book, {**standing.accepted, **reasons})
    carry_plans(book, chosen)
    return chosen


def plan_ends(book: "Workbook") -> dict[str, date]:
    """Return the day until which each account plan with a horizon runs, counted from the quarter it was begun in."""
    found = {}
    for key in book.sections("key_account/"):
        section = section_of(key)
        horizon = book.read(Cover, **section[1]).values.horizon if section and section[0] is Cover else None
        if section and horizon:
            began = book.calendar.first_day_of_quarter(book.begun_in(key))
            found[section[1]["account_id"]] = in_months(began, int(horizon.value))
    return found
