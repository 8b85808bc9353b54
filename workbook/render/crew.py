"""Whoever makes workbooks: processes of this machine (`Pool`) or workers of a cluster (`Cluster`)."""

from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from workbook.render.job import Job, Outcome


class Crew(Protocol):
    """Makes the workbooks of a run; leaving its block ends whatever still runs."""

    def __enter__(self) -> Any:
        """Get ready."""

    def __exit__(self, *error: object) -> None:
        """End what still runs."""

    def outcomes(self, jobs: Iterable[Job]) -> Iterator[Outcome | None]:
        """Yield each outcome as it comes, and None whenever time has passed."""

    def refs(self) -> list[str]:
        """Return the references of the participants whose workbooks are being made."""

    def members(self) -> list[tuple[int, float]]:
        """Return the processes of this machine that work, as pairs of number and start time."""

    def end(self) -> None:
        """End everything that runs."""
