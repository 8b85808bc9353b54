"""Workers: one process per participant, watched from outside, so that nothing in it can stop the others.

POSIX systems fork each worker from a warm server process that has everything imported; elsewhere each starts anew.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from workbook.i18n import speaking
from workbook.render import kinds
from workbook.render.failures import CellTimedOut, ChapterFailed, KernelDied, OutOfMemory, Spot, reason_of
from workbook.render.isolation import clear_out, last_words, limits_memory, process_context, settle_in
from workbook.render.job import Job, Outcome, Report
from workbook.render.manifest import Status
from workbook.render.processes import end_all, ending_waits, family, memory_of

Work = Callable[[Job, Report], Outcome]

# The engines stop a cell themselves; this is for cells that do not let themselves be stopped.
GRACE_SECONDS = 2.0
_TICK_SECONDS = 0.5


def _work_alone(work: Work, job: Job, connection: Connection) -> None:
    """Run in the worker: its own group of processes, its own files, one job."""
    settle_in(job)
    connection.send(work(job, connection.send))
    connection.close()


@dataclass(slots=True)
class Worker:
    """One running worker and the cell it is at."""

    job: Job
    process: BaseProcess
    connection: Connection
    started: float
    spot: Spot = field(default_factory=Spot)
    cell_since: float = 0.0
    chapter_since: float = 0.0
    outcome: Outcome | None = None

    def listen(self) -> None:
        """Take in everything the worker has said."""
        try:
            while self.outcome is None and self.connection.poll():
                self._hear(self.connection.recv())
        except (EOFError, OSError):
            self.outcome = self.failed(KernelDied(self.spot))

    def _hear(self, message: Spot | Outcome) -> None:
        if isinstance(message, Outcome):
            self.outcome = message
            return
        now = time.monotonic()
        self.chapter_since = self.chapter_since if message.chapter == self.spot.chapter else now
        self.spot, self.cell_since = message, now

    def overdue(self) -> ChapterFailed | None:
        """Return why the worker must be stopped, None while it is within its limits."""
        limits, now = self.job.limits, time.monotonic() - GRACE_SECONDS
        if self.spot.cell is None:
            return self._slow_file(now)
        if now - self.cell_since > limits.cell_seconds:
            return CellTimedOut(self.spot, limits.cell_seconds)
        if now - self.chapter_since > limits.notebook_seconds:
            return CellTimedOut(self.spot, limits.notebook_seconds, kinds.NOTEBOOK_TIMED_OUT)
        if not limits_memory() and memory_of(self.process.pid or 0) > limits.memory:
            return OutOfMemory(self.spot, limits.memory)
        return None

    def _slow_file(self, now: float) -> ChapterFailed | None:
        # Before the first chapter there is no spot, and reading accounts has limits of its own.
        seconds = self.job.limits.notebook_seconds
        if self.spot.chapter is None or now - self.chapter_since <= seconds:
            return None
        return ChapterFailed(kinds.FILE_TIMED_OUT, self.spot, seconds=round(seconds))

    def failed(self, error: ChapterFailed) -> Outcome:
        """Return the outcome of a worker that cannot tell it itself."""
        with speaking(self.job.message_language):
            reason = reason_of(error)
        seconds = time.monotonic() - self.started
        return Outcome(self.job.rep.ref, Status.FAILED, seconds, reason, trace=last_words(self.job))

    def end(self) -> None:
        """End the worker with everything it started."""
        members = family(self.process.pid or 0)
        self.process.kill()
        self.process.join(GRACE_SECONDS)
        end_all(members)
        self.connection.close()
        clear_out(self.job)


class Pool:
    """Runs jobs in at most ``size`` processes at a time; leaving the block ends whatever still runs."""

    def __init__(self, work: Work, size: int, context: Any = None) -> None:
        self._work, self._size, self._context = work, size, context or process_context()
        self.running: list[Worker] = []

    def __enter__(self) -> "Pool":
        return self

    def __exit__(self, *exception: object) -> None:
        self.end()

    def end(self) -> None:
        """End every worker with everything it started."""
        for worker in self.running:
            worker.end()
        self.running.clear()

    def refs(self) -> list[str]:
        """Return the references of the participants whose workbooks are being made."""
        return [worker.job.rep.ref for worker in self.running]

    def members(self) -> list[tuple[int, float]]:
        """Return every process that works for the pool, as pairs of number and start time."""
        return [member for worker in self.running for member in family(worker.process.pid or 0)]

    def outcomes(self, jobs: Iterable[Job]) -> Iterator[Outcome | None]:
        """Yield each outcome as it comes, and None whenever workers were started or time has passed."""
        waiting = iter(jobs)
        more = True
        while more or self.running:
            more = more and self._fill(waiting)
            yield None
            self._wait()
            yield from self._finished()

    def _fill(self, waiting: Iterator[Job]) -> bool:
        while len(self.running) < self._size:
            job = next(waiting, None)
            if job is None:
                return False
            with ending_waits():
                self.running.append(self._start(job))
        return True

    def _start(self, job: Job) -> Worker:
        here, there = self._context.Pipe(duplex=False)
        process = self._context.Process(target=_work_alone, args=(self._work, job, there), daemon=False)
        try:
            process.start()
        except (EOFError, ConnectionError) as error:
            raise KernelDied(Spot()) from error
        there.close()
        return Worker(job, process, here, time.monotonic())

    def _wait(self) -> None:
        if self.running:
            wait([worker.connection for worker in self.running], timeout=_TICK_SECONDS)

    def _finished(self) -> Iterator[Outcome]:
        for worker in list(self.running):
            worker.listen()
            reason = worker.overdue() if worker.outcome is None else None
            outcome = worker.failed(reason) if reason else worker.outcome
            if outcome is not None:
                worker.end()
                self.running.remove(worker)
                yield outcome
