"""What can be wrong with rows, columns and sheets."""

from workbook.errors import ProblemKind, Severity
from workbook.i18n import N_

_ERROR, _QUESTION, _WARNING = Severity.ERROR, Severity.QUESTION, Severity.WARNING

MORE_OF_THE_SAME = ProblemKind(
    "more_of_the_same",
    _WARNING,
    N_("There are more problems of the kind {kind} than the {limit} listed."),
    N_("Correct the listed ones first, then load the file again."),
)
NO_DATA_ROWS = ProblemKind(
    "no_data_rows", _ERROR, N_("There is a header, but no row below it."), N_("Export the list again, with its rows.")
)
DELIMITER_PIPE = ProblemKind(
    "delimiter_not_supported",
    _ERROR,
    N_("The columns are separated by | (a vertical bar)."),
    N_("Choose the semicolon or the comma as separator in the export."),
)
DELIMITER_UNCLEAR = ProblemKind(
    "delimiter_unclear",
    _ERROR,
    N_("The columns could be separated by {first} or by {second}; both fit."),
    N_("Put the line sep={first} or sep={second} above the header, or save the list as an Excel workbook."),
)
ROW_TOO_LONG = ProblemKind(
    "row_too_long",
    _ERROR,
    N_("The row has {seen} fields, the header has {expected}."),
    N_("Look for a separator inside a text in this row and put the text in quotation marks."),
)
ALL_ROWS_TOO_LONG = ProblemKind(
    "all_rows_too_long",
    _ERROR,
    N_("Every row has {seen} fields, but the header has {expected}; all values would be shifted."),
    N_("Add the missing column name to the header, or remove the extra separator."),
)
ROW_TOO_SHORT = ProblemKind(
    "row_too_short",
    _WARNING,
    N_("The row has {seen} fields instead of {expected}; the missing ones are empty."),
    N_("Check the row if a value should be there."),
)
QUOTE_NOT_CLOSED = ProblemKind(
    "quote_not_closed",
    _ERROR,
    N_("A quotation mark opens in this row and is never closed."),
    N_("Add the closing quotation mark or remove the opening one."),
)
QUOTE_INSIDE_VALUE = ProblemKind(
    "quote_inside_value",
    _WARNING,
    N_("A quotation mark stands in the middle of a value; it was kept as text."),
    N_("Nothing to do, if the value reads correctly."),
)
CELL_TOO_LONG = ProblemKind(
    "cell_too_long",
    _ERROR,
    N_("A cell has {length} characters; the limit is 32,767, as in Excel."),
    N_("Shorten the text or leave this column out of the export."),
)
TITLE_ROWS_SKIPPED = ProblemKind(
    "title_rows_skipped",
    _WARNING,
    N_("The header was found in row {row}; what stands above it was left out."),
    N_("Nothing to do, if that is the right row."),
)
HEADER_ROW_ASKED = ProblemKind(
    "header_row_asked",
    _QUESTION,
    N_("Merged title cells stand above the list; row {row} was taken as the header ({headers})."),
    N_("Confirm it with --yes, or delete the title rows."),
)
TOO_MANY_COLUMNS = ProblemKind(
    "too_many_columns",
    _ERROR,
    N_("The list has {count} columns; the limit is {limit}."),
    N_("Export only the columns you need."),
)
SHEET_EMPTY = ProblemKind(
    "sheet_empty", _ERROR, N_("The workbook has no visible sheet with content."), N_("Check the export.")
)
SHEET_MISSING = ProblemKind(
    "sheet_missing",
    _ERROR,
    N_("There is no sheet {value} in the workbook; it has: {sheets}."),
    N_("Name one of them with {option}."),
)
SHEET_ASKED = ProblemKind(
    "sheet_asked",
    _QUESTION,
    N_("The workbook has several sheets: {sheets}. {sheet} was read."),
    N_("Name the right one with {option}, or confirm with --yes."),
)
HIDDEN_SHEETS = ProblemKind(
    "hidden_sheets",
    _WARNING,
    N_("Hidden sheets were left out: {sheets}."),
    N_("Nothing to do; if one of them is meant, name it with {option}."),
)
HIDDEN_ROWS = ProblemKind(
    "hidden_rows",
    _WARNING,
    N_("Rows that are hidden or filtered in Excel were read like all others: {count}."),
    N_("If they should not count, delete them from the list."),
)
STRAY_CELLS = ProblemKind(
    "stray_cells",
    _WARNING,
    N_("Far away from the list something stands in {cells}; it was left out."),
    N_("Nothing to do, if it does not belong to the list."),
)
FORMULA_WITHOUT_VALUE = ProblemKind(
    "formula_without_value",
    _ERROR,
    N_("The cell contains a formula whose result was not saved."),
    N_("Open the workbook in Excel and save it; then the results are in the file."),
)
CELL_ERROR = ProblemKind(
    "cell_error",
    _ERROR,
    N_("The cell shows the Excel error {value}."),
    N_("Correct the formula or delete the content of the cell."),
)
TOTALS_ROW = ProblemKind(
    "totals_row",
    _QUESTION,
    N_("The row looks like a total, not like an account ({value}); it is left out."),
    N_("Confirm it with --yes, or delete the row from the list."),
)
LINES_NOT_ACCOUNTS = ProblemKind(
    "lines_not_accounts",
    _ERROR,
    N_("Accounts stand in several rows, with dates and amounts: this is a list of transactions, not of accounts."),
    N_("Give the same file with --transactions too; then each account in it is taken once."),
)
DELETED_ROWS = ProblemKind(
    "deleted_rows",
    _WARNING,
    N_("Rows that the system marks as deleted were left out: {count}, the first one in row {row}."),
    N_("Nothing to do."),
)
