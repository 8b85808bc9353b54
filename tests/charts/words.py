"""Where the words of a picture stand: on the sheet, and apart from each other."""

from dataclasses import dataclass
from itertools import combinations
from typing import Self

from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox


@dataclass(frozen=True, slots=True)
class Words:
    """The sheet and the boxes of its words, in pixels; the picture itself is let go."""

    sheet: Bbox
    boxes: dict[str, Bbox]
    height: float
    """The height of the sheet in inches."""

    @classmethod
    def of(cls, figure: Figure) -> Self:
        """Measure every word of a picture."""
        texts = [text for axes in figure.axes for text in axes.texts if text.get_text()]
        # One pixel is enough to measure with; left alone, matplotlib makes a whole sheet for each word.
        pen = RendererAgg(1, 1, figure.dpi)
        boxes = {f"{place} {text.get_text()}": text.get_window_extent(pen).frozen() for place, text in enumerate(texts)}
        return cls(figure.bbox.frozen(), boxes, figure.get_size_inches()[1])

    @property
    def outside(self) -> list[str]:
        """The words that are cut at the edge."""
        room = self.sheet.padded(1.5)
        corners = {words: ((box.x0, box.y0), (box.x1, box.y1)) for words, box in self.boxes.items()}
        return [words for words, both in corners.items() if not all(room.fully_contains(*each) for each in both)]

    @property
    def covered(self) -> list[tuple[str, str]]:
        """The pairs of words that overlap."""
        boxes = {words: box.padded(-1) for words, box in self.boxes.items()}
        return [(one, other) for one, other in combinations(boxes, 2) if boxes[one].overlaps(boxes[other])]
