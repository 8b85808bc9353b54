"""Names beside their points without covering anything: tried near the point first, then further out with a line."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np
import numpy.typing as npt

Boxes = npt.NDArray[np.float64]
Box = tuple[float, float, float, float]
LINE_HEIGHT = 0.15
# Distances from the point in inches; beyond the first the name gets a line to its point.
NEAR = 0.12
FAR = (0.22, 0.32, 0.44, 0.58)
# What must be named may stand anywhere in its room: tried on a grid, the shortest line first.
GRID = 0.1, 0.08
DIRECTIONS = tuple(math.radians(angle) for angle in (0, 180, 90, 270, 30, 150, 330, 210, 60, 120, 300, 240))
# How far apart a line is looked at, and how thick it counts: so nothing slips between two looks.
STRIDE, THICK = 0.06, 0.03
GAP = 0.04
# So near to the point the line lies in the name's own mark, which it may touch.
OWN = 0.105


@dataclass(frozen=True, slots=True)
class Wish:
    """A name that wants a place beside its point; sizes in inches. What must be named is placed even in a crowd.

    ``room`` is the box the name stays in: left, bottom, right, top. ``shorter`` is the same name in fewer letters, for
    when the whole one would cover something.
    """

    point: tuple[float, float]
    words: str
    width: float
    room: Box
    must: bool = False
    shorter: "Wish | None" = None


@dataclass(frozen=True, slots=True)
class Label:
    """A name with its place: ``left`` and ``bottom`` of its box; far from its point it gets a line.

    ``crowded`` names cover something, since there was no free place.
    """

    wish: Wish
    left: float
    bottom: float
    far: bool
    crowded: bool = False

    @property
    def box(self) -> Box:
        """Left, bottom, right and top of the name."""
        return self.left, self.bottom, self.left + self.wish.width, self.bottom + LINE_HEIGHT

    @property
    def foot(self) -> tuple[float, float]:
        """Where the line from the point ends: beside the name's box, where it is nearest."""
        (x, y), (left, bottom, right, top) = self.wish.point, self.box
        return min(max(x, left - GAP), right + GAP), min(max(y, bottom), top)

    def covers(self) -> Boxes:
        """Return the boxes the name and its line cover, one row each."""
        left, bottom, right, top = self.box
        return np.array([(left - GAP, bottom, right + GAP, top), *(self._trail() if self.far else ())])

    def _trail(self) -> Iterator[Box]:
        (x, y), (end_x, end_y) = self.wish.point, self.foot
        length = math.hypot(end_x - x, end_y - y)
        for way in np.arange(OWN, length, STRIDE):
            across, up = x + (end_x - x) * way / length, y + (end_y - y) * way / length
            yield across - THICK, up - THICK, across + THICK, up + THICK


def place_labels(wishes: Iterable[Wish], marks: Boxes, words: Boxes) -> list[Label]:
    """Return a place for as many names as fit, in the order of the wishes, which is their order of importance.

    ``marks`` and ``words`` are boxes (left, bottom, right, top) no name may cover, one row each. Names that find no
    free place are left out; those that must be there cover as little as possible, and other words last.
    """
    placed: list[Label] = []
    for wish in wishes:
        taken = np.vstack([words.reshape(-1, 4), *(label.covers() for label in placed)])
        label = _place(wish, marks, taken)
        if label is not None:
            placed.append(label)
    return placed


def _place(wish: Wish, marks: Boxes, words: Boxes) -> Label | None:
    everything = np.vstack([marks, words])
    lengths = (wish,) if wish.shorter is None else (wish, wish.shorter)
    free = next(filter(None, (_free(length, everything) for length in lengths)), None)
    if free is not None or not wish.must:
        return free
    last = lengths[-1]
    return replace(_least_bad(_places(last), marks, words) or Label(last, *wish.point, far=False), crowded=True)


def _places(wish: Wish) -> list[Label]:
    around = chain(_candidates(wish), _anywhere(wish) if wish.must else ())
    return [label for label in around if _inside(label)]


def _free(wish: Wish, taken: Boxes) -> Label | None:
    return next((label for label in _places(wish) if not _count_covered(label, taken)), None)


def _least_bad(candidates: Sequence[Label], marks: Boxes, words: Boxes) -> Label | None:
    cost = [_cost(label, marks, words) for label in candidates]
    return candidates[int(np.argmin(cost))] if candidates else None


def _cost(label: Label, marks: Boxes, words: Boxes) -> int:
    # A line across other words is worse than a hundred marks, a name upon a name worse than any line.
    upon_words = _count_covered(replace(label, far=False), words)
    return 1000 * upon_words + 100 * _count_covered(label, words) + _count_covered(label, marks)


def _candidates(wish: Wish) -> Iterator[Label]:
    for distance in (NEAR, *FAR):
        for angle in DIRECTIONS:
            across, up = math.cos(angle), math.sin(angle)
            # The box hangs on the side that looks away from the point.
            left = wish.point[0] + distance * across - wish.width * (1 - across) / 2
            # At the edge of its room it moves along, as far as it has to.
            left = max(min(left, wish.room[2] - wish.width), wish.room[0])
            bottom = wish.point[1] + distance * up - LINE_HEIGHT * (1 - up) / 2
            yield Label(wish, left, bottom, distance > NEAR)


def _anywhere(wish: Wish) -> list[Label]:
    left, low, right, high = wish.room
    lefts, bottoms = np.arange(right - wish.width, left, -GRID[0]), np.arange(low, high - LINE_HEIGHT, GRID[1])
    labels = [Label(wish, float(x), float(y), far=True) for x in lefts for y in bottoms]
    return sorted(labels, key=lambda label: math.dist(wish.point, label.foot))


def _inside(label: Label) -> bool:
    """Whether a name stays in its room and off its own point."""
    (left, bottom, right, top), room, (x, y) = label.box, label.wish.room, label.wish.point
    if left <= x <= right and bottom <= y <= top:
        return False
    return left >= room[0] and bottom >= room[1] and right <= room[2] and top <= room[3]


def _count_covered(label: Label, taken: Boxes) -> int:
    mine = label.covers()[:, None, :]
    apart = (taken[:, 0] >= mine[..., 2]) | (taken[:, 2] <= mine[..., 0])
    apart |= (taken[:, 1] >= mine[..., 3]) | (taken[:, 3] <= mine[..., 1])
    return int((~apart).sum())
