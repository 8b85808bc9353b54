"""Revenue of the layers over the years, and how fast they grow: by frozen layers, beside it by today's (Rule R15)."""

from typing import Any

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from workbook import look
from workbook.charts import fonts
from workbook.charts.canvas import PAGE_WIDTH, SMALL, STRONG, Sheet, Words, write
from workbook.charts.scale import Scale
from workbook.charts.words import accounts_in_words, cents_in_words
from workbook.focus.growth import NEW
from workbook.focus.payoff import TOTAL, PayOff
from workbook.i18n import _, percent
from workbook.terms import Layer

BAR, GAP, HEAD, FOOT = 0.2, 0.2, 0.52, 0.3
NAMES, BARS, RATES = 1.3, 3.9, PAGE_WIDTH - 0.62
AMOUNT_ROOM = 0.8
FILLS = {**{str(layer): look.LAYERS[layer][0] for layer in Layer}, NEW: look.PAPER}


def draw_pay_off(pay_off: PayOff, currency: str) -> Figure:
    """Return one group of bars per band, and its growth a year as a dot; a ring is the growth by today's layers."""
    height = len(pay_off.years) * BAR + GAP
    sheet = Sheet(PAGE_WIDTH, HEAD + height * len(pay_off.frozen) + FOOT)
    rates = _rate_scale(pay_off)
    _draw_heads(sheet, pay_off)
    _draw_rate_axis(sheet, pay_off, rates)
    for place, band in enumerate(pay_off.frozen.index):
        top = sheet.height - HEAD - height * place
        _draw_bars(sheet, top, pay_off, str(band), currency)
        _draw_rate(sheet, top - height / 2 + GAP / 2, pay_off, str(band), rates)
    _write_key(sheet, pay_off)
    return sheet.figure


def _draw_heads(sheet: Sheet, pay_off: PayOff) -> None:
    sheet.write(0, sheet.height - 0.16, pay_off.title, STRONG)
    sheet.write(NAMES, sheet.height - 0.16, _("Revenue a year"), STRONG)
    sheet.write(BARS + 0.2, sheet.height - 0.16, _("Growth a year"), STRONG)
    sheet.write(0, sheet.height - 0.32, _period(pay_off), SMALL)


def _period(pay_off: PayOff) -> str:
    return f"{pay_off.years[0]}\N{EN DASH}{pay_off.years[-1]}"


def _rate_scale(pay_off: PayOff) -> Scale:
    rates = [0.0, *_rates(pay_off.frozen), *_rates(pay_off.total)]
    rates += _rates(pay_off.today) if pay_off.today is not None else []
    low, high = min(rates), max(rates)
    room = max(high - low, 0.02) * 0.08
    return Scale(low - room * (low < 0), high + room, BARS + 0.25, RATES)


def _rates(frame: pd.DataFrame) -> list[float]:
    return [float(rate) for rate in frame["rate"] if not np.isnan(rate)]


def _draw_rate_axis(sheet: Sheet, pay_off: PayOff, rates: Scale) -> None:
    bottom, top = FOOT, sheet.height - HEAD
    sheet.line((rates.at(0), bottom), (rates.at(0), top), look.INK_SOFT)
    total = rate_of(pay_off.total, TOTAL)
    if not np.isnan(total):
        x = rates.at(total)
        sheet.axes.plot([x, x], [bottom, top], color=look.INK_SOFT, linewidth=0.8, linestyle=(0, (3, 3)))
        words = _("all: {rate}").format(rate=percent(total))
        sheet.write(min(x, RATES), sheet.height - 0.36, words, SMALL.but(align="center"))


