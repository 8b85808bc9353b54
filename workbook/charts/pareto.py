"""The Pareto curve: how much of the revenue hangs on few accounts."""

from collections.abc import Iterator

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from workbook import look
from workbook.charts import fonts
from workbook.charts.canvas import PAGE_WIDTH, SMALL, STRONG, Sheet, write
from workbook.charts.scale import Scale
from workbook.focus.concentration import Concentration, measure_concentration, pareto
from workbook.focus.tiering import Tiering
from workbook.i18n import _, ngettext, number, percent

HEIGHT = 3.5
# Words keep the lines below them away.
GROUND = {"facecolor": look.WASH, "linewidth": 0, "pad": 1}
LEFT, RIGHT, BOTTOM, TOP = 0.55, PAGE_WIDTH - 0.12, 0.5, HEIGHT - 0.2


def draw_pareto(tiering: Tiering) -> Figure:
    """Return the share of the reference year's revenue that the largest accounts make up together."""
    facts = measure_concentration(tiering.portfolio, tiering.reference_year)
    if facts.largest_1 is None:
        return _empty(facts.year)
    sheet = Sheet(PAGE_WIDTH, HEIGHT)
    curve = pareto(tiering.portfolio, tiering.reference_year)["cumulative_share"]
    across, up = Scale(0, max(len(curve), 1), LEFT, RIGHT), Scale(0, 1, BOTTOM, TOP)
    _draw_grid(sheet, across, up, facts.year)
    _draw_curve(sheet, curve, across, up)
    _draw_points(sheet, facts, across, up)
    _write_shares(sheet, facts, curve, across, up)
    _write_index(sheet, facts)
    return sheet.figure


def _empty(year: int) -> Figure:
    sheet = Sheet(PAGE_WIDTH, 0.6)
    sheet.write(PAGE_WIDTH / 2, 0.26, _no_revenue(year), SMALL.but(align="center"))
    return sheet.figure


def _draw_grid(sheet: Sheet, across: Scale, up: Scale, year: int) -> None:
    for share in (0, 0.25, 0.5, 0.75, 1):
        sheet.line((LEFT, up.at(share)), (RIGHT, up.at(share)))
        sheet.write(LEFT - 0.08, up.at(share) - 0.04, percent(share, 0), SMALL.but(align="right"))
    for count in _counts(int(across.high)):
        sheet.write(across.at(count), BOTTOM - 0.18, number(count), SMALL.but(align="center"))
    caption = _("Accounts by revenue {year}, the largest first").format(year=year)
    sheet.write(RIGHT, 0.08, caption, SMALL.but(align="right"))


def _counts(accounts: int) -> list[int]:
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, accounts) if accounts / step <= 12)
    return [*range(0, accounts + 1, step)]


def _draw_curve(sheet: Sheet, curve: "pd.Series[float]", across: Scale, up: Scale) -> None:
    places = [across.at(place) for place in range(len(curve) + 1)]
    heights = [up.at(0), *(up.at(share) for share in curve)]
    sheet.axes.fill_between(places, heights, BOTTOM, color=look.WASH, linewidth=0)
    sheet.axes.plot(places, heights, color=look.LAYERS["top5"][0], linewidth=1.8, solid_joinstyle="round")


def _draw_points(sheet: Sheet, facts: Concentration, across: Scale, up: Scale) -> None:
    for count, share in _shares(facts):
        x, y = across.at(count), up.at(share)
        sheet.line((x, BOTTOM), (x, y), look.INK_SOFT)
        sheet.dot((x, y), 0.1, look.LAYERS["top5"][0], edgecolor=look.PAPER, linewidth=1)


def _write_shares(sheet: Sheet, facts: Concentration, curve: "pd.Series[float]", across: Scale, up: Scale) -> None:
    below = BOTTOM - 0.13
    for count, share in _shares(facts):
        words = _share_words(count, share)
        left = min(across.at(count) + 0.1, RIGHT - fonts.width(words, "semibold", STRONG.size) - 0.02)
        # Where points lie close together, each text keeps its distance from the one before; none covers the curve.
        curve_there = np.interp(left, [across.at(place) for place in range(len(curve) + 1)], [0.0, *curve])
        below = max(min(up.at(share) - 0.18, up.at(float(curve_there)) - 0.24), below + 0.18)
        write(sheet.axes, (left, below), words, STRONG, bbox=GROUND)


def _shares(facts: Concentration) -> Iterator[tuple[int, float]]:
    for count, share in ((1, facts.largest_1), (5, facts.largest_5), (20, facts.largest_20)):
        if share is not None and count <= max(facts.accounts, 1):
            yield count, share


def _share_words(count: int, share: float) -> str:
    words = ngettext("the largest: {share}", "the {count} largest: {share}", count)
    return words.format(count=number(count), share=percent(share, 0))


def _write_index(sheet: Sheet, facts: Concentration) -> None:
    words = _index_words(facts)
    for line, y in zip(words, (BOTTOM + 0.32, BOTTOM + 0.15), strict=True):
        write(sheet.axes, (RIGHT - 0.1, y), line, SMALL.but(align="right"), bbox=GROUND)


def _index_words(facts: Concentration) -> tuple[str, str]:
    index = facts.herfindahl or 0.0
    equal = round(1 / index) if index else 0
    return (
        _("Herfindahl index {index}").format(index=number(index, 3)),
        ngettext("as with {count} account alone", "as with {count} accounts of equal size", equal).format(
            count=number(equal)
        ),
    )


def _no_revenue(year: int) -> str:
    return _("No revenue in {year}").format(year=year)


def describe_pareto(tiering: Tiering) -> str:
    """Return the concentration in words: shares of the largest 1, 5 and 20 accounts, and the Herfindahl index."""
    facts = measure_concentration(tiering.portfolio, tiering.reference_year)
    if facts.largest_1 is None:
        return _no_revenue(facts.year)
    shares = "; ".join(_share_words(count, share) for count, share in _shares(facts))
    sentence = _("Share of the revenue {year} by number of accounts: {shares}. {index}, {meaning}.")
    index, meaning = _index_words(facts)
    return sentence.format(year=facts.year, shares=shares, index=index, meaning=meaning)
