"""Bytes become UTF-8 text by a ladder that is right where detectors guess.

A byte order mark decides; then the pattern of NUL bytes; then strict UTF-8; then Windows text (cp1252). Line ends
become \\n, so that everything after this module sees one kind of text.
"""

import codecs
import re

from workbook.errors import shorten
from workbook.portfolio.findings import Findings
from workbook.portfolio.kinds import files as kinds

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_LOST = "\N{REPLACEMENT CHARACTER}".encode()
_SEQUENCE = re.compile(rb"[\xc3-\xc5][\x80-\xbf]|\xe2[\x80-\x82][\x80-\xbf]")
_NOT_WINDOWS = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_ACCENTED_WORD = re.compile("\\w*[\u00c0-\u017f€]\\w*")
# "Ã" or "Â" and a sign that UTF-8's second byte becomes in Windows text.
_DOUBLE = re.compile("\\w*(?:Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Â[\u00a0-\u00bf]|â‚¬|â€[œ“™˜])\\w*")
# A single sign is found much faster in letters than two bytes are in bytes.
_DOUBLE_SIGNS = "ÃÂâ"


def to_utf8(content: bytes, findings: Findings) -> tuple[bytes, str]:
    """Return the content as UTF-8 with \\n line ends, and the name of the encoding it had; raises `InputError`."""
    text, encoding = _decoded(content, findings)
    _refuse_nul(text, findings)
    text = _with_newlines(text)
    if text.isascii():
        return text, encoding
    text = _without_surrogates(text)
    _warn_about_damage(text, findings)
    return text, encoding


def row_at(text: bytes, position: int) -> int:
    """Return the line of a byte, counted from 1."""
    return _with_newlines(text[:position]).count(b"\n") + 1


def _decoded(content: bytes, findings: Findings) -> tuple[bytes, str]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            body = content[len(mark) :]
            body = _checked(body, findings) if encoding == "utf-8-sig" else _from_utf16(body, encoding)
            return body, encoding
    if _looks_like_utf16(content):
        findings.stop(kinds.UTF16_WITHOUT_MARK)
    if _is_utf8(content):
        return content, "utf-8"
    return _windows(content, findings)


def _checked(body: bytes, findings: Findings) -> bytes:
    if not _is_utf8(body):
        position = _first_error(body)
        findings.stop(kinds.MIXED_ENCODING, (row_at(body, position), None), details={"byte": position + 1})
    return body


def _from_utf16(body: bytes, encoding: str) -> bytes:
    return body.decode(encoding, errors="replace").encode("utf-8")


def _looks_like_utf16(content: bytes) -> bool:
    head = content[:4096]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    return max(even, odd) > len(head) / 2 * 0.4 and min(even, odd) <= len(head) / 2 * 0.05


def _is_utf8(content: bytes) -> bool:
    if content.isascii():
        return True
    try:
        content.decode("utf-8", errors="surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _first_error(content: bytes) -> int:
    try:
        content.decode("utf-8", errors="surrogatepass")
    except UnicodeDecodeError as error:
        return error.start
    return 0


def _windows(content: bytes, findings: Findings) -> tuple[bytes, str]:
    if b"\0" in content:
        _refuse_nul(content, findings)
    strange = _NOT_WINDOWS.search(content)
    if _SEQUENCE.search(content):
        position = _first_error(content)
        findings.stop(kinds.MIXED_ENCODING, (row_at(content, position), None), details={"byte": position + 1})
    if strange:
        position = strange.start()
        findings.stop(kinds.UNKNOWN_ENCODING, (row_at(content, position), None), details={"byte": position + 1})
    text = content.decode("cp1252")
    samples = list(dict.fromkeys(_ACCENTED_WORD.findall(text[:1_000_000])))[:3]
    findings.add(kinds.WINDOWS_ENCODING, details={"samples": shorten(", ".join(samples))})
    return text.encode("utf-8"), "cp1252"


def _refuse_nul(text: bytes, findings: Findings) -> None:
    position = text.find(b"\0")
    if position >= 0:
        findings.stop(kinds.NUL_BYTE, (row_at(text, position), None))


def _with_newlines(text: bytes) -> bytes:
    if b"\r" not in text:
        return text
    text = text.replace(b"\r\n", b"\n")
    return text.replace(b"\r", b"\n") if b"\r" in text else text


def _without_surrogates(text: bytes) -> bytes:
    return _SURROGATE.sub(_LOST, text) if b"\xed" in text else text


def _warn_about_damage(text: bytes, findings: Findings) -> None:
    position = text.find(_LOST)
    if position >= 0:
        findings.add(kinds.REPLACEMENT_CHARACTER, (row_at(text, position), None))
    decoded = text.decode("utf-8")
    if not any(sign in decoded for sign in _DOUBLE_SIGNS):
        return
    damaged = _DOUBLE.findall(decoded)
    if damaged:
        row = row_at(text, text.find(damaged[0].encode("utf-8")))
        findings.add(kinds.DOUBLE_ENCODED, (row, None), damaged[0], {"count": len(damaged)})
