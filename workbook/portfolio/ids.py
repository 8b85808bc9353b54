"""Ids are text and unique: never numbers, never guessed, compared strictly."""

import re

import numpy as np

from workbook.portfolio.findings import Findings
from workbook.portfolio.kinds import values as kinds
from workbook.portfolio.sheet import Sheet
from workbook.portfolio.vocabulary import all_folded, folded

_SALESFORCE = re.compile(r"[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?")
_EXACT_DIGITS = 15


def check_ids(sheet: Sheet, findings: Findings) -> None:
    """Complain about blank, repeated and nearly repeated ids, and about ids that Excel stored as numbers."""
    _note_numbers(sheet, findings)
    _check_repeats(sheet, findings)


def _check_repeats(sheet: Sheet, findings: Findings) -> None:
    rows, column = sheet.place("id")
    ids = sheet.text("id").tolist()
    if len(set(all_folded(ids)) - {""}) == len(ids):
        return
    exact: dict[str, int] = {}
    alike: dict[str, tuple[int, str]] = {}
    for position, text in enumerate(ids):
        row = int(rows[position])
        if not text:
            findings.add(kinds.ID_BLANK, (row, column))
        elif exact.setdefault(text, position) != position:
            _complain_twice(sheet, exact[text], position, findings)
        else:
            first, other = alike.setdefault(folded(text), (row, text))
            if first != row:
                _complain_alike(text, other, (first, row, column), findings)


def _complain_twice(sheet: Sheet, first: int, position: int, findings: Findings) -> None:
    """Both rows are named; ids that are equal only after stripping are nearly equal."""
    rows, column = sheet.place("id")
    raw = sheet.cells["id"].text
    kind = kinds.ID_TWICE if raw[position] == raw[first] else kinds.ID_NEARLY_TWICE
    findings.add(kind, (int(rows[position]), column), str(raw[position]), {"first": int(rows[first])})


def _complain_alike(text: str, other: str, place: tuple[int, int, int], findings: Findings) -> None:
    first, row, column = place
    case_matters = _SALESFORCE.fullmatch(text) and _SALESFORCE.fullmatch(other)
    kind = kinds.IDS_DIFFER_BY_CASE if case_matters else kinds.ID_NEARLY_TWICE
    findings.add(kind, (row, column), text, {"first": first})


def _note_numbers(sheet: Sheet, findings: Findings) -> None:
    stored = np.flatnonzero(sheet.cells["id"].stored & (sheet.text("id") != ""))
    rows, column = sheet.place("id")
    if len(stored):
        findings.add(kinds.IDS_ARE_NUMBERS, (int(rows[stored[0]]), column), details={"count": len(stored)})
    for position in stored:
        text = sheet.cells["id"].text[position]
        if len(text) > _EXACT_DIGITS:
            findings.add(kinds.ID_PRECISION, (int(rows[position]), column), text)
