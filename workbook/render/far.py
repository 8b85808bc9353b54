"""A participant's work when cohort or workbooks lie elsewhere: files come here, the workbook is made, it goes there.

A workbook elsewhere is complete when its record has a key: the record is written last, and without a key before
anything of it changes.
"""

import hashlib
import json
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from workbook.errors import Problem, RenderError
from workbook.render import far_kinds
from workbook.render.depot import Depot, is_address, is_inside
from workbook.render.failures import Skipped
from workbook.render.files import sha256
from workbook.render.lock import FILE as LOCK
from workbook.render.manifest import FILE as MANIFEST
from workbook.render.settling import RECORD, STORE

if TYPE_CHECKING:
    from workbook.render.job import Job, Report

UNFINISHED = b'{"key": ""}'


@dataclass(frozen=True, slots=True)
class Far:
    """The addresses of a cohort folder and of its workbooks; an empty one is a folder of this machine.

    ``cohort_here`` is where the watching process has its copy of the cohort.
    """

    cohort: str = ""
    out: str = ""
    cohort_here: Path = Path()

    def send(self, out: Path, files: Iterable[Path]) -> None:
        """Put files that were made in ``out`` where the workbooks go."""
        depot = Depot(self.out)
        for path in files:
            depot.write(path.relative_to(out).as_posix(), path.read_bytes())

    def is_current(self, job: "Job") -> bool:
        """Return whether the complete workbook of a job lies where it belongs."""
        return job.rep.ref in self.current([job])

    def current(self, jobs: list["Job"]) -> frozenset[str]:
        """Return the references of those whose complete workbook lies where it belongs; one round for all."""
        records = Depot(self.out).read_many(f"{job.rep.folder}/{RECORD}" for job in jobs)
        return frozenset(
            job.rep.ref for job in jobs if job.key and _key(records.get(f"{job.rep.folder}/{RECORD}")) == job.key
        )

    def mark_unfinished(self, job: "Job") -> None:
        """Take the key from a finished workbook, so that it is made again."""
        depot, name = Depot(self.out), f"{job.rep.folder}/{RECORD}"
        record = depot.read(name)
        if record is not None:
            depot.write(name, json.dumps({**json.loads(record), "key": ""}).encode())


def _key(record: bytes | None) -> str:
    try:
        return str(json.loads(record or b"{}").get("key", ""))
    except ValueError:
        return ""


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of this machine a run works on, and what they stand for."""

    cohort: Path
    out: Path
    far: Far | None


@contextmanager
def places(cohort: str, out: str) -> Iterator[Places]:
    """Give the folders a run works on: those that are named, or copies of those at an address while the block runs."""
    if not is_address(cohort) and not is_address(out):
        yield Places(Path(cohort), Path(out), None)
        return
    with tempfile.TemporaryDirectory(prefix="wb-far-") as temporary:
        here = Path(temporary)
        far = Far(cohort if is_address(cohort) else "", out if is_address(out) else "", (here / "cohort").resolve())
        yield Places(
            _cohort_copy(far) if far.cohort else Path(cohort), _out_copy(far, here) if far.out else Path(out), far
        )


def _cohort_copy(far: Far) -> Path:
    """Copy settings, list of participants and every file they name; what is missing is told when they are checked."""
    from workbook.render.cohort import ROSTER, named_files
    from workbook.render.settings import FILE as SETTINGS

    far.cohort_here.mkdir()
    depot = Depot(far.cohort)
    for names in ((SETTINGS, ROSTER), ()):
        for name, content in depot.read_many(names or filter(is_inside, named_files(far.cohort_here))).items():
            target = far.cohort_here / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    return far.cohort_here


def _out_copy(far: Far, here: Path) -> Path:
    """Return a folder for manifest and index, with the manifest of the last run."""
    out = here / "out"
    out.mkdir()
    manifest = Depot(far.out).read(MANIFEST)
    if manifest is not None:
        (out / MANIFEST).write_bytes(manifest)
    return out


def return_roster(place: Places) -> None:
    """Write the list of participants back where it came from when references were added to it."""
    from workbook.render.cohort import ROSTER

    if place.far and place.far.cohort:
        depot, content = Depot(place.far.cohort), (place.cohort / ROSTER).read_bytes()
        if depot.read(ROSTER) != content:
            depot.write(ROSTER, content)


@contextmanager
def state_folder(named: str) -> Iterator[Path]:
    """Give the folder a run's state is read from: the named one, or a copy of what says it at an address."""
    if not is_address(named):
        yield Path(named)
        return
    runs = [Depot(named), Depot(f"{named.rstrip('/')}/build")]
    notes = next((found for run in runs if MANIFEST in (found := run.read_many([MANIFEST, LOCK]))), None)
    with tempfile.TemporaryDirectory(prefix="wb-far-") as temporary:
        if notes is None:
            yield _cohort_copy(Far(named, "", Path(temporary) / "cohort"))
            return
        for name, content in notes.items():
            (Path(temporary) / name).write_bytes(content)
        yield Path(temporary)


