"""The mirror of a cohort: where exercises stall, how plans, revenue and time are spread; nobody named, nobody ranked.

A figure is shown only when at least five people share it. What is shown are numbers of people (or of plans) per range.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from workbook.i18n import N_, _, ngettext, number, percent
from workbook.plan.exercises import EXERCISES, exercise_title
from workbook.plan.sharing import Layers, SharedFile
from workbook.resources import resource
from workbook.terms import Layer

SMALLEST_GROUP = 5
# Ranges of 20 percent.
RANGES = 5
_OF_LAYERS = {"concentration": N_("Share of revenue: {layer}"), "time": N_("Share of time: {layer}")}


class Stall(NamedTuple):
    """One exercise: its chapter and title, and how many people have finished, begun, and not begun it."""

    chapter: str
    title: str
    done: int
    begun: int
    open: int

    @property
    def people(self) -> int:
        """How many people are counted."""
        return self.done + self.begun + self.open

    def width(self, count: int) -> str:
        """Return a number of people as a width in percent."""
        return f"{100 * count / self.people:.1f}%"


class Spread(NamedTuple):
    """How often a share lies in each range, from 0 to 100 percent; ``people`` share it."""

    title: str
    people: int
    counts: tuple[int, ...]

    def shade(self, count: int) -> str:
        """Return how strongly a range stands out, 0 to 1."""
        return f"{count / max(sum(self.counts), 1):.2f}"


class Mirror(NamedTuple):
    """What a cohort sees of itself; empty lists where too few share."""

    stalls: list[Stall]
    spreads: list[Spread]
    summary: str
    ranges: tuple[str, ...]


def mirror(files: Sequence[SharedFile]) -> Mirror:
    """Return the mirror of what was shared."""
    found, spreads = _stalls(files), list(_spreads(files))
    ranges = tuple(f"{100 * step // RANGES}\N{EN DASH}{percent((step + 1) / RANGES, 0)}" for step in range(RANGES))
    return Mirror(found, spreads, _summary(found, spreads), ranges)


def _summary(found: list[Stall], spreads: list[Spread]) -> str:
    if not found and not spreads:
        return _("The mirror appears when five people or more share the same figure.")
    stuck = max(found, key=lambda each: each.begun, default=None)
    if stuck is None or not stuck.begun:
        return _("Each figure stands for five people or more. Nobody is named.")
    sentence = ngettext(
        "Most often begun and not finished: {title} ({count} person).",
        "Most often begun and not finished: {title} ({count} people).",
        stuck.begun,
    )
    return sentence.format(title=f"{stuck.chapter}, {stuck.title}", count=number(stuck.begun))


def _stalls(files: Iterable[SharedFile]) -> list[Stall]:
    shared = [each.figures.progress for each in files if each.figures.progress is not None]
    if len(shared) < SMALLEST_GROUP:
        return []
    states = {code: [progress.get(code) for progress in shared] for code in EXERCISES}
    return [_stall(code, found) for code, found in states.items()]


def _stall(code: str, states: Sequence[str | None]) -> Stall:
    counts = [sum(state == each for state in states) for each in ("done", "begun", None)]
    return Stall(chapter_of(code.partition("/")[0]), exercise_title(code), *counts)


def _spreads(files: Sequence[SharedFile]) -> Iterator[Spread]:
    plans = [each.figures.quality for each in files if each.figures.quality]
    if len(plans) >= SMALLEST_GROUP:
        yield _spread(
            _("Account plans: core answers that are there"), len(plans), [each for of in plans for each in of]
        )
    for name, title in _OF_LAYERS.items():
        shared: list[Layers] = [getattr(each.figures, name) for each in files if getattr(each.figures, name)]
        if len(shared) >= SMALLEST_GROUP:
            for layer in Layer:
                shares = [float(getattr(each, layer)) for each in shared]
                yield _spread(_(title).format(layer=layer.label), len(shared), shares)


def _spread(title: str, people: int, shares: list[float]) -> Spread:
    places = [min(int(share * RANGES + 1e-9), RANGES - 1) for share in shares]
    return Spread(title, people, tuple(places.count(place) for place in range(RANGES)))


def chapter_of(code: str) -> str:
    """Return number and title of a chapter, in the language in use.

    >>> chapter_of("focus_time")
    '6 Time for the five'
    """
    place, title = _chapters()[code]
    return f"{place} {_(title)}"


@cache
def _chapters() -> dict[str, tuple[int, str]]:
    """Return number and English title of each chapter, as its notebook says."""
    notebooks = sorted(resource("notebooks").glob("[0-9][0-9]_*.ipynb"))
    first = {path.stem: json.loads(path.read_text(encoding="utf-8"))["cells"][0]["source"] for path in notebooks}
    titles = {stem: "".join(source).splitlines()[0].removeprefix("# ") for stem, source in first.items()}
    return {stem[3:]: (int(stem[:2]), title) for stem, title in titles.items()}
