"""The same rule on the data of earlier years: whom it would have picked, how they grew, and whom it missed."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from workbook.chapters.panels import Column, Panel, Words, amount_in_words, note, paragraph, strong, table, together
from workbook.focus.growth import NEW
from workbook.focus.tiering import Tiering
from workbook.focus.time_machine import LookBack, look_back
from workbook.i18n import _, number, percent
from workbook.portfolio.model import amount
from workbook.terms import Layer


def looking_back(tiering: Tiering) -> Panel:
    """Return the look back from the oldest complete year; it says how little it proves."""
    found = look_back(tiering.portfolio, now=tiering.reference_year)
    if not found:
        return note(_("Your data has one full year only, so there is nothing to look back on yet."))
    oldest, currency = found[0], tiering.currency
    return together(
        paragraph(_rates(oldest)),
        _picked_table(oldest, currency),
        *_missed(oldest, currency),
        *([_cuts_table(found)] if len(found) > 1 else []),
        note(f"{oldest.caution} {_hindsight()}", "warn"),
    )


def _rates(found: LookBack) -> str:
    sentence = _(
        "By revenue {then} alone the formula would have picked these five. Until {now} their revenue together changed"
        " by {picked} a year, that of all others with revenue then by {others}."
    )
    rates = {"picked": _rate(found.rate_picked), "others": _rate(found.rate_others)}
    return sentence.format(then=found.then, now=found.now, **rates)


def _rate(rate: Any) -> str:
    return _("n/a") if pd.isna(rate) else percent(rate)


def _hindsight() -> str:
    return _("Who is largest today is known only today: a list made afterwards always finds somebody who was missed.")


def _picked_table(found: LookBack, currency: str) -> Panel:
    columns = (
        *_columns(found, _("The five of {year}").format(year=found.then)),
        Column(_("Growth a year"), amount=True),
    )
    return table(columns, ((*_amounts(row, currency), _rate(row.rate)) for row in found.five.itertuples()))


def _cuts_table(found: tuple[LookBack, ...]) -> Panel:
    """Return every earlier year in one line: how many of its five are still among the largest, and both rates."""
    columns = (
        Column(_("The cut of")),
        Column(_("Among the five largest of {year}").format(year=found[0].now), amount=True),
        Column(_("Growth a year of its five"), amount=True),
        Column(_("Of all others"), amount=True),
    )
    rows = ((str(each.then), number(each.kept), _rate(each.rate_picked), _rate(each.rate_others)) for each in found)
    return table(columns, rows)


def _missed(found: LookBack, currency: str) -> Iterator[Panel]:
    if found.missed.empty:
        yield note(_("The five largest of {now} were among its five then.").format(now=found.now), "good")
        return
    heading = _("Among the five largest of {year}, but not picked then").format(year=found.now)
    columns = (*_columns(found, heading), Column(_("Gained"), amount=True), Column(_("Layer then")))
    yield table(columns, (_missed_row(row, currency) for row in found.missed.itertuples()))
    gained = amount_in_words(amount(found.missed["gained"].sum()), currency)
    sentence = _("What they gained since then, without being among the five: {amount}.")
    yield paragraph(strong(sentence.format(amount=gained)))


def _missed_row(row: Any, currency: str) -> tuple[Words, ...]:
    # Bands are plain codes: a layer, or new.
    labels = {str(layer): layer.label for layer in Layer} | {NEW: _("no revenue then")}
    return (*_amounts(row, currency), amount_in_words(amount(row.gained), currency), labels[row.layer_then])


def _columns(found: LookBack, heading: str) -> tuple[Column, ...]:
    years = (found.then, found.now)
    return (Column(heading), *(Column(_("Revenue {year}").format(year=year), amount=True) for year in years))


def _amounts(row: Any, currency: str) -> tuple[str, str, str]:
    then, now = (amount_in_words(amount(cents), currency) for cents in (row.revenue_then, row.revenue_now))
    return str(row.name), then, now
