"""A cohort rendered three ways: a plain loop of papermill and nbconvert, `workbook render`, bare cells as the limit.

Run with `python -m tests.benchmarks.render [PARTICIPANTS]`, or with all others by `make bench`. Each way runs in a
process of its own. Times are of the wall clock and of the processors: other work on the machine lengthens the first.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from multiprocessing import forkserver
from pathlib import Path

from workbook.render.cohort import Cohort, peek_cohort
from workbook.render.due import jobs_of
from workbook.render.job import Job
from workbook.render.options import RenderOptions
from workbook.render.pipeline import chapter_files, fill_store
from workbook.render.run import render_cohort
from workbook.resources import resource as packaged

TODAY = date(2026, 11, 23)
PARTICIPANTS = 12
# The loop takes so long that a quarter of the cohort has to do; it makes one like the other.
LOOP_PART = 4


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds of the wall clock and of all processors, and the largest process in MB."""

    wall: float
    processor: float
    memory: float


def cohort_of(size: int) -> Cohort:
    """Return the demo participants again and again, each time under another reference."""
    demo = peek_cohort(packaged("data", "demo"))
    reps = tuple(replace(demo.reps[n % len(demo.reps)], ref=f"benchmark{n:04}") for n in range(size))
    return replace(demo, reps=reps)


def prepared(out: Path, size: int) -> list[tuple[Job, Path]]:
    """Return the jobs, each with a folder that has a store: what the chapters need before they can run."""
    jobs = list(jobs_of(cohort_of(size), RenderOptions(out, TODAY)))
    for job in jobs:
        fill_store(job, job.folder)
    return [(job, job.folder) for job in jobs]


def plain_loop(out: Path, size: int) -> None:
    """Render the way people write it: one chapter after the other, a kernel each, then a page each."""
    import papermill
    from nbconvert import HTMLExporter

    for job, folder in prepared(out, size):
        os.environ["WORKBOOK_FOLDER"] = str(folder)
        for path in chapter_files(packaged("notebooks")):
            done = folder / path.name
            papermill.execute_notebook(path, done, {"participant_ref": job.rep.ref}, progress_bar=False, cwd=folder)
            page, _resources = HTMLExporter().from_filename(str(done))
            done.with_suffix(".html").write_text(page, encoding="utf-8")


def workbook_render(out: Path, size: int) -> None:
    """Render with `workbook render --jobs 2`."""
    manifest = render_cohort(cohort_of(size), RenderOptions(out, TODAY, workers=2))
    forkserver._forkserver._stop()  # waited for, it counts in what its parent measures
    assert all(entry.status == "done" for entry in manifest.participants), manifest


def bare_cells(out: Path, size: int) -> None:
    """Run the same cells by plain Python in one warm process, and show what the last line of each returns."""
    from IPython.core.interactiveshell import InteractiveShell

    os.environ["WORKBOOK_STATIC"] = "1"
    shell = InteractiveShell.instance()
    for _job, folder in prepared(out, size):
        os.environ["WORKBOOK_FOLDER"] = str(folder)
        for path in chapter_files(packaged("notebooks")):
            _run_cells(path, shell.display_formatter.format)


def _run_cells(path: Path, show: Callable[[object], object]) -> None:
    import ast

    import nbformat

    names: dict[str, object] = {"__name__": "__main__"}
    for cell in nbformat.read(path, as_version=4).cells:
        tree = ast.parse(cell.source) if cell.cell_type == "code" else ast.parse("")
        last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        exec(compile(tree, path.name, "exec"), names)
        if last is not None:
            show(eval(compile(ast.Expression(last.value), path.name, "eval"), names))


WAYS = {"loop": plain_loop, "render": workbook_render, "cells": bare_cells}


def measure(way: str, size: int) -> Measured:
    """Run one way in a process of its own and measure it with everything it starts."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "tests.benchmarks.render", way, folder, str(size)]
        before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Measured(time.perf_counter() - started, processor, after.ru_maxrss / 1024)


def main(size: int = PARTICIPANTS) -> None:
    """Print participants per minute, the ratio to the plain loop, processor seconds and the largest process."""
    sys.stdout.write(f"Render: {size} participants, nine chapters and HTML each, {os.cpu_count()} cores\n")
    sys.stdout.write(f"{'':28}{'per minute':>12}{'ratio':>8}{'cpu s each':>12}{'peak MB':>9}\n")
    sizes = {"loop": max(1, size // LOOP_PART), "render": size, "cells": size}
    first = None
    for way, words in (("loop", "papermill loop"), ("render", "workbook render"), ("cells", "bare cells (limit)")):
        found = measure(way, sizes[way])
        rate = sizes[way] * 60 / found.wall
        first = first or rate
        numbers = f"{rate:>12.1f}{rate / first:>8.1f}{found.processor / sizes[way]:>12.1f}{found.memory:>9.0f}"
        sys.stdout.write(f"{words} ({sizes[way]})".ljust(28) + numbers + "\n")


if __name__ == "__main__":
    if len(sys.argv) == 4:
        WAYS[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))
    else:
        main(*map(int, sys.argv[1:]))
