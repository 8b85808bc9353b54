"""Moves between the layers from quarter to quarter, as arrows between the layers of one and of the next."""

from collections.abc import Sequence
from math import hypot

from matplotlib.figure import Figure

from workbook import look
from workbook.charts.canvas import PAGE_WIDTH, SMALL, Sheet, Words
from workbook.focus.paths import Step, Way
from workbook.i18n import _, ngettext, number
from workbook.terms import Layer

HEIGHT, TOP = 2.85, 2.5
LEFT, PILLAR, BLOCK, APART = 1.45, 0.4, 0.42, 0.8
LAYERS = tuple(Layer)
# Half the thickness of an arrow: for one account, for each further one, and at most.
THIN, MORE, THICK = 0.014, 0.008, 0.06
DISC = 0.19
# Where on its way an arrow carries its number: arrows that cross carry theirs apart.
NEAR, FAR = 0.28, 0.42
# With more steps the arrows would have no room to be read.
MOST_STEPS = 4


def draw_layer_moves(steps: Sequence[Step]) -> Figure:
    """Return the three layers of every quarter with their sizes, and an arrow for each way accounts went.

    The last four steps are shown; what is new in the export and no longer in it is counted below.
    """
    steps = steps[-MOST_STEPS:]
    sheet = Sheet(PAGE_WIDTH, HEIGHT)
    gap = min((PAGE_WIDTH - LEFT - PILLAR) / max(len(steps), 1), 2.4)
    for layer in LAYERS:
        sheet.write(0, _middle(layer) - 0.045, layer.label, Words(size=9.0, face="semibold"))
    for place in range(len(steps)):
        _draw_stayers(sheet, (LEFT + gap * place + PILLAR, LEFT + gap * (place + 1)))
    for place, (quarter, sizes) in enumerate(_pillars(steps)):
        _draw_pillar(sheet, LEFT + gap * place, quarter, sizes)
    for place, step in enumerate(steps):
        _draw_step(sheet, step, (LEFT + gap * place + PILLAR, LEFT + gap * (place + 1)))
    sheet.write(
        0, 0.06, _("+ new in the export, − no longer in it; the number on an arrow counts its accounts."), SMALL
    )
    return sheet.figure


def _pillars(steps: Sequence[Step]) -> list[tuple[str, tuple[int, ...]]]:
    first = [(step.before, step.sizes[0]) for step in steps[:1]]
    return [*first, *((step.now, step.sizes[1]) for step in steps)]


def _middle(layer: Layer) -> float:
    return TOP - BLOCK / 2 - APART * LAYERS.index(layer)


def _draw_stayers(sheet: Sheet, span: tuple[float, float]) -> None:
    for layer in LAYERS:
        _block(sheet, span, _middle(layer), look.WASH)


def _draw_pillar(sheet: Sheet, left: float, quarter: str, sizes: tuple[int, ...]) -> None:
    centre = left + PILLAR / 2
    sheet.write(centre, TOP + 0.13, quarter, SMALL.but(align="center"))
    for layer, size in zip(LAYERS, sizes, strict=True):
        fill, ink = look.LAYERS[layer]
        _block(sheet, (left, left + PILLAR), _middle(layer), fill)
        words = Words(size=9.0, face="semibold", colour=ink, align="center")
        sheet.write(centre, _middle(layer) - 0.045, number(size), words)


def _block(sheet: Sheet, span: tuple[float, float], middle: float, fill: str) -> None:
    (left, right), low, high = span, middle - BLOCK / 2, middle + BLOCK / 2
    sheet.shape([(left, low), (right, low), (right, high), (left, high)], fill)


def _draw_step(sheet: Sheet, step: Step, span: tuple[float, float]) -> None:
    for way in step.ways:
        _draw_arrow(sheet, way, span)
    for way in step.ways:
        _draw_number(sheet, way, span)
    came = ((f"+{step.new}", step.new), (f"\N{MINUS SIGN}{step.gone}", step.gone))
    words = "  ".join(text for text, count in came if count)
    sheet.write(sum(span) / 2, 0.32, words, SMALL.but(align="center", colour=look.INK))


def _ends(way: Way, span: tuple[float, float]) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return where an arrow begins and ends: what rises at the upper edge of a block, what falls at the lower one."""
    aside = BLOCK / 4 if way.up else -BLOCK / 4
    return (span[0] + 0.03, _middle(way.start) + aside), (span[1] - 0.03, _middle(way.end) - aside)


def _draw_arrow(sheet: Sheet, way: Way, span: tuple[float, float]) -> None:
    (x0, y0), (x1, y1) = _ends(way, span)
    length = hypot(x1 - x0, y1 - y0)
    along, across = ((x1 - x0) / length, (y1 - y0) / length), (-(y1 - y0) / length, (x1 - x0) / length)
    half = min(THIN + MORE * (len(way.names) - 1), THICK)
    head = half + 0.045
    neck = (x1 - along[0] * 2 * head, y1 - along[1] * 2 * head)
    corners = [
        ((x0, y0), half),
        (neck, half),
        (neck, head),
        ((x1, y1), 0),
        (neck, -head),
        (neck, -half),
        ((x0, y0), -half),
    ]
    sheet.shape([(x + across[0] * out, y + across[1] * out) for (x, y), out in corners], _colour(way))


def _draw_number(sheet: Sheet, way: Way, span: tuple[float, float]) -> None:
    (x0, y0), (x1, y1) = _ends(way, span)
    far = abs(LAYERS.index(way.start) - LAYERS.index(way.end)) > 1
    part = FAR if far else NEAR
    x, y = x0 + (x1 - x0) * part, y0 + (y1 - y0) * part
    sheet.dot((x, y), DISC, look.PAPER, edgecolor=_colour(way), linewidth=0.9)
    sheet.write(x, y - 0.037, number(len(way.names)), Words(size=7.5, face="semibold", align="center"))


def _colour(way: Way) -> str:
    return look.GOOD if way.up else look.ACCENT


def describe_layer_moves(steps: Sequence[Step]) -> str:
    """Return who went from where to where, quarter by quarter, in words."""
    if not steps:
        return _("There is only one quarter yet.")
    return " ".join(_in_words(step) for step in steps)


def _in_words(step: Step) -> str:
    told = [_way_in_words(way) for way in step.ways] or [_("nobody moved")]
    if step.new:
        told.append(ngettext("{count} new account", "{count} new accounts", step.new).format(count=step.new))
    if step.gone:
        told.append(_("{count} no longer in the export").format(count=step.gone))
    return f"{step.now}: {'; '.join(told)}."


def _way_in_words(way: Way) -> str:
    sentence = _("from “{before}” to “{now}”: {names}")
    return sentence.format(before=way.start.label, now=way.end.label, names=", ".join(way.names))
