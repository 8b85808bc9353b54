"""Calendar files as Outlook, Google and Apple write them, with invented content: their zones, lines and habits."""

import io
from contextlib import suppress
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.diary.calendars import SPAN
from workbook.diary.matching import Matcher
from workbook.diary.meetings import LeftOut
from workbook.diary.reading import read_diary
from workbook.errors import InputError

FILES = Path(__file__).parent / "files"
NAMES = {"N": "Nordholz Werke GmbH", "M": "Müller Anlagenbau"}
# When a meeting begins (local time), how many hours it takes, and the account it names.
FOUND = {
    "outlook.ics": [
        ("09-07 09:00", 0.5, "M"), ("10-13 10:00", 1.5, "N"), ("10-20 15:00", 0.5, "M"), ("11-02 09:00", 0.5, "M"),
    ],
    "google.ics": [
        ("10-14 09:00", 1.5, "N"), ("10-19 14:00", 0.5, "M"), ("10-26 14:00", 0.5, "M"), ("11-02 14:00", 0.5, "M"),
    ],
    "icloud.ics": [
        ("10-22 10:30", 1.5, "N"), ("10-23 08:00", 1.0, "M"), ("10-30 08:00", 1.0, "M"), ("11-13 08:00", 1.0, "M"),
    ],
    "outlook_de.csv": [("10-13 10:00", 1.5, "N"), ("10-20 15:00", 0.5, "M")],
    "outlook_en.csv": [("10-13 10:00", 1.5, "N"), ("11-03 12:15", 0.75, "M")],
}  # fmt: skip
LEFT_OUT = {
    "outlook.ics": {LeftOut.ALL_DAY: 1, LeftOut.FREE: 1},
    "google.ics": {LeftOut.ALL_DAY: 1, LeftOut.CANCELLED: 1},
    "icloud.ics": {},
    "outlook_de.csv": {LeftOut.ALL_DAY: 1, LeftOut.FREE: 1},
    "outlook_en.csv": {LeftOut.ALL_DAY: 1, LeftOut.FREE: 1},
}


@pytest.mark.parametrize("file", FOUND)
def test_meetings_of_a_real_program_are_found(file: str) -> None:
    """Begin, length and account of every meeting, over the change of the clock; the others are counted."""
    diary = read_diary((FILES / file).read_bytes(), file, SPAN)
    matched = Matcher(NAMES, []).match_all(diary.meetings)
    found = [(f"{each.meeting.start:%m-%d %H:%M}", each.meeting.hours, each.accounts) for each in matched]
    assert found == [(when, hours, (account,)) for when, hours, account in FOUND[file]]
    assert dict(diary.left_out) == LEFT_OUT[file]


def test_old_outlook_writes_windows_letters() -> None:
    """A file that is not UTF-8 is read as Windows-1252, so that Müller stays Müller."""
    content = (FILES / "outlook.ics").read_text(encoding="utf-8").encode("cp1252")
    diary = read_diary(content, "old.ics", SPAN)
    assert [each.title for each in diary.meetings][:2] == ["Jour fixe Müller", "Jahresgespräch Nordholz"]


def _archive(*names: str) -> bytes:
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name in names:
            archive.write(FILES / "google.ics", name)
    return packed.getvalue()


def test_google_packs_the_calendar() -> None:
    """The archive of the export is opened in memory; of several calendars the rep chooses."""
    assert len(read_diary(_archive("anna@example.com.ics"), "anna.ical.zip", SPAN).meetings) == 4
    with pytest.raises(InputError, match="The archive holds 2 calendars"):
        read_diary(_archive("a.ics", "b.ics"), "anna.ical.zip", SPAN)


@pytest.mark.parametrize("content", [_archive("a.txt"), _archive("a.ics")[:60], b"PK\x03\x04"])
def test_archive_without_a_calendar_is_refused_in_words(content: bytes) -> None:
    """A spreadsheet, too, is an archive."""
    with pytest.raises(InputError, match="no calendar file"):
        read_diary(content, "x.zip", SPAN)


def test_calendar_with_only_half_a_property_more_is_read() -> None:
    """A creation date of the year 0, as Google writes it, harms no meeting; a broken beginning does."""
    content = (FILES / "google.ics").read_bytes()
    broken = content.replace(b"DTSTART:20261014T070000Z", b"DTSTART:20261014T990000Z")
    assert read_diary(broken, "g.ics", SPAN).left_out[LeftOut.UNREADABLE] == 1


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(FOUND)), st.lists(st.tuples(st.integers(0, 4000), st.binary(max_size=3)), max_size=8))
def test_damaged_file_is_read_or_refused_in_words(file: str, changes: list[tuple[int, bytes]]) -> None:
    """Whatever stands in a few places of the file: meetings and counts, or one sentence; never a traceback."""
    content = (FILES / file).read_bytes()
    for place, new in changes:
        content = content[:place] + new + content[place + len(new) :]
    with suppress(InputError):
        assert all(0 < each.hours <= 24 for each in read_diary(content, file, SPAN).meetings)
