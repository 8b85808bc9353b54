"""The share of time of each layer above its share of revenue and of potential."""

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd
from matplotlib.figure import Figure

from workbook import look
from workbook.charts import fonts
from workbook.charts.canvas import PAGE_WIDTH, SMALL, STRONG, Sheet, Words
from workbook.charts.words import cents_in_words, unknown_in_words
from workbook.i18n import _, number, percent
from workbook.terms import Layer

ROW, BAR_HEIGHT, HEAD = 0.68, 0.3, 0.3


class Bar(NamedTuple):
    """One quantity: its heading, its total in words, and the part of each layer (0 to 1, from the top)."""

    heading: str
    total: str
    parts: tuple[float, ...]


def draw_layer_bars(summary: pd.DataFrame, currency: str, year: int) -> Figure:
    """Return one bar per quantity, cut into the layers; ``summary`` is that of `layer_summary`."""
    bars = tuple(_bars(summary, currency, year))
    sheet = Sheet(PAGE_WIDTH, HEAD + ROW * len(bars))
    _draw_key(sheet)
    for place, bar in enumerate(bars):
        _draw_bar(sheet, sheet.height - HEAD - ROW * place, bar)
    return sheet.figure


def _bars(summary: pd.DataFrame, currency: str, year: int) -> Iterator[Bar]:
    hours = _("{hours} hours a week").format(hours=number(float(summary["hours"].sum()), 1))
    yield Bar(_("Time"), hours, _parts(summary["hours"].fillna(0)))
    revenue = cents_in_words(summary["revenue"].sum(), currency)
    yield Bar(_("Revenue {year}").format(year=year), revenue, tuple(summary["share"].fillna(0)))
    yield Bar(_("Additional potential"), _potential_in_words(summary, currency), _parts(summary["potential"]))


def _potential_in_words(summary: pd.DataFrame, currency: str) -> str:
    """Return the known potential and how many are unknown; where nothing is known there is no amount, not even 0."""
    unknown = int(summary["unknown"].sum())
    if unknown and not summary["potential"].fillna(0).any():
        return unknown_in_words(unknown)
    known = cents_in_words(summary["potential"].sum(), currency)
    return f"{known}, {unknown_in_words(unknown)}" if unknown else known


def _parts(values: "pd.Series[float]") -> tuple[float, ...]:
    counted = values.astype("float64").clip(lower=0)
    return tuple(counted / counted.sum()) if counted.sum() else (0.0,) * len(counted)


def _draw_key(sheet: Sheet) -> None:
    left = 0.0
    for layer in Layer:
        sheet.box((left, sheet.height - 0.16), (0.16, 0.12), look.LAYERS[layer][0])
        sheet.write(left + 0.23, sheet.height - 0.145, layer.label, SMALL)
        left += fonts.width(layer.label, SMALL.face, SMALL.size) + 0.5


def _draw_bar(sheet: Sheet, top: float, bar: Bar) -> None:
    sheet.write(0, top - 0.16, bar.heading, STRONG)
    sheet.write(PAGE_WIDTH - 0.01, top - 0.16, bar.total, SMALL.but(align="right"))
    low, left = top - 0.24 - BAR_HEIGHT, 0.0
    if not any(bar.parts):
        sheet.shape([(0, low), (PAGE_WIDTH, low), (PAGE_WIDTH, low + BAR_HEIGHT), (0, low + BAR_HEIGHT)], look.WASH)
    for layer, part in zip(Layer, bar.parts, strict=True):
        right = left + PAGE_WIDTH * part
        fill, ink = look.LAYERS[layer]
        corners = [(left, low), (right, low), (right, low + BAR_HEIGHT), (left, low + BAR_HEIGHT)]
        sheet.shape(corners, fill, edgecolor=look.PAPER, linewidth=1)
        style = Words(face="semibold", colour=ink, align="center", anchor="baseline")
        if fonts.width(percent(part, 0), style.face, style.size) + 0.08 < right - left:
            sheet.write((left + right) / 2, low + BAR_HEIGHT / 2 - 0.05, percent(part, 0), style)
        left = right


def describe_layer_bars(summary: pd.DataFrame, currency: str, year: int) -> str:
    """Return each quantity with the part of each layer, in words."""
    return " ".join(_bar_sentence(bar) for bar in _bars(summary, currency, year))


def _bar_sentence(bar: Bar) -> str:
    parts = ", ".join(f"{layer.label} {percent(part, 0)}" for layer, part in zip(Layer, bar.parts, strict=True))
    return f"{bar.heading} ({bar.total}): {parts}."
