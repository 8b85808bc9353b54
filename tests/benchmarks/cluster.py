"""The same cohort on one and on two workers of a Dask cluster: how the time falls, and what 10,000 participants take.

Run with `python -m tests.benchmarks.cluster [PARTICIPANTS]`. Scheduler and workers are processes of this machine, so
two workers share its cores and its disk, and other work on the machine lengthens both.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.render import TODAY, cohort_of
from tests.render.dask import RunningCluster
from workbook.render.options import RenderOptions
from workbook.render.run import render_cohort

PARTICIPANTS = 10
WORKERS = (1, 2)
MANY = 10_000


def measure(workers: int, size: int) -> float:
    """Return participants per minute; the first workbook of each worker, which warms it up, is not timed."""
    cluster = RunningCluster.start(workers)
    try:
        _render(cluster.address, workers)
        started = time.perf_counter()
        _render(cluster.address, size)
        return size * 60 / (time.perf_counter() - started)
    finally:
        cluster.stop()


def _render(address: str, size: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        manifest = render_cohort(cohort_of(size), RenderOptions(Path(folder), TODAY, scheduler=address))
    assert all(entry.status == "done" for entry in manifest.participants), manifest


def main(size: int = PARTICIPANTS) -> None:
    """Print participants per minute, the ratio to one worker, and hours for 10,000."""
    sys.stdout.write(f"Cluster: {size} participants, nine chapters and HTML each, {os.cpu_count()} cores\n")
    sys.stdout.write(f"{'workers':>8}{'per minute':>12}{'ratio':>8}{f'hours for {MANY:,}':>18}\n")
    first = None
    for workers in WORKERS:
        rate = measure(workers, size)
        first = first or rate
        sys.stdout.write(f"{workers:>8}{rate:>12.1f}{rate / first:>8.2f}{MANY / rate / 60:>18.1f}\n")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
