"""What `workbook doctor` may find wrong with a computer."""

from workbook.errors import ProblemKind, Severity
from workbook.i18n import N_

OLD_PYTHON = ProblemKind(
    "old_python",
    Severity.ERROR,
    N_("This is Python {found}; the workbook needs 3.11 or newer."),
    N_("Install a newer Python, or ask your trainer for the installer that brings everything along."),
)
WRONG_VERSIONS = ProblemKind(
    "wrong_versions",
    Severity.ERROR,
    N_("Packages are missing or too old: {found}."),
    N_("Run the install script of your workbook again; it puts the right versions into a place of their own."),
)
NO_PORT = ProblemKind(
    "no_port",
    Severity.ERROR,
    N_("No port can be opened on this computer: {found}."),
    N_("Ask your IT to allow connections within the computer (127.0.0.1); the workbook needs no others."),
)
NO_BROWSER = ProblemKind(
    "no_browser",
    Severity.WARNING,
    N_("No browser was found that can be opened from here."),
    N_("Start with --no-browser and copy the address that is shown into your browser."),
)
NO_PANGO = ProblemKind(
    "no_pango",
    Severity.WARNING,
    N_("PDF files cannot be made: the library Pango is missing. Everything else works."),
    N_("Print workbook.html from your browser, or install Pango, on Debian with “apt install libpangoft2-1.0-0”."),
)
NOT_WRITABLE = ProblemKind(
    "not_writable_here",
    Severity.ERROR,
    N_("Nothing can be written in {found}."),
    N_("Copy the workbook's folder to a place of your own, such as your documents, and open it there."),
)
DISK_FULL = ProblemKind(
    "disk_full_here",
    Severity.ERROR,
    N_("The disk is full: {found}."),
    N_("Free some space before you go on; what you type could not be saved."),
)
DISK_NEARLY_FULL = ProblemKind(
    "disk_nearly_full",
    Severity.WARNING,
    N_("The disk is nearly full: {found}."),
    N_("Free some space soon."),
)
STORE_UNREADABLE = ProblemKind(
    "store_unreadable_here",
    Severity.ERROR,
    N_("Your answers cannot be read. {found}"),
    N_("Nothing was changed. Restore the last backup into a new folder: workbook restore FILE DIR."),
)
STORE_READ_ONLY = ProblemKind(
    "store_read_only_here",
    Severity.WARNING,
    N_("The workbook in {found} can only be read."),
    N_("Make plan.db and its folder writable, or work on a copy of the folder."),
)
