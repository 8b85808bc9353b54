"""A plan follows its account: a year plan opens the account plan, open actions go on as a year plan."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from workbook.plan.action import Action, ObjectiveAction
from workbook.plan.draft import Draft
from workbook.plan.objectives import Objectives, SalesObjective
from workbook.plan.year_plan import YearPlan
from workbook.terms import Layer, Status

if TYPE_CHECKING:
    from workbook.book.workbook import Workbook
    from workbook.focus.moves import Move

CLOSED = frozenset({Status.DONE, Status.DROPPED})


def carry_plans(book: "Workbook", moves: Iterable["Move"]) -> None:
    """Begin the plan of each account that changed its layer with what was written before; nothing is replaced."""
    for move in moves:
        if move.to_layer is Layer.TOP5:
            _promote(book, move.account)
        elif move.from_layer is Layer.TOP5 and move.to_layer is Layer.NEXT15:
            _demote(book, move.account)


def _promote(book: "Workbook", account: str) -> None:
    plan = book.read(YearPlan, account_id=account).values
    keeper = book.keeper(Objectives, account_id=account)
    if plan == YearPlan() or not keeper.draft.empty:
        return
    target = None if plan.value is None else f"{plan.value:f} {book.portfolio.currency}"
    goal = (SalesObjective(id="goal", text=plan.goal, target=target),) if plan.goal or target else ()
    actions = tuple(ObjectiveAction(**dict(each)) for each in plan.actions if each.status not in CLOSED)
    keeper.save(Draft(Objectives(objectives=goal, actions=actions)))


def _demote(book: "Workbook", account: str) -> None:
    objectives = book.read(Objectives, account_id=account).values
    keeper = book.keeper(YearPlan, account_id=account)
    plan = keeper.draft.values
    known = {each.id for each in plan.actions}
    more = (each for each in objectives.actions if each.status not in CLOSED and each.id not in known)
    actions = (*plan.actions, *(Action(**{name: getattr(each, name) for name in Action.model_fields}) for each in more))
    goal = plan.goal or next((each.text for each in objectives.objectives if each.text), None)
    changed = plan.model_copy(update={"goal": goal, "actions": actions})
    if changed != plan:
        keeper.save(Draft(changed, keeper.draft.typed))