def _draw_bars(sheet: Sheet, top: float, pay_off: PayOff, band: str, currency: str) -> None:
    row: Any = pay_off.frozen.loc[band]
    largest = max(float(pay_off.frozen[year].max()) for year in pay_off.years)
    across = Scale(0, max(largest, 1), NAMES + 0.36, BARS - AMOUNT_ROOM)
    sheet.write(0, top - 0.14, band_in_words(band), STRONG)
    sheet.write(0, top - 0.3, accounts_in_words(int(row["accounts"])), SMALL)
    for number, year in enumerate(pay_off.years):
        low = top - BAR * (number + 1) + 0.03
        cents = int(row[year])
        # What was returned has no length; the amount beside it says so.
        right = across.at(max(cents, 0))
        corners = [(across.start, low), (right, low), (right, low + BAR - 0.05), (across.start, low + BAR - 0.05)]
        sheet.shape(corners, FILLS[band], edgecolor=look.INK_SOFT, linewidth=0.5)
        sheet.write(NAMES, low + 0.02, str(year), SMALL)
        sheet.write(right + 0.06, low + 0.02, cents_in_words(cents, currency, 2), SMALL)


def _draw_rate(sheet: Sheet, y: float, pay_off: PayOff, band: str, rates: Scale) -> None:
    rate = rate_of(pay_off.frozen, band)
    if band == NEW or np.isnan(rate):
        words = _("no rate: new") if band == NEW else _("n/a")
        write(sheet.axes, (rates.at(0) + 0.08, y - 0.04), words, SMALL.but(face="italic"), **_veil())
        return
    today = np.nan if pay_off.today is None else rate_of(pay_off.today, band)
    if not np.isnan(today):
        sheet.line((rates.at(rate), y), (rates.at(today), y), look.INK_SOFT)
        sheet.dot((rates.at(today), y), 0.12, look.PAPER, edgecolor=look.INK, linewidth=1.1)
        _write_rate(sheet, (rates.at(today), y - 0.21), today, SMALL)
    sheet.dot((rates.at(rate), y), 0.14, look.LAYERS["top5"][0])
    _write_rate(sheet, (rates.at(rate), y + 0.12), rate, Words(size=9.5, face="semibold"))


def _write_rate(sheet: Sheet, place: tuple[float, float], rate: float, style: Words) -> None:
    words = percent(rate)
    half = fonts.width(words, style.face, style.size) / 2
    where = (min(place[0], PAGE_WIDTH - half), place[1])
    write(sheet.axes, where, words, style.but(align="center"), **_veil())


def _veil() -> dict[str, Any]:
    """A light ground keeps words readable where a line runs through them."""
    return {"bbox": {"facecolor": look.PAPER, "linewidth": 0, "pad": 0.5}}


def _write_key(sheet: Sheet, pay_off: PayOff) -> None:
    frozen = _("layers by the revenue of {year}").format(year=pay_off.years[0])
    sheet.dot((0.07, 0.1), 0.12, look.LAYERS["top5"][0])
    sheet.write(0.2, 0.06, frozen, SMALL)
    if pay_off.today is not None:
        left = fonts.width(frozen, SMALL.face, SMALL.size) + 0.6
        sheet.dot((left, 0.1), 0.12, look.PAPER, edgecolor=look.INK, linewidth=1.1)
        sheet.write(left + 0.13, 0.06, _("today's layers, looking back: chosen by their result"), SMALL)


def band_in_words(band: str) -> str:
    """Return what a band is called: a layer, or what was new."""
    labels = {str(layer): layer.label for layer in Layer}
    return labels.get(band, _("New since then"))


def describe_pay_off(pay_off: PayOff, currency: str) -> str:
    """Return title, period, and each band with its revenue and growth, in words."""
    bands = " ".join(_sentence(pay_off, str(band), currency) for band in pay_off.frozen.index)
    return f"{pay_off.title}, {pay_off.label}. {bands} {pay_off.warning}".strip()


def _sentence(pay_off: PayOff, band: str, currency: str) -> str:
    row: Any = pay_off.frozen.loc[band]
    amounts = ", ".join(f"{year} {cents_in_words(row[year], currency, 2)}" for year in pay_off.years)
    rate = rate_of(pay_off.frozen, band)
    grown = _("no rate") if np.isnan(rate) else _("{rate} a year").format(rate=percent(rate))
    return f"{band_in_words(band)}: {amounts}; {grown}."


def rate_of(frame: pd.DataFrame, band: str) -> float:
    """Return the growth a year of a band as a share, NaN where there is none."""
    # A whole row would turn NaN into NA, because its other columns are whole numbers.
    return float(frame["rate"].to_numpy(dtype=float)[list(frame.index).index(band)])
