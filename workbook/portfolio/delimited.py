"""CSV and TSV files become a text table; rows are numbered as Excel shows them."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from workbook.portfolio.delimiter import checked_delimiter, find_delimiter, split_sep_line
from workbook.portfolio.encoding import to_utf8
from workbook.portfolio.findings import Findings
from workbook.portfolio.header_row import SEARCHED_ROWS, Score, find_header
from workbook.portfolio.headings import checked_headers
from workbook.portfolio.kinds import tables as kinds
from workbook.portfolio.records import NOTABLE, Records, find_records
from workbook.portfolio.table import Cells, Mask, Rows, Table
from workbook.portfolio.untidy import LONGEST_FIELD, in_order

CELL_LIMIT = NOTABLE


@dataclass(frozen=True)
class _Text:
    """A text with its records; the header is record ``header``."""

    content: bytes
    delimiter: str
    records: Records
    header: int

    @property
    def width(self) -> int:
        return int(self.records.fields[self.header])

    def fields(self, first: int, last: int, columns: Sequence[int] | None = None) -> pd.DataFrame:
        """Return the fields of records ``first`` to ``last`` as text."""
        start = int(self.records.starts[first]) if first < len(self.records.starts) else len(self.content)
        width = int(self.records.fields[first:last].max(initial=1))
        every = range(max(width, self.width)) if columns is None else columns
        present = [column for column in every if column < width]
        if not present:
            return pd.DataFrame("", index=range(last - first), columns=list(every))
        frame: pd.DataFrame = pd.read_csv(
            io.BytesIO(memoryview(self.content)[start:]),
            header=None, names=list(range(width)), usecols=present, nrows=last - first,
            dtype=object, na_filter=False, keep_default_na=False, index_col=False, skip_blank_lines=False,
            delimiter=self.delimiter, engine="c", encoding="utf-8", low_memory=False,
        )  # fmt: skip
        return frame if len(present) == len(every) else frame.reindex(columns=list(every), fill_value="")

    def lists(self, first: int, last: int) -> list[list[str]]:
        """Return the fields of a few records as text; with thousands of columns pandas would take seconds."""
        starts = self.records.starts
        end = int(starts[last]) if last < len(starts) else len(self.content)
        text = self.content[int(starts[first]) : end].decode("utf-8")
        csv.field_size_limit(LONGEST_FIELD)
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=self.delimiter))


def read_delimited(content: bytes, score: Score, findings: Findings) -> Table:
    """Return the table in a text file; raises `InputError` when its structure cannot be trusted."""
    text, encoding = to_utf8(content, findings)
    text, named = split_sep_line(text)
    delimiter = checked_delimiter(named, findings) if named else find_delimiter(text, score, findings)
    parsed = _with_header(_with_records(text, delimiter, findings), score, findings)
    headers, rows = _headers(parsed, findings), _good_rows(parsed, findings)

    def read(columns: Sequence[int]) -> list[Cells]:
        frame = parsed.fields(parsed.header + 1, len(parsed.records.starts), sorted(set(columns)))
        chosen = rows - parsed.header - 2
        every = len(chosen) == len(frame)
        picked = [frame[column].to_numpy() if every else frame[column].to_numpy()[chosen] for column in columns]
        return [Cells(text, np.zeros(len(rows), dtype=bool)) for text in picked]

    return Table(headers, parsed.header + 1, rows, read, encoding, delimiter)


def _with_records(text: bytes, delimiter: str, findings: Findings) -> _Text:
    text = text if text.endswith(b"\n") else text + b"\n"
    records = find_records(text, delimiter)
    if records is None:
        text = in_order(text, delimiter, findings)
        records = find_records(text, delimiter)
    if records is None:
        findings.stop(kinds.QUOTE_NOT_CLOSED)
    return _Text(text, delimiter, records, 0)


def _with_header(parsed: _Text, score: Score, findings: Findings) -> _Text:
    top = min(SEARCHED_ROWS, len(parsed.records.starts))
    rows = parsed.lists(0, top)
    header = find_header(rows, score)
    if header is None:
        findings.stop(kinds.NO_DATA_ROWS)
    if header > 0 and not parsed.records.blank[:header].all():
        findings.add(kinds.TITLE_ROWS_SKIPPED, (header + 1, None))
    return _Text(parsed.content, parsed.delimiter, parsed.records, header)


def _headers(parsed: _Text, findings: Findings) -> tuple[str, ...]:
    (row,) = parsed.lists(parsed.header, parsed.header + 1)
    return checked_headers(row, parsed.header + 1, findings)


def _good_rows(parsed: _Text, findings: Findings) -> Rows:
    """Return the numbers of the rows that have content and fit the header; complains about the others."""
    below = np.arange(len(parsed.records.starts)) > parsed.header
    filled = below & ~parsed.records.blank
    if not filled.any():
        findings.stop(kinds.NO_DATA_ROWS)
    too_long = filled & (parsed.records.fields > parsed.width)
    _check_widths(parsed, filled, too_long, findings)
    _check_lengths(parsed, filled, findings)
    return np.flatnonzero(filled & ~too_long).astype(np.int64) + 1


def _check_widths(parsed: _Text, filled: Mask, too_long: Mask, findings: Findings) -> None:
    fields, width = parsed.records.fields, parsed.width
    if filled.sum() > 1 and (too_long == filled).all():
        seen = int(fields[filled].min())
        findings.stop(kinds.ALL_ROWS_TOO_LONG, details={"seen": seen, "expected": width})
    for position in np.flatnonzero(too_long):
        details = {"seen": int(fields[position]), "expected": width}
        findings.add(kinds.ROW_TOO_LONG, (int(position) + 1, None), details=details)
    for position in np.flatnonzero(filled & (fields < width)):
        details = {"seen": int(fields[position]), "expected": width}
        findings.add(kinds.ROW_TOO_SHORT, (int(position) + 1, None), details=details)


def _check_lengths(parsed: _Text, filled: Mask, findings: Findings) -> None:
    """Bytes are counted first; only a cell that may be too long is looked at in letters."""
    for position in np.flatnonzero(filled & (parsed.records.longest > CELL_LIMIT)):
        row = parsed.fields(int(position), int(position) + 1).iloc[0]
        for column, cell in enumerate(row):
            if len(str(cell)) > CELL_LIMIT:
                findings.add(kinds.CELL_TOO_LONG, (int(position) + 1, column), str(cell), {"length": len(str(cell))})
