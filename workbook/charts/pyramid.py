"""The pyramid, the signature picture: 5, 15 and the rest, with the five by name."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from matplotlib.figure import Figure

from workbook import look
from workbook.charts import fonts
from workbook.charts.canvas import BODY, PAGE_WIDTH, SMALL, STRONG, Sheet, Words
from workbook.charts.pyramid_data import LayerNumbers, Place, PyramidData
from workbook.charts.words import accounts_in_words, cents_in_words, unknown_in_words
from workbook.i18n import N_, _, ngettext, number, percent
from workbook.terms import Layer

HEIGHT = 4.6
# From the base up, in inches: where each band begins and ends; the top band has room for five names.
BANDS = {Layer.REST: (0.06, 1.12), Layer.NEXT15: (1.17, 2.3), Layer.TOP5: (2.35, 4.54)}
BASE, APEX, CENTRE, HALF = 0.06, 4.54, 1.72, 1.7
LEFT, RIGHT = 2.78, PAGE_WIDTH - 0.02
# Numbers beside the lowest band begin right of its slope.
NUMBERS_LEFT, WIDEST_GAP, LONGEST_HEADING = 3.35, 0.35, 1.1
HEADINGS = APEX - 0.3
FIRST_PLACE, PLACE_STEP, NAME = 3.61, 0.275, 0.27
TITLE_SIZES = (20.0, 17.0, 14.0, 12.0, 10.5)
NAME_SIZES = (10.5, 9.5, 8.5)
BADGE_HEIGHT, BADGE_SIZE = 0.185, 7.8
PROMISE = {
    Layer.NEXT15: N_("A goal for this year and actions for the next 12 months"),
    Layer.REST: N_("No actions of our own; every inquiry gets an answer"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading in lines, its cells from the top layer down, and its right edge in inches."""

    heading: tuple[str, ...]
    cells: tuple[str, ...]
    edge: float = 0.0

    @property
    def width(self) -> float:
        """The room the column needs, in inches."""
        headings = [fonts.width(line, SMALL.face, SMALL.size) for line in self.heading]
        return max(*headings, *(fonts.width(cell, STRONG.face, STRONG.size) for cell in self.cells))


def draw_pyramid(data: PyramidData) -> Figure:
    """Return the pyramid with accounts, revenue, potential (and hours) per layer and the places of the top layer."""
    sheet = Sheet(PAGE_WIDTH, HEIGHT)
    columns = _spread(_columns(data))
    _write_headings(sheet, columns)
    for row, layer in enumerate(data.layers):
        _draw_band(sheet, layer, data)
        _write_numbers(sheet, layer, row, columns)
    for rank, place in enumerate(data.places):
        _draw_place(sheet, rank, place)
    return sheet.figure


def _columns(data: PyramidData) -> list[Column]:
    revenue = _("Revenue {year}").format(year=data.reference_year) if data.reference_year else _("Revenue")
    headings = [revenue, _("Share"), _("Additional potential"), *([_("Hours a week")] if data.has_hours else [])]
    cells = zip(*(_cells(layer, data.currency) for layer in data.layers), strict=True)
    lines = (fonts.wrap(heading, LONGEST_HEADING, 2, SMALL.face, SMALL.size) for heading in headings)
    return [Column(tuple(heading), tuple(column)) for heading, column in zip(lines, cells, strict=False)]


def _spread(columns: list[Column]) -> list[Column]:
    # From the right edge to the left, with equal gaps that use the room beside the lowest numbers.
    room = RIGHT - NUMBERS_LEFT - sum(column.width for column in columns)
    gap = min(room / len(columns), WIDEST_GAP)
    edges = [RIGHT - sum(each.width + gap for each in columns[place + 1 :]) for place in range(len(columns))]
    return [replace(column, edge=edge) for column, edge in zip(columns, edges, strict=True)]


def _write_headings(sheet: Sheet, columns: list[Column]) -> None:
    for column in columns:
        for line, words in enumerate(reversed(column.heading)):
            sheet.write(column.edge, HEADINGS + 0.07 + 0.14 * line, words, SMALL.but(align="right"))
    sheet.line((LEFT, HEADINGS), (RIGHT, HEADINGS))


def _draw_band(sheet: Sheet, layer: LayerNumbers, data: PyramidData) -> None:
    low, high = BANDS[layer.layer]
    fill, ink = look.LAYERS[layer.layer]
    corners = [(-1, low), (1, low), (1, high), (-1, high)]
    sheet.shape([(CENTRE + side * _half_width(y), y) for side, y in corners], fill)
    lines = list(_band_lines(layer, data))
    y = (low + 0.28 if layer.layer is Layer.TOP5 else (low + high) / 2 - 0.1) + 0.13 * len(lines)
    title = Words(face="semibold", colour=ink, align="center")
    room = 2 * _half_width(y + 0.15) - 0.1
    sizes = (size for size in TITLE_SIZES if fonts.width(layer.layer.label, title.face, size) <= room)
    sheet.write(CENTRE, y, layer.layer.label, title.but(size=next(sizes, TITLE_SIZES[-1])))
    for line, words in enumerate(lines):
        sheet.write(CENTRE, y - 0.23 - 0.16 * line, words, title.but(face="regular", size=BODY.size - 1))


