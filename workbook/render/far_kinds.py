"""What can go wrong beyond this machine: addresses, clusters, workers elsewhere."""

from workbook.errors import ProblemKind, Severity
from workbook.i18n import N_

E = Severity.ERROR

ADDRESS_UNREACHABLE = ProblemKind(
    "address_unreachable",
    E,
    N_("{file} cannot be read or written ({error})."),
    N_("Check the address, the network and the access rights of this computer; nothing was lost."),
)
CLUSTER_NOT_INSTALLED = ProblemKind(
    "cluster_not_installed",
    E,
    N_("Addresses and clusters need a part of the program that is not installed here."),
    N_("Install it with: pip install focus-workbook[cluster]"),
)
CLUSTER_UNREACHABLE = ProblemKind(
    "cluster_unreachable",
    E,
    N_("No cluster answers at {value}."),
    N_("Start one with: dask scheduler, or check the address; nothing was changed."),
)
CLUSTER_GONE = ProblemKind(
    "cluster_gone",
    E,
    N_("The cluster at {value} is gone."),
    N_("What is finished is kept; the same command goes on from there."),
)
NO_WORKERS = ProblemKind(
    "no_workers",
    E,
    N_("The cluster at {value} has no workers."),
    N_("Start at least one with: dask worker {value} --nthreads 1"),
)
OTHER_PROGRAM = ProblemKind(
    "other_program",
    E,
    N_("The worker {value} has another version of the program than this computer."),
    N_("Install the same version on every worker, then try again with --retry-failed."),
)
WORKER_LOST = ProblemKind(
    "worker_lost",
    E,
    N_("Several workers ended while they made this workbook ({error})."),
    N_("Check the memory of the workers, then try again with --retry-failed."),
)
STORE_CHANGED = ProblemKind(
    "store_changed",
    E,
    N_("Somebody wrote into this workbook while it was made again; it was left as it is."),
    N_("Try again with --retry-failed."),
)
