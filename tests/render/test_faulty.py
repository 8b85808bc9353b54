"""A large cohort comes through its faulty participants, and nothing is left of them."""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from multiprocessing import forkserver
from pathlib import Path
from statistics import median

import nbformat
import psutil
import pytest

from tests.render.fixtures import FAULTS, apart_from_mails, notebook, write_cohort
from workbook.render.cohort import Cohort, Rep, read_cohort
from workbook.render.isolation import own_folder, process_context
from workbook.render.job import Limits, Outcome
from workbook.render.manifest import Manifest, Status
from workbook.render.options import RenderOptions
from workbook.render.run import render_cohort

pytestmark = pytest.mark.slow
PEOPLE = 300
# What is wrong, and the code a trainer's program reads; the accounts are wrong before any cell.
EXPECTED = {
    "raises": "cell_failed", "dies": "kernel_died", "loops": "cell_timed_out", "swallows_interrupts": "cell_timed_out",
    "holds_the_interpreter": "cell_timed_out", "eats_memory": "out_of_memory", "accounts": "id_twice",
}  # fmt: skip
FAULTY = {f"participant{n}": list(EXPECTED)[n // 20 % len(EXPECTED)] for n in range(7, PEOPLE, 20)}
SAMPLE = tuple(f"participant{n}" for n in range(0, PEOPLE, 15))
# Written by every worker: how many MB it has and how many files are open.
NOTES = "import psutil\nme = psutil.Process()\nwith open({path!r}, 'a') as notes:\n    " + (
    "notes.write(f'{{me.memory_info().rss / 2**20:.1f}} {{me.num_fds()}}\\n')"
)


@dataclass
class Gauge:
    """Follows a run: memory in MB and open files of this process and of the warm server after each participant."""

    figures: list[tuple[float, int, float, int]] = field(default_factory=list)

    def begin(self, total: int) -> None:
        """The warm server is the helper that begins the workers."""

    def done(self, outcome: Outcome) -> None:
        """Measure both."""
        here, server = psutil.Process(), psutil.Process(forkserver._forkserver._forkserver_pid)
        measured = [(one.memory_info().rss / 2**20, one.num_fds()) for one in (here, server)]
        self.figures.append((*measured[0], *measured[1]))

    def growth(self) -> tuple[float, ...]:
        """What was added between the 20th participant and the last."""
        return tuple(last - first for first, last in zip(self.figures[19], self.figures[-1], strict=True))


def _chapters(folder: Path, notes: Path) -> Path:
    """A chapter that greets, and one in which every twentieth participant meets a fault."""
    folder.mkdir()
    sources = {ref: FAULTS[fault] for ref, fault in FAULTY.items() if fault in FAULTS}
    nbformat.write(notebook(FAULTS["prints"], NOTES.format(path=str(notes))), folder / "00_prints.ipynb")
    nbformat.write(notebook(f"exec({sources!r}.get(participant_ref, 'pass'))"), folder / "01_faults.ipynb")
    return folder


def _cohort(folder: Path) -> Cohort:
    write_cohort(folder, *[f"Rep {n}" for n in range(PEOPLE)])
    for ref in (ref for ref, fault in FAULTY.items() if fault == "accounts"):
        path = folder / "accounts" / f"{ref.removeprefix('participant')}.csv"
        path.write_text("id,name\n1,A\n1,B\n", encoding="utf-8")
    return read_cohort(folder)


def _helpers() -> set[int]:
    return {process.pid for process in psutil.Process().children(recursive=True)}


def _written(out: Path, rep: Rep) -> dict[str, str]:
    """What a participant has but for the store, which knows the time, with name and reference taken out."""
    files = [path for path in (out / rep.folder).iterdir() if path.suffix in (".html", ".ipynb", ".sh", ".bat")]
    own = re.compile(rf"\b({rep.ref}|{rep.display_name})\b")
    return {path.name: own.sub("*", path.read_text(encoding="utf-8")) for path in files}


def _told_rightly(manifest: Manifest) -> int:
    failed = [entry for entry in manifest.participants if entry.status is Status.FAILED]
    assert {entry.ref: entry.reason.code for entry in failed} == {ref: EXPECTED[FAULTY[ref]] for ref in FAULTY}
    for entry in failed:
        place = (None, None) if FAULTY[entry.ref] == "accounts" else ("01_faults", 3)
        assert (entry.reason.chapter, entry.reason.cell) == place
        assert re.fullmatch(r"[A-Za-z0-9].{20,}\.( \(\+1\))?", entry.reason.message, flags=re.S), entry.reason.message
    return len(failed)


def _stays_flat(gauge: Gauge, notes: Path) -> tuple[str, str]:
    """Nothing piles up: not here, not in the warm server, not from worker to worker."""
    (here, here_files, server, server_files), workers = gauge.growth(), notes.read_text("utf-8").split()
    memory, files = [float(each) for each in workers[::2]], [int(each) for each in workers[1::2]]
    assert here < 15
    assert server < 3
    assert here_files <= 4
    assert server_files <= 0
    assert median(memory[-20:]) < 1.02 * median(memory[:20])
    assert max(files[-20:]) <= max(files[:20])
    return f"{median(memory[:20]):.0f} -> {median(memory[-20:]):.0f} MB", f"{max(files[:20])} -> {max(files[-20:])}"


def test_three_hundred_with_five_per_cent_faulty(tmp_path: Path, record_property) -> None:
    """Exactly the faulty fail, each with chapter, cell and a sentence; the others equal a clean run; nothing stays.

    Memory and open files of the workers, of their server and of the process that watches are the same at the end.
    """
    process_context()
    helpers, temporary = _helpers(), sorted(own_folder().iterdir())
    cohort, chapters = _cohort(tmp_path / "cohort"), _chapters(tmp_path / "chapters", notes := tmp_path / "notes")
    mixed = RenderOptions(tmp_path / "mixed", date(2026, 11, 23), notebooks=chapters, limits=Limits(cell_seconds=6))
    clean = replace(mixed, out=tmp_path / "clean", only=SAMPLE)
    manifest = render_cohort(cohort, mixed, gauge := Gauge())
    memory, files = _stays_flat(gauge, notes)
    undisturbed = render_cohort(cohort, clean)
    healthy = [rep for rep in cohort.reps if rep.ref not in FAULTY]
    assert _told_rightly(manifest) == len(FAULTY) == PEOPLE // 20
    assert (manifest.count(Status.DONE), undisturbed.count(Status.DONE)) == (len(healthy), len(SAMPLE))
    pattern = _written(clean.out, cohort.reps[0])
    assert len(pattern) == 5
    assert [rep.ref for rep in healthy if _written(mixed.out, rep) != pattern] == []
    for rep in (rep for rep in healthy if rep.ref in SAMPLE):
        page = f"{rep.folder}/workbook.html"
        assert (mixed.out / page).read_bytes() == (clean.out / page).read_bytes()
    assert apart_from_mails(mixed.out) == sorted([*(rep.folder for rep in healthy), "index.html", "manifest.json"])
    assert (_helpers() - helpers, sorted(own_folder().iterdir())) == (set(), temporary)
    for status in (Status.DONE, Status.FAILED):
        record_property(f"300 participants with 5% faulty, {status}", manifest.count(status))
    record_property("memory of a worker, first 20 and last 20", memory)
    record_property("open files of a worker, first 20 and last 20", files)
