"""What can go wrong when a workbook is made or opened."""

from workbook.errors import ProblemKind, Severity
from workbook.i18n import N_

ACCOUNTS_CHANGED = ProblemKind(
    "accounts_changed",
    Severity.ERROR,
    N_("The accounts of {name} differ from those this workbook was made with, and the workbook is already in use."),
    N_("Start a new quarter with the new accounts: workbook review. Nothing was changed."),
)
NO_FOLDER = ProblemKind(
    "no_folder",
    Severity.ERROR,
    N_("There is no workbook here: plan.db is missing in this folder."),
    N_("Open the notebook from the folder that was made for you."),
)
BAD_REF = ProblemKind(
    "bad_ref",
    Severity.ERROR,
    N_("{value} is no participant code."),
    N_("A participant code has 8 to 32 small letters and digits; leave it empty to open the only workbook there."),
)
BAD_DAY = ProblemKind(
    "bad_day",
    Severity.ERROR,
    N_("{value} in WORKBOOK_TODAY is no date."),
    N_("Write the date as year-month-day, for example 2026-11-23, or remove the setting."),
)
NO_ACCOUNTS = ProblemKind(
    "no_accounts",
    Severity.ERROR,
    N_("The workbook of {name} holds no accounts yet."),
    N_("Make it again with: workbook render."),
)
BAD_STORE_FILE = ProblemKind(
    "bad_store_file",
    Severity.ERROR,
    N_("The file {file}, named in WORKBOOK_STORE, is missing or may be read by others."),
    N_("The file must exist and belong to you alone (mode 600)."),
)
QUARTER_UNREADABLE = ProblemKind(
    "quarter_unreadable",
    Severity.ERROR,
    N_("“{value}” is no quarter."),
    N_("Write the year in which the fiscal year ends, and the quarter: for example {example}. Nothing was changed."),
)
QUARTER_AHEAD = ProblemKind(
    "quarter_ahead",
    Severity.QUESTION,
    N_("Quarter {value} begins on {day}; today it is {quarter}. No quarter before it could be written any more."),
    N_("Name the quarter of today, or leave it out. If you mean it, say so with --yes; nothing was changed."),
)
QUARTER_NOT_NEW = ProblemKind(
    "quarter_not_new",
    Severity.ERROR,
    N_("Quarter {value} is not later than the open quarter {open_quarter}."),
    N_("Name a later quarter. Nothing was changed."),
)
NO_PLACE = ProblemKind(
    "no_place",
    Severity.ERROR,
    N_("There is no folder for the file {file}."),
    N_("Make the folder first, or choose another place."),
)
FILE_EXISTS = ProblemKind(
    "file_exists",
    Severity.ERROR,
    N_("There is already a file {file}, and it is no backup of this workbook."),
    N_("Choose another name. Nothing was changed."),
)
NOT_SHARED = ProblemKind(
    "not_shared",
    Severity.ERROR,
    N_("The file {file} for your trainer could not be written: {error}."),
    N_("Check the free space and the rights of the folder, then try again. What was chosen is kept."),
)
