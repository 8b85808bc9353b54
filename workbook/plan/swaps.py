"""Three swaps: hours that leave the rest, each for a named action of the five. The rep books them or does not."""

import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from workbook.i18n import N_, _
from workbook.plan.inquiries import Inquiry
from workbook.plan.not_to_do import NotToDo, NotToDoEntry, a_month, is_booked
from workbook.plan.time_budget import HoursPerLayer
from workbook.plan.triage import USUAL
from workbook.terms import Answerer, InquiryDecision

MOST = 3
MOST_ENTRIES = 20
LEAST_HOURS = Decimal("0.5")
HANDED_OVER = N_("Answering myself what inside sales, the web shop or a partner can answer")
# Where hours usually go that nobody decided on; a swap needs something to stop, not a number.
LEVERS = (
    N_("Visits in the rest without an occasion"),
    N_("Offers for the rest that are not our standard offer"),
    N_("Calls with the rest that are no answer to an inquiry"),
)


@dataclass(frozen=True, slots=True)
class Swap:
    """Hours a month that leave the rest, and the action of the five that gets them."""

    item: str
    hours: Decimal
    booked_to: str


@dataclass(frozen=True, slots=True)
class Situation:
    """What swaps are drawn from.

    ``share`` is the part of revenue the rest brings, None = unknown; ``inquiries`` are those of the last month;
    ``actions`` are the named actions of the five, the next one first.
    """

    actual: HoursPerLayer
    target: HoursPerLayer
    share: float | None
    not_to_do: NotToDo
    inquiries: Sequence[Inquiry] = ()
    actions: Sequence[str] = ()


def propose_swaps(now: Situation) -> tuple[Swap, ...]:
    """Return at most three swaps, largest first: from what costs hours in the rest to the next actions of the five.

    First what the rep has freed and not booked, then answers others could give, then the hours by which the rest
    exceeds what is wanted for it (or, where nothing is wanted yet, its share of revenue).
    """
    sources = list(_sources(now))[:MOST]
    booked = {each.booked_to for each in now.not_to_do.entries}
    # Actions that have no hours yet come first; with few actions one may get hours twice.
    targets = sorted(now.actions, key=lambda action: action in booked)
    if not targets:
        return ()
    return tuple(Swap(item, hours, targets[place % len(targets)]) for place, (item, hours) in enumerate(sources))


def _sources(now: Situation) -> Iterator[tuple[str, Decimal]]:
    known = {each.item for each in now.not_to_do.entries}
    for entry in now.not_to_do.entries:
        if entry.item and entry.hours_freed and not is_booked(entry, now.actions):
            yield entry.item, entry.hours_freed
    handed_over = hours_to_hand_over(now.inquiries)
    if handed_over >= LEAST_HOURS and _(HANDED_OVER) not in known:
        yield _(HANDED_OVER), handed_over
    left = a_month(hours_too_many(now)) - handed_over - _freed(now.not_to_do)
    levers = [lever for lever in map(_, LEVERS) if lever not in known]
    each = (left / max(len(levers), 1)).quantize(Decimal("0.1"))
    if each >= LEAST_HOURS:
        yield from ((lever, each) for lever in levers)


def _freed(not_to_do: NotToDo) -> Decimal:
    return sum((each.hours_freed or Decimal(0) for each in not_to_do.entries), Decimal(0))


def hours_to_hand_over(inquiries: Iterable[Inquiry]) -> Decimal:
    """Return the hours the rep spends on standard offers and polite noes that others could answer."""
    return sum((_hours(each) for each in inquiries if _is_for_others(each)), Decimal(0))


def _is_for_others(inquiry: Inquiry) -> bool:
    ending = inquiry.decision
    return inquiry.answered_by is Answerer.REP and ending in {InquiryDecision.STANDARD_OFFER, InquiryDecision.DECLINE}


def _hours(inquiry: Inquiry) -> Decimal:
    """Return what an inquiry took; what was not noted counts with its ceiling, or with the usual one."""
    if inquiry.hours is not None:
        return inquiry.hours
    usual = USUAL[inquiry.decision].effort_ceiling if inquiry.decision in USUAL else Decimal(0)
    return inquiry.effort_ceiling if inquiry.effort_ceiling is not None else usual


def hours_too_many(now: Situation) -> Decimal:
    """Return the hours a week the rest gets beyond what is wanted, or beyond its share of revenue; 0 if unknown."""
    actual = now.actual.rest
    if actual is None:
        return Decimal(0)
    if now.target.rest is not None:
        wanted = now.target.rest
    elif now.share is not None and None not in now.actual:
        wanted = now.actual.total() * Decimal(str(now.share))
    else:
        return Decimal(0)
    return max(actual - wanted, Decimal(0))


def with_swap(not_to_do: NotToDo, swap: Swap) -> NotToDo:
    """Return the not-to-do list with a swap booked: the entry it names gets the action, or a new one is added."""
    entries = list(not_to_do.entries)
    for place, entry in enumerate(entries):
        if entry.item == swap.item:
            entries[place] = entry.model_copy(update={"booked_to": swap.booked_to})
            return not_to_do.model_copy(update={"entries": tuple(entries)})
    added = NotToDoEntry(id=secrets.token_hex(4), item=swap.item, hours_freed=swap.hours, booked_to=swap.booked_to)
    return not_to_do.model_copy(update={"entries": (*entries, added)})


def without_swap(not_to_do: NotToDo, swap: Swap) -> NotToDo:
    """Return the not-to-do list without a booking: what was proposed here leaves it, the rep's own entry stays."""
    ours = {_(HANDED_OVER), *map(_, LEVERS)}
    kept = [each for each in not_to_do.entries if each.item != swap.item or each.item not in ours]
    freed = [each.model_copy(update={"booked_to": None}) if each.item == swap.item else each for each in kept]
    return not_to_do.model_copy(update={"entries": tuple(freed)})
