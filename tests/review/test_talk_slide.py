"""The quarter on one slide: text as text, and never more of it than the boxes hold."""

import io
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from tests.review.crowded import make_crowded
from tests.review.talk import Eventful, eventful
from workbook.book import Workbook
from workbook.render.exports.talk_pptx import talk_slide

__all__ = ["eventful"]


def _slide(book: Workbook) -> Any:
    (slide,) = Presentation(io.BytesIO(talk_slide(book))).slides
    return slide


def _texts(slide: Any) -> dict[str, str]:
    return {shape.name: shape.text_frame.text for shape in slide.shapes if shape.has_text_frame}


@pytest.mark.parametrize(
    ("language", "title", "heading", "sentence"),
    [
        ("en", "Quarter 2027Q1", "What has changed since 2026Q4", "Objective 1 slipped by 60 days."),
        ("de", "Quartal 2027Q1", "Was sich seit 2026Q4 geändert hat", "Ziel 1 verschiebt sich um 60 Tage."),
    ],
)
def test_the_slide_says_what_the_sheet_says(
    eventful: Eventful, tmp_path: Path, language: str, title: str, heading: str, sentence: str
) -> None:
    """One slide with a title; changes, questions and decision stand in boxes of text."""
    slide = _slide(eventful(tmp_path, language))
    texts = _texts(slide)
    assert slide.shapes.title.text == title
    assert sentence in texts[heading]
    assert sum("Ahorn AG" in text for text in texts.values()) == 3
    assert not any(shape.shape_type == 13 for shape in slide.shapes)


def test_the_slide_names_no_people(eventful: Eventful, tmp_path: Path) -> None:
    """Codes stand for people, in the text and in the properties of the file; its author is the rep."""
    content = talk_slide(eventful(tmp_path))
    deck = Presentation(io.BytesIO(content))
    assert "Lindqvist" not in str(_texts(deck.slides[0]))
    assert (deck.core_properties.author, deck.core_properties.title) == ("Anna Weiß", "Quarter 2027Q1")


@pytest.mark.slow
def test_a_crowded_quarter_fits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Letters by size never need more lines than the height of their box has, and the rest is counted."""
    slide = _slide(make_crowded(tmp_path / "anna", monkeypatch))
    written = [shape for shape in slide.shapes if shape.has_text_frame and shape.text_frame.text]
    assert [shape.name for shape in written if _height(shape.text_frame) > shape.height.inches] == []
    assert "And 2" in _texts(slide)["What has changed since 2026Q4"]


def _height(frame: Any) -> float:
    """Inches that a text needs: a letter is half as wide as it is high, a line 1.2 times as high."""
    needed = 0.0
    for paragraph in frame.paragraphs:
        size = max((run.font.size.pt for run in paragraph.runs), default=12.0)
        letters = (frame._parent.width.inches * 72) / (size * 0.49)
        lines = -(-len(paragraph.text) // max(1, int(letters))) or 1
        needed += lines * size * 1.2 / 72
    return needed
