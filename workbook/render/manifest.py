"""The state of a run, for people and programs: ``manifest.json``, replaced as a whole after every participant."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from workbook import __version__
from workbook.render.cohort import Rep
from workbook.render.failures import Reason, Skipped
from workbook.render.files import write_whole

FILE = "manifest.json"


class RunState(StrEnum):
    """How far a run is; "done" means it came to its end, whoever failed."""

    PENDING = "pending"
    RUNNING = "running"
    DONE = "done"
    INTERRUPTED = "interrupted"


class Status(StrEnum):
    """How far one participant is."""

    PENDING = "pending"
    DONE = "done"
    FAILED = "failed"
    INTERRUPTED = "interrupted"


@dataclass(frozen=True, slots=True)
class Entry:
    """One participant of a run; ``seconds`` is the time their workbook took, ``files`` are names (see `told`).

    ``skipped`` are files that cannot be made on this machine, with the reason; the workbook is complete without them.
    """

    ref: str
    display_name: str
    folder: str
    status: Status = Status.PENDING
    reason: Reason | None = None
    seconds: float | None = None
    files: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """The state of a run."""

    state: RunState
    participants: tuple[Entry, ...]
    workbook_version: str = __version__

    def entry(self, ref: str) -> Entry:
        """Return the entry of one participant."""
        return next(entry for entry in self.participants if entry.ref == ref)

    def with_state(self, state: RunState) -> "Manifest":
        """Return a manifest in another state; what still waited when a run was interrupted goes on waiting."""
        return replace(self, state=state)

    def count(self, status: Status) -> int:
        """Return how many participants have a status."""
        return sum(entry.status is status for entry in self.participants)

    def as_dict(self) -> dict[str, object]:
        """Return the JSON form of the contract."""
        return {
            "state": str(self.state),
            "workbook_version": self.workbook_version,
            "participants": [_as_dict(entry) for entry in self.participants],
        }


def pending(reps: tuple[Rep, ...], state: RunState = RunState.PENDING) -> Manifest:
    """Return the manifest of a cohort nothing has been made for."""
    return Manifest(state, tuple(Entry(rep.ref, rep.display_name, rep.folder) for rep in reps))


def told(files: Iterable[str]) -> tuple[str, ...]:
    """Return what is told of a participant's files: of those in a folder only the folder, since they are named after
    customers, and which plans are begun is the participant's to share.

    >>> told(["workbook.html", "plans/meier-gmbh-plan.pdf", "plans/schulz-plan.pdf"])
    ('plans/', 'workbook.html')
    """
    return tuple(sorted({name.partition("/")[0] + "/" * ("/" in name) for name in files}))


def write_manifest(out: Path, manifest: Manifest) -> None:
    """Replace the manifest in the folder ``out``."""
    write_whole(out / FILE, json.dumps(manifest.as_dict(), ensure_ascii=False, indent=1) + "\n")


def read_manifest(out: Path) -> Manifest | None:
    """Return the manifest in the folder ``out``, None when there is none that can be read."""
    try:
        data = json.loads((out / FILE).read_text(encoding="utf-8"))
        entries = tuple(_entry(entry) for entry in data["participants"])
        return Manifest(RunState(data["state"]), entries, data["workbook_version"])
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None


def _as_dict(entry: Entry) -> dict[str, Any]:
    whole = asdict(entry)
    skipped = whole.pop("skipped")
    # Only where there is something to tell: other programs read the other names.
    return {**whole, "files": list(whole["files"]), **({"skipped": list(skipped)} if skipped else {})}


def _entry(data: dict[str, Any]) -> Entry:
    reason = Reason(**data["reason"]) if data["reason"] else None
    skipped = tuple(Skipped(**each) for each in data.get("skipped", ()))
    files = tuple(data["files"])
    return Entry(**{**data, "status": Status(data["status"]), "reason": reason, "files": files, "skipped": skipped})
