"""The slide read back with an independent reader: title, text boxes, native table, properties."""

import io
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any
from xml.etree import ElementTree

import pytest
from pptx import Presentation

from tests.exports.conftest import ACCOUNT, PROSPECT, write
from workbook.book import Workbook
from workbook.book.account_plan import account_plan
from workbook.i18n import speaking
from workbook.plan.objectives import Objectives
from workbook.render.exports.plan_pptx import _figure, plan_slide

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def slide_file(book: Workbook, account_id: str = ACCOUNT) -> bytes:
    with speaking(book.language):
        return plan_slide(account_plan(book, account_id))


def read(content: bytes) -> Any:
    return Presentation(io.BytesIO(content))


def words(content: bytes) -> str:
    shapes = read(content).slides[0].shapes
    texts = [shape.text_frame.text for shape in shapes if shape.has_text_frame]
    cells = [cell.text for shape in shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
    return " ".join(" ".join([*texts, *cells]).split(" "))


def test_one_slide_with_a_title_and_text_boxes(planned: Workbook) -> None:
    """The title is a real one; what is written stands in text boxes that can be edited; there is no picture of text."""
    deck = read(slide_file(planned))
    [slide] = deck.slides
    assert slide.shapes.title.text_frame.text == "Aldersee Papier"
    assert round(deck.slide_width / deck.slide_height, 2) == 1.78
    boxes = [shape for shape in slide.shapes if shape.has_text_frame and shape.text_frame.text]
    assert len(boxes) >= 9
    assert not [shape for shape in slide.shapes if shape.shape_type == 13]


def test_objectives_are_a_native_table_with_an_alternative(planned: Workbook) -> None:
    """Heading and three rows; screen readers hear what it is."""
    [frame] = [shape for shape in read(slide_file(planned)).slides[0].shapes if shape.has_table]
    rows = [[cell.text for cell in row.cells] for row in frame.table.rows]
    assert rows[0] == ["The three sales objectives", "Target", "By when"]
    assert rows[2][0].startswith("2  The twelve critical pumps of paper machine 2")
    assert rows[2][1:] == ["12 pumps", "30 Nov 2026"]
    assert frame._element.nvGraphicFramePr.cNvPr.get("descr") == "The three sales objectives"


@pytest.mark.parametrize("language", ["en", "de"])
def test_cover_data_and_score(make_planned: Callable[..., Workbook], language: str) -> None:
    """Version, reviews, figures and the score are those of the plan, in the language of the workbook."""
    book = make_planned(language)
    with speaking(language):
        plan = account_plan(book, ACCOUNT)
        formula = plan.found.formula
    said = words(slide_file(book))
    assert formula in said
    assert all(fact.value in said and fact.label in said for fact in plan.facts)
    assert ("14.04.2026" if language == "de" else "14 Apr 2026") in said


def test_a_long_figure_stays_in_its_box() -> None:
    """An amount is large, a name of 28 letters smaller, a very long one is cut: never a second line."""
    runs = [_figure(value, 2.75) for value in ("€130,000", "Brenning & Cie. Maschinenbau", "x" * 60)]
    assert [run.size for run in runs] == [17, 12, 12]
    assert [len(run.text) < 31 for run in runs] == [True, True, True]


def test_missing_answers_are_lines(planned: Workbook) -> None:
    """An empty plan can be printed and filled in."""
    said = words(slide_file(planned, PROSPECT))
    assert "Who decides  ____" in said
    assert "Next review: ____" in said


def test_properties_name_the_owner_and_nobody_else(planned: Workbook, day: date) -> None:
    """The library's author is gone, and so are its preview and printer settings."""
    content = slide_file(planned)
    properties = read(content).core_properties
    assert (properties.author, properties.last_modified_by) == ("Anna Weiß", "Anna Weiß")
    assert (properties.title, properties.language) == ("Key Account Plan – Aldersee Papier", "en-GB")
    assert properties.modified.date() == day
    archive = zipfile.ZipFile(io.BytesIO(content))
    assert not [name for name in archive.namelist() if "thumbnail" in name or "printer" in name]
    everything = b"".join(archive.read(name) for name in archive.namelist())
    assert [name for name in (b"Canny", b"python-pptx", b"/tmp", b"/root") if name in everything] == []


def test_hostile_texts_are_texts(planned: Workbook) -> None:
    """Control characters, halves of characters and markup do no harm; the file opens."""
    book = write(planned, "G-07", Objectives(strategy="a\x0b<b>&amp;\U0001f600"))
    content = slide_file(book, "G-07")
    assert "a<b>&amp;\U0001f600" in words(content)
    for name in zipfile.ZipFile(io.BytesIO(content)).namelist():
        if name.endswith((".xml", ".rels")):
            ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(content)).read(name))


def test_words_are_spelled_in_their_language(make_planned: Callable[..., Workbook]) -> None:
    """Every run says its language, so that no spell checker underlines German as English."""
    archive = zipfile.ZipFile(io.BytesIO(slide_file(make_planned("de"))))
    runs = ElementTree.fromstring(archive.read("ppt/slides/slide1.xml")).iter(f"{DRAWING}rPr")
    assert {run.get("lang") for run in runs} == {"de-DE"}
