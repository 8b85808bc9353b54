"""The pictures of an account plan hold for 0, 1, 10 and 25 people and hide nobody, in both languages."""

from collections.abc import Callable
from functools import cache

import pytest
from matplotlib.figure import Figure

from tests.charts.builders import words_of
from tests.charts.plans import CROWDED, member, people, strengths, timeline, white_space
from tests.charts.words import Words
from workbook.charts.people import LETTERS, letter
from workbook.charts.power_map import describe_power_map, draw_power_map
from workbook.charts.relationship_gaps import describe_relationship_gaps, draw_relationship_gaps
from workbook.charts.reporting_lines import describe_reporting_lines, draw_reporting_lines
from workbook.charts.strengths import describe_strengths, draw_strengths
from workbook.charts.timeline import describe_timeline, draw_timeline
from workbook.charts.white_space import describe_white_space, draw_white_space
from workbook.i18n import speaking
from workbook.plan.competition import CoverageOfOffer
from workbook.terms import Attitude, BuyingRole, Influence, RelationshipLevel

PICTURES: dict[str, Callable[[int], Figure]] = {
    "power map": lambda count: draw_power_map(people(count)),
    "gaps": lambda count: draw_relationship_gaps(people(count)),
    "reporting lines": lambda count: draw_reporting_lines(people(count)),
    "strengths": lambda count: draw_strengths(strengths(min(count, 8), 1 + min(count, 6))),
    "timeline": lambda count: draw_timeline(timeline(count)),
    "white space": lambda count: draw_white_space(white_space(count), "EUR"),
    CROWDED: lambda count: draw_power_map(people(count, one_field=True)),
}
A4_HEIGHT_OF_TEXT = 9.7


@cache
def _drawn(picture: str, count: int, language: str) -> Words:
    """The words of a picture, drawn once for all tests."""
    with speaking(language):
        return Words.of(PICTURES[picture](count))


every_picture = pytest.mark.parametrize("picture", PICTURES)
every_size = pytest.mark.parametrize("count", [0, 1, 10, 25])
every_language = pytest.mark.parametrize("language", ["de", "en"])


@every_language
@every_size
@every_picture
def test_every_text_lies_on_the_sheet(picture: str, count: int, language: str) -> None:
    """No word is cut at the edge."""
    assert _drawn(picture, count, language).outside == []


@every_language
@every_size
@every_picture
def test_no_text_covers_another(picture: str, count: int, language: str) -> None:
    """Words do not overlap, however many people share a field."""
    assert _drawn(picture, count, language).covered == []


@every_picture
def test_pictures_fit_on_a_page(picture: str) -> None:
    """With 25 people a picture is not higher than the text of an A4 page."""
    assert _drawn(picture, 25, "de").height <= A4_HEIGHT_OF_TEXT


def test_power_map_shows_everybody() -> None:
    """25 people are 25 names."""
    members = tuple(member(person=f"Anna {number}") for number in range(25))
    assert sum(words.startswith("Anna") for words in words_of(draw_power_map(members))) == 25


def test_unanswered_is_unknown_and_never_neutral() -> None:
    """A person without answers stands in the lane of the unknown."""
    assert describe_power_map((member(),)).endswith("Influence Unknown, attitude Unknown: Petra Lang.")


def test_power_map_in_words_begins_with_the_most_influential() -> None:
    """High influence comes first, with the roles."""
    low = member(person="Low", influence=Influence.LOW, attitude=Attitude.CHAMPION)
    high = member(person="High", influence=Influence.HIGH, attitude=Attitude.CRITIC, roles=(BuyingRole.DECIDER,))
    assert describe_power_map((low, high)) == (
        "2 people by influence and attitude towards us. Influence High, attitude Critic: High (Decider). "
        "Influence Low, attitude Champion: Low."
    )


@every_language
def test_each_role_has_a_letter_of_its_own(language: str) -> None:
    """No letter stands for two roles."""
    with speaking(language):
        assert len({letter(role) for role in LETTERS}) == len(BuyingRole)


def test_legend_explains_the_letters_in_use() -> None:
    """Roles nobody holds are not explained."""
    words = words_of(draw_power_map((member(roles=(BuyingRole.DECIDER,)),)))
    assert "D Decider" in words
    assert "B Buyer" not in words


def test_largest_gap_comes_first() -> None:
    """Three steps before one."""
    vendor, source, advisor = (
        RelationshipLevel.VENDOR,
        RelationshipLevel.CREDIBLE_SOURCE,
        RelationshipLevel.TRUSTED_ADVISOR,
    )
    near = member(person="Near", relationship_now=vendor, relationship_wanted=source)
    far = member(person="Far", relationship_now=vendor, relationship_wanted=advisor)
    assert describe_relationship_gaps((near, far)) == (
        "Far: Vendor today, Trusted advisor wanted (3 steps). Near: Vendor today, Credible source wanted (1 step)."
    )


def test_unknown_relationship_is_no_gap() -> None:
    """Nothing is drawn from half an answer."""
    words = words_of(draw_relationship_gaps((member(relationship_wanted=RelationshipLevel.VENDOR),)))
    assert words[0].startswith("No gap is known.")


def test_reporting_lines_in_words() -> None:
    """Who stands above, and who reports to whom."""
    assert describe_reporting_lines((member(id="a", person="Ann"), member(person="Ben", reports_to="a"))) == (
        "Nobody written down stands above: Ann. To Ann report: Ben."
    )


def test_unknown_points_are_said() -> None:
    """A criterion nobody scored is unknown and not zero."""
    assert "We unknown" in describe_strengths(strengths(4, 1))


def test_timeline_in_words_follows_the_dates() -> None:
    """The earliest date first, what has none last."""
    assert describe_timeline(timeline(4)).endswith(
        "no date yet: Rheinische Armaturenfabrik Müller & Söhne Rheinische Armaturenfabrik Müller & Söhne."
    )


def test_empty_pictures_say_so() -> None:
    """Nothing written gives a sentence."""
    assert describe_power_map(()) == describe_reporting_lines(()) == "No people are written down yet."
    assert describe_timeline(timeline(0)) == "No date is written down yet."


def test_unknown_fields_of_the_white_space_are_said() -> None:
    """The 5 fields of the first unit and the first of the second are known by name; 4 nobody wrote down are unknown."""
    words = describe_white_space(white_space(6), "EUR")
    assert words.count("Unknown") == 5
    assert words.endswith("Known value per year: open €0, with competitors €0; 5 of 10 fields unknown.")
    assert describe_white_space(white_space(0), "EUR") == "No unit and no offering is written down yet."


def test_every_state_of_the_white_space_has_a_word_in_its_field() -> None:
    """Nobody depends on the grounds of the fields."""
    texts = words_of(draw_white_space(white_space(25), "EUR"))
    assert {state.label for state in CoverageOfOffer} <= set(texts)
