"""How a decision is made: each function checks it against the tiering it is about and returns new `Decisions`.

Everything that breaks a rule is refused here, with `DecisionRefused`; a decision that was right when it was made and
no longer fits a later portfolio becomes a notice of `tier` instead.
"""

from datetime import date
from typing import Any

from workbook.errors import ProblemKind
from workbook.focus import kinds
from workbook.focus.decisions import Decisions, Override, Reasoned, Waiver
from workbook.focus.formula import LAYERS
from workbook.focus.groups import find_groups
from workbook.focus.overrides import held_slot
from workbook.focus.tiering import Tiering
from workbook.focus.years import next_annual_cut, next_review
from workbook.portfolio.model import Portfolio
from workbook.terms import AccountStatus, Slot


def with_prospect(tiering: Tiering, account_id: str) -> Decisions:
    """Return the decisions with this prospect chosen; a waiver of the slot ends with it (Rule R4)."""
    row = _row(tiering, account_id)
    if row["status"] is AccountStatus.CUSTOMER:
        kinds.refuse(kinds.NOT_A_PROSPECT, name=row["name"])
    if row["status"] is AccountStatus.FORMER:
        kinds.refuse(kinds.FORMER_NOT_CONFIRMED, name=row["name"])
    waivers = tuple(waiver for waiver in tiering.decisions.waivers if waiver.slot is not Slot.PROSPECT)
    return tiering.decisions.model_copy(update={"prospect": (account_id,), "waivers": waivers})


def without_prospect(decisions: Decisions) -> Decisions:
    """Return the decisions with no prospect chosen: the tool proposes again."""
    return decisions.model_copy(update={"prospect": ()})


def with_confirmed_former(tiering: Tiering, account_id: str) -> Decisions:
    """Return the decisions with a former customer confirmed as one to win back (Rule R4)."""
    row = _row(tiering, account_id)
    if row["status"] is not AccountStatus.FORMER:
        kinds.refuse(kinds.NOT_FORMER, name=row["name"])
    confirmed = (*tiering.decisions.confirmed_former, account_id)
    return tiering.decisions.model_copy(update={"confirmed_former": confirmed})


def with_groups(portfolio: Portfolio, decisions: Decisions, groups: tuple[str, ...]) -> Decisions:
    """Return the decisions with exactly these groups confirmed as buying centrally (Rule R0)."""
    known = find_groups(portfolio)
    for name in groups:
        if name not in known:
            kinds.refuse(kinds.UNKNOWN_GROUP, name)
    return decisions.model_copy(update={"roll_up": tuple(dict.fromkeys(groups))})


def with_waiver(tiering: Tiering, waiver: Waiver) -> Decisions:
    """Return the decisions with a mandatory slot waived; waiving the prospect ends the choice (Rule R10)."""
    _check_end(tiering, waiver, latest_waiver_end(tiering), kinds.WAIVER_TOO_LONG)
    others = tuple(other for other in tiering.decisions.waivers if other.slot is not waiver.slot)
    prospect = () if waiver.slot is Slot.PROSPECT else tiering.decisions.prospect
    return tiering.decisions.model_copy(update={"waivers": (*others, waiver), "prospect": prospect})


def without_waiver(decisions: Decisions, slot: Slot) -> Decisions:
    """Return the decisions with a slot mandatory again."""
    waivers = tuple(waiver for waiver in decisions.waivers if waiver.slot is not slot)
    return decisions.model_copy(update={"waivers": waivers})


def with_override(tiering: Tiering, override: Override) -> Decisions:
    """Return the decisions with one more swap (Rule R12); refuses what the rule does not allow."""
    entering, leaving = _row(tiering, override.account_in), _row(tiering, override.account_out)
    _check_end(tiering, override, latest_override_end(tiering), kinds.EXPIRY_TOO_LATE)
    if entering["status"] is AccountStatus.FORMER:
        kinds.refuse(kinds.FORMER_NOT_CONFIRMED, name=entering["name"])
    _check_direction(tiering, override)
    slot = held_slot(tiering.cut, _position(tiering, override.account_out))
    if slot is not None:
        kinds.refuse(kinds.MANDATORY_MEMBER, name=leaving["name"], slot=slot)
    return tiering.decisions.model_copy(update={"overrides": (*tiering.decisions.overrides, override)})


def without_override(decisions: Decisions, account_in: str) -> Decisions:
    """Return the decisions without the swap that brought this account in."""
    overrides = tuple(override for override in decisions.overrides if override.account_in != account_in)
    return decisions.model_copy(update={"overrides": overrides})


def latest_override_end(tiering: Tiering) -> date:
    """Return the last day a swap may name as its end: the next annual cut (Rule R12)."""
    return next_annual_cut(tiering.today, tiering.rules)


def latest_waiver_end(tiering: Tiering) -> date:
    """Return the last day a waiver may name as its end: the next quarterly review (Rule R10)."""
    return next_review(tiering.today, tiering.rules)


def _check_end(tiering: Tiering, decision: Reasoned, latest: date, too_late: ProblemKind) -> None:
    if not decision.holds_on(tiering.today):
        kinds.refuse(kinds.ALREADY_EXPIRED, expiry=decision.expiry)
    if decision.expiry > latest:
        kinds.refuse(too_late, expiry=decision.expiry, latest=latest)


def _check_direction(tiering: Tiering, override: Override) -> None:
    entering, leaving = _row(tiering, override.account_in), _row(tiering, override.account_out)
    if LAYERS.index(leaving["layer"]) >= LAYERS.index(entering["layer"]):
        kinds.refuse(
            kinds.SWAP_NOT_UPWARDS,
            entering=entering["name"],
            leaving=leaving["name"],
            from_layer=entering["layer"],
            to_layer=leaving["layer"],
        )


def _row(tiering: Tiering, account_id: str) -> Any:
    if account_id not in tiering.table.index:
        kinds.refuse(kinds.UNKNOWN_ACCOUNT, account_id)
    return tiering.row(account_id)


def _position(tiering: Tiering, account_id: str) -> int:
    position = tiering.cut.ledger.position(account_id)
    assert position is not None, "the table and the ledger hold the same accounts"
    return position
