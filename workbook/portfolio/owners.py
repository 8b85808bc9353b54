"""One company export for several reps: the rows of one owner."""

import re

import numpy as np

from workbook.errors import ProblemKind
from workbook.portfolio.findings import Findings
from workbook.portfolio.kinds import headers, values
from workbook.portfolio.sheet import Sheet
from workbook.portfolio.vocabulary import folded

_ID = re.compile(
    r"\d+|005[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?|\{?[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\}?"
)


def only_owner(sheet: Sheet, owner: str | None, findings: Findings) -> Sheet:
    """Return the rows of one owner (blanks and capitals do not matter); raises `InputError` when there are none."""
    _note_ids(sheet, findings)
    if owner is None:
        _note_blanks(sheet, values.OWNER_BLANK_IN_LIST, findings)
        return sheet
    if "owner" not in sheet:
        findings.stop(values.OWNER_COLUMN_MISSING, value=owner)
    owners = sheet.text("owner")
    mine = np.array([folded(text) == folded(owner) for text in owners], dtype=bool)
    if not mine.any():
        names = ", ".join(sorted({text for text in owners if text})[:50])
        findings.stop(values.OWNER_UNKNOWN, (None, sheet.map.columns["owner"]), owner, {"owners": names})
    _note_blanks(sheet, values.OWNER_BLANK, findings)
    return sheet.only(mine)


def owners_in(sheet: Sheet) -> dict[str, int]:
    """Return how many rows each owner has, in alphabetical order; how a name is written first counts."""
    counts: dict[str, int] = {}
    written: dict[str, str] = {}
    for text in sheet.text("owner"):
        if text:
            name = written.setdefault(folded(text), text)
            counts[name] = counts.get(name, 0) + 1
    return dict(sorted(counts.items()))


def _note_ids(sheet: Sheet, findings: Findings) -> None:
    named = [text for text in sheet.text("owner") if text] if "owner" in sheet else []
    if named and all(_ID.fullmatch(text) for text in named):
        findings.add(headers.OWNER_IS_ID, (None, sheet.map.columns["owner"]), named[0])


def _note_blanks(sheet: Sheet, kind: ProblemKind, findings: Findings) -> None:
    """Tell rows without an owner, unless the list names none at all."""
    if "owner" not in sheet:
        return
    blank = np.flatnonzero(sheet.blank("owner"))
    if 0 < len(blank) < len(sheet.rows):
        findings.add(kind, (int(sheet.rows[blank[0]]), sheet.map.columns["owner"]), details={"count": len(blank)})
