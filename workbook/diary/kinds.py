"""What can be wrong with a calendar file."""

from workbook.errors import ProblemKind, Severity
from workbook.i18n import N_

E = Severity.ERROR

NO_CALENDAR = ProblemKind(
    "diary_no_calendar",
    E,
    N_("This is no calendar file."),
    N_("Export your calendar as .ics (iCalendar), or as CSV from Outlook, and choose that file."),
)
TOO_LARGE = ProblemKind(
    "diary_too_large",
    E,
    N_("The file is larger than {limit} MB."),
    N_("Export only the last three months; that is all that is looked at."),
)
TOO_SLOW = ProblemKind(
    "diary_too_slow",
    E,
    N_("The calendar has recurring entries whose days cannot be found in a minute."),
    N_("Export only the last three months."),
)
TOO_MANY = ProblemKind(
    "diary_too_many",
    E,
    N_("The calendar has more than {limit} entries in twelve weeks."),
    N_("Export your own calendar alone, without shared calendars and rooms."),
)
SEVERAL = ProblemKind(
    "diary_several",
    E,
    N_("The archive holds {count} calendars."),
    N_("Unpack it and choose the file of your own calendar."),
)
NO_COLUMNS = ProblemKind(
    "diary_no_columns",
    E,
    N_("The columns for title, beginning and end were not found."),
    N_("Export from Outlook with all columns, or export as .ics."),
)
DATES_UNCLEAR = ProblemKind(
    "diary_dates_unclear",
    E,
    N_("It is not clear whether “{value}” begins with the day or with the month."),
    N_("Export as .ics: there dates are unambiguous."),
)
