"""Hours needed against hours there are: one bar per span of time, cut into the layers, and a line where time ends."""

from collections.abc import Sequence
from typing import NamedTuple

from matplotlib.figure import Figure

from workbook import look
from workbook.charts import fonts
from workbook.charts.canvas import PAGE_WIDTH, SMALL, STRONG, Sheet, Words
from workbook.charts.scale import Scale
from workbook.focus.capacity import Capacity
from workbook.i18n import _, number
from workbook.terms import Layer

ROW, BAR_HEIGHT, HEAD, FOOT = 0.74, 0.28, 0.34, 0.02
RIGHT = PAGE_WIDTH - 0.05


class Stretch(NamedTuple):
    """A span of time with its name."""

    name: str
    capacity: Capacity


def draw_capacity(stretches: Sequence[Stretch]) -> Figure:
    """Return one bar per span: what the layers ask for, and how far the hours reach.

    A year and a quarter have scales of their own: each bar fills the width at its own hours, the larger of needed and
    available.
    """
    sheet = Sheet(PAGE_WIDTH, HEAD + ROW * len(stretches) + FOOT)
    _draw_key(sheet)
    for place, stretch in enumerate(stretches):
        _draw_stretch(sheet, sheet.height - HEAD - ROW * place, stretch)
    return sheet.figure


def _draw_key(sheet: Sheet) -> None:
    left = 0.0
    for layer in Layer:
        sheet.box((left, sheet.height - 0.16), (0.16, 0.12), look.LAYERS[layer][0])
        sheet.write(left + 0.23, sheet.height - 0.145, layer.label, SMALL)
        left += fonts.width(layer.label, SMALL.face, SMALL.size) + 0.5
    sheet.shape(_corners(left + 0.06, left + 0.09, sheet.height - 0.19, 0.18), look.ACCENT)
    sheet.write(left + 0.2, sheet.height - 0.145, _("hours there are"), SMALL)


def _draw_stretch(sheet: Sheet, top: float, stretch: Stretch) -> None:
    capacity = stretch.capacity
    across = Scale(0, max(capacity.total, capacity.available, 1), 0, RIGHT)
    low = top - 0.27 - BAR_HEIGHT
    sheet.write(0, top - 0.16, stretch.name, STRONG)
    verdict = STRONG.but(align="right", colour=look.INK if capacity.fits else look.ACCENT)
    sheet.write(RIGHT, top - 0.16, _verdict(capacity), verdict)
    sheet.shape(_corners(0, RIGHT, low, BAR_HEIGHT), look.WASH)
    begun, end = 0.0, across.at(capacity.available)
    for layer in Layer:
        hours = capacity.needed.get(layer, 0.0)
        sides = (across.at(begun), across.at(begun + hours))
        sheet.shape(_corners(*sides, low, BAR_HEIGHT), look.LAYERS[layer][0], edgecolor=look.PAPER, linewidth=1)
        _write_hours(sheet, _room(sides, end), low, layer, hours)
        begun += hours
    sheet.shape(_corners(end - 0.015, end + 0.015, low - 0.07, BAR_HEIGHT + 0.1), look.ACCENT)


def _room(sides: tuple[float, float], end: float) -> tuple[float, float]:
    """Return where the words of a part can stand: on the wider side of the line where the hours end."""
    left, right = sides
    if not left < end < right:
        return sides
    return (left, end) if end - left >= right - end else (end, right)


def _write_hours(sheet: Sheet, sides: tuple[float, float], low: float, layer: Layer, hours: float) -> None:
    style = Words(face="semibold", colour=look.LAYERS[layer][1], align="center")
    words = hours_in_words(hours)
    if fonts.width(words, style.face, style.size) + 0.1 < sides[1] - sides[0]:
        sheet.write(sum(sides) / 2, low + BAR_HEIGHT / 2 - 0.05, words, style)


def _corners(left: float, right: float, low: float, height: float) -> list[tuple[float, float]]:
    return [(left, low), (right, low), (right, low + height), (left, low + height)]


def hours_in_words(hours: float) -> str:
    """Return hours, without decimals from ten on."""
    return _("{hours} h").format(hours=number(hours, 0 if hours >= 10 or hours == int(hours) else 1))


def _verdict(capacity: Capacity) -> str:
    needed, available = hours_in_words(capacity.total), hours_in_words(capacity.available)
    if capacity.fits:
        return _("{needed} of {available}").format(needed=needed, available=available)
    sentence = _("{needed} of {available}: {missing} too many")
    return sentence.format(needed=needed, available=available, missing=hours_in_words(capacity.overload))


def describe_capacity(stretches: Sequence[Stretch]) -> str:
    """Return each span with the hours per layer and whether they fit, in words."""
    return " ".join(_sentence(stretch) for stretch in stretches)


def _sentence(stretch: Stretch) -> str:
    needed = stretch.capacity.needed
    parts = ", ".join(f"{layer.label} {hours_in_words(needed.get(layer, 0.0))}" for layer in Layer)
    return f"{stretch.name} ({_verdict(stretch.capacity)}): {parts}."
