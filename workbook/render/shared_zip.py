"""Reading a file of shared answers that anybody may have made: sizes first, then the form, then every section."""

import io
import zipfile
import zlib
from pathlib import Path

from pydantic import ValidationError

from workbook.errors import InputError, Place, Problem, ProblemKind
from workbook.plan.sharing import ENTRY, VERSION, SharedFile, read_head, read_shared_text
from workbook.render import shared_kinds as kinds

MEGABYTE = 1_000_000
# A whole year of writing is below one megabyte.
PACKED_LIMIT, LIMIT = 5 * MEGABYTE, 20 * MEGABYTE
_ENCRYPTED = 0x1
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


def read_shared(file: Path) -> SharedFile:
    """Return what a participant shared; raises `InputError` for everything that is not exactly such a file."""
    return _parsed(_only_entry(_content(file), file), file)


def _content(file: Path) -> bytes:
    if not file.is_file():
        raise _refused(kinds.MISSING, file)
    with file.open("rb") as source:
        content = source.read(PACKED_LIMIT + 1)
    if len(content) > PACKED_LIMIT:
        raise _refused(kinds.TOO_LARGE, file, limit=PACKED_LIMIT // MEGABYTE)
    return content


def _only_entry(content: bytes, file: Path) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if [entry.filename for entry in entries] != [ENTRY] or entries[0].flag_bits & _ENCRYPTED:
                raise _refused(kinds.NOT_SHARED, file)
            return _unpacked(archive, entries[0], file)
    except _BROKEN as error:
        kind = kinds.DAMAGED if ENTRY.encode() in content[:100] else kinds.NOT_SHARED
        raise _refused(kind, file) from error


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, file: Path) -> bytes:
    """Read no more than allowed, whatever the directory of the zip promises."""
    with archive.open(entry) as part:
        text = part.read(LIMIT + 1)
    if len(text) > LIMIT:
        raise _refused(kinds.TOO_LARGE, file, limit=LIMIT // MEGABYTE)
    return text


def _parsed(text: bytes, file: Path) -> SharedFile:
    version = read_head(text)
    if version is None:
        raise _refused(kinds.NOT_SHARED, file)
    if version > VERSION:
        raise _refused(kinds.NEWER, file)
    try:
        return read_shared_text(text)
    except ValidationError as error:
        raise _refused(kinds.DAMAGED, file) from error


def _refused(kind: ProblemKind, file: Path, **details: object) -> InputError:
    return InputError(Problem(kind, Place(file=file.name), details=details))
