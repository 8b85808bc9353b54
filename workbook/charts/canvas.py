"""A sheet to draw on, measured in inches from the lower left corner; the house style for figures with axes."""

from dataclasses import dataclass, replace
from typing import Any

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Ellipse, FancyBboxPatch, Polygon

from workbook import look
from workbook.charts import fonts
from workbook.charts.pen import drawing

# The text width of an A4 page with 20 mm margins; every picture is drawn at its printed size.
PAGE_WIDTH = 6.7
HAIRLINE = 0.6


@dataclass(frozen=True, slots=True)
class Words:
    """How words are set: size in points, face, colour, and which point of them the position names."""

    size: float = look.TYPE_SCALE["body"]
    face: str = "regular"
    colour: str = look.INK
    align: str = "left"
    anchor: str = "baseline"

    def but(self, **changes: Any) -> "Words":
        """Return the same style with ``changes``."""
        return replace(self, **changes)


BODY = Words()
SMALL = Words(size=look.TYPE_SCALE["small"], colour=look.INK_SOFT)
STRONG = Words(face="semibold")
LEAD = Words(size=look.TYPE_SCALE["lead"], face="semibold")


class Sheet:
    """One figure with one invisible pair of axes whose unit is the inch."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        with drawing({"text.parse_math": False}):
            self.figure = Figure(figsize=(width, height), facecolor=look.PAPER)
            self.axes: Axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set_axis_off()
        self.axes.set(xlim=(0, width), ylim=(0, height))

    def write(self, x: float, y: float, words: str, style: Words = BODY) -> None:
        """Set ``words`` at a place; dollar signs are dollar signs."""
        write(self.axes, (x, y), words, style)

    def line(self, start: tuple[float, float], end: tuple[float, float], colour: str = look.LINE) -> None:
        """Draw a hairline."""
        self._add(Line2D(*zip(start, end, strict=True), color=colour, linewidth=HAIRLINE))

    def shape(self, corners: list[tuple[float, float]], fill: str, **edge: Any) -> None:
        """Draw a filled shape with straight sides."""
        self._add(Polygon(corners, closed=True, facecolor=fill, **{"linewidth": 0, **edge}))

    def dot(self, centre: tuple[float, float], diameter: float, fill: str, **edge: Any) -> None:
        """Draw a filled circle."""
        self._add(Ellipse(centre, diameter, diameter, facecolor=fill, **{"linewidth": 0, **edge}))

    def box(self, corner: tuple[float, float], size: tuple[float, float], fill: str, **edge: Any) -> None:
        """Draw a box with round corners; ``corner`` is the lower left one."""
        style = f"round,pad=0,rounding_size={min(size) * 0.35:.3f}"
        self._add(FancyBboxPatch(corner, *size, boxstyle=style, facecolor=fill, **{"linewidth": 0, **edge}))

    def _add(self, artist: Artist) -> None:
        # add_patch would measure every shape to scale the axes, whose scale is the inch.
        self.axes.add_artist(artist).set_clip_on(False)


def write(axes: Axes, place: tuple[float, float], words: str, style: Words = BODY, **more: Any) -> None:
    """Set ``words`` on axes in the units of the axes; ``more`` goes to matplotlib."""
    words = fonts.printable(words, style.face)
    axes.text(
        *place,
        words,
        color=style.colour,
        ha=style.align,
        va=style.anchor,
        fontproperties=fonts.properties(style.face, style.size, words),
        parse_math=False,
        **more,
    )
