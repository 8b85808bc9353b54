"""The talk with the manager at the end of a quarter: three questions, and one decision that is asked for."""

from typing import ClassVar

from workbook.i18n import N_
from workbook.plan.fields import Day, LongText, field
from workbook.plan.section import Section

QUESTIONS = ("first", "second", "third")


class QuarterlyTalk(Section):
    """What the rep wants from the manager in one quarter; ``name`` in the key is the quarter."""

    KEY: ClassVar[str] = "quarterly_talk/{name}"
    TITLE: ClassVar[str] = N_("Quarterly talk")

    first: LongText | None = field(N_("First question"), help=N_("One sentence that your manager can answer."))
    second: LongText | None = field(N_("Second question"))
    third: LongText | None = field(N_("Third question"))
    decision: LongText | None = field(
        N_("The decision I ask for"), help=N_("One, and so that yes or no is an answer to it.")
    )
    date: Day | None = field(N_("Day of the talk"), calendar=N_("Quarterly talk with my manager"))


def release_key(quarter: str) -> str:
    """Return the key under which it is kept that the sheet of a quarter may leave the folder.

    >>> release_key("2027Q1")
    'released/2027Q1'
    """
    return f"released/{quarter}"


def names_key(quarter: str) -> str:
    """Return the key under which it is kept that people stand on the sheet of a quarter by name.

    >>> names_key("2027Q1")
    'released/2027Q1/people'
    """
    return f"{release_key(quarter)}/people"
