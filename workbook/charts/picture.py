"""A picture as people and screen readers get it: a figure, its text alternative and its caption."""

import io
import os
from base64 import b64encode
from dataclasses import dataclass
from html import escape
from typing import Any

from matplotlib.figure import Figure

from workbook.charts.pen import drawing

# Drawn as outlines, text needs no typeface on the reader's machine; kept as text it is small and can be searched, which
# suits the PDF, where our typeface is at hand. The salt makes the same picture the same bytes.
_OUTLINES = {"svg.fonttype": "path", "svg.hashsalt": "focus-workbook", "text.parse_math": False}
_TEXT = {**_OUTLINES, "svg.fonttype": "none"}
# Set where a PDF will be made of the notebooks: drawing every picture a second time takes long.
FOR_PAPER = "WORKBOOK_FOR_PAPER"
_NO_METADATA = {"Date": None, "Creator": None, "Format": None, "Type": None}


@dataclass(frozen=True, eq=False)
class Picture:
    """A figure with what it says in words; notebooks, pages and PDF show it as one image."""

    figure: Figure
    alternative: str
    caption: str = ""

    def svg(self, *, outlines: bool = True) -> bytes:
        """Return the picture as SVG, the same bytes for the same picture; with text as outlines or as text."""
        drawn = io.BytesIO()
        with drawing(_OUTLINES if outlines else _TEXT):
            self.figure.savefig(drawn, format="svg", metadata=_NO_METADATA)
        return drawn.getvalue()

    def png(self, dots_per_inch: int = 200) -> bytes:
        """Return the picture as PNG, for slides."""
        drawn = io.BytesIO()
        with drawing(_OUTLINES):
            self.figure.savefig(drawn, format="png", dpi=dots_per_inch, metadata={"Software": None})
        return drawn.getvalue()

    def html(self, *, outlines: bool = True) -> str:
        """Return the picture for one medium: text as outlines for a screen, as text for the PDF."""
        return self._in_page(f'src="{_data(self.svg(outlines=outlines))}"')

    def _repr_html_(self) -> str:
        # The page shows the outlines; the PDF takes the text from data-print (render.html).
        paper = f' data-print="{_data(self.svg(outlines=False))}"' if os.environ.get(FOR_PAPER) else ""
        return self._in_page(f'src="{_data(self.svg())}"{paper}')

    def _in_page(self, source: str) -> str:
        caption = f"<figcaption>{escape(self.caption)}</figcaption>" if self.caption else ""
        image = f'<img {source} alt="{escape(self.alternative)}">'
        return f'<figure class="wb-picture">{image}{caption}</figure>'

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"text/html": self._repr_html_(), "text/plain": self.alternative}


def _data(svg: bytes) -> str:
    return "data:image/svg+xml;base64," + b64encode(svg).decode("ascii")


def show(figure: Figure, alternative: str, caption: str = "") -> Picture:
    """Return a figure as a picture that a notebook shows."""
    return Picture(figure, alternative, caption)
