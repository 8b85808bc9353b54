"""The look keeps its promises: contrast, greyscale, one place."""

import re
from itertools import pairwise

import pytest

from workbook import look
from workbook.resources import resource

HEX = re.compile(r"#[0-9a-fA-F]{3,8}\b")
PAIRS = [
    (look.INK, look.PAPER), (look.INK, look.WASH), (look.INK_SOFT, look.PAPER), (look.INK_SOFT, look.WASH),
    (look.ACCENT, look.PAPER), (look.INK, look.ACCENT_WASH), (look.GOOD, look.PAPER), (look.INK, look.GOOD_WASH),
    *look.LAYERS.values(),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_text_can_be_read(first: str, second: str) -> None:
    """Every text colour has a contrast of at least 4.5 on its ground (WCAG AA)."""
    assert look.contrast(first, second) >= 4.5


def test_layers_stay_apart_in_greyscale() -> None:
    """Neighbouring layers differ in lightness, not only in hue."""
    grounds = [ground for ground, _text in look.LAYERS.values()]
    assert all(look.contrast(upper, lower) >= 1.5 for upper, lower in pairwise(grounds))


def test_variables_name_every_size_and_layer() -> None:
    """CSS gets palette and type scale as variables; the body is the reader's own size."""
    css = look.css_variables()
    assert "--wb-body: 1rem;" in css
    assert f"--wb-next15: {look.LAYERS['next15'][0]};" in css


def test_font_files_are_packaged() -> None:
    """The typeface travels with the package."""
    assert all(resource("templates", "fonts", name).exists() for name in look.FONT_FILES)


def test_font_faces_point_to_the_files() -> None:
    """The PDF gets three weights, italic, and the name pictures use for semibold."""
    faces = look.font_faces("file:///fonts")
    assert faces.count("@font-face") == 5
    assert 'font-weight: 600; font-style: normal; src: url("file:///fonts/SourceSans3-Semibold.ttf")' in faces


def test_templates_name_no_colour_of_their_own() -> None:
    """Colours are defined once, in look.py; style sheets use variables."""
    sheets = resource("templates").rglob("*.css.j2")
    assert not [sheet.name for sheet in sheets if HEX.search(sheet.read_text(encoding="utf-8"))]
