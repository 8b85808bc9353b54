"""Hours per layer beside what the layer brings, and the one sentence that follows from it."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pandas as pd

from workbook.chapters.panels import Column, Panel, Words, amount_in_words, badge, note, strong, table, together
from workbook.chapters.pieces import Stack
from workbook.charts.layer_bars import describe_layer_bars, draw_layer_bars
from workbook.charts.picture import Picture, show
from workbook.focus.summary import layer_summary
from workbook.focus.tiering import Tiering
from workbook.i18n import _, number, percent
from workbook.plan.time_budget import HoursPerLayer, TimeBudget, hours_of
from workbook.portfolio.model import amount
from workbook.terms import Layer


def layer_figures(tiering: Tiering) -> Panel:
    """Return accounts, revenue, its share and the known potential of each layer."""
    columns = (
        Column(_("Layer")),
        Column(_("Accounts"), amount=True),
        Column(_("Revenue {year}").format(year=tiering.reference_year), amount=True),
        Column(_("Share"), amount=True),
        Column(_("Additional potential"), amount=True),
    )
    summary = layer_summary(tiering)
    return table(columns, (_figures_row(summary, layer, tiering.currency) for layer in Layer))


def _figures_row(summary: pd.DataFrame, layer: Layer, currency: str) -> tuple[Words, ...]:
    row: Any = summary.loc[layer]
    return (
        badge(layer.label, layer),
        number(int(row["accounts"])),
        amount_in_words(amount(row["revenue"]), currency),
        share_in_words(row["share"]),
        amount_in_words(amount(row["potential"]), currency),
    )


def share_in_words(share: float | None) -> str:
    """Return a share without decimals, a dash when there is none."""
    return "\N{EN DASH}" if share is None or pd.isna(share) else percent(share, 0)


def hours_panel(tiering: Tiering, budget: TimeBudget) -> Panel:
    """Return the sentence about the hours of today and the table of shares; a remark while hours are missing."""
    actual = hours_of(budget, "actual")
    if None in actual or not actual.total():
        return note(_("The sentence appears as soon as the hours of today are filled in for all three layers."), "warn")
    return together(note(hours_sentence(tiering, actual)), _shares_table(tiering, actual, hours_of(budget, "target")))


def opening_panel(tiering: Tiering, budget: TimeBudget) -> Panel:
    """Return the sentence the chapter opens with; what is not known yet is asked for instead."""
    actual = hours_of(budget, "actual")
    if None in actual or not actual.total():
        share = share_in_words(layer_summary(tiering)["share"][Layer.REST])
        sentence = _("Your rest brings {share} of revenue. How much of your customer time does it get?")
        return note(strong(sentence.format(share=share)))
    shares = layer_summary(tiering)["share"]
    sentence = _("{time} of your customer time goes to the rest, which brings {revenue} of revenue.")
    revenue = share_in_words(shares[Layer.REST])
    return note(strong(sentence.format(time=percent(_share(actual.rest, actual), 0), revenue=revenue)))


def budget_panel(tiering: Tiering, budget: TimeBudget, freed: tuple[Decimal, Decimal]) -> Stack | Panel:
    """Return sentence, picture and table of the hours, and what the not-to-do list frees and books a week."""
    actual = hours_of(budget, "actual")
    if None in actual or not actual.total():
        return hours_panel(tiering, budget)
    return Stack(_time_picture(tiering, actual), hours_panel(tiering, budget), *_freed(actual, freed))


def _time_picture(tiering: Tiering, actual: HoursPerLayer) -> Picture:
    hours = {layer: float(each or 0) for layer, each in zip(Layer, actual, strict=True)}
    summary, year = layer_summary(tiering, hours), tiering.reference_year
    alternative = describe_layer_bars(summary, tiering.currency, year)
    return show(
        draw_layer_bars(summary, tiering.currency, year), alternative, _("Where your time goes, and what is there.")
    )


def _freed(actual: HoursPerLayer, freed: tuple[Decimal, Decimal]) -> Iterator[Panel]:
    """Yield what the not-to-do list changes in the budget; hours that are not booked stay visible."""
    hours, booked = freed
    if not hours:
        return
    sentence = _(
        "Your not-to-do list frees {freed} hours a week. {booked} of them are booked to your five, which makes {top5}"
        " for the Top 5; {left} are not booked yet."
    )
    words = sentence.format(
        freed=hours_in_words(hours),
        booked=hours_in_words(booked),
        top5=hours_in_words((actual.top5 or Decimal(0)) + booked),
        left=hours_in_words(hours - booked),
    )
    yield note(words, "warn" if hours > booked else "good")


def hours_sentence(tiering: Tiering, actual: HoursPerLayer) -> str:
    """Return how much of the customer time goes to the rest and to the five, and what both bring."""
    shares = layer_summary(tiering)["share"]
    sentence = _(
        "{rest_time} of your customer time goes to the rest, which brings {rest_revenue} of revenue; "
        "{top_time} goes to the Top 5, which bring {top_revenue}."
    )
    return sentence.format(
        rest_time=percent(_share(actual.rest, actual), 0),
        rest_revenue=share_in_words(shares[Layer.REST]),
        top_time=percent(_share(actual.top5, actual), 0),
        top_revenue=share_in_words(shares[Layer.TOP5]),
    )


def _share(hours: Decimal | None, all_hours: HoursPerLayer) -> Decimal:
    return (hours or Decimal(0)) / all_hours.total()


def _shares_table(tiering: Tiering, actual: HoursPerLayer, target: HoursPerLayer) -> Panel:
    columns = (
        Column(_("Layer")),
        Column(_("Hours a week today"), amount=True),
        Column(_("Share of time"), amount=True),
        Column(_("Share of revenue"), amount=True),
        Column(_("Hours a week wanted"), amount=True),
    )
    revenue = layer_summary(tiering)["share"]
    rows = (
        (
            badge(layer.label, layer),
            hours_in_words(now),
            percent(_share(now, actual), 0),
            share_in_words(revenue[layer]),
            hours_in_words(wanted),
        )
        for layer, now, wanted in zip(Layer, actual, target, strict=True)
    )
    return table(columns, rows)


def hours_in_words(hours: Decimal | None) -> str:
    """Return hours with one decimal where they have one, a dash when they are unknown."""
    if hours is None:
        return "\N{EN DASH}"
    return number(float(hours), 0 if hours == hours.to_integral_value() else 1)
