"""Workers on other machines: the same jobs on a running dask.distributed cluster.

Dask only schedules. A worker makes each workbook in a process of its own, exactly as on one machine; what it needs it
finds at the paths of the job (a shared folder) or fetches from the job's addresses. When a worker dies its jobs go to
another one; a workbook that was finished is recognised there and not made again.
"""

import asyncio
import multiprocessing
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from workbook.errors import InputError, Problem, ProblemKind, RenderError
from workbook.i18n import speaking
from workbook.render import far_kinds
from workbook.render.failures import Reason
from workbook.render.isolation import own_folder
from workbook.render.job import Job, Outcome
from workbook.render.keys import program_hash
from workbook.render.manifest import Status
from workbook.render.pool import Pool
from workbook.render.settling import is_current, read_record
from workbook.render.worker import render
from workbook.resources import resource

_TICK_SECONDS = 0.5
# How long to wait for an answer of the cluster, and then for its first worker.
_PATIENCE_SECONDS, _WORKER_SECONDS = 30, 30


class Cluster:
    """A running cluster at an address; takes the place of a `Pool`."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._run = secrets.token_hex(8)
        self._futures: dict[str, Any] = {}

    def __enter__(self) -> "Cluster":
        self._client = _connect(self._address)
        _wait_for_workers(self._client, self._address)
        return self

    def __exit__(self, *error: object) -> None:
        self.end()
        self._client.close()

    def members(self) -> list[tuple[int, float]]:
        """Return no process: those of other machines are not ours to end."""
        return []

    def refs(self) -> list[str]:
        """Return the references of the participants whose workbooks are being made."""
        working = {key for keys in self._client.processing().values() for key in keys}
        return [ref for ref in self._futures if self._key(ref) in working]

    def end(self) -> None:
        """Take back what was not begun, and ask workers to give up what was."""
        if self._futures and self._client.status == "running":
            self._stop().set()
            self._client.cancel(list(self._futures.values()))
        self._futures.clear()

    def outcomes(self, jobs: Iterable[Job]) -> Iterator[Outcome | None]:
        """Yield each outcome as it comes, and None whenever time has passed."""
        answers: SimpleQueue[tuple[Job, Any]] = SimpleQueue()
        for job in jobs:
            self._submit(job, answers)
        while self._futures:
            yield None
            try:
                job, future = answers.get(timeout=_TICK_SECONDS)
            except Empty:
                self._require_cluster()
            else:
                self._futures.pop(job.rep.ref)
                yield self._outcome(job, future)

    def _submit(self, job: Job, answers: "SimpleQueue[tuple[Job, Any]]") -> None:
        program = program_hash(job.notebooks)
        key = self._key(job.rep.ref)
        future = self._client.submit(work_here, job, program, self._run, key=key, pure=False)
        self._futures[job.rep.ref] = future
        future.add_done_callback(lambda done: answers.put((job, done)))

    def _key(self, ref: str) -> str:
        return f"workbook-{ref}-{self._run}"

    def _stop(self) -> Any:
        from distributed import Event

        return Event(f"stop-{self._run}", client=self._client)

    def _require_cluster(self) -> None:
        if self._client.status != "running":
            raise RenderError(Problem(far_kinds.CLUSTER_GONE, value=self._address))

    def _outcome(self, job: Job, future: Any) -> Outcome:
        if future.status == "finished":
            answer: Outcome = future.result()
            return answer
        if future.status != "error":  # taken back, or lost with the scheduler
            raise RenderError(Problem(far_kinds.CLUSTER_GONE, value=self._address))
        return _failed(job, far_kinds.WORKER_LOST, error=type(future.exception()).__name__)


def _connect(address: str) -> Any:
    try:
        from distributed import Client
    except ImportError as error:
        raise InputError(Problem(far_kinds.CLUSTER_NOT_INSTALLED)) from error
    try:
        asyncio.run(_knock(address))
        return Client(address, timeout=_PATIENCE_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise InputError(Problem(far_kinds.CLUSTER_UNREACHABLE, value=address)) from error


async def _knock(address: str) -> None:
    # A client that finds nobody goes on trying in the background and complains when it is thrown away.
    from distributed import Security
    from distributed.core import connect

    comm = await connect(address, timeout=_PATIENCE_SECONDS, **Security().get_connection_args("client"))
    await comm.close()


def _wait_for_workers(client: Any, address: str) -> None:
    try:
        client.wait_for_workers(1, timeout=_WORKER_SECONDS)
    except TimeoutError as error:
        client.close()
        raise InputError(Problem(far_kinds.NO_WORKERS, value=address)) from error


def work_here(job: Job, program: str, run: str) -> Outcome | None:
    """Make one workbook on the machine this runs on, called by Dask; None when the run was stopped meanwhile.

    ``program`` is the hash of the program the run was started with: another version would make another workbook.
    """
    # Dask makes its workers daemons, which may start no processes; ours end with the worker all the same.
    multiprocessing.current_process().daemon = False
    attempt = secrets.token_hex(4)
    runtime, notebooks = own_folder() / f"{job.rep.ref}{attempt}", _notebooks(job.notebooks)
    here = replace(job, runtime=runtime, notebooks=notebooks, attempt=f".{attempt}")
    if program_hash(here.notebooks) != program:
        return _failed(job, far_kinds.OTHER_PROGRAM, value=_own_name())
    if _is_done(here):
        record = read_record(here.folder)
        return Outcome(job.rep.ref, Status.DONE, 0.0, files=tuple(sorted(record.files)) if record else ())
    with Pool(render, 1) as pool:
        return next((outcome for outcome in pool.outcomes([here]) if outcome or _is_stopped(run)), None)


def _notebooks(named: Path) -> Path:
    return named if named.is_dir() else resource("notebooks")


def _is_done(job: Job) -> bool:
    return job.far.is_current(job) if job.far and job.far.out else is_current(job.folder, job.key)


def _is_stopped(run: str) -> bool:
    from distributed import Event, get_client

    return bool(Event(f"stop-{run}", client=get_client()).is_set())


def _own_name() -> str:
    from distributed import get_worker

    return str(get_worker().address)


def _failed(job: Job, kind: ProblemKind, *, value: str = "", **details: object) -> Outcome:
    with speaking(job.message_language):
        problem = Problem(kind, value=value, details=details)
        return Outcome(job.rep.ref, Status.FAILED, 0.0, Reason(kind.code, str(problem)))
