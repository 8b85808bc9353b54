"""Where a worker comes from and what it is shut in: a warm server, its own group, files, memory and silence."""

import multiprocessing
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from multiprocessing import forkserver, util
from pathlib import Path
from typing import Any

from workbook.render.job import Job
from workbook.render.processes import die_with_parent

# Set for the warm server: to FOR_MANY when it pays to draw beforehand what all workbooks show alike.
WARM_UP, FOR_MANY = "WORKBOOK_WARM_UP", "many"
MANY = 8
FOLDER_PREFIX = "wb-"
# One participant per core is enough; threads of numerical libraries would only get in each other's way.
_SERVER_ENVIRONMENT = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MPLBACKEND": "agg"}


def can_fork() -> bool:
    """Return whether workers can be forked from a warm server here."""
    return "forkserver" in multiprocessing.get_all_start_methods()


def process_context(*, warm: bool | None = None, many: bool = False) -> Any:
    """Return the way processes are started: forked from a warm server, or each anew; ``many`` will be."""
    if not (can_fork() if warm is None else warm):
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["workbook.render.warm"])
    ours = {**_SERVER_ENVIRONMENT, WARM_UP: FOR_MANY if many else "1", "TMPDIR": str(own_folder())}
    with _environment(ours), _temporary_files_in(own_folder()):
        forkserver.ensure_running()
    return context


@cache
def own_folder() -> Path:
    """Return this process's folder (0700) for sockets and files of kernels; its path is short, sockets need that.

    It goes when the process ends; the lock notes it, so that the next run removes what a killed one leaves.
    """
    folder = Path(tempfile.mkdtemp(prefix=FOLDER_PREFIX))
    # After multiprocessing, which has its own files in there, has cleaned up (it does so at -100).
    util.Finalize(None, shutil.rmtree, args=(folder,), kwargs={"ignore_errors": True}, exitpriority=-200)
    return folder


@contextmanager
def _temporary_files_in(folder: Path) -> Iterator[None]:
    before = tempfile.tempdir
    tempfile.tempdir = str(folder)
    try:
        yield
    finally:
        tempfile.tempdir = before


@contextmanager
def _environment(ours: dict[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in ours}
    os.environ.update(ours)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})


def settle_in(job: Job) -> None:
    """Shut the current process in: called once, at the start of a worker."""
    if os.name == "posix":
        os.setsid()  # Ctrl-C in the terminal goes to the watching process only
    _limit_memory(job.limits.memory)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    die_with_parent()
    _let_the_server_end()
    os.umask(0o077)
    job.runtime.mkdir(mode=0o700, parents=True, exist_ok=True)
    tempfile.tempdir = os.environ["TMPDIR"] = str(job.runtime)  # what is left there goes with the worker
    _keep_quiet(job)


def _let_the_server_end() -> None:
    """Close what keeps the warm server alive, so that it ends with the process that watches, and this worker with it.

    Each worker is handed the open end of a pipe: a server usually lives until its last child is gone. Ours must not:
    a worker whose watcher was killed would go on, and in a cluster another one is making its workbook already.
    """
    kept = getattr(getattr(forkserver, "_forkserver", None), "_forkserver_alive_fd", None)
    if kept is not None:
        with suppress(OSError):
            os.close(kept)


def limits_memory() -> bool:
    """Return whether the system itself refuses a process more memory than its limit; elsewhere it is watched."""
    return sys.platform == "linux"


def _limit_memory(megabytes: int) -> None:
    if not limits_memory():
        return
    import resource

    _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * 2**20, hard))


def _keep_quiet(job: Job) -> None:
    """Send what libraries and kernels say to a file that is only read when something went wrong."""
    log = os.open(_log(job), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for stream in (1, 2):
        os.dup2(log, stream)
    os.close(log)


def last_words(job: Job) -> str:
    """Return what a worker and its kernels said."""
    return _log(job).read_text(encoding="utf-8", errors="replace") if _log(job).exists() else ""


def clear_out(job: Job) -> None:
    """Remove what a worker that has ended left: the files of its kernels, and a workbook it did not finish."""
    shutil.rmtree(job.runtime, ignore_errors=True)
    shutil.rmtree(job.workshop, ignore_errors=True)


def _log(job: Job) -> Path:
    return job.runtime / "log.txt"
