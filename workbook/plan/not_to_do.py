"""Focus means deciding what not to do; every freed hour is booked to a named action of the five."""

from collections.abc import Collection
from datetime import date
from decimal import Decimal
from typing import ClassVar

from workbook.i18n import N_, _, number
from workbook.plan.fields import Hours, Text, field
from workbook.plan.finding import Finding, Gravity
from workbook.plan.section import Item, Section

WEEKS_A_YEAR, MONTHS_A_YEAR = 52, 12


class NotToDoEntry(Item):
    """Something the rep stops doing, and where the time goes."""

    item: Text | None = field(
        N_("What I stop doing"), help=N_("A task, a meeting, a report, a kind of visit or inquiry.")
    )
    hours_freed: Hours | None = field(N_("Time it frees"), unit=N_("hours a month"))
    booked_to: Text | None = field(
        N_("Where the time goes"), help=N_("A named action for one of your five."), suggest="actions"
    )


class NotToDo(Section):
    """The not-to-do list."""

    KEY: ClassVar[str] = "not_to_do"
    TITLE: ClassVar[str] = N_("Not-to-do list")

    entries: tuple[NotToDoEntry, ...] = field(
        N_("What I stop doing"), add=N_("Add something I stop doing"), default=(), most=20
    )

    def findings(self, today: date) -> tuple[Finding, ...]:
        """Return a hint for hours that are freed and not booked to an action yet."""
        _freed, unbooked = freed_hours(self)
        sentence = _("{hours} freed hours a month are not booked yet. To which action of your five do they go?")
        text = sentence.format(hours=number(float(unbooked), 0 if unbooked == int(unbooked) else 1))
        return (Finding("hours_unbooked", Gravity.HINT, text, "entries"),) if unbooked else ()


def freed_hours(not_to_do: NotToDo, actions: Collection[str] | None = None) -> tuple[Decimal, Decimal]:
    """Return the hours a month that are freed, and those of them that are not booked to an action yet.

    With ``actions``, the named actions of the five, only hours booked to one of them count as booked.
    """
    entries = [each for each in not_to_do.entries if each.hours_freed is not None]
    freed = sum((each.hours_freed or Decimal(0) for each in entries), Decimal(0))
    unbooked = [each for each in entries if not is_booked(each, actions)]
    return freed, sum((each.hours_freed or Decimal(0) for each in unbooked), Decimal(0))


def is_booked(entry: NotToDoEntry, actions: Collection[str] | None = None) -> bool:
    """Return whether the hours of an entry go to an action, to one of ``actions`` where these are known."""
    return bool(entry.booked_to) and (actions is None or entry.booked_to in actions)


def a_week(hours_a_month: Decimal) -> Decimal:
    """Return hours a month as hours a week, with one decimal.

    >>> a_week(Decimal(13))
    Decimal('3.0')
    """
    return (hours_a_month * MONTHS_A_YEAR / WEEKS_A_YEAR).quantize(Decimal("0.1"))


def a_month(hours_a_week: Decimal) -> Decimal:
    """Return hours a week as hours a month, with one decimal.

    >>> a_month(Decimal(3))
    Decimal('13.0')
    """
    return (hours_a_week * WEEKS_A_YEAR / MONTHS_A_YEAR).quantize(Decimal("0.1"))
