"""How accounts of each layer are marked: by shape and size first, so that the marks work in greyscale."""

from collections.abc import Sequence
from typing import NamedTuple

from workbook import look
from workbook.charts import fonts
from workbook.charts.canvas import SMALL, Sheet
from workbook.terms import Layer


class Mark(NamedTuple):
    """A matplotlib marker, its diameter in points, its fill and its edge."""

    shape: str
    size: float
    fill: str
    edge: str


MARKS = {
    Layer.TOP5: Mark("o", 9.0, look.LAYERS[Layer.TOP5][0], look.PAPER),
    Layer.NEXT15: Mark("s", 6.0, look.LAYERS[Layer.NEXT15][0], look.PAPER),
    Layer.REST: Mark("o", 4.0, look.PAPER, look.INK_SOFT),
}


def draw_marks(sheet: Sheet, layer: Layer, across: Sequence[float], up: Sequence[float]) -> None:
    """Draw the marks of one layer at places in inches."""
    mark = MARKS[layer]
    sheet.axes.plot(
        across, up, linestyle="none", marker=mark.shape, markersize=mark.size, markerfacecolor=mark.fill,
        markeredgecolor=mark.edge, markeredgewidth=0.7, clip_on=False,
    )  # fmt: skip


def draw_key(sheet: Sheet, right: float, y: float) -> None:
    """Write what each mark stands for, in one line that ends at ``right``."""
    for layer in reversed(Layer):
        left = right - fonts.width(layer.label, SMALL.face, SMALL.size)
        sheet.write(left, y, layer.label, SMALL)
        draw_marks(sheet, layer, [left - 0.11], [y + 0.045])
        right = left - 0.4
