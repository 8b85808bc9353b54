"""What a trainer asks of a run."""

import os
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from workbook.render.exports.registry import HTML
from workbook.render.far import Far
from workbook.render.isolation import can_fork
from workbook.render.job import FRESH_KERNEL, WARM_PROCESS, Limits
from workbook.resources import resource


def usual_workers() -> int:
    """Return how many participants are worked on at a time unless somebody says otherwise."""
    return min(2, os.cpu_count() or 1)


def usual_engine() -> str:
    """Return how chapters are carried out here: in warm processes where they can be forked."""
    return WARM_PROCESS if can_fork() else FRESH_KERNEL


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """What a trainer asks of a run: where to, how many at a time, for whom, and what again.

    ``far``: what lies at addresses instead of in folders; ``scheduler``: the cluster whose workers make the workbooks.
    """

    out: Path
    today: date
    workers: int = field(default_factory=usual_workers)
    only: tuple[str, ...] = ()
    force: bool = False
    retry_failed: bool = False
    formats: tuple[str, ...] = (HTML,)
    blank: bool = False
    engine: str = field(default_factory=usual_engine)
    notebooks: Path = field(default_factory=lambda: resource("notebooks"))
    limits: Limits = field(default_factory=Limits)
    far: Far | None = None
    scheduler: str = ""