def make_far_workbook(job: "Job", report: "Report") -> tuple[tuple[str, ...], tuple[Skipped, ...]]:
    """Make a workbook whose files lie elsewhere; the same as `make_workbook` in everything else."""
    from workbook.render.pipeline import make_workbook

    assert job.far is not None
    here = _with_inputs(job, job.far)
    if not job.far.out:
        return make_workbook(here, report)
    depot = Depot(job.far.out)
    here = replace(here, out=job.runtime / "out")
    brought = _bring_folder(here, depot)
    made = make_workbook(here, report)
    _deliver(here, depot, brought)
    return made


def _with_inputs(job: "Job", far: Far) -> "Job":
    """Return the job with its lists of accounts and transactions on this machine."""
    if not far.cohort:
        return job
    rep, depot = job.rep, Depot(far.cohort)
    copies: dict[Path, Path] = {}
    for path in filter(None, (rep.accounts, rep.transactions)):
        name = path.relative_to(far.cohort_here).as_posix()
        copies[path] = job.runtime / "in" / name
        depot.fetch(name, copies[path])
    transactions = copies[rep.transactions] if rep.transactions else None
    return replace(job, rep=replace(rep, accounts=copies[rep.accounts], transactions=transactions))


@dataclass(frozen=True, slots=True)
class _Brought:
    """What was brought: the folder it came from, its files, and the hash of the answers as they were."""

    source: str = ""
    names: tuple[str, ...] = ()
    store: str = ""


def _bring_folder(job: "Job", depot: Depot) -> _Brought:
    """Bring the participant's folder with its answers, also from under an earlier name."""
    job.out.mkdir(mode=0o700, parents=True, exist_ok=True)
    if job.blank:
        return _Brought()
    earlier = depot.folders(f"-{job.rep.ref}")
    source = earlier[0] if len(earlier) == 1 else job.rep.folder
    names = depot.names(source)
    for name in names:
        depot.fetch(f"{source}/{name}", job.folder / name)
    store = job.folder / STORE
    return _Brought(source, names, sha256(store) if store.is_file() else "")


def _deliver(job: "Job", depot: Depot, brought: _Brought) -> None:
    """Put a finished folder where it belongs; what was brought and is no more is taken away there too."""
    folder, files = job.rep.folder, _files(job.folder)
    if brought.names:
        depot.write(f"{brought.source}/{RECORD}", UNFINISHED)
    for name in sorted(files - {RECORD, STORE}):
        depot.write(f"{folder}/{name}", (job.folder / name).read_bytes())
    _deliver_store(job, depot, brought)
    depot.remove(f"{brought.source}/{name}" for name in brought.names if brought.source != folder or name not in files)
    if job.archive.is_file():
        depot.write(job.archive.name, job.archive.read_bytes())
    depot.write(f"{folder}/{RECORD}", (job.folder / RECORD).read_bytes())


def _deliver_store(job: "Job", depot: Depot, brought: _Brought) -> None:
    """Put the answers where they belong, if the making has changed them and nobody else has."""
    path = job.folder / STORE
    if not path.is_file() or (brought.source == job.rep.folder and sha256(path) == brought.store):
        return
    there = depot.read(f"{brought.source}/{STORE}") if brought.store else None
    if there is not None and hashlib.sha256(there).hexdigest() != brought.store:
        raise RenderError(Problem(far_kinds.STORE_CHANGED))
    depot.write(f"{job.rep.folder}/{STORE}", path.read_bytes())


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
