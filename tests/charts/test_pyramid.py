"""The pyramid shows the layers in numbers, the five by name, and what is missing."""

import pytest

from tests.charts.builders import LONG_NAME, pyramid_data, with_vacancies, words_of
from workbook.charts.picture import Picture
from workbook.charts.pyramid import describe_pyramid, draw_pyramid
from workbook.i18n import speaking


def test_shows_revenue_and_share_of_each_layer() -> None:
    """Each layer's revenue and share stand beside it."""
    words = words_of(draw_pyramid(pyramid_data()))
    assert {"€12.4M", "48%", "€8.6M", "34%", "€4.7M", "18%"} <= set(words)


def test_shows_the_five_with_their_badges() -> None:
    """A long name is shown in full, beside its slot."""
    words = words_of(draw_pyramid(pyramid_data()))
    assert {LONG_NAME, "Nordwerk", "Largest revenue", "Prospect", "Set by hand"} <= set(words)


def test_unknown_potential_is_never_zero() -> None:
    """A layer without any known potential says how many are unknown (rule R3)."""
    words = words_of(draw_pyramid(pyramid_data()))
    assert "40 unknown" in words
    assert "€0" not in words


def test_vacant_places_stay_visible() -> None:
    """A vacancy is a place with a word, and the slot nobody holds is named (rule R10)."""
    words = words_of(draw_pyramid(with_vacancies()))
    assert words.count("vacant") == 2
    assert "2 places vacant" in words
    assert "Prospect" in words


def test_dollar_signs_and_braces_are_just_characters() -> None:
    """A hostile name is drawn as text in one line; nothing is read as a formula."""
    figure = draw_pyramid(pyramid_data())
    assert "Voss $ystems $$ {GmbH} <script> =HYPERLINK()" in words_of(figure)
    assert not any(text.get_parse_math() for text in figure.axes[0].texts)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("data", [pyramid_data(), with_vacancies()], ids=["full", "vacancies"])
def test_every_text_lies_on_the_sheet(language: str, data: object) -> None:
    """Nothing is cut at the edge of the picture, in both languages."""
    with speaking(language):
        figure = draw_pyramid(data)
    canvas = figure.bbox.padded(1)
    assert all(canvas.fully_contains(*corner) for text in figure.axes[0].texts for corner in _corners(text))


def _corners(text: object) -> list[tuple[float, float]]:
    box = text.get_window_extent()
    return [(box.x0, box.y0), (box.x1, box.y1)]


def test_names_and_badges_do_not_touch() -> None:
    """In a line of the top layer, a name ends before its badge begins."""
    figure = draw_pyramid(with_vacancies())
    boxes = {text.get_text(): text.get_window_extent() for text in figure.axes[0].texts}
    assert boxes["Rheinische Armaturenfabrik"].x1 < boxes["Largest revenue"].x0


def test_alternative_says_what_the_picture_shows() -> None:
    """The text alternative names layers, numbers and the five."""
    words = describe_pyramid(with_vacancies())
    assert "Top 5, strategic: 3 accounts, revenue €1,240 (100%), additional potential 2 unknown." in words
    assert words.endswith("Hansa (Score); vacant (Prospect); vacant.")


def test_hours_appear_only_when_known() -> None:
    """The column of hours is there when any layer has hours."""
    assert "Hours a week" in words_of(draw_pyramid(with_vacancies()))
    assert "Hours a week" not in words_of(draw_pyramid(pyramid_data()))


def test_same_picture_is_the_same_bytes() -> None:
    """SVG carries no date and no random ids."""
    first, second = (Picture(draw_pyramid(pyramid_data()), "").svg() for _ in range(2))
    assert first == second
