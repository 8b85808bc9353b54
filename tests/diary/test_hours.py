"""Whom meetings were with, and what that makes a week."""

from datetime import datetime, timedelta

import pytest

from tests.diary.calendars import BERLIN, SPAN
from workbook.diary.hours import hours_per_layer, shared_hours
from workbook.diary.matching import Matcher
from workbook.diary.meetings import Diary, Meeting
from workbook.terms import Layer

NAMES = {"1": "Nordholz Anlagenbau GmbH", "2": "Müller & Söhne KG", "3": "Müller Nord AG", "4": "Team Bau GmbH"}


def _meeting(title: str, day: int = 2, hour: int = 9, hours: float = 1) -> Meeting:
    start = datetime(2026, 11, day, hour, tzinfo=BERLIN)
    return Meeting(start, start + timedelta(hours=hours), title)


@pytest.mark.parametrize(
    ("title", "accounts"),
    [
        ("Jahresgespräch NORDHOLZ ANLAGENBAU", ("1",)),
        ("Besuch Nordholz", ("1",)),
        ("mueller & soehne Angebot", ("2",)),
        ("Müller", ()),
        ("Müller Nord AG, Nordholz", ("1", "3")),
        ("Team Meeting", ()),
        ("Nordholzer Straße", ()),
        ("Werk Stade", ("1",)),
        ("", ()),
    ],
)
def test_meeting_is_matched_by_names(title: str, accounts: tuple[str, ...]) -> None:
    """By name in any spelling, by a first word nobody else has, by the rep's own name for it; whole words only."""
    assert Matcher(NAMES, [("1", "Werk Stade")]).match(_meeting(title)).accounts == accounts


def test_overlapping_meetings_are_counted_once() -> None:
    """9 to 11 and 10 to 11: the shared hour is half each; three meetings over 24 hours stay one day."""
    assert shared_hours([_meeting("a", hours=2), _meeting("b", hour=10)]) == [1.5, 0.5]
    assert sum(shared_hours([_meeting("x", hour=0, hours=24)] * 3)) == pytest.approx(24)


def test_hours_a_week_by_hand() -> None:
    """Two weeks: 3 h with Nordholz, 1 h with both Müllers, 2 h with nobody known."""
    meetings = (
        _meeting("Nordholz", hours=3),
        _meeting("Müller & Söhne, Müller Nord", 10),
        _meeting("Zahnarzt", 11, 9, 2),
    )
    layers = {"1": Layer.TOP5, "2": Layer.NEXT15, "3": Layer.REST, "4": Layer.REST}
    found = hours_per_layer(Diary(meetings), Matcher(NAMES).match_all(meetings), layers, SPAN)
    # Top 5: 3 h in two weeks; the hour of the two Müllers is shared, 0.5 h each in two weeks, which is rounded to even.
    assert [float(each) for each in found.hours] == [1.5, 0.2, 0.2]
    assert (found.weeks, found.meetings) == (2, 2)
    assert [(each.title, each.hours) for each in found.unmatched] == [("Zahnarzt", 2)]


def test_empty_calendar_has_no_hours() -> None:
    """Nothing is divided by nothing."""
    assert hours_per_layer(Diary(), (), {}, SPAN).hours.total() == 0
