"""A fan per layer: the years behind, and what the next one may bring, with the goals and going on as before."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.figure import Figure

from workbook import look
from workbook.charts import fonts
from workbook.charts.canvas import PAGE_WIDTH, SMALL, STRONG, Sheet, Words
from workbook.charts.scale import Scale
from workbook.charts.words import cents_in_words
from workbook.focus.outlook import TOTAL, Outlook
from workbook.i18n import _
from workbook.terms import Layer

HEIGHT, BOTTOM, TOP = 2.65, 0.92, 2.2
WIDTH, SPACE = 1.42, 0.34
# The year ahead gets more room than a year behind, so that the fan can be read.
AHEAD = 1.6
WIDE, NARROW = look.LAYERS["rest"][0], look.LAYERS["next15"][0]


class Panel(NamedTuple):
    """One fan: its name, the revenue of the years behind (cents), and the quantiles of both fans."""

    name: str
    behind: Sequence[float]
    before: "pd.Series[float]"
    goals: "pd.Series[float]"


def draw_outlook(outlook: Outlook, history: pd.DataFrame, currency: str) -> Figure:
    """Return one fan per layer and one for all; ``history`` has a row per layer and "total", a column per year."""
    sheet = Sheet(PAGE_WIDTH, HEIGHT)
    for place, panel in enumerate(_panels(outlook, history)):
        left = place * (WIDTH + SPACE)
        _draw_panel(sheet, left, panel, [*history.columns, outlook.year])
        _write_amounts(sheet, left, panel, currency)
    _write_key(sheet)
    return sheet.figure


def _panels(outlook: Outlook, history: pd.DataFrame) -> Iterator[Panel]:
    labels = {**{str(layer): layer.label for layer in Layer}, TOTAL: _("All accounts")}
    for name, words in labels.items():
        rows: list[Any] = [frame.loc[name] for frame in (history, outlook.as_before, outlook.with_goals)]
        yield Panel(words, [float(cents) for cents in rows[0]], rows[1], rows[2])


def _draw_panel(sheet: Sheet, left: float, panel: Panel, years: Sequence[int]) -> None:
    values = [*panel.behind, *panel.before, *panel.goals]
    across = Scale(0, len(panel.behind) - 1 + AHEAD, left + 0.03, left + WIDTH - 0.03)
    up = _amounts(values)
    sheet.write(left, TOP + 0.2, panel.name, STRONG)
    sheet.line((left, BOTTOM), (left + WIDTH, BOTTOM))
    last = len(panel.behind) - 1
    for place, year, align in ((0, years[0], "left"), (last, years[-2], "center"), (last + AHEAD, years[-1], "right")):
        if place or last:
            sheet.write(across.at(place), BOTTOM - 0.17, str(year), SMALL.but(align=align))
    _draw_fan(sheet, panel, across, up)
    points = [(across.at(place), up.at(cents)) for place, cents in enumerate(panel.behind)]
    sheet.axes.plot(*zip(*points, strict=True), color=look.INK, linewidth=1.4, solid_joinstyle="round")


def _amounts(values: Sequence[float]) -> Scale:
    """Return the scale of one panel: it begins a little below the lowest amount, so that the fan can be read.

    The caption says so. At least an eighth of the largest amount is spanned: small changes look small.
    """
    low, high = min(values), max(1.0, *values)
    room = max(high - low, high / 8)
    middle = (high + low) / 2
    return Scale(max(middle - room * 0.57, min(low, 0)), middle + room * 0.55, BOTTOM, TOP)


def _draw_fan(sheet: Sheet, panel: Panel, across: Scale, up: Scale) -> None:
    now, end = across.at(len(panel.behind) - 1), across.at(len(panel.behind) - 1 + AHEAD)
    start = (now, up.at(panel.behind[-1]))
    goals, before = panel.goals, panel.before
    sheet.shape([start, (end, up.at(goals[0.1])), (end, up.at(goals[0.9]))], WIDE)
    sheet.shape([start, (end, up.at(goals[0.25])), (end, up.at(goals[0.75]))], NARROW)
    sheet.line(start, (end, up.at(goals[0.5])), look.PAPER)
    for quantile, width in ((0.1, 0.8), (0.5, 1.3), (0.9, 0.8)):
        line: dict[str, Any] = {"color": look.ACCENT, "linewidth": width, "linestyle": (0, (2.5, 1.8))}
        sheet.axes.plot([now, end], [start[1], up.at(before[quantile])], **line)


def _write_amounts(sheet: Sheet, left: float, panel: Panel, currency: str) -> None:
    for place, (words, fan, style) in enumerate(
        (
            (_("goals"), panel.goals, Words(size=9, face="semibold")),
            (_("as before"), panel.before, SMALL.but(colour=look.ACCENT)),
        )
    ):
        y = BOTTOM - 0.4 - 0.17 * place
        sheet.write(left, y, words, style)
        sheet.write(left + WIDTH, y, cents_in_words(fan[0.5], currency, 2), style.but(align="right"))


def _write_key(sheet: Sheet) -> None:
    x = 0.0
    for fill, words in ((NARROW, _("half of all cases with the goals")), (WIDE, _("eight of ten cases"))):
        sheet.box((x, 0.05), (0.16, 0.12), fill)
        sheet.write(x + 0.22, 0.065, words, SMALL)
        x += fonts.width(words, SMALL.face, SMALL.size) + 0.48
    sheet.axes.plot([x, x + 0.25], [0.11, 0.11], color=look.ACCENT, linewidth=1.3, linestyle=(0, (2.5, 1.8)))
    sheet.write(x + 0.32, 0.065, _("as before: middle and eight of ten"), SMALL)


def describe_outlook(outlook: Outlook, history: pd.DataFrame, currency: str) -> str:
    """Return for each layer the middle and eight of ten cases of both fans, in words."""
    return " ".join(_sentence(panel, outlook.year, currency) for panel in _panels(outlook, history))


def _sentence(panel: Panel, year: int, currency: str) -> str:
    sentence = _(
        "{name}, {year}: with the goals {goals} in the middle, {low} to {high} in eight of ten cases; as before "
        "{before}, {before_low} to {before_high}."
    )
    fans = {"": panel.goals, "before_": panel.before}
    ends = {
        f"{fan}{end}": cents_in_words(values[share], currency, 2)
        for fan, values in fans.items()
        for end, share in (("low", 0.1), ("high", 0.9))
    }
    middles = {
        "goals": cents_in_words(panel.goals[0.5], currency, 2),
        "before": cents_in_words(panel.before[0.5], currency, 2),
    }
    return sentence.format(name=panel.name, year=year, **middles, **ends)
