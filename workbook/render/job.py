"""One participant's work as a value that can be sent to any worker, and what comes back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from workbook.render.cohort import Rep
from workbook.render.exports.registry import EXPORTS, HTML
from workbook.render.failures import Reason, Skipped, Spot
from workbook.render.far import Far
from workbook.render.manifest import Entry, Status, told
from workbook.render.settings import CohortSettings

Report = Callable[[Spot], None]

# Engines: a new kernel for each chapter, or the worker's own process, which is warm already.
FRESH_KERNEL = "fresh"
WARM_PROCESS = "warm"

# What can be asked for; the page is always made.
ZIP = "zip"
FORMATS = (*EXPORTS, ZIP)


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a cell and a chapter may take, in seconds, and how much memory one workbook may use, in MB."""

    cell_seconds: float = 120.0
    notebook_seconds: float = 600.0
    memory: int = 4096


@dataclass(frozen=True, slots=True)
class Job:
    """Everything a worker needs to make one participant's workbook; ``far`` tells what lies elsewhere.

    ``attempt`` keeps apart two workers that make the same workbook, because one of them was taken for dead too early.
    """

    rep: Rep
    settings: CohortSettings
    out: Path
    notebooks: Path
    runtime: Path
    today: date
    message_language: str
    engine: str
    texts: Mapping[str, Any] = field(default_factory=dict)
    formats: tuple[str, ...] = (HTML,)
    blank: bool = False
    key: str = ""
    limits: Limits = field(default_factory=Limits)
    far: Far | None = None
    attempt: str = ""

    def with_key(self, key: str) -> "Job":
        """Return the job with the hash of its inputs."""
        return replace(self, key=key)

    @property
    def folder(self) -> Path:
        """The participant's folder."""
        return self.out / self.rep.folder

    @property
    def workshop(self) -> Path:
        """Where the new workbook is made before it takes its place; on the same disk as the folder."""
        return self.out / f".{self.rep.folder}{self.attempt}.part"

    @property
    def archive(self) -> Path:
        """The one file to hand over, beside the participant's folder."""
        return self.out / f"{self.rep.folder}.zip"

    @property
    def page_name(self) -> str:
        """What the page is called, without an ending: a handout must not be taken for a workbook with answers."""
        return "handout" if self.blank else "workbook"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job; ``trace`` is for ``--debug`` only and is written nowhere."""

    ref: str
    status: Status
    seconds: float
    reason: Reason | None = None
    files: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    trace: str = ""

    def entry(self, rep: Rep) -> Entry:
        """Return the line of the manifest."""
        return Entry(
            rep.ref,
            rep.display_name,
            rep.folder,
            self.status,
            self.reason,
            round(self.seconds, 2),
            told(self.files),
            self.skipped,
        )