def _band_lines(layer: LayerNumbers, data: PyramidData) -> Iterator[str]:
    yield accounts_in_words(layer.accounts)
    if layer.layer is Layer.TOP5 and data.vacancies:
        yield vacancies_in_words(data.vacancies)
    yield layer.layer.mode.label


def _half_width(y: float) -> float:
    return HALF * (APEX - y) / (APEX - BASE)


def _write_numbers(sheet: Sheet, layer: LayerNumbers, row: int, columns: list[Column]) -> None:
    low, high = BANDS[layer.layer]
    y = HEADINGS - 0.22 if layer.layer is Layer.TOP5 else high - 0.4
    for column in columns:
        sheet.write(column.edge, y, column.cells[row], STRONG.but(align="right"))
    if layer.potential is not None and layer.unknown:
        sheet.write(columns[2].edge, y - 0.17, unknown_in_words(layer.unknown), SMALL.but(align="right"))
    if layer.layer is not Layer.TOP5:
        sheet.line((_half_width(high) + CENTRE + 0.12, high + 0.025), (RIGHT, high + 0.025))
        sheet.write(RIGHT, low + 0.16, _(PROMISE[layer.layer]), SMALL.but(align="right"))


def _cells(layer: LayerNumbers, currency: str) -> tuple[str, str, str, str]:
    return (
        cents_in_words(layer.revenue, currency),
        percent(layer.share, 0) if layer.share is not None else "\N{EN DASH}",
        cents_in_words(layer.potential, currency) if layer.potential is not None else _no_potential(layer),
        number(layer.hours, 1) if layer.hours is not None else "\N{EN DASH}",
    )


def _draw_place(sheet: Sheet, rank: int, place: Place) -> None:
    y = FIRST_PLACE - rank * PLACE_STEP
    _draw_mark(sheet, y, rank, place)
    left = _draw_badges(sheet, y, place)
    if place.name is None:
        sheet.write(LEFT + NAME, y, _("vacant"), BODY.but(face="italic", colour=look.ACCENT))
        return
    room = left - LEFT - NAME - 0.06
    size = next((size for size in NAME_SIZES if fonts.width(place.name, "semibold", size) <= room), NAME_SIZES[-1])
    lines = fonts.wrap(place.name, room, 2, "semibold", size)
    for line, words in enumerate(lines):
        sheet.write(LEFT + NAME, y + 0.074 * (len(lines) - 1 - 2 * line), words, STRONG.but(size=size))


def _draw_mark(sheet: Sheet, y: float, rank: int, place: Place) -> None:
    fill, ink = look.LAYERS[Layer.TOP5]
    middle = (LEFT + 0.1, y + 0.05)
    if place.name is None:
        sheet.dot(middle, 0.19, look.PAPER, edgecolor=look.ACCENT, linewidth=1.0, linestyle=(0, (2, 1.5)))
        return
    sheet.dot(middle, 0.2, fill)
    style = Words(size=8.5, face="semibold", colour=ink, align="center")
    sheet.write(middle[0], y + 0.012, number(rank + 1), style)


def _draw_badges(sheet: Sheet, y: float, place: Place) -> float:
    # From the right edge to the left; returns where the badges begin.
    left = RIGHT
    colour = look.ACCENT if place.name is None else look.INK
    for label in reversed(_badges(place)):
        room = fonts.width(label, "regular", BADGE_SIZE) + 0.16
        left -= room
        sheet.box((left, y - 0.043), (room, BADGE_HEIGHT), look.PAPER, edgecolor=colour, linewidth=0.7)
        sheet.write(left + room / 2, y + 0.013, label, Words(size=BADGE_SIZE, colour=colour, align="center"))
        left -= 0.07
    return left


def _badges(place: Place) -> list[str]:
    provisional = [_("provisional")] if place.provisional else []
    return [*(slot.label for slot in place.slots), *provisional]


def describe_pyramid(data: PyramidData) -> str:
    """Return the pyramid in words: each layer with its numbers, then the places of the top layer."""
    layers = [_layer_sentence(layer, data) for layer in data.layers]
    places = [_place_words(place) for place in data.places]
    return " ".join([*layers, _("In the top layer: {places}.").format(places="; ".join(places))] if places else layers)


def _layer_sentence(layer: LayerNumbers, data: PyramidData) -> str:
    sentence = _("{layer}, {mode}: {accounts}, revenue {revenue} ({share}), additional potential {potential}.")
    revenue, share, potential, hours = _cells(layer, data.currency)
    if layer.potential is not None and layer.unknown:
        potential = f"{potential} + {unknown_in_words(layer.unknown)}"
    told = sentence.format(
        layer=layer.layer.label,
        mode=layer.layer.mode.label,
        accounts=accounts_in_words(layer.accounts),
        revenue=revenue,
        share=share,
        potential=potential,
    )
    return told if layer.hours is None else f"{told} " + _("Hours a week: {hours}.").format(hours=hours)


def _place_words(place: Place) -> str:
    badges, name = ", ".join(_badges(place)), place.name or _("vacant")
    return f"{name} ({badges})" if badges else name


def vacancies_in_words(count: int) -> str:
    """Return a number of vacant places with its noun."""
    return ngettext("{count} place vacant", "{count} places vacant", count).format(count=number(count))


def _no_potential(layer: LayerNumbers) -> str:
    # Nothing known is never 0 (rule R3).
    return unknown_in_words(layer.unknown) if layer.unknown else "\N{EN DASH}"
