"""A calendar exported as CSV: Outlook's columns in both languages, dates that are never guessed."""

import pytest

from tests.diary.calendars import SPAN, csv_of, starts
from workbook.diary.meetings import LeftOut
from workbook.diary.reading import read_diary
from workbook.errors import InputError

GERMAN = '"Betreff","Beginnt am","Beginnt um","Endet am","Endet um","Ganztägiges Ereignis","Ort"'
ENGLISH = "Subject,Start Date,Start Time,End Date,End Time,All day event,Location,Show time as"


def test_german_outlook() -> None:
    """Dotted dates, 24 hours, Windows encoding."""
    line = '"Müller & Söhne","3.11.2026","09:00:00","3.11.2026","10:30:00","Aus","Köln"'
    found = read_diary(csv_of([GERMAN, line]), "Kalender.csv", SPAN)
    assert (starts(found), found.meetings[0].hours, found.meetings[0].title) == (["11-03 09:00"], 1.5, "Müller & Söhne")


def test_english_outlook() -> None:
    """Month first is known from the 13th; noon is 12 PM; what is shown as free does not count."""
    lines = [
        "Lunch,11/3/2026,12:00 PM,11/3/2026,1:00 PM,False,,2",
        "Holiday,11/13/2026,9:00 AM,11/13/2026,10:00 AM,False,,3",
        "Fair,11/4/2026,12:00 AM,11/5/2026,12:00 AM,True,,2",
    ]
    found = read_diary(csv_of([ENGLISH, *lines]), "c.csv", SPAN)
    assert starts(found) == ["11-03 12:00"]
    assert found.left_out == {LeftOut.FREE: 1, LeftOut.ALL_DAY: 1}


def test_date_that_can_be_read_two_ways_is_not_guessed() -> None:
    """3 November or 11 March: no date of the file tells."""
    with pytest.raises(InputError, match="begins with the day or with the month"):
        read_diary(csv_of([ENGLISH, "x,3/11/2026,9:00 AM,3/11/2026,10:00 AM,False,,2"]), "c.csv", SPAN)


def test_day_that_does_not_exist_is_counted() -> None:
    """31 November harms no other meeting."""
    lines = ["Titel;Beginn;Ende", "a;31.11.2026 09:00;31.11.2026 10:00", "b;2026-11-03 09:00;2026-11-03 10:00"]
    found = read_diary(csv_of(lines), "c.csv", SPAN)
    assert (starts(found), found.left_out) == (["11-03 09:00"], {LeftOut.UNREADABLE: 1})


def test_other_file_is_refused_in_words() -> None:
    """A list of customers is no calendar."""
    with pytest.raises(InputError, match="title, beginning and end"):
        read_diary(csv_of(["Kunde;Umsatz", "a;1"]), "c.csv", SPAN)


def test_end_before_the_beginning_is_counted() -> None:
    """Minus one hour is no time with a customer, and takes nothing from the others."""
    lines = [GERMAN, '"a","3.11.2026","10:00:00","3.11.2026","09:00:00","Aus",""']
    found = read_diary(csv_of([*lines, '"b","3.11.2026","10:00:00","3.11.2026","11:00:00","Aus",""']), "c.csv", SPAN)
    assert (starts(found), found.left_out) == (["11-03 10:00"], {LeftOut.NO_LENGTH: 1})
