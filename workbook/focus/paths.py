"""The layers of every account over the quarters: who stood where, and who moved from quarter to quarter."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from workbook.focus.formula import LAYERS
from workbook.focus.snapshot import Snapshot, TierAssignment
from workbook.terms import Layer


@dataclass(frozen=True, slots=True)
class Path:
    """One account over the quarters: its last name, and its layer in each of them, None where it is not in the data."""

    account: str
    name: str
    layers: tuple[Layer | None, ...]

    @property
    def now(self) -> Layer | None:
        """The layer in the last quarter."""
        return self.layers[-1]

    @property
    def always_rest(self) -> bool:
        """Whether the account was never anywhere else; nobody follows these one by one."""
        return {*self.layers} <= {Layer.REST, None}


@dataclass(frozen=True, slots=True)
class Way:
    """The accounts that went from one layer to another, by name."""

    start: Layer
    end: Layer
    names: tuple[str, ...]

    @property
    def up(self) -> bool:
        """Whether the way leads towards the top."""
        return LAYERS.index(self.end) < LAYERS.index(self.start)


@dataclass(frozen=True, slots=True)
class Step:
    """What happened between two quarters: who went which way, how many came and went, and how large the layers are.

    ``sizes`` are those of before and of now, in the order of the layers.
    """

    before: str
    now: str
    ways: tuple[Way, ...]
    new: int
    gone: int
    sizes: tuple[tuple[int, ...], tuple[int, ...]]


def paths_of(snapshots: Sequence[Snapshot]) -> tuple[Path, ...]:
    """Return every account that was ever there, those of the last quarter first, in the order of their layers."""
    accounts = dict.fromkeys(each.account for snapshot in reversed(snapshots) for each in snapshot.assignments)
    known = [snapshot.by_account for snapshot in snapshots]
    paths = (_path(account, known) for account in accounts)
    return tuple(sorted(paths, key=lambda path: LAYERS.index(path.now) if path.now else len(LAYERS)))


def _path(account: str, known: Sequence[Mapping[str, TierAssignment]]) -> Path:
    found = [each.get(account) for each in known]
    name = next(each.name for each in reversed(found) if each)
    return Path(account, name, tuple(each.layer if each else None for each in found))


def steps_of(snapshots: Sequence[Snapshot]) -> tuple[Step, ...]:
    """Return what moved from each quarter to the next, the largest layers' moves first."""
    return tuple(_step(before, now) for before, now in pairwise(snapshots))


def _step(before: Snapshot, now: Snapshot) -> Step:
    paths = paths_of((before, now))
    ways = (_way(paths, start, end) for start in LAYERS for end in LAYERS if start is not end)
    return Step(
        before.quarter,
        now.quarter,
        tuple(way for way in ways if way.names),
        new=sum(path.layers[0] is None for path in paths),
        gone=sum(path.layers[1] is None for path in paths),
        sizes=(_sizes(before), _sizes(now)),
    )


def _way(paths: Sequence[Path], start: Layer, end: Layer) -> Way:
    return Way(start, end, tuple(path.name for path in paths if path.layers == (start, end)))


def _sizes(snapshot: Snapshot) -> tuple[int, ...]:
    return tuple(sum(each.layer is layer for each in snapshot.assignments) for layer in LAYERS)
