"""Many accounts on one ground: a mark for each, by layer, and names where there is room for them."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from workbook import look
from workbook.charts import fonts
from workbook.charts.canvas import Sheet, Words, write
from workbook.charts.labels import LINE_HEIGHT, Box, Boxes, Label, Wish, place_labels
from workbook.charts.marks import MARKS, draw_marks
from workbook.terms import Layer

# The rest has marks only; who it is stands in the table.
NAMES = {Layer.TOP5: Words(size=8.5, face="semibold"), Layer.NEXT15: Words(size=8.0)}
LONGEST_NAME = 2.6
# In a narrow room a name takes this share of it at most, so that another one fits beside it.
SHARE = 0.6
# One of the five that would cover something there is cut to this share.
CUT = 0.36


def draw_crowd(sheet: Sheet, places: pd.DataFrame, taken: Sequence[Box] = (), ground: str = look.PAPER) -> None:
    """Draw accounts with the columns name, layer, x, y and, for the room of the name, left, low, right, high.

    All in inches. Rows are in order of importance; ``taken`` are boxes no name may cover, ``ground`` is the colour
    below the accounts.
    """
    labels = place_labels(_wishes(places), _mark_boxes(places), np.array(taken))
    _draw_members(sheet, places, Layer.REST)
    for label in labels:
        if label.far:
            sheet.line(label.wish.point, label.foot, look.INK_SOFT)
    for layer in reversed(NAMES):
        _draw_members(sheet, places, layer)
    for label in labels:
        _write_name(sheet, label, ground)


def _draw_members(sheet: Sheet, places: pd.DataFrame, layer: Layer) -> None:
    members = places[places["layer"] == layer]
    draw_marks(sheet, layer, list(members["x"]), list(members["y"]))


def _wishes(places: pd.DataFrame) -> list[Wish]:
    named = places[places["layer"].isin(list(NAMES))]
    rooms = named[["left", "low", "right", "high"]].itertuples(index=False, name=None)
    rows = named[["name", "layer", "x", "y"]].itertuples(index=False, name=None)
    return [_wish(str(name), layer, (x, y), room) for (name, layer, x, y), room in zip(rows, rooms, strict=True)]


def _wish(name: str, layer: Layer, point: tuple[float, float], room: Box) -> Wish:
    wish = _cut(name, layer, Wish(point, name, 0, room, must=layer is Layer.TOP5), SHARE)
    return replace(wish, shorter=_cut(name, layer, wish, CUT)) if wish.must else wish


def _cut(name: str, layer: Layer, wish: Wish, share: float) -> Wish:
    style, room = NAMES[layer], wish.room
    words = fonts.fit(name, min(LONGEST_NAME, share * (room[2] - room[0])), style.face, style.size)
    return replace(wish, words=words, width=fonts.width(words, style.face, style.size))


def _mark_boxes(places: pd.DataFrame) -> Boxes:
    radius = np.array([MARKS[layer].size / 72 / 2 + 0.01 for layer in places["layer"]])
    x, y = places["x"].to_numpy(dtype=float), places["y"].to_numpy(dtype=float)
    return np.column_stack([x - radius, y - radius, x + radius, y + radius])


def _write_name(sheet: Sheet, label: Label, ground: str) -> None:
    style = NAMES[Layer.TOP5 if label.wish.must else Layer.NEXT15]
    # A name that covers marks gets a light ground, so that it can be read.
    veil = {"bbox": {"facecolor": ground, "alpha": 0.55, "linewidth": 0, "pad": 1}} if label.crowded else {}
    write(sheet.axes, (label.left, label.bottom + LINE_HEIGHT * 0.27), label.wish.words, style, **veil)
