"""What can go wrong with a store, in words a sales rep understands."""

from workbook.errors import ProblemKind, Severity
from workbook.i18n import N_

SAVE_CONFLICT = ProblemKind(
    "save_conflict",
    Severity.ERROR,
    N_("Not saved: this page was changed in another window in the meantime."),
    N_("Compare both texts, then keep one of them or put them together. Your text is still here."),
)
QUARTER_CLOSED = ProblemKind(
    "quarter_closed",
    Severity.ERROR,
    N_("Not saved: quarter {quarter} is closed; the open quarter is {open_quarter}."),
    N_("Close this page and open the workbook again. Copy your text first if you have just written some."),
)
STORE_BUSY = ProblemKind(
    "store_busy",
    Severity.ERROR,
    N_("Another program has kept {file} locked for more than {seconds} seconds."),
    N_("Close a second window, a running backup or a synchronisation, then save again. Your text is still here."),
)
STORE_FULL = ProblemKind(
    "store_full",
    Severity.ERROR,
    N_("Not saved: there is no space left on the disk that holds {file}."),
    N_("Free some space, then save again. Your text is still here, and what was saved before is unchanged."),
)
STORE_READ_ONLY = ProblemKind(
    "store_read_only",
    Severity.ERROR,
    N_("Not saved: {file} may only be read, not changed."),
    N_("Make the file and its folder writable, or work on a copy of the folder in a place of your own."),
)
STORE_DAMAGED = ProblemKind(
    "store_damaged",
    Severity.ERROR,
    N_("{file} is damaged and was left exactly as it is."),
    N_("Restore the last backup: {backup}. Keep the damaged file, more may be saved from it."),
)
STORE_NEWER = ProblemKind(
    "store_newer",
    Severity.ERROR,
    N_("{file} was written by a newer version of the workbook (format {found}, this version knows {known})."),
    N_("Install the current version of the workbook. The file was not changed."),
)
STORE_MISSING = ProblemKind(
    "store_missing",
    Severity.ERROR,
    N_("There is no workbook in {file}: plan.db is missing."),
    N_("Open the folder that was made for you; it holds plan.db and the notebooks."),
)
STORE_GONE = ProblemKind(
    "store_gone",
    Severity.ERROR,
    N_("The database {file} cannot be reached."),
    N_("Check the connection, then save again. Your text is still here, and nothing is saved twice."),
)
STORE_FAILED = ProblemKind(
    "store_failed",
    Severity.ERROR,
    N_("{file} could not be read or written ({value})."),
    N_("Save again. If this stays, copy your text and tell the person who gave you the workbook."),
)
STORE_REFUSED = ProblemKind(
    "store_refused",
    Severity.ERROR,
    N_("The database {file} does not allow this with your account."),
    N_("Ask the person who looks after the database to check your access."),
)
NO_PARTICIPANT = ProblemKind(
    "no_participant",
    Severity.ERROR,
    N_("{file} holds no workbook yet."),
    N_("Open the folder that was made for you, or ask your trainer for it."),
)
SEVERAL_PARTICIPANTS = ProblemKind(
    "several_participants",
    Severity.ERROR,
    N_("{file} holds the workbooks of several people."),
    N_("Say whose workbook to open."),
)
STORE_NOT_READY = ProblemKind(
    "store_not_ready",
    Severity.ERROR,
    N_("The database {file} is not prepared for this version of the workbook."),
    N_("Ask the person who looks after the database to prepare it."),
)
LOCKS_FAIL = ProblemKind(
    "store_locks_fail",
    Severity.ERROR,
    N_("The drive that holds {file} cannot lock files, so saving there is not safe."),
    N_("Copy the folder to your own computer and work there."),
)
NETWORK_DRIVE = ProblemKind(
    "store_network_drive",
    Severity.WARNING,
    N_("{file} lies on a network drive ({value}); a lost connection may damage it."),
    N_("Work on your own computer and keep a backup on the network drive, or ask for the database of your hub."),
)
NO_BACKUP = ProblemKind(
    "no_backup",
    Severity.ERROR,
    N_("There is no backup {file}."),
    N_("Check the name and the place of the file."),
)
