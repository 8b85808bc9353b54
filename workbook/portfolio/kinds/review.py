"""What can be strange about the export of a new quarter, compared with the last one. All of it is asked."""

from workbook.errors import ProblemKind, Severity
from workbook.i18n import N_

_QUESTION = Severity.QUESTION

OLDER_EXPORT = ProblemKind(
    "older_export",
    _QUESTION,
    N_("This export looks older than the last one: {what}."),
    N_("Load the newest export. If this is the right one, say so with --yes; nothing was changed."),
)
OTHER_OWNER = ProblemKind(
    "other_owner",
    _QUESTION,
    N_("This looks like the export of somebody else: only {found} of your {count} accounts are in it."),
    N_("Load your own export. If it is yours, say so with --yes; nothing was changed."),
)
OTHER_CURRENCY = ProblemKind(
    "other_currency",
    _QUESTION,
    N_("The amounts are in {now}; until now they were in {before}."),
    N_("Export in {before}. With --yes the new amounts are taken as they are, and comparisons make no sense."),
)
HALF_MISSING = ProblemKind(
    "half_missing",
    _QUESTION,
    N_("{missing} of your {count} accounts are not in this export."),
    N_("Check whether a filter was set. With --yes they count as gone; their plans are kept."),
)
IDS_CHANGED = ProblemKind(
    "ids_changed",
    _QUESTION,
    N_("Almost no account number is the same as before, but {found} of {count} names are."),
    N_("With --yes accounts with equal names count as the same; the others you decide in chapter 8."),
)
NAMES_MOVED = ProblemKind(
    "names_moved",
    _QUESTION,
    N_("{count} accounts have the name another one had, such as {account}: “{now}” instead of “{before}”."),
    N_(
        "Check whether a single column was sorted. With --yes what you wrote stays with the numbers, "
        "not with the names."
    ),
)
AMOUNTS_JUMPED = ProblemKind(
    "amounts_jumped",
    _QUESTION,
    N_("The same accounts have {now} in {year}, a year that had ended; until now it was {before}."),
    N_("Check the unit (such as T€) and what is counted. With --yes the new amounts are taken as they are."),
)
CUSTOMERS_LOST = ProblemKind(
    "customers_lost",
    _QUESTION,
    N_("{count} of your {total} customers are no customers in this export."),
    N_("Check the column with the status. With --yes they count as it says there."),
)
