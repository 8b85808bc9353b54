"""The board of a run: manifest and index, brought up to date after every participant."""

import time
from collections.abc import Callable
from pathlib import Path

from workbook import i18n
from workbook.render.cohort import Cohort
from workbook.render.collecting import forget_those_who_left, gathered
from workbook.render.files import write_whole
from workbook.render.follow_up import FollowUp, follow_up_links, write_follow_ups
from workbook.render.html import Index
from workbook.render.index_page import compose_index
from workbook.render.job import Outcome
from workbook.render.manifest import FILE as MANIFEST
from workbook.render.manifest import Entry, Manifest, RunState, Status, pending, read_manifest, told, write_manifest
from workbook.render.settling import read_record

INDEX = "index.html"
# Writing takes longer the larger the cohort is; it may take this part of the time of a run.
_PART_OF_THE_TIME = 0.05

Publish = Callable[[Path], None]


class Board:
    """Keeps ``manifest`` and writes it, and the index, into the folder of a run; ``publish`` is told every file."""

    def __init__(self, cohort: Cohort, out: Path, publish: Publish = lambda path: None) -> None:
        self._cohort, self._out, self._publish = cohort, out, publish
        self._reps = {rep.ref: rep for rep in cohort.reps}
        self._next_writing = 0.0
        self._shared = gathered(cohort)
        self._state, self._entries = _carried_over(cohort, out)

    @property
    def manifest(self) -> Manifest:
        """The state of the run."""
        return Manifest(self._state, tuple(self._entries.values()))

    def entry(self, ref: str) -> Entry:
        """Return what is shown of one participant."""
        return self._entries[ref]

    def already_done(self, ref: str) -> None:
        """Show a participant whose workbook is complete and up to date."""
        old = self._entries[ref]
        record = read_record(self._out / old.folder)
        files = told(record.files) if record else old.files
        self._put(Entry(ref, old.display_name, old.folder, Status.DONE, None, old.seconds, files))

    def waiting(self, ref: str) -> None:
        """Show a participant whose turn has not come."""
        old = self._entries[ref]
        self._put(Entry(ref, old.display_name, old.folder))

    def begin(self) -> None:
        """Show that the run has begun."""
        forget_those_who_left(self._cohort)
        self._turn(RunState.RUNNING)

    def record(self, outcome: Outcome) -> None:
        """Show what became of a participant."""
        self._put(outcome.entry(self._reps[outcome.ref]))
        if time.monotonic() >= self._next_writing:
            self._write()

    def interrupt(self, refs: list[str]) -> None:
        """Show that the run broke off, and at whose workbooks."""
        for ref in refs:
            old = self._entries[ref]
            self._put(Entry(ref, old.display_name, old.folder, Status.INTERRUPTED))
        self._turn(RunState.INTERRUPTED)

    def finish(self) -> None:
        """Show that the run came to its end."""
        self._turn(RunState.DONE)

    def _put(self, entry: Entry) -> None:
        self._entries[entry.ref] = entry

    def _turn(self, state: RunState) -> None:
        self._shared = gathered(self._cohort)
        self._state = state
        self._write()
        self.write_follow_ups()

    def _write(self) -> None:
        started = time.monotonic()
        write_manifest(self._out, self.manifest)
        self._publish(self._out / MANIFEST)
        self.write_index()
        ended = time.monotonic()
        self._next_writing = ended + (ended - started) / _PART_OF_THE_TIME

    def write_follow_ups(self) -> None:
        """Write the pages for the days after the seminar, with what participants have shared by now."""
        names = {ref: rep.display_name for ref, rep in self._reps.items()}
        for page in write_follow_ups(FollowUp(self._cohort.settings, names, self._shared), self._out):
            self._publish(page)

    def write_index(self) -> None:
        """Write the index as things are now."""
        settings = self._cohort.settings
        entries = self.manifest.as_dict()["participants"]
        index = Index(
            language=i18n.language(),
            cohort=settings.title or settings.id,
            date=i18n.day(settings.date),
            state=str(self._state),
            participants=entries,  # type: ignore[arg-type]  # the list of the contract
            shared=self._shared,
            follow_ups=follow_up_links(settings, i18n.language()),
        )
        write_whole(self._out / INDEX, compose_index(index))
        self._publish(self._out / INDEX)


def renew_index(cohort: Cohort, out: Path) -> Path:
    """Write the index of a cohort anew, with what participants shared in the meantime; return the file."""
    out.mkdir(mode=0o700, parents=True, exist_ok=True)
    forget_those_who_left(cohort)
    board = Board(cohort, out)
    board.write_follow_ups()
    board.write_index()
    return out / INDEX


def _carried_over(cohort: Cohort, out: Path) -> tuple[RunState, dict[str, Entry]]:
    """Return the entries of the cohort by reference, with what the last run says about the same participants."""
    entries, old = {entry.ref: entry for entry in pending(cohort.reps).participants}, read_manifest(out)
    for entry in old.participants if old else ():
        if entry.ref in entries and entries[entry.ref].folder == entry.folder:
            entries[entry.ref] = entry
    return RunState.PENDING, entries
