"""An Excel workbook is a zip of XML parts: both are checked before anything is parsed."""

import io
import zipfile
import zlib
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from workbook.portfolio.files import MEGABYTE
from workbook.portfolio.findings import Findings
from workbook.portfolio.kinds import files as kinds

ENTRY_LIMIT, SIZE_LIMIT, RATIO_LIMIT = 2_000, 200, 100
# A small workbook of repeated text may be packed tightly without being a bomb.
_HARMLESS = 1 * MEGABYTE
_STEP = 4_096
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


def checked_parts(content: bytes, findings: Findings) -> dict[str, bytes]:
    """Return the XML parts of a workbook by name; raises `InputError` for bombs, entities and damage."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_sizes(archive.infolist(), findings)
            _check_kind(set(archive.namelist()), findings)
            parts = {entry.filename: _read(archive, entry, findings) for entry in archive.infolist()}
    except _BROKEN:
        findings.stop(kinds.XLSX_DAMAGED)
    for name, part in parts.items():
        if name.endswith((".xml", ".rels", ".vml")):
            _check_prolog(name, part, findings)
    return parts


def _check_sizes(entries: list[zipfile.ZipInfo], findings: Findings) -> None:
    if len(entries) > ENTRY_LIMIT:
        findings.stop(kinds.XLSX_TOO_LARGE, details={"detail": f"{len(entries)} > {ENTRY_LIMIT}"})
    total, packed = sum(entry.file_size for entry in entries), sum(entry.compress_size for entry in entries)
    if total > SIZE_LIMIT * MEGABYTE:
        findings.stop(kinds.XLSX_TOO_LARGE, details={"detail": f"{total // MEGABYTE} MB > {SIZE_LIMIT} MB"})
    ratio = total / max(packed, 1)
    if total > _HARMLESS and ratio > RATIO_LIMIT:
        findings.stop(kinds.XLSX_TOO_LARGE, details={"detail": f"{ratio:.0f} : 1 > {RATIO_LIMIT} : 1"})


def _check_kind(names: set[str], findings: Findings) -> None:
    if "xl/workbook.xml" not in names:
        findings.stop(kinds.OTHER_ARCHIVE if names else kinds.XLSX_DAMAGED)
    if "xl/vbaProject.bin" in names:
        findings.add(kinds.MACROS_IGNORED)
    if any(name.startswith("xl/externalLinks/") for name in names):
        findings.add(kinds.EXTERNAL_LINKS_IGNORED)


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, findings: Findings) -> bytes:
    """Read one byte more than the directory of the zip promises: parsers unpack everything, whatever it says."""
    if entry.flag_bits & 0x1:
        findings.stop(kinds.PASSWORD_PROTECTED)
    promised = entry.file_size
    entry.file_size += 1
    with archive.open(entry) as file:
        part = file.read()
    if len(part) > promised:
        findings.stop(kinds.XLSX_DAMAGED)
    return part


def _check_prolog(name: str, part: bytes, findings: Findings) -> None:
    """Document types and entities can only stand before the first element, so only the prolog is parsed."""
    parser = DefusedXMLParser(target=_FirstElement(), forbid_dtd=True, forbid_entities=True, forbid_external=True)
    try:
        for start in range(0, len(part), _STEP):
            parser.feed(part[start : start + _STEP])
    except _FoundError:
        return
    except DefusedXmlException:
        findings.stop(kinds.XLSX_UNSAFE, details={"part": name})
    except (ParseError, ValueError, LookupError):
        findings.stop(kinds.XLSX_DAMAGED)


class _FoundError(Exception):
    """The first element begins: the prolog is over."""


class _FirstElement:
    """Receives what a parser sees and stops it at the first element."""

    def start(self, _tag: str, _attributes: dict[str, str]) -> None:
        raise _FoundError

    def end(self, _tag: str) -> None: ...

    def data(self, _text: str) -> None: ...

    def close(self) -> None: ...
