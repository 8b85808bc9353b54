"""A path becomes bytes with a name, or one clear sentence about why not."""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from workbook.errors import system_words
from workbook.portfolio.findings import Findings
from workbook.portfolio.kinds import files as kinds

MEGABYTE = 1024 * 1024
ACCOUNTS_LIMIT = 50
TRANSACTIONS_LIMIT = 500
_BLANK = b" \t\r\n\v\f\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class RawFile:
    """The bytes of one export and the name it was given."""

    name: str
    content: bytes = field(repr=False)

    @property
    def sha256(self) -> str:
        """The fingerprint of the bytes, hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def suffix(self) -> str:
        """The ending of the name in small letters, with its dot."""
        return PurePath(self.name).suffix.lower()


def load_file(path: Path, findings: Findings, *, limit: int) -> RawFile:
    """Return the content of a file of at most ``limit`` MB; raises `InputError` when it cannot be read."""
    _check_place(path, findings, limit)
    try:
        content = path.read_bytes()
    except OSError as error:
        findings.stop(kinds.FILE_NOT_READABLE, details={"reason": system_words(error)})
    return checked_content(RawFile(path.name, content), findings)


def checked_content(raw: RawFile, findings: Findings) -> RawFile:
    """Return the file if it contains anything at all; raises `InputError`."""
    if not raw.content:
        findings.stop(kinds.FILE_EMPTY)
    if not raw.content[:4096].strip(_BLANK) and not raw.content.strip(_BLANK):
        findings.stop(kinds.FILE_BLANK)
    return raw


def _check_place(path: Path, findings: Findings, limit: int) -> None:
    try:
        if path.is_dir():
            findings.stop(kinds.FILE_IS_FOLDER)
        if not path.is_file():
            findings.stop(kinds.FILE_MISSING)
        size = path.stat().st_size
    except (OSError, ValueError) as error:
        reason = system_words(error) if isinstance(error, OSError) else str(error)
        findings.stop(kinds.FILE_NOT_READABLE, details={"reason": reason})
    if size > limit * MEGABYTE:
        findings.stop(kinds.FILE_TOO_LARGE, details={"size": -(-size // MEGABYTE), "limit": limit})
