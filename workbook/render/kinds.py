"""What can be wrong with a cohort, and why one participant's workbook could not be made."""

from workbook.errors import ProblemKind, Severity
from workbook.i18n import N_

E = Severity.ERROR

COHORT_FOLDER_MISSING = ProblemKind(
    "cohort_folder_missing",
    E,
    N_("There is no folder {file}."),
    N_("Check the path, or make a cohort folder with: workbook new"),
)
COHORT_FILE_MISSING = ProblemKind(
    "cohort_file_missing",
    E,
    N_("The cohort folder has no file {file}."),
    N_("Make a cohort folder with: workbook new"),
)
COHORT_UNREADABLE = ProblemKind(
    "cohort_unreadable",
    E,
    N_("The file cannot be read as TOML: {error}."),
    N_("Correct the line; texts stand in double quotes."),
)
COHORT_KEY_UNKNOWN = ProblemKind(
    "cohort_key_unknown",
    E,
    N_("The setting is not known."),
    N_("Remove it or use one of: {known}."),
)
COHORT_VALUE = ProblemKind(
    "cohort_value",
    E,
    N_("The value “{value}” does not fit."),
    N_("Expected: {expected}."),
)
ROSTER_UNREADABLE = ProblemKind(
    "roster_unreadable",
    E,
    N_("The list of participants cannot be read as text."),
    N_("Save it as CSV (UTF-8) and try again."),
)
ROSTER_COLUMN_MISSING = ProblemKind(
    "roster_column_missing",
    E,
    N_("The list of participants has no column “{column}”."),
    N_("The first line names the columns: name, language, accounts, transactions, owner, ref."),
)
ROSTER_COLUMN_TWICE = ProblemKind(
    "roster_column_twice",
    E,
    N_("The column “{column}” stands there twice."),
    N_("Remove one of the two columns."),
)
ROSTER_EMPTY = ProblemKind(
    "roster_empty",
    E,
    N_("The list of participants has no participants."),
    N_("Add one line per participant."),
)
ROSTER_CELLS = ProblemKind(
    "roster_cells",
    E,
    N_("The row has {seen} cells, the header has {expected}."),
    N_("Check the separators in this row; a text that holds a separator needs double quotes."),
)
NAME_MISSING = ProblemKind(
    "name_missing",
    E,
    N_("The participant has no name."),
    N_("Write the name into the column “name”."),
)
LANGUAGE_UNKNOWN = ProblemKind(
    "language_unknown",
    E,
    N_("There is no workbook in the language “{value}”."),
    N_("Use de or en, or leave it empty for the language of the cohort."),
)
ACCOUNTS_MISSING = ProblemKind(
    "accounts_missing",
    E,
    N_("It is not said where the accounts of this participant are."),
    N_("Name a file in the column “accounts”, or one shared file in cohort.toml (accounts, owner_column)."),
)
OWNER_MISSING = ProblemKind(
    "owner_missing",
    E,
    N_("With one shared export it must be known which accounts belong to this participant."),
    N_("Write the owner's name, as it stands in the export, into the column “owner”."),
)
FILE_MISSING = ProblemKind(
    "file_missing",
    E,
    N_("There is no file “{value}”."),
    N_("Check the name; paths start at the cohort folder."),
)
REF_PATTERN = ProblemKind(
    "ref_pattern",
    E,
    N_("The reference “{value}” has a form that cannot be used."),
    N_("Use 8 to 32 lower-case letters and digits, or leave it empty to get a new one."),
)
REF_TWICE = ProblemKind(
    "ref_twice",
    E,
    N_("The reference “{value}” also stands in row {other}."),
    N_("Every participant needs a reference of their own; empty one of the two to get a new one."),
)
ROSTER_LOCKED = ProblemKind(
    "roster_locked",
    E,
    N_("New references could not be written into the list of participants: {error}."),
    N_("Close the file in other programs, check that it may be written, and try again."),
)
REF_UNKNOWN = ProblemKind(
    "ref_unknown",
    E,
    N_("Nobody in the list of participants has the reference “{value}”."),
    N_("References stand in the column “ref” of roster.csv."),
)
FOLDER_NOT_EMPTY = ProblemKind(
    "folder_not_empty",
    E,
    N_("The folder {file} is not empty."),
    N_("Choose a new name; nothing was changed."),
)
NOT_WRITABLE = ProblemKind(
    "not_writable",
    E,
    N_("{file} cannot be written: {error}."),
    N_("Check the free space and the rights of the folder."),
)
FORMAT_UNKNOWN = ProblemKind(
    "format_unknown",
    E,
    N_("The format “{value}” is not known."),
    N_("Use one or more of: {known}."),
)
ANSWERS_IN_THE_WAY = ProblemKind(
    "answers_in_the_way",
    E,
    N_("In {file} there are workbooks to write in; handouts would take their place."),
    N_("Name another folder with --out; nothing was changed."),
)
ALREADY_RUNNING = ProblemKind(
    "already_running",
    E,
    N_("These workbooks are being made right now, by process {pid} on {host} since {started}."),
    N_("Wait until it has finished, or look at it with: workbook status"),
)

