"""What became of the actions since the last quarter: how many were done, and which way each of the others has come."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.book.continued import renamed_ids
from workbook.book.overdue import open_actions, overdue_actions
from workbook.plan.action import Action
from workbook.plan.action_decisions import ActionDecision, ActionDecisions
from workbook.plan.catalogue import section_of
from workbook.plan.objectives import Objectives
from workbook.plan.year_plan import YearPlan
from workbook.terms import Status

if TYPE_CHECKING:
    from workbook.book.workbook import Workbook


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of actions: done in this quarter, dropped in it, still open, and how many of the open ones are overdue."""

    done: int
    dropped: int
    open: int
    overdue: int


def tally(book: "Workbook") -> Tally:
    """Return how the actions of a workbook stand; what was done or dropped before the quarter does not count again."""
    closed = _closed(book.before) if book.before else {}
    before = {(renamed_ids(book.continued, account), action): how for (account, action), how in closed.items()}
    new = [how for place, how in _closed(book).items() if before.get(place) is not how]
    return Tally(new.count(Status.DONE), new.count(Status.DROPPED), len(open_actions(book)), len(overdue_actions(book)))


def _closed(book: "Workbook") -> dict[tuple[str, str], Status]:
    closed = ((place, each) for place, each in _actions(book) if each.is_closed)
    return {place: Status.DROPPED if each.status is Status.DROPPED else Status.DONE for place, each in closed}


def _actions(book: "Workbook") -> Iterator[tuple[tuple[str, str], Action]]:
    for key, draft in book.drafts().items():
        found = section_of(key)
        if found and found[0] in (Objectives, YearPlan):
            yield from (((found[1]["account_id"], each.id or ""), each) for each in draft.values.actions)


def decisions_about(book: "Workbook", account_id: str, action: str) -> tuple[ActionDecision, ...]:
    """Return what was decided about one action, oldest first."""
    return book.read(ActionDecisions, account_id=account_id).values.about(action)


def decisions_made(book: "Workbook") -> int:
    """Return how many decisions about overdue actions there are: a plan that is open is read anew after each."""
    return sum(1 for _decision in _decisions(book))


def decided_now(book: "Workbook") -> Iterator[tuple[str, ActionDecision]]:
    """Yield the decisions made since the last quarter ended, with the id of the account, newest first in each."""
    known = {each.id for _account, each in _decisions(book.before)} if book.before else set()
    yield from ((account, each) for account, each in _decisions(book) if each.id not in known)


def _decisions(book: "Workbook") -> Iterator[tuple[str, ActionDecision]]:
    for key in book.sections("action_decisions/"):
        found = section_of(key)
        place = found[1] if found else {}
        decisions: ActionDecisions = book.read(ActionDecisions, **place).values
        yield from ((place["account_id"], each) for each in reversed(decisions.decisions))
