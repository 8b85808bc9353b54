"""How complete the data are, field by field."""

from tests.charts.builders import words_of
from workbook.charts.completeness import FieldCount, describe_completeness, draw_completeness

FIELDS = [FieldCount("Revenue 2025", 56, 60), FieldCount("Industry", 0, 0)]


def test_shows_counts() -> None:
    """Each field says how many of how many."""
    assert words_of(draw_completeness(FIELDS)) == ["Revenue 2025", "56 of 60", "Industry", "0 of 0"]


def test_describes_counts() -> None:
    """The text alternative lists the fields."""
    words = describe_completeness(FIELDS)
    assert words == "Accounts with a value, by field: Revenue 2025: 56 of 60; Industry: 0 of 0."


def test_draws_without_fields() -> None:
    """No field is an empty picture, not an error."""
    assert words_of(draw_completeness([])) == []
