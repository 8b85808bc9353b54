"""One action is one date, whichever plan of its account it stands in, and whichever number the account has.

A promotion copies the open actions of a year plan into the account plan, a demotion copies them back, and an account
may go on under another number. The entries keep their ids, so a calendar is told that it is the same action.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbook.book.calendar_memory import Memory, uid_of
from workbook.plan.catalogue import section_of
from workbook.plan.objectives import Objectives
from workbook.plan.section import Section
from workbook.plan.year_plan import YearPlan

if TYPE_CHECKING:
    from workbook.book.agenda import Engagement
    from workbook.book.workbook import Workbook

# The plans an action is carried on in.
PLANS: tuple[type[Section], ...] = (Objectives, YearPlan)
_ACTION = "actions."


def lasting_uid(book: "Workbook", each: "Engagement", memory: Memory) -> str:
    """Return the name of a date in calendars: the one it was told under, wherever it stood then."""
    names = [uid_of(book.participant.ref, key, each.item.place) for key in _keys(book, each)]
    living = [name for name in names if name in memory and not memory[name].cancelled]
    known = [name for name in names if name in memory]
    return [*living, *known, *names][0]


def _keys(book: "Workbook", each: "Engagement") -> Iterator[str]:
    """Yield the key a date stands under, then those it may have stood under before."""
    yield each.key
    found = section_of(each.key)
    if found is None or "account_id" not in found[1]:
        return
    section, account = found[0], found[1]["account_id"]
    moves = section in PLANS and each.item.place.startswith(_ACTION)
    sections = [section, *(other for other in PLANS if moves and other is not section)]
    for number in (account, *_earlier_ids(book, account)):
        yield from (each.key(account_id=number) for each in sections)


def _earlier_ids(book: "Workbook", account: str) -> Iterator[str]:
    """Yield the numbers an account had before, the last one first."""
    before = [old for old, new in book.continued.items() if new == account and old != account]
    for old in before:
        yield old
        yield from (each for each in _earlier_ids(book, old) if each != account)
