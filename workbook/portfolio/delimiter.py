"""Which sign separates the columns of a text file."""

import csv
import io
import re
from dataclasses import dataclass

from workbook.portfolio.findings import Findings
from workbook.portfolio.header_row import Score, find_header
from workbook.portfolio.kinds import tables as kinds

_CANDIDATES = (",", ";", "\t", "|")
_SAMPLE = 65_536
_SEP_LINE = re.compile(rb'"?sep=(.)"?\n', re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class _Fit:
    """How well a sign fits: known names in the header, share of rows as wide as the header, whether it separates."""

    known: int
    share: float
    separates: bool


def split_sep_line(text: bytes) -> tuple[bytes, str | None]:
    """Return the text without Excel's ``sep=;`` line, and the sign it names."""
    match = _SEP_LINE.match(text)
    return (text[match.end() :], match[1].decode("ascii", "replace")) if match else (text, None)


def find_delimiter(text: bytes, score: Score, findings: Findings) -> str:
    """Return the sign that separates the columns; raises `InputError` when two fit or it is a vertical bar."""
    sample = _sample(text)
    fits = {sign: _fit(sample, sign, score) for sign in _CANDIDATES}
    best = max(fits.values())
    winners = [sign for sign, fit in fits.items() if fit == best]
    if best.separates and len(winners) > 1:
        findings.stop(kinds.DELIMITER_UNCLEAR, details={"first": winners[0], "second": winners[1]})
    return checked_delimiter(winners[0], findings)


def checked_delimiter(sign: str, findings: Findings) -> str:
    """Return the sign if it may separate columns; raises `InputError`."""
    if sign not in _CANDIDATES or sign == "|":
        findings.stop(kinds.DELIMITER_PIPE)
    return sign


def _sample(text: bytes) -> str:
    if len(text) <= _SAMPLE:
        return text.decode("utf-8")
    end = text.rfind(b"\n", 0, _SAMPLE)
    return text[: end + 1 if end > 0 else _SAMPLE].decode("utf-8", "ignore")


def _fit(sample: str, sign: str, score: Score) -> _Fit:
    rows = [row for row in _parsed(sample, sign) if any(cell.strip() for cell in row)]
    header = find_header(rows, score)
    if header is None:
        return _Fit(0, 0.0, False)
    width, below = len(rows[header]), rows[header + 1 :]
    share = sum(len(row) == width for row in below) / len(below) if below else 1.0
    return _Fit(score(rows[header]), round(share, 2), width > 1)


def _parsed(sample: str, sign: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(sample), delimiter=sign))[:200]
    except csv.Error:
        return [line.split(sign) for line in sample.splitlines()[:200]]
