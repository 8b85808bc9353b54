"""Objectives whose day has come: what was said about them before, and the rep's word whether they were reached."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from workbook.book.agenda import account_of
from workbook.plan.calibration import Forecast
from workbook.plan.catalogue import section_of
from workbook.plan.objective_outcomes import ObjectiveOutcomes
from workbook.plan.objectives import Objectives, SalesObjective
from workbook.terms import Status

if TYPE_CHECKING:
    from workbook.book.workbook import Workbook


@dataclass(frozen=True, slots=True)
class DueObjective:
    """An objective that asks whether it was reached; ``probability`` in per cent, None where none was ever said."""

    account_id: str
    account: str
    objective: str
    text: str
    due: date
    probability: Decimal | None


def due_objectives(book: "Workbook") -> tuple[DueObjective, ...]:
    """Return the objectives whose day is over, or that are done before it, and about which nothing was said yet.

    An objective that was dropped is asked about too: leaving it out would make every forecast look better.
    """
    found = (each for key in book.sections("key_account/") for each in _of_section(book, key))
    return tuple(sorted(found, key=lambda each: (each.due, each.account.casefold(), each.text)))


def _of_section(book: "Workbook", key: str) -> Iterator[DueObjective]:
    section = section_of(key)
    if not section or section[0] is not Objectives:
        return
    account_id = section[1]["account_id"]
    said = {(each.objective, each.due) for each in _outcomes(book, account_id).outcomes}
    objectives: Objectives = book.read(Objectives, account_id=account_id).values
    for each in objectives.objectives:
        if each.text and each.due and _is_over(book, each) and (each.id, each.due) not in said:
            where = (account_id, account_of(book, account_id)[0])
            yield DueObjective(*where, each.id or "", each.text, each.due, _said_before(book, account_id, each))


def _is_over(book: "Workbook", objective: SalesObjective) -> bool:
    return objective.status is Status.DONE or (objective.due is not None and objective.due < book.today)


def _said_before(book: "Workbook", account_id: str, objective: SalesObjective) -> Decimal | None:
    """Return the probability that stood in the plan when the day came: nobody is wiser afterwards."""
    _day, then = book.text_on(Objectives, objective.due or book.today, account_id=account_id)
    before = {each.id: each.probability for each in then.values.objectives}
    return before.get(objective.id, objective.probability)


def _outcomes(book: "Workbook", account_id: str) -> ObjectiveOutcomes:
    outcomes: ObjectiveOutcomes = book.read(ObjectiveOutcomes, account_id=account_id).values
    return outcomes


def judge_objective(book: "Workbook", due: DueObjective, *, reached: bool) -> None:
    """Save whether an objective was reached, with what was said before; `StoreError` when it cannot be saved."""
    keeper = book.keeper(ObjectiveOutcomes, account_id=due.account_id)
    entry = {"text": due.text, "due": due.due, "probability": due.probability, "objective": due.objective}
    keeper.save(keeper.draft.add("outcomes", **entry, reached=reached, day=book.today))


def forecasts(book: "Workbook") -> tuple[Forecast, ...]:
    """Return every objective that was judged and had a probability, of all accounts and quarters so far."""
    judged = (outcome for key in book.sections("objective_outcomes/") for outcome in _judged(book, key))
    return tuple(judged)


def _judged(book: "Workbook", key: str) -> Iterator[Forecast]:
    section = section_of(key)
    for each in _outcomes(book, section[1]["account_id"]).outcomes if section else ():
        if each.probability is not None and each.reached is not None:
            yield Forecast(each.probability, each.reached)
