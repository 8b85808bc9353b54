"""Actions whose day is over, and what the rep decides about each: plan and decision are saved in one piece."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from workbook.book.agenda import Engagement, engagements
from workbook.errors import DecisionRefused, Problem, ProblemKind, Severity
from workbook.focus.formula import SHORTEST_REASON
from workbook.i18n import N_, day
from workbook.plan.action import CLOSED
from workbook.plan.action_decisions import ActionDecisions, Verdict
from workbook.plan.draft import Draft
from workbook.plan.key_account import DAYS_TO_APPOINTMENT
from workbook.plan.objectives import Objectives
from workbook.plan.year_plan import YearPlan
from workbook.terms import Status

if TYPE_CHECKING:
    from workbook.book.workbook import Workbook


def _refusal(code: str, message: str, what_to_do: str) -> ProblemKind:
    return ProblemKind(code, Severity.ERROR, message, what_to_do)


DATE_MISSING = _refusal(
    "action_date_missing", N_("The new date is missing."), N_("Until when will it be done? Enter the day.")
)
DATE_OVER = _refusal("action_date_over", N_("{date} is over."), N_("Enter today or a later day."))
NOT_NOW = _refusal(
    "action_not_now",
    N_("{date} is more than {days} days away, and that is not now."),
    N_("Enter an earlier day, or choose “Move it”."),
)
NOT_YET = _refusal("action_not_yet", N_("{date} has not come yet."), N_("Enter the day on which it was done."))
WHY_DROPPED = _refusal(
    "action_reason_missing",
    N_("An action is dropped only with a reason of at least {count} characters."),
    N_("Write why it is no longer worth doing."),
)


@dataclass(frozen=True, slots=True)
class Decided:
    """What the rep says about one action: the new date, or the day it was done, and the reason, "" for none."""

    verdict: Verdict
    day: date | None = None
    reason: str = ""


def overdue_actions(book: "Workbook") -> tuple[Engagement, ...]:
    """Return the open actions of the five and the 15 whose day is over, the oldest first."""
    return tuple(each for each in open_actions(book) if each.item.day and each.item.day < book.today)


def open_actions(book: "Workbook") -> tuple[Engagement, ...]:
    """Return the actions of the five and the 15 that are neither done nor dropped, by day, undated ones last."""
    return tuple(each for each in engagements(book) if is_action(each) and is_open(each))


def is_action(each: Engagement) -> bool:
    """Return whether something with a date is an action of a plan."""
    return each.layer is not None and each.item.place.startswith("actions.")


def is_open(each: Engagement) -> bool:
    """Return whether something with a date is still to be done."""
    return each.item.status not in CLOSED and not each.item.done_on


def decide_action(book: "Workbook", each: Engagement, decided: Decided) -> None:
    """Save what becomes of an action, in every plan of its account that holds it, and the decision with its reason.

    Raises `DecisionRefused` for a date or a reason that is missing, and `StoreError`; then nothing has changed.
    """
    _check(decided, book.today)
    place = {"account_id": each.account_id}
    plans = dict(_changed(book, each.account_id, each.item.place.split(".")[1], decided))
    kept = book.read(ActionDecisions, **place).add("decisions", **_record(book, each, decided))
    book.write_together({**plans, ActionDecisions.key(**place): kept})


def _record(book: "Workbook", each: Engagement, decided: Decided) -> dict[str, Any]:
    return {
        "what": each.item.title,
        "verdict": decided.verdict,
        "was_due": each.item.day,
        "due": _day_of(decided, book.today),
        "reason": decided.reason or None,
        "day": book.today,
        "action": each.item.place.split(".")[1],
    }


def _changed(book: "Workbook", account_id: str, action: str, decided: Decided) -> Iterator[tuple[str, Draft[Any]]]:
    for part in (Objectives, YearPlan):
        draft: Draft[Any] = book.read(part, account_id=account_id)
        places = {each.id: number for number, each in enumerate(draft.values.actions)}
        if action in places:
            yield part.key(account_id=account_id), _put(draft, f"actions.{places[action]}", _changes(book, decided))


def _changes(book: "Workbook", decided: Decided) -> Mapping[str, Any]:
    if decided.verdict is Verdict.DROP:
        return {"status": Status.DROPPED}
    when = _day_of(decided, book.today)
    return {"status": Status.DONE, "done_on": when} if decided.verdict is Verdict.DONE else {"due": when}


def _day_of(decided: Decided, today: date) -> date | None:
    return today if decided.verdict is Verdict.DONE and decided.day is None else decided.day


def _put(draft: Draft[Any], place: str, changes: Mapping[str, Any]) -> Draft[Any]:
    for name, value in changes.items():
        draft = draft.put(f"{place}.{name}", value)
    return draft


def _check(decided: Decided, today: date) -> None:
    """Refuse a new date that is none, a drop without a reason, and a done action of the future."""
    when = decided.day
    if decided.verdict is Verdict.DROP:
        if len(decided.reason.strip()) < SHORTEST_REASON:
            _refuse(WHY_DROPPED, count=SHORTEST_REASON)
    elif decided.verdict is Verdict.DONE:
        if when and when > today:
            _refuse(NOT_YET, date=day(when))
    elif when is None:
        _refuse(DATE_MISSING)
    elif when < today:
        _refuse(DATE_OVER, date=day(when))
    elif decided.verdict is Verdict.DO and when - today > timedelta(days=DAYS_TO_APPOINTMENT):
        _refuse(NOT_NOW, date=day(when), days=DAYS_TO_APPOINTMENT)


def _refuse(kind: ProblemKind, **details: object) -> None:
    raise DecisionRefused(Problem(kind, details=details))
