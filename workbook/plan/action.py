"""Something to be done: by whom and until when."""

import secrets
from datetime import date
from typing import ClassVar

from workbook.i18n import N_
from workbook.plan.dates import in_months
from workbook.plan.fields import Day, Depth, Reference, Text, field
from workbook.plan.section import Item
from workbook.terms import Initiator, Status

QUARTERS = (3, 6, 9)
# What is in one of these states needs nothing more.
CLOSED = frozenset({Status.DONE, Status.DROPPED})


class Action(Item):
    """One action of a plan; the initiator is us unless the rep says otherwise."""

    REPEATS: ClassVar[bool] = True

    what: Text | None = field(N_("What will be done"))
    due: Day | None = field(N_("Until when"), calendar="{what}")
    owner: Text | None = field(
        N_("Who does it"), names="person", help=N_("You, or a colleague by name."), personal=True
    )
    initiator: Initiator | None = field(
        N_("Whose initiative it is"),
        help=N_("Ours, unless the customer asked for it."),
        default=Initiator.US,
        depth=Depth.DEEPENING,
    )
    status: Status | None = field(N_("How far it is"), depth=Depth.DEEPENING)
    done_on: Day | None = field(N_("Done on"), depth=Depth.DEEPENING)

    @property
    def is_closed(self) -> bool:
        """Whether it is done or dropped."""
        return self.status in CLOSED or self.done_on is not None

    @property
    def falls_on(self) -> date | None:
        """The day until which it is done."""
        return self.due

    def repeated(self) -> "tuple[Action, ...]":
        """Return the same action 3, 6 and 9 months later, each with an id of its own and not begun.

        >>> from datetime import date
        >>> [each.due.isoformat() for each in Action(what="Review", due=date(2026, 12, 1)).repeated()]
        ['2027-03-01', '2027-06-01', '2027-09-01']
        """
        if self.due is None:
            return ()
        days = [in_months(self.due, months) for months in QUARTERS]
        fresh = {"status": None, "done_on": None}
        return tuple(self.model_copy(update={**fresh, "id": secrets.token_hex(4), "due": day}) for day in days)


class ObjectiveAction(Action):
    """An action that serves one of the three sales objectives."""

    objective: Reference | None = field(N_("Objective it serves"), refers_to="objectives")
