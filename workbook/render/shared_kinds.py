"""Why a file was not accepted as a file of shared answers."""

from workbook.errors import ProblemKind, Severity
from workbook.i18n import N_

MISSING = ProblemKind(
    "shared_missing",
    Severity.ERROR,
    N_("There is no file of this name."),
    N_("Check the name and the place of the file."),
)
NOT_SHARED = ProblemKind(
    "shared_not_ours",
    Severity.ERROR,
    N_("This is no file of shared answers; nothing was taken from it."),
    N_("Ask the participant for the file shared-….zip that the workbook writes in chapter 7, or: workbook share."),
)
TOO_LARGE = ProblemKind(
    "shared_too_large",
    Severity.ERROR,
    N_("The file is larger than shared answers can be (more than {limit} MB); nothing was taken from it."),
    N_("Ask the participant for the file shared-….zip that the workbook writes in chapter 7, or: workbook share."),
)
DAMAGED = ProblemKind(
    "shared_damaged",
    Severity.ERROR,
    N_("The file is damaged, or somebody changed it; nothing was taken from it."),
    N_("Ask the participant to write and send the file again."),
)
NEWER = ProblemKind(
    "shared_newer",
    Severity.ERROR,
    N_("The file was written by a newer version of the workbook; nothing was taken from it."),
    N_("Install the current version of the workbook and try again."),
)
FOREIGN = ProblemKind(
    "shared_foreign",
    Severity.ERROR,
    N_("Nobody in the list of participants has the reference “{value}” of this file."),
    N_("The file belongs to another cohort, or the reference in roster.csv was changed."),
)
