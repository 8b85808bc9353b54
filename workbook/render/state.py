"""The state of a cohort's last run, read without changing anything."""

from pathlib import Path

from workbook.errors import InputError, Place, Problem
from workbook.render import kinds
from workbook.render.cohort import peek_cohort
from workbook.render.lock import read_holder
from workbook.render.manifest import FILE, Manifest, RunState, pending, read_manifest


def read_state(folder: Path) -> Manifest:
    """Return the state of a cohort folder, or of a folder a run wrote to; `InputError` when it is neither.

    A run that says it is running but whose process is gone was interrupted.
    """
    if not folder.is_dir():
        raise InputError(Problem(kinds.COHORT_FOLDER_MISSING, Place(file=str(folder))))
    out = folder if (folder / FILE).is_file() else folder / "build"
    manifest = read_manifest(out)
    if manifest is None:
        return pending(peek_cohort(folder).reps)
    holder = read_holder(out)
    if manifest.state is RunState.RUNNING and not (holder and holder.alive):
        return manifest.with_state(RunState.INTERRUPTED)
    return manifest
