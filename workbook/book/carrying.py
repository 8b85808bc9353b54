"""A plan follows its account: a year plan opens the account plan, open actions go on as a year plan."""

import secrets
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from workbook.plan.action import Action, ObjectiveAction
from workbook.plan.draft import Draft
from workbook.plan.objectives import Objectives, SalesObjective
from workbook.plan.year_plan import YearPlan
from workbook.terms import Layer

if TYPE_CHECKING:
    from workbook.book.workbook import Workbook
    from workbook.focus.moves import Move


def carry_plans(book: "Workbook", moves: Iterable["Move"]) -> None:
    """Begin the plan of each account that changed its layer with what was written before; nothing is lost."""
    for move in moves:
        if move.to_layer is Layer.TOP5:
            _promote(book, move.account)
        elif move.from_layer is Layer.TOP5 and move.to_layer is Layer.NEXT15:
            _demote(book, move.account)


def _promote(book: "Workbook", account: str) -> None:
    plan = book.read(YearPlan, account_id=account).values
    keeper = book.keeper(Objectives, account_id=account)
    if plan == YearPlan():
        return
    target = None if plan.value is None else f"{plan.value:f} {book.portfolio.currency}"
    goal = (SalesObjective(id="goal", text=plan.goal, target=target),) if plan.goal or target else ()
    before: Objectives = keeper.draft.values if not keeper.draft.empty else Objectives(objectives=goal)
    _save_actions(keeper, before, plan.actions, ObjectiveAction)


def _demote(book: "Workbook", account: str) -> None:
    objectives = book.read(Objectives, account_id=account).values
    keeper = book.keeper(YearPlan, account_id=account)
    plan = keeper.draft.values
    goal = _goal_in_words(plan, objectives)
    _save_actions(keeper, plan.model_copy(update={"goal": goal}), objectives.actions, Action)


def _goal_in_words(plan: YearPlan, objectives: Objectives) -> str | None:
    return plan.goal or next((each.text for each in objectives.objectives if each.text), None)


def copied_plan(book: "Workbook", account: str) -> YearPlan:
    """Return a year plan for a part of an account: its goal in words and its open actions, as entries of their own.

    No amount goes along: what the whole was to bring is not what a part brings.
    """
    plan = book.read(YearPlan, account_id=account).values
    objectives = book.read(Objectives, account_id=account).values
    known = {each.id: each for each in (*objectives.actions, *plan.actions) if not each.is_closed}
    copies = (each.model_dump(include={*Action.model_fields}) | {"id": secrets.token_hex(4)} for each in known.values())
    return YearPlan(goal=_goal_in_words(plan, objectives), actions=tuple(Action(**each) for each in copies))


def added_actions(book: "Workbook", old: str, new: str) -> "dict[str, Draft[Any]]":
    """Return the plans of one account, by key, with the open actions of another one that is merged into it."""
    found: dict[str, Draft[Any]] = {}
    for part in (YearPlan, Objectives):
        plans: list[Draft[Any]] = [book.read(part, account_id=each) for each in (new, old)]
        draft, source = plans
        known, left = {each.id for each in draft.values.actions}, source.values.actions
        more = tuple(_without_objective(each) for each in left if each.id not in known and not each.is_closed)
        if more:
            changed = draft.values.model_copy(update={"actions": (*draft.values.actions, *more)})
            found[part.key(account_id=new)] = Draft(changed, draft.typed)
    return found


def _without_objective(action: Action) -> Action:
    """Return an action that serves no objective, where the objectives of its own plan stay behind."""
    return action.model_copy(update={"objective": None}) if isinstance(action, ObjectiveAction) else action


def _save_actions(keeper: Any, before: Any, left: tuple[Action, ...], kind: type[Action]) -> None:
    """Save a plan with the actions of the plan that was left: those in both as they are there, and its open ones."""
    newer = {each.id: {name: getattr(each, name) for name in Action.model_fields} for each in left}
    known = {each.id for each in before.actions}
    stay = (each.model_copy(update=newer.get(each.id, {})) for each in before.actions)
    more = (kind(**newer[each.id]) for each in left if each.id not in known and not each.is_closed)
    changed = before.model_copy(update={"actions": (*stay, *more)})
    if changed != keeper.draft.values:
        keeper.save(Draft(changed, keeper.draft.typed))
