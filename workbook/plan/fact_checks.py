"""Facts that were looked at again: still true, or to be changed, each with the day it was said."""

from hashlib import blake2s
from typing import ClassVar

from pydantic import BaseModel

from workbook.i18n import N_, NP_
from workbook.plan.fields import Day, Depth, Text, field
from workbook.plan.section import Item, Section
from workbook.terms import Term

# A fact that nobody has looked at for longer is asked about.
DAYS_UNTIL_STALE = 90


class FactAnswer(Term):
    """What the rep says about a fact that is old."""

    STILL_TRUE = "still_true", NP_("FactAnswer", "Still true")
    CHANGED = "changed", NP_("FactAnswer", "No longer true")


class FactCheck(Item):
    """What was said about one fact; ``place`` names it in its plan, ``text_then`` is a short print of what it said."""

    answer: FactAnswer | None = field(N_("What you said"))
    day: Day | None = field(N_("Said on"))
    place: Text | None = field(N_("Where the fact stands"), depth=Depth.DEEPENING)
    text_then: Text | None = field(N_("Print of what it said"), depth=Depth.DEEPENING)


class FactChecks(Section):
    """The facts of one account that were looked at again; the last answer about each."""

    KEY: ClassVar[str] = "fact_checks/{account_id}"
    TITLE: ClassVar[str] = N_("Facts you looked at again")

    checks: tuple[FactCheck, ...] = field(N_("Facts"), add=N_("Add a fact"), default=(), most=500)

    def with_check(self, check: FactCheck) -> "FactChecks":
        """Return the checks with one more; an earlier one of the same fact gives way."""
        others = tuple(each for each in self.checks if each.place != check.place)
        return self.model_copy(update={"checks": (*others, check)})


def print_of(fact: BaseModel) -> str:
    """Return a short print of what a fact says, which changes with every word of it.

    >>> from workbook.plan.goals import CustomerGoal
    >>> print_of(CustomerGoal(text="Less scrap")) == print_of(CustomerGoal(text="Less waste"))
    False
    """
    return blake2s(fact.model_dump_json().encode(), digest_size=8).hexdigest()
