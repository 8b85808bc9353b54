"""Bars and marks lying across a sheet, and the key that says what they are."""

from collections.abc import Iterable
from decimal import Decimal

from workbook import look
from workbook.charts import fonts
from workbook.charts.canvas import SMALL, Sheet
from workbook.charts.scale import Scale

# One meaning per colour wherever amounts lie beside each other: what came in, what is sure of it, what is wanted.
CAME_IN, COMMITTED, GOAL = look.LAYERS["rest"][0], look.LAYERS["next15"][0], look.LAYERS["top5"][0]
BAR, MARK, LINE = 0.13, 0.19, 0.04


def draw_bar(sheet: Sheet, across: Scale, amount: Decimal | float | None, form: tuple[float, float, str]) -> None:
    """Draw an amount above zero as a bar; ``form`` is its height on the sheet, how thick it is, and its colour."""
    y, thick, fill = form
    if amount is not None and amount > 0:
        _block(sheet, (across.at(0), across.at(float(amount))), (y, thick), fill)


def draw_mark(sheet: Sheet, across: Scale, amount: Decimal | None, y: float) -> None:
    """Draw an amount that is wanted as a line across the bars."""
    if amount is not None:
        x = across.at(max(float(amount), 0))
        _block(sheet, (x - LINE / 2, x + LINE / 2), (y, MARK), GOAL)


def draw_key(sheet: Sheet, entries: Iterable[tuple[str, str, tuple[float, float]]], y: float = 0.06) -> None:
    """Write what each colour means, side by side; an entry is its words, its colour, and the size of its sample."""
    x = 0.0
    for words, fill, (wide, high) in entries:
        _block(sheet, (x, x + wide), (y + 0.045, high), fill)
        sheet.write(x + wide + 0.07, y, words, SMALL)
        x += wide + fonts.width(words, SMALL.face, SMALL.size) + 0.32


def _block(sheet: Sheet, span: tuple[float, float], row: tuple[float, float], fill: str) -> None:
    (left, right), (y, thick) = span, row
    low, high = y - thick / 2, y + thick / 2
    sheet.shape([(left, low), (right, low), (right, high), (left, high)], fill)
