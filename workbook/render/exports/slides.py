"""Slides by python-pptx: real text boxes and tables in our look, and properties that name nobody but the owner."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from unicodedata import category

from workbook import i18n, look

WIDTH, HEIGHT = 13.333, 7.5
# Everybody's PowerPoint has it; our own typeface would be replaced by another one on most machines.
FONT = "Calibri"
_THUMBNAIL, _PRINTER = "thumbnail", "printerSettings"


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a slide, in inches."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Run:
    """Some words in one style; a size in points."""

    text: str
    size: float = 12.0
    bold: bool = False
    colour: str = look.INK


Paragraph = Sequence[Run]
# The cells of a row, each with its paragraphs.
Row = Sequence[Sequence[Paragraph]]


class Deck:
    """One presentation with one slide."""

    def __init__(self, title: str, owner: str, today: date) -> None:
        from pptx import Presentation
        from pptx.util import Inches

        self.file: Any = Presentation()
        self.file.slide_width, self.file.slide_height = Inches(WIDTH), Inches(HEIGHT)
        self.slide: Any = self.file.slides.add_slide(self.file.slide_layouts.get_by_name("Title Only"))
        self._introduce(title, owner, today)
        self._forget_the_template()

    def _introduce(self, title: str, owner: str, today: date) -> None:
        properties = self.file.core_properties
        properties.title, properties.author, properties.last_modified_by = title, owner, owner
        properties.comments, properties.subject, properties.keywords = "", "", ""
        properties.language = i18n.locale().replace("_", "-")
        properties.created = properties.modified = datetime(today.year, today.month, today.day)  # noqa: DTZ001  a day

    def _forget_the_template(self) -> None:
        """Remove the preview and the printer settings of whoever made the library's template."""
        for part in (self.file.part.package, self.file.part):
            for key, relation in [*part._rels.items()]:
                if relation.reltype.endswith((_THUMBNAIL, _PRINTER)):
                    part._rels.pop(key)

    def write_title(self, box: Box, run: Run) -> None:
        """Write the title of the slide, by which readers and screen readers find it."""
        self._place(self.slide.shapes.title, box)
        self._fill(self.slide.shapes.title.text_frame, [[run]], anchor="b")

    def write(self, box: Box, paragraphs: Sequence[Paragraph], name: str, ground: str = "") -> None:
        """Write paragraphs into a text box of this name, on a ground if there is one."""
        from pptx.util import Inches

        places = (Inches(each) for each in (box.left, box.top, box.width, box.height))
        shape = self.slide.shapes.add_textbox(*places)
        shape.name = name
        self._fill(shape.text_frame, paragraphs, inset=0.08 if ground else 0)
        if ground:
            shape.fill.solid()
            shape.fill.fore_color.rgb = _colour(ground)

    def draw_bar(self, box: Box, colour: str) -> None:
        """Draw a bar, which is no more than decoration."""
        from pptx.enum.shapes import MSO_SHAPE
        from pptx.util import Inches

        places = (Inches(each) for each in (box.left, box.top, box.width, box.height))
        shape = self.slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *places)
        shape.fill.solid()
        shape.fill.fore_color.rgb = _colour(colour)
        shape.line.fill.background()
        shape.shadow.inherit = False
        _decorate(shape)

    def write_table(self, box: Box, rows: Sequence[Row], widths: Sequence[float], alternative: str) -> None:
        """Write a native table with a heading row; ``widths`` are shares of the box, ``alternative`` what it says."""
        from pptx.util import Inches

        places = (Inches(each) for each in (box.left, box.top, box.width, box.height))
        frame = self.slide.shapes.add_table(len(rows), len(widths), *places)
        frame.name = alternative
        frame._element.nvGraphicFramePr.cNvPr.set("descr", alternative)
        for column, share in zip(frame.table.columns, widths, strict=True):
            column.width = Inches(box.width * share)
        for number, row in enumerate(rows):
            frame.table.rows[number].height = Inches(box.height / len(rows) if number else 0.3)
            for cell, paragraphs in zip(frame.table.rows[number].cells, row, strict=True):
                _style(cell, heading=number == 0)
                self._fill(cell.text_frame, paragraphs, inset=None)

    def _place(self, shape: Any, box: Box) -> None:
        from pptx.util import Inches

        shape.left, shape.top, shape.width, shape.height = (
            Inches(each) for each in (box.left, box.top, box.width, box.height)
        )

    def _fill(self, frame: Any, paragraphs: Any, inset: float | None = 0, anchor: str = "t") -> None:
        from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
        from pptx.util import Inches, Pt

        frame.word_wrap = True
        if inset is not None:
            frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Inches(inset)
            frame.vertical_anchor = MSO_ANCHOR.BOTTOM if anchor == "b" else MSO_ANCHOR.TOP
        for number, runs in enumerate(paragraphs):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            paragraph.alignment, paragraph.space_after = PP_ALIGN.LEFT, Pt(0 if inset is None else 2)
            for run in runs:
                _add(paragraph, run)

    def content(self) -> bytes:
        """Return the presentation as a file."""
        written = io.BytesIO()
        self.file.save(written)
        return written.getvalue()


def _add(paragraph: Any, run: Run) -> None:
    from pptx.util import Pt

    added = paragraph.add_run()
    # XML cannot hold control characters and halves of characters; a store may be of another hand.
    added.text = "".join(sign for sign in run.text if category(sign) not in {"Cc", "Cs"})
    added.font.name, added.font.size, added.font.bold = FONT, Pt(run.size), run.bold
    added.font.color.rgb = _colour(run.colour)
    added._r.get_or_add_rPr().set("lang", i18n.locale().replace("_", "-"))


def _style(cell: Any, *, heading: bool) -> None:
    from pptx.util import Inches

    cell.fill.solid()
    cell.fill.fore_color.rgb = _colour(look.LAYERS["top5"][0] if heading else look.WASH)
    cell.margin_left = cell.margin_right = Inches(0.08)
    cell.margin_top = cell.margin_bottom = Inches(0.04)


def _colour(colour: str) -> Any:
    from pptx.dml.color import RGBColor

    return RGBColor.from_string(colour.removeprefix("#").upper())


def _decorate(shape: Any) -> None:
    """Mark a shape as decoration, which screen readers pass over."""
    shape.name = ""
    shape._element.nvSpPr.cNvPr.set("descr", "")
