"""The board of a run: manifest and index, brought up to date after every participant."""

import time
from pathlib import Path

from workbook import i18n
from workbook.render.cohort import Cohort
from workbook.render.collecting import gathered
from workbook.render.files import write_whole
from workbook.render.html import Index
from workbook.render.index_page import compose_index
from workbook.render.job import Outcome
from workbook.render.manifest import Entry, Manifest, RunState, Status, pending, read_manifest, write_manifest
from workbook.render.settling import read_record

INDEX = "index.html"
_INDEX_EVERY_SECONDS = 2.0


class Board:
    """Keeps ``manifest`` and writes it, and the index, into the folder of a run."""

    def __init__(self, cohort: Cohort, out: Path) -> None:
        self._cohort, self._out = cohort, out
        self._reps = {rep.ref: rep for rep in cohort.reps}
        self._index_written = 0.0
        self._shared = gathered(cohort)
        self.manifest = _carried_over(cohort, out)

    def already_done(self, ref: str) -> None:
        """Show a participant whose workbook is complete and up to date."""
        old = self.manifest.entry(ref)
        record = read_record(self._out / old.folder)
        files = tuple(sorted(record.files)) if record else ()
        self._put(Entry(ref, old.display_name, old.folder, Status.DONE, None, old.seconds, files))

    def waiting(self, ref: str) -> None:
        """Show a participant whose turn has not come."""
        old = self.manifest.entry(ref)
        self._put(Entry(ref, old.display_name, old.folder))

    def begin(self) -> None:
        """Show that the run has begun."""
        self._turn(RunState.RUNNING)

    def record(self, outcome: Outcome) -> None:
        """Show what became of a participant."""
        self._put(outcome.entry(self._reps[outcome.ref]))
        write_manifest(self._out, self.manifest)
        if time.monotonic() - self._index_written > _INDEX_EVERY_SECONDS:
            self.write_index()

    def interrupt(self, refs: list[str]) -> None:
        """Show that the run broke off, and at whose workbooks."""
        for ref in refs:
            old = self.manifest.entry(ref)
            self._put(Entry(ref, old.display_name, old.folder, Status.INTERRUPTED))
        self._turn(RunState.INTERRUPTED)

    def finish(self) -> None:
        """Show that the run came to its end."""
        self._turn(RunState.DONE)

    def _put(self, entry: Entry) -> None:
        self.manifest = self.manifest.with_entry(entry)

    def _turn(self, state: RunState) -> None:
        self._shared = gathered(self._cohort)
        self.manifest = self.manifest.with_state(state)
        write_manifest(self._out, self.manifest)
        self.write_index()

    def write_index(self) -> None:
        """Write the index as things are now."""
        settings = self._cohort.settings
        entries = self.manifest.as_dict()["participants"]
        index = Index(
            language=i18n.language(),
            cohort=settings.title or settings.id,
            date=i18n.day(settings.date),
            state=str(self.manifest.state),
            participants=entries,  # type: ignore[arg-type]  # the list of the contract
            shared=self._shared,
        )
        write_whole(self._out / INDEX, compose_index(index))
        self._index_written = time.monotonic()


def renew_index(cohort: Cohort, out: Path) -> Path:
    """Write the index of a cohort anew, with what participants shared in the meantime; return the file."""
    out.mkdir(mode=0o700, parents=True, exist_ok=True)
    Board(cohort, out).write_index()
    return out / INDEX


def _carried_over(cohort: Cohort, out: Path) -> Manifest:
    """Return the manifest of the cohort with what the last run says about the same participants."""
    manifest, old = pending(cohort.reps), read_manifest(out)
    for entry in old.participants if old else ():
        same = next((new for new in manifest.participants if new.ref == entry.ref), None)
        if same is not None and same.folder == entry.folder:
            manifest = manifest.with_entry(entry)
    return manifest
