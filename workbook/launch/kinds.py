"""What can go wrong when a workbook is opened."""

from workbook.errors import ProblemKind, Severity
from workbook.i18n import N_

NO_WORKBOOK = ProblemKind(
    "no_workbook",
    Severity.ERROR,
    N_("There is no workbook in the folder {file}."),
    N_("Name the folder that holds plan.db and workbook.html."),
)
SERVER_SILENT = ProblemKind(
    "server_silent",
    Severity.ERROR,
    N_("JupyterLab did not start on port {value}."),
    N_("Try again with another port (--port). What JupyterLab said is in {file}."),
)
