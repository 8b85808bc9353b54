"""Text whose quotation marks are out of order: read record by record, complained about, written again in order."""

import csv
import io
from bisect import bisect_left

from workbook.portfolio.findings import Findings
from workbook.portfolio.kinds import tables as kinds

_END = "\x01"
LONGEST_FIELD = 1 << 30


def in_order(text: bytes, delimiter: str, findings: Findings) -> bytes:
    """Return the same records with correct quotation marks; raises `InputError` when one is never closed."""
    lines = text.decode("utf-8")
    records, last_lines = _parsed(lines, delimiter)
    if records[-1] != [_END]:
        findings.stop(kinds.QUOTE_NOT_CLOSED, (len(records), None))
    records.pop()
    _refuse_runaway(records, last_lines, findings)
    _warn_about_marks(records, lines.split("\n"), last_lines, findings)
    return _written(records, delimiter)


def _parsed(text: str, delimiter: str) -> tuple[list[list[str]], list[int]]:
    csv.field_size_limit(LONGEST_FIELD)
    reader = csv.reader(io.StringIO(f"{text}{_END}\n"), delimiter=delimiter)
    records, last_lines = [], []
    for record in reader:
        records.append(record)
        last_lines.append(reader.line_num)
    return records, last_lines


def _refuse_runaway(records: list[list[str]], last_lines: list[int], findings: Findings) -> None:
    """A record over several lines with another width than most swallowed the rows below an open mark."""
    widths = sorted(len(record) for record in records if record)
    usual = widths[len(widths) // 2] if widths else 0
    before = 0
    for position, record in enumerate(records):
        if last_lines[position] - before > 1 and len(record) != usual:
            findings.stop(kinds.QUOTE_NOT_CLOSED, (position + 1, None))
        before = last_lines[position]


def _warn_about_marks(records: list[list[str]], lines: list[str], last_lines: list[int], findings: Findings) -> None:
    suspects = [number for number, line in enumerate(lines, start=1) if '"' in line and '""' not in line]
    for position in dict.fromkeys(bisect_left(last_lines, number) for number in suspects):
        if position < len(records):
            marked = next((column for column, cell in enumerate(records[position]) if '"' in cell), None)
            if marked is not None:
                findings.add(kinds.QUOTE_INSIDE_VALUE, (position + 1, marked), records[position][marked])


def _written(records: list[list[str]], delimiter: str) -> bytes:
    target = io.StringIO()
    csv.writer(target, delimiter=delimiter, lineterminator="\n").writerows(records)
    return target.getvalue().encode("utf-8")
