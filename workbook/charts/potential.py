"""Revenue against additional potential: where the layers lie, and who stands out."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from workbook import look
from workbook.charts import fonts
from workbook.charts.canvas import PAGE_WIDTH, SMALL, Sheet
from workbook.charts.crowd import draw_crowd
from workbook.charts.marks import draw_key
from workbook.charts.scale import MoneyScale
from workbook.charts.words import cents_in_words, short_money
from workbook.focus.tiering import Tiering
from workbook.i18n import _, ngettext, number
from workbook.terms import Layer

HEIGHT = 5.0
LEFT, RIGHT, TOP = 0.75, PAGE_WIDTH - 0.1, HEIGHT - 0.3
# Unknown potentials have a strip of their own below the scale: unknown is not zero (rule R3).
STRIP, BOTTOM = 0.78, 1.22
STRIP_EDGES = 0.49, 1.07


def draw_potential(tiering: Tiering) -> Figure:
    """Return revenue of the reference year against additional potential, layers as marks, the first twenty by name."""
    sheet = Sheet(PAGE_WIDTH, HEIGHT)
    # A prospect without revenue lies at zero: we sell it nothing.
    revenue = tiering.table["revenue"].astype("float64").fillna(0) / 100
    potential = tiering.table["additional_potential"].astype("float64") / 100
    across = MoneyScale.over(revenue, LEFT + 0.15, RIGHT)
    up = MoneyScale.over(potential.dropna(), BOTTOM + 0.15, TOP)
    _draw_across(sheet, across, tiering)
    _draw_up(sheet, up, tiering)
    places = tiering.table[["name", "layer"]].assign(x=[across.at(value) for value in revenue])
    draw_crowd(sheet, places.assign(**_rooms(potential, up)))
    draw_key(sheet, RIGHT, HEIGHT - 0.14)
    return sheet.figure


def _rooms(potential: "pd.Series[float]", up: MoneyScale) -> dict[str, Any]:
    unknown = potential.isna().to_numpy()
    return {
        "left": LEFT,
        "right": RIGHT,
        "y": [STRIP if np.isnan(value) else up.at(value) for value in potential],
        "low": np.where(unknown, STRIP_EDGES[0], BOTTOM),
        "high": np.where(unknown, STRIP_EDGES[1], TOP + 0.06),
    }


def _draw_across(sheet: Sheet, across: MoneyScale, tiering: Tiering) -> None:
    for value in across.ticks():
        x = across.at(value)
        sheet.line((x, BOTTOM), (x, TOP))
        words = short_money(value, tiering.currency)
        half = fonts.width(words, SMALL.face, SMALL.size) / 2
        sheet.write(min(x, PAGE_WIDTH - half), 0.32, words, SMALL.but(align="center"))
    sheet.write(RIGHT, 0.1, _("Revenue {year}").format(year=tiering.reference_year), SMALL.but(align="right"))


def _draw_up(sheet: Sheet, up: MoneyScale, tiering: Tiering) -> None:
    for value in up.ticks():
        y = up.at(value)
        sheet.line((LEFT, y), (RIGHT, y))
        sheet.write(LEFT - 0.08, y - 0.04, short_money(value, tiering.currency), SMALL.but(align="right"))
    low, high = STRIP_EDGES
    sheet.shape([(LEFT, low), (RIGHT, low), (RIGHT, high), (LEFT, high)], look.WASH)
    sheet.write(LEFT - 0.08, STRIP - 0.04, _("unknown"), SMALL.but(align="right", face="italic"))
    sheet.write(0.02, HEIGHT - 0.14, _("Additional potential"), SMALL)


def describe_potential(tiering: Tiering) -> str:
    """Return the picture in words: what the top layer combines, and how many potentials are unknown."""
    return " ".join(_sentences(tiering))


def _sentences(tiering: Tiering) -> Iterator[str]:
    head = _("Each account by revenue {year} and additional potential. The top layer: {accounts}.")
    top = tiering.table.loc[tiering.table["layer"] == Layer.TOP5, ["name", "revenue", "additional_potential"]]
    accounts = "; ".join(_account_words(row, tiering.currency) for row in top.itertuples(index=False))
    yield head.format(year=tiering.reference_year, accounts=accounts or _("vacant"))
    unknown = int(tiering.table["additional_potential"].isna().sum())
    if unknown:
        yield unknown_potentials(unknown)


def unknown_potentials(count: int) -> str:
    """Return how many potentials are unknown, as a sentence."""
    words = ngettext(
        "The potential of {count} account is unknown.", "The potential of {count} accounts is unknown.", count
    )
    return words.format(count=number(count))


def _account_words(row: tuple[Any, ...], currency: str) -> str:
    name, *amounts = row
    revenue, potential = (_("unknown") if pd.isna(cents) else cents_in_words(cents, currency) for cents in amounts)
    return _("{name} with revenue {revenue} and potential {potential}").format(
        name=name, revenue=revenue, potential=potential
    )
