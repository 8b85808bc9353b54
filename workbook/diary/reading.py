"""One calendar file, whatever its kind, becomes a diary."""

from workbook.diary.csv_file import read_csv
from workbook.diary.ics import read_ics
from workbook.diary.meetings import Diary, Span
from workbook.diary.packed import is_packed, unpacked

ACCEPTED = ".ics,.ical,.csv,.txt,.zip"


def read_diary(content: bytes, file: str, span: Span) -> Diary:
    """Return the meetings of the span in a calendar file, by what is in it; raises `InputError`."""
    if is_packed(content):
        content, file = unpacked(content, file)
    is_calendar = b"BEGIN:VCALENDAR" in content[:2000].upper() or file.lower().endswith((".ics", ".ical"))
    return read_ics(content, span, file) if is_calendar else read_csv(content, span, file)
