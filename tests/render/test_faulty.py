"""A large cohort comes through its faulty participants, and nothing is left of them."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import nbformat
import psutil
import pytest

from tests.render.fixtures import FAULTS, notebook, write_cohort
from workbook.render.cohort import Cohort, Rep, read_cohort
from workbook.render.isolation import own_folder, process_context
from workbook.render.job import Limits
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


def _chapters(folder: Path) -> Path:
    """A chapter that greets, and one in which every twentieth participant meets a fault."""
    folder.mkdir()
    sources = {ref: FAULTS[fault] for ref, fault in FAULTY.items() if fault in FAULTS}
    nbformat.write(notebook(FAULTS["prints"]), folder / "00_prints.ipynb")
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


def test_three_hundred_with_five_per_cent_faulty(tmp_path: Path, record_property) -> None:
    """Exactly the faulty fail, each with chapter, cell and a sentence; the others equal a clean run; nothing stays."""
    process_context()
    helpers, temporary = _helpers(), sorted(own_folder().iterdir())
    cohort, chapters = _cohort(tmp_path / "cohort"), _chapters(tmp_path / "chapters")
    mixed = RenderOptions(tmp_path / "mixed", date(2026, 11, 23), notebooks=chapters, limits=Limits(cell_seconds=3))
    clean = replace(mixed, out=tmp_path / "clean", only=SAMPLE)
    manifest, undisturbed = render_cohort(cohort, mixed), render_cohort(cohort, clean)
    healthy = [rep for rep in cohort.reps if rep.ref not in FAULTY]
    assert _told_rightly(manifest) == len(FAULTY) == PEOPLE // 20
    assert (manifest.count(Status.DONE), undisturbed.count(Status.DONE)) == (len(healthy), len(SAMPLE))
    pattern = _written(clean.out, cohort.reps[0])
    assert len(pattern) == 5
    assert [rep.ref for rep in healthy if _written(mixed.out, rep) != pattern] == []
    for rep in (rep for rep in healthy if rep.ref in SAMPLE):
        page = f"{rep.folder}/workbook.html"
        assert (mixed.out / page).read_bytes() == (clean.out / page).read_bytes()
    assert sorted(path.name for path in mixed.out.iterdir()) == sorted(
        [*(rep.folder for rep in healthy), "index.html", "manifest.json"]
    )
    assert (_helpers() - helpers, sorted(own_folder().iterdir())) == (set(), temporary)
    for status in (Status.DONE, Status.FAILED):
        record_property(f"300 participants with 5% faulty, {status}", manifest.count(status))
