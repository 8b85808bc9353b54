"""What a file really is, decided by its first bytes and never by its name."""

import re
from enum import StrEnum

from workbook.errors import ProblemKind
from workbook.portfolio.files import RawFile
from workbook.portfolio.findings import Findings
from workbook.portfolio.kinds import files as kinds

_HEAD = 65_536
_SIGNATURES = {
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"%PDF": "PDF",
    b"\x1f\x8b": "gzip",
    b"7z\xbc\xaf": "7-Zip",
    b"Rar!": "RAR",
    b"PAR1": "Parquet",
    b"SQLite format 3": "SQLite",
    b"BM": "BMP",
    b"{\\rtf": "RTF",
    b"\x7fELF": "ELF",
    b"MZ": "EXE",
}
_PICKLE = re.compile(rb"\x80[\x02-\x05]")
_JSON = re.compile(rb'\s*(?:\{\s*["}]|\[\s*(?:\{|\[\s*["\d\[]|"[^"]*"\s*,\s*"[^"]*"\s*\]\s*$|\]\s*$))')
# Only at the very beginning: a header or a name may well contain a tag.
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta|style|div)\b",
    re.IGNORECASE | re.DOTALL,
)
_LOGIN = re.compile(rb"type\s*=\s*[\"']?password", re.IGNORECASE)
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_CONTROL = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1a\x1b\0")


class Format(StrEnum):
    """What can be read."""

    TEXT = "text"
    SPREADSHEET = "spreadsheet"


def format_of(raw: RawFile, findings: Findings) -> Format:
    """Return how to read the file; raises `InputError` for everything that is no table."""
    head = raw.content[:_HEAD]
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        if raw.suffix not in (".xlsx", ".xlsm"):
            findings.add(kinds.EXCEL_UNDER_OTHER_NAME)
        return Format.SPREADSHEET
    _refuse_binary(raw, head, findings)
    _refuse_markup(head.removeprefix(b"\xef\xbb\xbf").replace(b"\0", b""), findings)
    if raw.suffix in (".xlsx", ".xlsm", ".xls"):
        findings.add(kinds.TEXT_UNDER_EXCEL_NAME)
    return Format.TEXT


def _refuse_binary(raw: RawFile, head: bytes, findings: Findings) -> None:
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        findings.stop(kinds.PASSWORD_PROTECTED if _ENCRYPTED in raw.content else kinds.OLD_EXCEL)
    name = next((name for start, name in _SIGNATURES.items() if head.startswith(start) and _is_binary(head)), None)
    if name is None and _PICKLE.match(head):
        name = "pickle"
    if name is None and _is_mostly_control(head):
        name = "binary"
    if name is not None:
        findings.stop(kinds.BINARY_FILE, details={"content": name})


def _is_binary(head: bytes) -> bool:
    return head.startswith((b"%PDF", b"{\\rtf")) or _control_share(head) > 0


def _is_mostly_control(head: bytes) -> bool:
    return _control_share(head) > 0.05


def _control_share(head: bytes) -> float:
    return 1 - len(head.translate(None, _CONTROL)) / len(head)


def _refuse_markup(head: bytes, findings: Findings) -> None:
    kind = _markup(head)
    if kind is not None:
        findings.stop(kind)


def _markup(head: bytes) -> ProblemKind | None:
    if _HTML.match(head):
        return kinds.LOGIN_PAGE if _LOGIN.search(head) else kinds.HTML_FILE
    if head.lstrip().startswith((b"<?xml", b"<Workbook")):
        return kinds.XML_FILE
    return kinds.JSON_FILE if _JSON.match(head) else None
