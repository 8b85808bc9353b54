"""Work that ends in every way a worker can end; named here because workers find it by name."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

from workbook.render.failures import Spot
from workbook.render.job import Job, Outcome, Report
from workbook.render.manifest import Status

CHAPTER = Spot("02_tiering", 5)


def noted(job: Job, what: str) -> Path:
    """Where a worker notes something for the test."""
    return job.out / f"{job.rep.display_name}-{what}.txt"


def _begin(job: Job, report: Report) -> None:
    report(CHAPTER)
    noted(job, "begun").write_text(str(time.time()), encoding="utf-8")


def _done(job: Job) -> Outcome:
    return Outcome(job.rep.ref, Status.DONE, 0.1, files=(str(os.getpid()),))


def by_name(job: Job, report: Report) -> Outcome:
    """What the participant's name says."""
    return globals()[job.rep.display_name](job, report)


def succeeds(job: Job, report: Report) -> Outcome:
    """Nothing is wrong."""
    sys.stdout.write("noise that nobody should see")
    return _done(job)


def exits(job: Job, report: Report) -> Outcome:
    """The process ends itself in the middle of a cell."""
    report(CHAPTER)
    os._exit(3)


def is_killed(job: Job, report: Report) -> Outcome:
    """The system kills the process."""
    report(CHAPTER)
    os.kill(os.getpid(), signal.SIGKILL)
    return _done(job)


def raises(job: Job, report: Report) -> Outcome:
    """The program itself is wrong."""
    raise RuntimeError("a mistake of ours")


def ignores_interrupts(job: Job, report: Report) -> Outcome:
    """A loop that swallows every interrupt, with a child that does the same."""
    child = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(600)"
    started = subprocess.Popen([sys.executable, "-c", child], start_new_session=True)
    noted(job, "child").write_text(str(started.pid), encoding="utf-8")
    _begin(job, report)
    while True:
        try:
            while True:
                pass
        except KeyboardInterrupt:
            pass


def holds_the_interpreter(job: Job, report: Report) -> Outcome:
    """No other thread and no signal handler of Python runs."""
    _begin(job, report)
    re.match("(a+)+$", "a" * 60 + "b")
    return _done(job)


def many_short_cells(job: Job, report: Report) -> Outcome:
    """No cell is long, the chapter is."""
    for number in range(1, 1000):
        report(Spot("02_tiering", number))
        time.sleep(0.05)
    return _done(job)


def draws_for_ever(job: Job, report: Report) -> Outcome:
    """A file is never finished."""
    report(Spot("workbook.pdf"))
    while True:
        time.sleep(1)
