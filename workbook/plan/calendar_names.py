"""What accounts are called in the rep's calendar, where this is not their name in the list."""

from typing import ClassVar

from workbook.i18n import N_
from workbook.plan.fields import Text, field
from workbook.plan.section import Item, Section


class CalendarName(Item):
    """One more name of an account."""

    account: Text | None = field(N_("Account"), names="company", suggest="accounts")
    also_called: Text | None = field(
        N_("Is called in my calendar"), names="company", help=N_("A short name, a place, a nickname of the company.")
    )


class CalendarNames(Section):
    """The names under which accounts stand in the rep's calendar."""

    KEY: ClassVar[str] = "calendar_names"
    TITLE: ClassVar[str] = N_("Names in my calendar")

    names: tuple[CalendarName, ...] = field(N_("Names in my calendar"), add=N_("Add a name"), default=(), most=100)
