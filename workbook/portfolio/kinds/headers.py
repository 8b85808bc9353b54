"""What can be wrong with the names of the columns and with what they mean."""

from workbook.errors import ProblemKind, Severity
from workbook.i18n import N_

_ERROR, _QUESTION, _WARNING = Severity.ERROR, Severity.QUESTION, Severity.WARNING

HEADER_TWICE = ProblemKind(
    "header_twice",
    _ERROR,
    N_("Two columns have the same name: {first} and {second}."),
    N_("Rename or remove one of them."),
)
HEADER_NEARLY_TWICE = ProblemKind(
    "header_nearly_twice",
    _ERROR,
    N_("The columns {first} and {second} differ only in capitals or blanks ({value})."),
    N_("Rename or remove one of them."),
)
HEADER_BLANK = ProblemKind(
    "header_blank",
    _ERROR,
    N_("Column {column_letter} has values but no name."),
    N_("Write a name into the header, or remove the column."),
)
HEADER_UNKNOWN = ProblemKind(
    "header_unknown",
    _ERROR,
    N_("No name of a column is known in row {row}: {value}. It was read as the header, not as an account."),
    N_("If it is the first account, put a row with names such as Account and Revenue 2025 above it."),
)
FIELD_MISSING = ProblemKind(
    "field_missing",
    _ERROR,
    N_("No column for {field} was found."),
    N_("Rename the column, or name it with --map {field}=HEADER."),
)
ID_MISSING = ProblemKind(
    "field_missing",
    _ERROR,
    N_("No column for {field} was found."),
    N_(
        "Name it with --map {field}=HEADER; if the accounts have no numbers, let the name serve: "
        '--map "{field}={name}".'
    ),
)
FIELD_MISSING_SIMILAR = ProblemKind(
    "field_missing",
    _ERROR,
    N_("No column for {field} was found; the closest name is “{closest}”."),
    N_('If that is the one, say --map "{field}={closest}".'),
)
FIELD_TWICE = ProblemKind(
    "field_twice",
    _ERROR,
    N_("Both {first} and {second} could be {field}."),
    N_("Say which one with --map {field}=HEADER."),
)
MAPPED_HEADER_MISSING = ProblemKind(
    "mapped_header_missing",
    _ERROR,
    N_("There is no column “{value}” that could be {field}."),
    N_("Check the spelling; the columns are: {headers}."),
)
MAPPED_FIELD_UNKNOWN = ProblemKind(
    "mapped_field_unknown",
    _ERROR,
    N_("There is no field called “{value}”."),
    N_("Use one of: {fields}."),
)
PRESET_UNKNOWN = ProblemKind(
    "preset_unknown", _ERROR, N_("There is no preset called “{value}”."), N_("Use one of: {presets}.")
)
MAPPING_ASKED = ProblemKind(
    "mapping_asked",
    _QUESTION,
    N_("Is the column “{column}” the field {field}? It was read that way."),
    N_('Confirm with --yes, or say --map "{field}={column}"; another column works the same way.'),
)
HEADER_SIMILAR = ProblemKind(
    "header_similar",
    _WARNING,
    N_("The column “{column}” resembles {field}, but was not used."),
    N_('If it is meant, say --map "{field}={column}".'),
)
YEAR_NOT_NAMED = ProblemKind(
    "year_not_named",
    _WARNING,
    N_("The column “{column}” names no year: which one it is depends on the day the list was made. It was not used."),
    N_('Say the year in place of YEAR: --map "{field}_YEAR={column}".'),
)
MONTHS_NOT_YEARS = ProblemKind(
    "months_not_years",
    _WARNING,
    N_(
        "The columns “{first}” to “{last}” ({count}) are months. "
        "Months are not added up to years unasked; none was used."
    ),
    N_(
        "Add one column per fiscal year with the sum of its months, such as “Revenue {year}”, or bring each month as a "
        "line with number, date and amount and give these lines with --transactions."
    ),
)
ANNUAL_REVENUE_NOT_OURS = ProblemKind(
    "annual_revenue_not_ours",
    _WARNING,
    N_(
        "“{column}” is the customer's own turnover, one value without a year, not your revenue with the customer. "
        "It is kept as a fact about the company."
    ),
    N_("Give your revenue as columns per year, or as transactions with --transactions."),
)
LIFETIME_TOTAL = ProblemKind(
    "lifetime_total",
    _WARNING,
    N_("“{column}” is a total over all years; it was not used as revenue of a year."),
    N_("Give your revenue as columns per year, or as transactions with --transactions."),
)
NO_POTENTIAL = ProblemKind(
    "no_potential",
    _WARNING,
    N_("“{column}” is about sales opportunities or contacts, not a revenue potential; it was not used."),
    N_("Enter potentials in chapter 1, or add a column additional_potential."),
)
FLAG_NOT_NAME = ProblemKind(
    "flag_not_name",
    _WARNING,
    N_("“{column}” contains only yes or no; it is no name and was not used."),
    N_("Nothing to do, if another column holds the name."),
)
OWNER_IS_ID = ProblemKind(
    "owner_is_id",
    _WARNING,
    N_("“{column}” contains technical ids instead of names, for example {value}."),
    N_("Export the owner's name too, or filter by the id."),
)
NO_REVENUE = ProblemKind(
    "no_revenue",
    _ERROR,
    N_("There is no revenue at all: no column with a year holds an amount, and there are no transactions."),
    N_("Add columns such as “Revenue 2025”, or give the transactions with --transactions."),
)
REVENUE_FROM_TRANSACTIONS = ProblemKind(
    "revenue_from_transactions",
    _WARNING,
    N_("Revenue was taken from the transactions; the revenue columns of the list were left out: {headers}."),
    N_("Nothing to do, if the transactions are complete."),
)
