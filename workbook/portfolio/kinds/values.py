"""What can be wrong with the cells: ids, amounts, dates, statuses, owners."""

from workbook.errors import ProblemKind, Severity
from workbook.i18n import N_

_ERROR, _QUESTION, _WARNING = Severity.ERROR, Severity.QUESTION, Severity.WARNING

ID_BLANK = ProblemKind("id_blank", _ERROR, N_("The account has no id."), N_("Add the id, or remove the row."))
ID_TWICE = ProblemKind(
    "id_twice",
    _ERROR,
    N_("The id “{value}” stands in row {first} and again in row {row}."),
    N_("Keep one row for each account."),
)
ID_NEARLY_TWICE = ProblemKind(
    "id_nearly_twice",
    _ERROR,
    N_("The id “{value}” differs from the one in row {first} only in capitals or blanks."),
    N_("Keep one row for each account, or make the ids clearly different."),
)
IDS_DIFFER_BY_CASE = ProblemKind(
    "ids_differ_by_case",
    _WARNING,
    N_(
        "The id “{value}” differs from the one in row {first} only in capitals; both were kept, as Salesforce means it."
    ),
    N_("Nothing to do, if these are two accounts."),
)
IDS_ARE_NUMBERS = ProblemKind(
    "ids_are_numbers",
    _WARNING,
    N_("Excel stores these ids as numbers, so leading zeros would be lost (cells: {count})."),
    N_("Nothing to do, if the ids have none; otherwise format the column as text and export again."),
)
ID_PRECISION = ProblemKind(
    "id_precision",
    _WARNING,
    N_("The id is a number with more than 15 digits; Excel has rounded the last ones."),
    N_("Format the column as text and export again."),
)
NAME_BLANK = ProblemKind(
    "name_blank",
    _WARNING,
    N_("The account has no name; its id is shown instead."),
    N_("Add the name in the source or in chapter 1."),
)
NUMBER_UNREADABLE = ProblemKind(
    "number_unreadable",
    _ERROR,
    N_("“{value}” is not an amount that can be read."),
    N_("Write digits only, such as {example}; leave the cell empty if the amount is not known."),
)
NUMBER_WRONG_STYLE = ProblemKind(
    "number_wrong_style",
    _ERROR,
    N_("“{value}” is not written in the number style of the file ({style})."),
    N_("Correct the cell, or choose the other style with --locale."),
)
NUMBER_STYLES_MIXED = ProblemKind(
    "number_styles_mixed",
    _ERROR,
    N_("Two number styles are mixed: “{value}” here, “{other}” in row {other_row}."),
    N_("Write all amounts in one style."),
)
NUMBER_STYLE_ASKED = ProblemKind(
    "number_style_asked",
    _QUESTION,
    N_("The amounts could be read in two ways; “{value}” was read as {reading}."),
    N_("Confirm with --yes, or say --locale de (1.234,50) or --locale en (1,234.50)."),
)
NUMBER_TOO_LARGE = ProblemKind(
    "number_too_large",
    _ERROR,
    N_("“{value}” is no amount of money: it is infinite or far too large."),
    N_("Correct the cell."),
)
CURRENCY_DIFFERS = ProblemKind(
    "currency_differs",
    _ERROR,
    N_("“{value}” is in {currency}, the file is in {expected}."),
    N_("Convert the amounts to one currency before the export."),
)
NEGATIVE_IN_BRACKETS = ProblemKind(
    "negative_in_brackets",
    _WARNING,
    N_("“{value}” was read as a negative amount, as bookkeepers write it."),
    N_("Nothing to do, if that is right."),
)
NEGATIVE_SIGN_BEHIND = ProblemKind(
    "negative_sign_behind",
    _WARNING,
    N_("“{value}” was read as a negative amount."),
    N_("Nothing to do, if that is right."),
)
NEGATIVE_AMOUNT = ProblemKind(
    "negative_amount",
    _WARNING,
    N_("The amount {value} is negative: more was credited than sold."),
    N_("Check it; it ranks as it is and counts as 0 in shares."),
)
VALUE_MISSING = ProblemKind(
    "value_missing",
    _WARNING,
    N_("“{value}” was read as unknown, never as 0 (cells: {count})."),
    N_("Enter the amount if you know it."),
)
PERCENT_VALUE = ProblemKind(
    "percent_value",
    _WARNING,
    N_("“{value}” is a percentage, not an amount; it was read as unknown."),
    N_("Give the amount in money."),
)
LOOKS_LIKE_SHARE = ProblemKind(
    "looks_like_share",
    _WARNING,
    N_("All values lie between -1 and 1, such as {value}; these may be shares, not amounts."),
    N_("Give amounts in money; leave the column out if it holds rates."),
)
DATE_UNREADABLE = ProblemKind(
    "date_unreadable",
    _ERROR,
    N_("“{value}” is not a date that can be read."),
    N_("Write dates as 2026-12-31 or 31.12.2026."),
)
DATE_IMPOSSIBLE = ProblemKind(
    "date_impossible", _ERROR, N_("The day “{value}” does not exist."), N_("Correct the date in the source.")
)
DATE_ORDER_UNCLEAR = ProblemKind(
    "date_order_unclear",
    _ERROR,
    N_("“{value}” could be day/month or month/day; no date in the column decides it."),
    N_("Export dates as 2026-12-31 or 31.12.2026, or say --locale de if the day comes first."),
)
DATE_FORMATS_MIXED = ProblemKind(
    "date_formats_mixed",
    _ERROR,
    N_("Dates are written in two ways: “{value}” here, “{other}” in row {other_row}."),
    N_("Write all dates in one way."),
)
DATE_FROM_SERIAL = ProblemKind(
    "date_from_serial",
    _WARNING,
    N_("Dates are given as Excel's day numbers; {value} was read as {reading}."),
    N_("Nothing to do, if that is right."),
)
DATE_UNLIKELY = ProblemKind(
    "date_unlikely",
    _WARNING,
    N_("“{value}” is a placeholder rather than a date; it was read as unknown."),
    N_("Enter the date if you know it."),
)
DATE_IN_FUTURE = ProblemKind(
    "date_in_future",
    _WARNING,
    N_("The date {value} lies in the future."),
    N_("Check it."),
)
STATUS_UNKNOWN = ProblemKind(
    "status_unknown",
    _WARNING,
    N_("The status “{value}” is not known; the revenue decides about these accounts (rows: {count})."),
    N_("Use customer, prospect or former, or leave it as it is."),
)
YEAR_PARTIAL = ProblemKind(
    "year_partial",
    _WARNING,
    N_("The fiscal year {value} is only partly in the data: its first or last month has no transactions."),
    N_("Nothing to do; it is not used as reference year. Export the whole year if you need it."),
)
YEAR_RUNNING = ProblemKind(
    "year_running",
    _WARNING,
    N_("The fiscal year {value} has not ended yet."),
    N_("Nothing to do; it is not used as reference year."),
)
YEAR_FUTURE = ProblemKind(
    "year_future",
    _WARNING,
    N_("The fiscal year {value} lies in the future."),
    N_("Check whether these are plans or orders; they are not used as reference year."),
)
YEAR_MISSING = ProblemKind(
    "year_missing",
    _WARNING,
    N_("The fiscal year {value} is missing between other years."),
    N_("Export it too, so that growth can be shown."),
)
NO_COMPLETE_YEAR = ProblemKind(
    "no_complete_year",
    _WARNING,
    N_("No fiscal year in the data is complete."),
    N_("Export at least one full fiscal year."),
)
OWNER_UNKNOWN = ProblemKind(
    "owner_unknown",
    _ERROR,
    N_("No row belongs to the owner “{value}”; the owners are: {owners}."),
    N_("Check the spelling."),
)
OWNER_BLANK = ProblemKind(
    "owner_blank",
    _WARNING,
    N_("Rows without an owner were left out: {count}, the first one in row {row}."),
    N_("Name the owner in the source if these accounts belong to somebody."),
)
OWNER_BLANK_IN_LIST = ProblemKind(
    "owner_blank",
    _WARNING,
    N_("Rows without an owner: {count}, the first one in row {row}; split by owner, they are nobody's."),
    N_("Name the owner in the source if these accounts belong to somebody."),
)
OWNER_COLUMN_MISSING = ProblemKind(
    "owner_column_missing",
    _ERROR,
    N_("The list has no column with the owner, so it cannot be split for “{value}”."),
    N_("Name the column with --map owner=HEADER."),
)
