"""A picture is one image with its words."""

import re
import threading
from base64 import b64decode

import pytest
from matplotlib import rcParams

from tests.charts.builders import pyramid_data
from workbook.charts import fonts
from workbook.charts.pen import drawing
from workbook.charts.picture import FOR_PAPER, show
from workbook.charts.pyramid import draw_pyramid


def test_html_is_a_figure_with_escaped_words() -> None:
    """Alternative and caption cannot become HTML."""
    html = show(draw_pyramid(pyramid_data()), 'An "alternative" <b>', "A <caption>")._repr_html_()
    assert html.startswith('<figure class="wb-picture"><img src="data:image/svg+xml;base64,')
    assert 'alt="An &quot;alternative&quot; &lt;b&gt;"' in html
    assert html.endswith("<figcaption>A &lt;caption&gt;</figcaption></figure>")


def test_paper_has_an_image_of_its_own_where_it_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only where a PDF will be made is the picture drawn a second time, with text as text."""
    picture = show(draw_pyramid(pyramid_data()), "words")
    assert "data-print" not in picture._repr_html_()
    monkeypatch.setenv(FOR_PAPER, "1")
    paper = b64decode(re.search('data-print="data:image/svg.xml;base64,([^"]+)', picture._repr_html_())[1])
    assert b"<text" in paper


def test_image_is_an_svg_without_metadata() -> None:
    """The image names no date and no program."""
    html = show(draw_pyramid(pyramid_data()), "words")._repr_html_()
    svg = b64decode(re.search('base64,([^"]+)', html)[1]).decode()
    assert "<svg" in svg
    assert "matplotlib.org" not in svg
    assert "dc:date" not in svg


def test_bundle_carries_words_for_readers_without_pictures() -> None:
    """The plain form of a picture is its text alternative."""
    assert show(draw_pyramid(pyramid_data()), "words")._repr_mimebundle_()["text/plain"] == "words"


def test_png_for_slides() -> None:
    """The same picture comes as PNG."""
    assert show(draw_pyramid(pyramid_data()), "words").png(50).startswith(b"\x89PNG")


def test_width_agrees_with_matplotlib() -> None:
    """Words measured without drawing are as wide as drawn ones, within two per cent."""
    from matplotlib.figure import Figure

    drawn = Figure(dpi=720).text(0, 0, "Müller & Söhne GmbH", fontproperties=fonts.properties("semibold", 10))
    assert abs(drawn.get_window_extent().width / 720 / fonts.width("Müller & Söhne GmbH", "semibold", 10) - 1) < 0.02


def test_characters_without_a_glyph_become_squares() -> None:
    """A name in a script no installed typeface holds does not stop the picture."""
    assert fonts.printable("A\U0001d360\x00B") == "A\N{WHITE SQUARE}B"


def test_long_words_are_cut_with_an_ellipsis() -> None:
    """A name that does not fit ends in an ellipsis and fits."""
    cut = fonts.fit("W" * 40, 1.0)
    assert cut.endswith("W\N{HORIZONTAL ELLIPSIS}")
    assert fonts.width(cut) <= 1.0


def test_names_break_at_blanks() -> None:
    """A long name takes two lines before it is cut."""
    assert fonts.wrap("Alpha Beta Gamma", fonts.width("Alpha Beta "), 2) == ["Alpha Beta", "Gamma"]


def test_two_threads_draw_one_after_the_other() -> None:
    """What follows a save is drawn while a cell draws: neither ends with the settings of the other."""
    before, entered, leave = rcParams["svg.fonttype"], threading.Event(), threading.Event()

    def draw() -> None:
        with drawing({"svg.fonttype": "path"}):
            entered.set()
            leave.wait(60)

    other = threading.Thread(target=draw)
    with drawing({"svg.fonttype": "none"}):
        other.start()
        entered.wait(0.2)
    leave.set()
    other.join()
    assert rcParams["svg.fonttype"] == before
