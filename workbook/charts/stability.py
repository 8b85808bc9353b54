"""How sure each place is: in which layer an account lands when revenue and potential weigh differently."""

from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from workbook import look
from workbook.charts import fonts
from workbook.charts.canvas import PAGE_WIDTH, SMALL, STRONG, Sheet, Words
from workbook.i18n import _, ngettext, number, percent
from workbook.terms import Layer

ROW, GROUP, HEAD = 0.2, 0.4, 0.4
BAR_LEFT, BAR_RIGHT, BAR_HEIGHT = 2.75, PAGE_WIDTH - 0.62, 0.13
NAME = Words(size=9.0)
# Of the rest only those appear whose place is contested; and not more than fit on a page.
MOST_OF_THE_REST = 10


def draw_stability(stability: pd.DataFrame) -> Figure:
    """Return for each account the share of weights (0 to 1) with which it is in each layer; see `measure_stability`.

    The top 5 and the 15 are all shown, of the rest the contested ones.
    """
    groups = _groups(stability)
    left_out = len(_contested_rest(stability)) - MOST_OF_THE_REST
    foot = 0.3 if left_out > 0 else 0.05
    sheet = Sheet(PAGE_WIDTH, HEAD + sum(GROUP + ROW * len(rows) for _layer, rows in groups) + foot)
    y = sheet.height - HEAD
    _write_head(sheet)
    for layer, rows in groups:
        sheet.write(0, y - 0.17, layer.label, STRONG)
        y -= GROUP
        for row in rows.itertuples(index=False):
            _draw_row(sheet, y, row)
            y -= ROW
    if left_out > 0:
        sheet.write(0, 0.1, more_contested(left_out), SMALL)
    return sheet.figure


def _groups(stability: pd.DataFrame) -> list[tuple[Layer, pd.DataFrame]]:
    shown = {layer: stability[stability["layer"] == layer] for layer in (Layer.TOP5, Layer.NEXT15)}
    shown[Layer.REST] = _contested_rest(stability).head(MOST_OF_THE_REST)
    return [(layer, rows) for layer, rows in shown.items() if len(rows)]


def _contested_rest(stability: pd.DataFrame) -> pd.DataFrame:
    return stability[(stability["layer"] == Layer.REST) & ~stability["sure"]].sort_values("stays", kind="stable")


def _write_head(sheet: Sheet) -> None:
    y = sheet.height - 0.14
    sheet.write(
        0, y, _("How often an account keeps its layer, over 21 weights from revenue alone to potential alone"), SMALL
    )
    left = BAR_LEFT
    for layer in Layer:
        sheet.box((left, y - 0.27), (0.14, 0.1), look.LAYERS[layer][0])
        sheet.write(left + 0.2, y - 0.26, layer.label, SMALL)
        left += fonts.width(layer.label, SMALL.face, SMALL.size) + 0.45


def _draw_row(sheet: Sheet, y: float, row: Any) -> None:
    style = NAME if row.sure else NAME.but(face="semibold")
    sheet.write(0.1, y, fonts.fit(str(row.name), BAR_LEFT - 0.25, style.face, style.size), style)
    left = BAR_LEFT
    for layer in Layer:
        width = (BAR_RIGHT - BAR_LEFT) * getattr(row, layer.value)
        corners = [(left, y - 0.02), (left + width, y - 0.02), (left + width, y - 0.02 + BAR_HEIGHT)]
        sheet.shape(
            [*corners, (left, y - 0.02 + BAR_HEIGHT)], look.LAYERS[layer][0], edgecolor=look.PAPER, linewidth=0.5
        )
        left += width
    words = _("sure") if row.sure else percent(row.stays, 0)
    sheet.write(PAGE_WIDTH - 0.02, y, words, style.but(align="right", colour=look.INK_SOFT if row.sure else look.INK))


def more_contested(count: int) -> str:
    """Return how many contested accounts are not shown."""
    words = ngettext("{count} more contested account of the rest", "{count} more contested accounts of the rest", count)
    return words.format(count=number(count))


def describe_stability(stability: pd.DataFrame) -> str:
    """Return the sure and the contested places in words."""
    top = stability[stability["layer"] != Layer.REST]
    contested = top[~top["sure"]]
    sure = ngettext(
        "{count} of the first {all} places is the same with every weight.",
        "{count} of the first {all} places are the same with every weight.",
        len(top) - len(contested),
    ).format(count=number(len(top) - len(contested)), all=number(len(top)))
    if contested.empty:
        return sure
    names = "; ".join(
        _contested_words(str(name), float(stays))
        for name, stays in contested["stays"].set_axis(contested["name"]).items()
    )
    return f"{sure} " + _("Contested: {accounts}.").format(accounts=names)


def _contested_words(name: str, stays: float) -> str:
    return _("{name} ({share} of the weights)").format(name=name, share=percent(stays, 0))
