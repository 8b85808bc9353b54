"""Figures of a workbook without names: how far it is, how complete the plans are, how revenue and time are spread."""

from collections.abc import Callable
from typing import Any

from workbook.book.workbook import Workbook
from workbook.plan.catalogue import section_of
from workbook.plan.draft import Draft
from workbook.plan.exercises import progress_of
from workbook.plan.section import Section
from workbook.plan.sharing import Figures, Layers
from workbook.plan.time_budget import TimeBudget, hours_of
from workbook.plan.whole_plan import ALL_PARTS, check_plan
from workbook.terms import Layer

DIGITS = 2


def figures_of(book: Workbook, wanted: set[str]) -> Figures:
    """Return the wanted figures ("progress", "quality", "concentration", "time"); one that is unknown is left out."""
    makers: dict[str, Callable[[Workbook], Any]] = {
        "progress": _progress,
        "quality": _quality,
        "concentration": _concentration,
        "time": _time,
    }
    return Figures(**{name: make(book) for name, make in makers.items() if name in wanted})


def _progress(book: Workbook) -> dict[str, str]:
    return progress_of(book.drafts(), book.today)


def _quality(book: Workbook) -> tuple[float, ...]:
    """Return the shares of the plans that were begun, smallest first: their order tells no account."""
    begun: dict[str, dict[type[Section], Draft[Any]]] = {}
    for key, draft in book.drafts().items():
        section, place = section_of(key) or (Section, {})
        if section in ALL_PARTS and not draft.empty:
            begun.setdefault(place["account_id"], {})[section] = draft
    five = [begun[each] for each in book.tiering.ids(Layer.TOP5) if each in begun]
    return tuple(sorted(round(check_plan(plan, today=book.today).share, DIGITS) for plan in five))


def _concentration(book: Workbook) -> Layers | None:
    from workbook.focus.summary import layer_summary

    shares = layer_summary(book.tiering)["share"]
    return None if shares.isna().any() else _layers([float(shares[layer]) for layer in Layer])


def _time(book: Workbook) -> Layers | None:
    hours = hours_of(book.read(TimeBudget).values, "actual")
    if None in hours or not hours.total():
        return None
    return _layers([float((each or 0) / hours.total()) for each in hours])


def _layers(shares: list[float]) -> Layers:
    top5, next15, rest = (round(share, DIGITS) for share in shares)
    return Layers(top5=top5, next15=next15, rest=rest)
