"""The archive in which Google hands out a calendar: the one calendar inside is taken, in memory."""

import io
import zlib
from zipfile import BadZipFile, ZipFile, ZipInfo

from workbook.diary import kinds
from workbook.diary.ics import MOST_BYTES
from workbook.errors import InputError, Place, Problem
from workbook.i18n import number

ENDINGS = (".ics", ".ical")
_BROKEN = (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, zlib.error)


def is_packed(content: bytes) -> bool:
    """Return whether a file is an archive, by what is in it."""
    return content.startswith(b"PK\x03\x04")


def unpacked(content: bytes, file: str) -> tuple[bytes, str]:
    """Return the calendar inside an archive, and its name; raises `InputError` for none, several or far too much."""
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            inside = _only_calendar(archive, file)
            with archive.open(inside) as packed:
                # Whatever size the archive claims: what is read is limited.
                return packed.read(MOST_BYTES + 1), inside.filename.rpartition("/")[2]
    except _BROKEN as error:
        raise InputError(Problem(kinds.NO_CALENDAR, Place(file=file))) from error


def _only_calendar(archive: ZipFile, file: str) -> ZipInfo:
    found = [each for each in archive.infolist() if each.filename.lower().endswith(ENDINGS)]
    if not found:
        raise InputError(Problem(kinds.NO_CALENDAR, Place(file=file)))
    if len(found) > 1:
        raise InputError(Problem(kinds.SEVERAL, Place(file=file), details={"count": number(len(found))}))
    return found[0]
