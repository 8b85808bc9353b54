"""What stands on the timeline of a plan: objectives with their milestones, and the dates that nobody can move."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workbook.i18n import _
from workbook.plan.dates import in_months
from workbook.plan.key_account import Cover
from workbook.plan.objectives import Objectives
from workbook.plan.prospect import ProspectPlan
from workbook.plan.purchasing import PurchasingStrategy
from workbook.plan.whole_plan import Drafts, plan_end

SHORTEST = 12


class Kind(StrEnum):
    """An objective, a milestone on the way to one, an appointment, or a date the customer has set."""

    OBJECTIVE = "objective"
    MILESTONE = "milestone"
    APPOINTMENT = "appointment"
    FIXED = "fixed"


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the timeline; ``due`` is None while nobody knows the date."""

    kind: Kind
    words: str
    due: date | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """The lines from top to bottom, today, and the last day that is shown."""

    events: tuple[Event, ...]
    today: date
    end: date


def timeline_of(drafts: Drafts, today: date) -> Timeline:
    """Return the timeline of a plan over its horizon; a later date makes it longer."""
    events = (*_fixed(drafts), *_appointments(drafts), *_objectives(drafts[Objectives].values))
    horizon = plan_end(drafts[Cover].values, today) or in_months(today, SHORTEST)
    return Timeline(events, today, max([horizon, *(each.due for each in events if each.due)]))


def _fixed(drafts: Drafts) -> Iterator[Event]:
    purchasing: PurchasingStrategy = drafts[PurchasingStrategy].values
    dates = {_("Next tender"): purchasing.tender_date, _("End of the current contract"): purchasing.contract_end}
    if ProspectPlan in drafts:
        dates[_("End of the competitor's contract")] = drafts[ProspectPlan].values.contract_end
    yield from (Event(Kind.FIXED, words, due) for words, due in dates.items() if due)


def _appointments(drafts: Drafts) -> Iterator[Event]:
    dates = {_("Next appointment with the customer"): drafts[Cover].values.next_appointment}
    if ProspectPlan in drafts:
        dates[_("First contact, or the next one")] = drafts[ProspectPlan].values.first_contact
    yield from (Event(Kind.APPOINTMENT, words, due) for words, due in dates.items() if due)


def _objectives(objectives: Objectives) -> Iterator[Event]:
    for rank, objective in enumerate(objectives.objectives, start=1):
        words = (objective.text or "?").splitlines()[0]
        yield Event(Kind.OBJECTIVE, f"{rank}  {words}", objective.due)
        for each in objectives.milestones:
            if each.objective and each.objective == objective.id:
                yield Event(Kind.MILESTONE, each.text or "?", each.due)
    known = {each.id for each in objectives.objectives}
    for each in objectives.milestones:
        if not each.objective or each.objective not in known:
            yield Event(Kind.MILESTONE, each.text or "?", each.due)
