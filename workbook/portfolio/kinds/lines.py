"""What can be wrong with transactions: invoices, orders, won opportunities."""

from workbook.errors import ProblemKind, Severity
from workbook.i18n import N_

_ERROR, _QUESTION, _WARNING = Severity.ERROR, Severity.QUESTION, Severity.WARNING

LINES_WITHOUT_ACCOUNT = ProblemKind(
    "lines_without_account",
    _WARNING,
    N_("Lines of accounts that are not in the list were left out: {count}, {total} in all, for example {value}."),
    N_("Add these accounts to the list if they are yours."),
)
NOTHING_JOINED = ProblemKind(
    "nothing_joined",
    _ERROR,
    N_("Not one line belongs to an account of the list; the lines say for example {value}, the list {other}."),
    N_("Export both with the same customer number, or map the right column with --map transactions.id=HEADER."),
)
NAME_NOT_UNIQUE = ProblemKind(
    "name_not_unique",
    _ERROR,
    N_("Several accounts are called “{value}”, so lines cannot be joined by name."),
    N_("Export the transactions with the customer number."),
)
LINE_ACCOUNT_BLANK = ProblemKind(
    "line_account_blank",
    _WARNING,
    N_("Lines that name no account were left out: {count}, the first one in row {row}."),
    N_("Add the customer number in the source."),
)
LINE_DATE_BLANK = ProblemKind(
    "line_date_blank",
    _ERROR,
    N_("The line has no date, so it belongs to no year."),
    N_("Add the date, or remove the line."),
)
LINE_AMOUNT_BLANK = ProblemKind(
    "line_amount_blank",
    _WARNING,
    N_("Lines without an amount were left out: {count}, the first one in row {row}."),
    N_("Add the amount in the source."),
)
LINES_CANCELLED = ProblemKind(
    "lines_cancelled",
    _WARNING,
    N_("Cancelled lines were left out: {count}, {total} in all, the first one in row {row}."),
    N_("Nothing to do."),
)
LINES_OPEN = ProblemKind(
    "lines_open",
    _WARNING,
    N_("Open lines are no revenue yet and were left out: {count}, {total} in all, the first one in row {row}."),
    N_("Nothing to do; export invoices if orders in progress should count."),
)
LINES_CREDITED = ProblemKind(
    "lines_credited",
    _WARNING,
    N_("Returns and credits were subtracted: {count}, {total} in all, the first one in row {row}."),
    N_("Nothing to do."),
)
LINE_STATE_ASKED = ProblemKind(
    "line_state_asked",
    _QUESTION,
    N_("“{column}” has words that are not known: {value}. Their lines were counted as revenue: {count}."),
    N_("Confirm with --yes; if these lines are open, lost or cancelled, remove them from the export."),
)
LINE_KIND_ASKED = ProblemKind(
    "line_kind_asked",
    _QUESTION,
    N_("“{value}” in “{column}” can mean an invoice or a return; it was read as invoices (lines: {count})."),
    N_("Confirm with --yes; if they are returns, write “return” instead."),
)
LINE_KIND_UNKNOWN = ProblemKind(
    "line_kind_unknown",
    _WARNING,
    N_("“{column}” has words that are not known; their lines were counted as revenue: {value} (lines: {count})."),
    N_("If there are credits or returns among them, write “credit” or “return” instead."),
)
SEVERAL_CURRENCIES = ProblemKind(
    "several_currencies",
    _ERROR,
    N_("The amounts are in several currencies: {currencies}."),
    N_("Export one currency, or convert the amounts first."),
)
LINES_IN_FUTURE = ProblemKind(
    "lines_in_future",
    _WARNING,
    N_("Lines are dated in the future: {count}, {total} in all, the first one in row {row}."),
    N_("Check whether these are plans or orders; only years that have ended are used as reference year."),
)
