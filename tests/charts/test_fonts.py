"""Names in any script: drawn with a typeface of the machine, or written in Latin letters, never as empty boxes."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from matplotlib.figure import Figure
from matplotlib.font_manager import fontManager

from workbook.charts import fonts
from workbook.charts.canvas import BODY, write
from workbook.charts.picture import show

CHINESE = "李雷"
_CACHES = ("_registered", "families", "_properties", "_font", "_other", "_shown", "_advance")


def _forget() -> None:
    for name in _CACHES:
        getattr(fonts, name).cache_clear()


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine with no typefaces but our own and the fallback."""
    monkeypatch.setattr(fonts, "OTHERS", ())
    _forget()
    yield
    _forget()


@pytest.fixture
def chinese(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine that has a typeface with two Chinese letters."""
    monkeypatch.setattr(fonts, "OTHERS", ("Two Letters",))
    before = list(fontManager.ttflist)
    fontManager.addfont(_typeface(tmp_path / "two.ttf", "Two Letters", CHINESE))
    _forget()
    yield
    fontManager.ttflist[:] = before
    _forget()


def _typeface(path: Path, family: str, letters: str) -> Path:
    builder = FontBuilder(1000, isTTF=True)
    names = [".notdef", *(f"letter{number}" for number in range(len(letters)))]
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(letter): name for letter, name in zip(letters, names[1:], strict=True)})
    builder.setupGlyf(dict.fromkeys(names, _square()))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (900, 50)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": family, "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=800, usWeightClass=400)
    builder.setupPost()
    builder.save(path)
    return path


def _square() -> object:
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    for corner in ((850, 0), (850, 800), (50, 800)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()


def _picture(words: str, face: str) -> bytes:
    figure = Figure()
    write(figure.add_subplot(), (0.1, 0.5), words, replace(BODY, face=face))
    return show(figure, words).svg()


@pytest.mark.parametrize("face", fonts.FAMILIES)
def test_a_typeface_of_the_machine_is_used(face: str, chinese: None, caplog: pytest.LogCaptureFixture) -> None:
    """Where a typeface has the letters they are drawn with it, in every face, without a warning, twice the same."""
    assert fonts.printable(f"{CHINESE} AG", face) == f"{CHINESE} AG"
    assert fonts.width(CHINESE, face, 72) == pytest.approx(1.8, rel=1e-4)
    assert _picture(CHINESE, face) == _picture(CHINESE, face)
    assert caplog.text == ""


def test_without_a_typeface_names_are_in_latin_letters(bare: None) -> None:
    """Two names remain two names that can be read."""
    assert [fonts.printable(name) for name in (CHINESE, "김철수", "Ж & Ü")] == ["LiLei", "GimCheolSu", "Ж & Ü"]


@pytest.mark.parametrize("face", fonts.FAMILIES)
@pytest.mark.parametrize("words", [CHINESE, "กรุงเทพ", "हिन्दी", "أحمد", "😀", "\U0001d360"])
def test_nothing_stops_a_picture(words: str, face: str, bare: None) -> None:
    """Whatever a name is made of, a picture is drawn without a warning about its letters."""
    assert _picture(words, face)


def test_usual_words_need_no_other_typeface(chinese: None) -> None:
    """Typefaces of the machine are looked at for letters ours lack, not for every picture."""
    assert fonts.properties("bold", 10, "Müller & Söhne – Łódź").get_family() == list(fonts.families("bold"))
    assert fonts.properties("bold", 10, CHINESE).get_family()[-1] == "Two Letters"