CELL_FAILED = ProblemKind(
    "cell_failed",
    E,
    N_("Chapter {chapter} stopped at cell {cell}: {error}."),
    N_("Check the participant's accounts with: workbook check. With --debug the command shows the details."),
)
CELL_TIMED_OUT = ProblemKind(
    "cell_timed_out",
    E,
    N_("Chapter {chapter}, cell {cell} took longer than {seconds} seconds and was stopped."),
    N_("Check how many accounts the file has; then try again with --retry-failed."),
)
NOTEBOOK_TIMED_OUT = ProblemKind(
    "notebook_timed_out",
    E,
    N_("Chapter {chapter} took longer than {seconds} seconds and was stopped at cell {cell}."),
    N_("Check how many accounts the file has; then try again with --retry-failed."),
)
FILE_TIMED_OUT = ProblemKind(
    "file_timed_out",
    E,
    N_("The file {chapter} took longer than {seconds} seconds and was given up."),
    N_("Check how many accounts the file has; then try again with --retry-failed."),
)
KERNEL_DIED = ProblemKind(
    "kernel_died",
    E,
    N_("The process that calculates the chapters ended without a result (chapter {chapter}, cell {cell})."),
    N_("Try again with --retry-failed; if it happens again, close other programs to free memory."),
)
WORKER_DIED = ProblemKind(
    "worker_died",
    E,
    N_("The process that makes this workbook ended without a result."),
    N_("Try again with --retry-failed; if it happens again, close other programs to free memory."),
)
NOT_OURS = ProblemKind(
    "not_ours",
    E,
    N_("{file} is in the way: it is no folder made by this program."),
    N_("Move it elsewhere and try again."),
)
OUT_OF_MEMORY = ProblemKind(
    "out_of_memory",
    E,
    N_("Chapter {chapter}, cell {cell} needed more memory than the {limit} MB one workbook may use."),
    N_("Check how many accounts the file has; then try again with --retry-failed."),
)
DISK_FULL = ProblemKind(
    "disk_full",
    E,
    N_("There is no space left on the disk."),
    N_("Free some space, then try again with --retry-failed. The earlier workbook is unchanged."),
)
FILE_IN_USE = ProblemKind(
    "file_in_use",
    E,
    N_("A file of the workbook is open in another program or may not be written: {error}."),
    N_("Close it, then try again with --retry-failed."),
)
FILE_HELD = ProblemKind(
    "file_in_use",
    E,
    N_("{file} is in use by another program or may not be written."),
    N_("Close it and run the command again; all other files were written."),
)
UNEXPECTED = ProblemKind(
    "unexpected",
    E,
    N_("Something unexpected happened: {error}."),
    N_("Run the command again with --debug and send what it shows to whoever looks after the program."),
)
NO_WHEELS = ProblemKind(
    "no_wheels",
    E,
    N_("The installer could not be made: {error}"),
    N_("Try again where the packages can be fetched; the workbooks themselves are complete."),
)
