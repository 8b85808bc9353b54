"""What focus pays: a picture, the table behind it, and every reservation that belongs to it (Rule R15)."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import pandas as pd

from workbook.book import Workbook
from workbook.book.confirmed import confirmed_quarters
from workbook.chapters.hours import hours_in_words
from workbook.chapters.loading import STATES
from workbook.chapters.panels import (
    Column,
    Panel,
    Words,
    amount_in_words,
    note,
    paragraph,
    soft,
    strong,
    table,
    together,
)
from workbook.chapters.pieces import Stack
from workbook.charts.payoff import band_in_words, describe_pay_off, draw_pay_off, rate_of
from workbook.charts.picture import show
from workbook.focus.growth import BANDS, NEW, TOP10
from workbook.focus.payoff import QUARTERS_FOR_A_PAY_OFF, TOTAL, PayOff, measure_pay_off
from workbook.focus.tiering import Tiering
from workbook.i18n import _, ngettext, number, percent, pgettext
from workbook.plan.time_budget import HoursPerLayer, TimeBudget, hours_of
from workbook.portfolio.model import amount
from workbook.terms import Layer

UNKNOWN = "\N{EN DASH}"


def pay_off_view(book: Workbook) -> Stack:
    """Return the pay-off of the rep's own layers."""
    hours = hours_of(book.read(TimeBudget).values, "actual")
    return pay_off_of(book.tiering, confirmed_quarters(book), hours)


def pay_off_of(tiering: Tiering, confirmed_quarters: int, hours: HoursPerLayer) -> Stack:
    """Return picture, table and reservations for the layers of a portfolio."""
    pay_off = measure_pay_off(
        tiering.portfolio, today_layers=tiering.table["layer"], confirmed_quarters=confirmed_quarters
    )
    picture = show(draw_pay_off(pay_off, tiering.currency), describe_pay_off(pay_off, tiering.currency), pay_off.label)
    return Stack(picture, _table(pay_off, tiering.currency, hours), *_reservations(pay_off))


def _table(pay_off: PayOff, currency: str, hours: HoursPerLayer) -> Panel:
    rows = pd.concat([pay_off.frozen, pay_off.total, pay_off.top10])
    margins = bool(rows[["margin_first", "margin_last"]].notna().any(axis=None))
    columns = [
        Column(_("Layers by the revenue of {year}").format(year=pay_off.years[0])),
        *(Column(str(year), amount=True) for year in (pay_off.years[0], pay_off.years[-1])),
        Column(_("Growth"), amount=True),
        Column(_("Growth a year"), amount=True),
        Column(_("Against all"), amount=True),
        Column(_("Against the rest"), amount=True),
        *([Column(_("Margin"), amount=True)] if margins else []),
        *([Column(_("Hours a week"), amount=True)] if any(hours) else []),
    ]
    spent = _hours_by_band(hours) if any(hours) else {}
    more = {band: _more(rows, band, margins) + _spent(spent, band) for band in rows.index}
    return table(columns, (_row(pay_off, band, rows, currency) + more[band] for band in rows.index))


def _hours_by_band(hours: HoursPerLayer) -> Mapping[str, str]:
    by_layer = dict(zip(map(str, Layer), map(hours_in_words, hours), strict=True))
    known: Decimal = hours.total()
    return {**by_layer, TOTAL: hours_in_words(known)}


def _spent(spent: Mapping[str, str], band: str) -> tuple[str, ...]:
    return (spent.get(band, UNKNOWN),) if spent else ()


def _row(pay_off: PayOff, band: str, rows: pd.DataFrame, currency: str) -> tuple[Words, ...]:
    first, last, growth = (
        amount_in_words(amount(rows.at[band, name]), currency)
        for name in (pay_off.years[0], pay_off.years[-1], "growth")
    )
    rate = rate_of(rows, band)
    a_year = _("n/a") if band == NEW or rate != rate else percent(rate)
    ratios = (_times(pay_off.ratio(band, other)) if band != other else UNKNOWN for other in (TOTAL, str(Layer.REST)))
    return (_name(band), first, last, growth, a_year, *ratios)


def _name(band: str) -> Words:
    if band == TOTAL:
        return strong(_("All accounts"))
    return soft(_("Extra cut: the ten largest")) if band == TOP10 else band_in_words(band)


def _times(ratio: float) -> str:
    return UNKNOWN if ratio != ratio else _("{count} times").format(count=number(ratio, 1))


def _more(rows: pd.DataFrame, band: str, margins: bool) -> tuple[str, ...]:
    """Return the margin in the first and in the last year, where any is known."""
    shares: list[Any] = [rows.at[band, name] for name in ("margin_first", "margin_last")]
    if not margins or all(pd.isna(share) for share in shares):
        return (UNKNOWN,) if margins else ()
    words = (UNKNOWN if pd.isna(share) else percent(share) for share in shares)
    return (" \N{RIGHTWARDS ARROW} ".join(words),)


def _reservations(pay_off: PayOff) -> Iterator[Panel]:
    """Yield what must be said beside the figures: the beginning, the hindsight, the years that are left out."""
    if pay_off.is_starting_position:
        left = QUARTERS_FOR_A_PAY_OFF - pay_off.confirmed_quarters
        sentence = ngettext(
            "This is your starting position. Whether focus pays can be seen in {count} more quarter under the layers "
            "you have confirmed.",
            "This is your starting position. Whether focus pays can be seen in {count} more quarters under the layers "
            "you have confirmed.",
            left,
        )
        yield note(sentence.format(count=number(left)))
    if pay_off.today is not None and pay_off.intervals:
        yield _hindsight(pay_off, pay_off.today)
    if pay_off.left_out:
        years = ", ".join(f"{each.year} ({pgettext('fiscal year', STATES[each.state])})" for each in pay_off.left_out)
        yield paragraph(soft(_("Left out because not complete: {years}.").format(years=years)))
    if pay_off.caution:
        yield paragraph(soft(pay_off.caution))
    if not pay_off.intervals:
        yield note(_("One complete fiscal year shows no growth. A second one does."), "warn")


def _hindsight(pay_off: PayOff, today: pd.DataFrame) -> Panel:
    """Return how fast each layer seems to grow when today's layers look back, and how much of that is hindsight."""
    columns = (
        Column(_("Hindsight bias")),
        Column(_("Layers of {year}").format(year=pay_off.years[0]), amount=True),
        Column(_("Today's layers"), amount=True),
        Column(_("Difference: sorted by the result"), amount=True),
    )
    rows = (_hindsight_row(band, pay_off.frozen, today) for band in BANDS if band != NEW)
    warning = pay_off.warning or _("Whoever sorts by today's layers picks the winners afterwards.")
    return together(note(warning), table(columns, rows))


def _hindsight_row(band: str, by_first_year: pd.DataFrame, by_today: pd.DataFrame) -> tuple[str, ...]:
    frozen, today = rate_of(by_first_year, band), rate_of(by_today, band)
    difference = today - frozen
    sign = "+" if difference > 0 else ""
    points = (
        UNKNOWN if difference != difference else sign + _("{points} points").format(points=number(100 * difference, 1))
    )
    rates = (UNKNOWN if rate != rate else percent(rate) for rate in (frozen, today))
    return (band_in_words(band), *rates, points)
