"""The prospects a workbook has had: how long each held the place, whether it was won, and why it went if it was not."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from workbook.book.agenda import account_of
from workbook.book.confirming import plan_ends
from workbook.book.continued import renamed_ids
from workbook.book.history import ended_layers
from workbook.book.named import TIERING
from workbook.errors import DecisionRefused, Problem, ProblemKind, Severity
from workbook.focus import kinds
from workbook.focus.formula import SHORTEST_REASON
from workbook.focus.snapshot import Snapshot, TierAssignment
from workbook.i18n import N_
from workbook.plan.catalogue import section_of
from workbook.plan.draft import Draft
from workbook.plan.prospect_end import Outcome, ProspectEnd
from workbook.terms import AccountStatus, Layer, Slot

if TYPE_CHECKING:
    from workbook.book.workbook import Workbook

LOOK_AGAIN = ProblemKind(
    "prospect_look_again",
    Severity.ERROR,
    N_("A parked prospect needs a day in the future on which you look again."),
    N_("Enter the day, or choose “Lost”."),
)


@dataclass(frozen=True, slots=True)
class PastProspect:
    """One prospect: ``held`` are the quarters at whose end it had the place, ``now`` and ``won`` how it stands today.

    ``end`` is what the rep said became of it, ``horizon`` the day until which its plan runs; ``asks``: the rep has not
    said yet why it went.
    """

    account_id: str
    name: str
    held: tuple[str, ...]
    now: bool
    won: bool
    end: ProspectEnd
    asks: bool
    horizon: date | None = None


def past_prospects(book: "Workbook") -> tuple[PastProspect, ...]:
    """Return every account that held the prospect's place at the end of a quarter, or was chosen and has a plan."""
    held: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for snapshot in ended_layers(book):
        for each in _holders(snapshot):
            held.setdefault(each.account, []).append(snapshot.quarter)
            names[each.account] = each.name
    ever = (each for document in book.kept(TIERING) for each in _chosen(document))
    chosen = dict.fromkeys(renamed_ids(book.continued, each) for each in ever)
    begun = _begun_plans(book)
    known = dict.fromkeys([*held, *(each for each in chosen if each in begun)])
    meant = {*chosen, *begun}
    ends = plan_ends(book)
    found = (_past(book, each, tuple(held.get(each, ())), each in meant) for each in known)
    named = (replace(each, name=names.get(each.account_id, each.name)) for each in found)
    return tuple(replace(each, horizon=ends.get(each.account_id)) for each in named)


def _past(book: "Workbook", account_id: str, held: tuple[str, ...], meant: bool) -> PastProspect:
    name, layer = account_of(book, account_id)
    status = cast(AccountStatus, book.tiering.row(account_id)["status"]) if layer else None
    won, now = status is AccountStatus.CUSTOMER, layer is Layer.TOP5 and status is AccountStatus.PROSPECT
    end: ProspectEnd = book.read(ProspectEnd, account_id=account_id).values
    said = end.day is not None and (not held or held[-1] < book.calendar.quarter_of(end.day))
    asks = meant and not (now or won or said)
    return PastProspect(account_id, name, held, now, won, end, asks)


def _holders(snapshot: Snapshot) -> Iterator[TierAssignment]:
    prospects = (each for each in snapshot.assignments if each.status is AccountStatus.PROSPECT)
    yield from (each for each in prospects if Slot.PROSPECT in each.slots and each.layer is Layer.TOP5)


def _chosen(document: dict[str, Any]) -> list[str]:
    return list(document["decisions"].get("prospect", ()))


def _begun_plans(book: "Workbook") -> set[str]:
    found = (section_of(key) for key in book.sections("key_account/"))
    return {place["account_id"] for _section, place in filter(None, found)}


def end_prospect(book: "Workbook", account_id: str, outcome: Outcome, reason: str, look_again: date | None) -> None:
    """Save what became of a prospect and why, with the day of today.

    Raises `DecisionRefused` for a reason that is too short, and for a parked prospect without a day to look again.
    """
    if len(reason.strip()) < SHORTEST_REASON:
        kinds.refuse(kinds.REASON_TOO_SHORT, reason, length=SHORTEST_REASON)
    if outcome is Outcome.PARKED and (look_again is None or look_again <= book.today):
        raise DecisionRefused(Problem(LOOK_AGAIN))
    end = ProspectEnd(outcome=outcome, reason=reason, look_again=look_again, day=book.today)
    book.keeper(ProspectEnd, account_id=account_id).save(Draft(end))


def take_up_again(book: "Workbook", chosen: Iterable[str]) -> None:
    """Let prospects that are chosen again begin anew: why they ended stays in the history, and no longer counts."""
    for account_id in chosen:
        if not book.read(ProspectEnd, account_id=account_id).empty:
            book.keeper(ProspectEnd, account_id=account_id).save(Draft(ProspectEnd()))
