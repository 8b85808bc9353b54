"""Which lines are cancelled, still open, or credits: by the words of the status table."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from workbook.errors import ProblemKind
from workbook.portfolio.findings import Findings
from workbook.portfolio.kinds import lines as kinds
from workbook.portfolio.sheet import Sheet
from workbook.portfolio.table import Mask
from workbook.portfolio.vocabulary import folded, header_key, words

_CREDITS = words("line_kind", keys=("credit",))
_NAMED = 5


@dataclass(frozen=True)
class States:
    """For each row whether it is cancelled or open; all others count."""

    cancelled: Mask
    open: Mask


def credits(sheet: Sheet, findings: Findings) -> Mask:
    """Return which rows are returns or credits; asks about doubtful document types and names unknown ones."""
    chosen = np.zeros(len(sheet.rows), dtype=bool)
    if "kind" in sheet:
        meaning, unknown = _meanings(sheet, "kind", _known(sheet, "kind", "line_kind"))
        chosen = meaning == "credit"
        _tell_kinds(kinds.LINE_KIND_ASKED, meaning == "doubtful", sheet, findings)
        _tell_kinds(kinds.LINE_KIND_UNKNOWN, np.isin(sheet.text("kind"), unknown), sheet, findings)
    if "state" in sheet:
        chosen |= _meanings(sheet, "state", _CREDITS)[0] == "credit"
    return chosen


def _tell_kinds(kind: ProblemKind, chosen: Mask, sheet: Sheet, findings: Findings) -> None:
    if chosen.any():
        said = ", ".join(list(dict.fromkeys(sheet.text("kind")[chosen].tolist()))[:_NAMED])
        place = (int(sheet.rows[np.flatnonzero(chosen)[0]]), sheet.map.columns["kind"])
        findings.add(kind, place, said, {"count": int(chosen.sum())})


def states(sheet: Sheet, findings: Findings) -> States:
    """Return what is cancelled and open; names words that are not known."""
    cancelled = np.zeros(len(sheet.rows), dtype=bool)
    still_open = np.zeros(len(sheet.rows), dtype=bool)
    if "state" in sheet:
        known = {**_CREDITS, **_known(sheet, "state", "line_state")}
        meaning, unknown = _meanings(sheet, "state", known)
        cancelled, still_open = meaning == "cancelled", meaning == "open"
        for word in dict.fromkeys(unknown):
            hits = np.flatnonzero(sheet.text("state") == word)
            place = (int(sheet.rows[hits[0]]), sheet.map.columns["state"])
            findings.add(kinds.LINE_STATE_UNKNOWN, place, word, {"count": len(hits)})
    if "won" in sheet:
        won = _meanings(sheet, "won", words("flags"))[0]
        still_open = still_open | ((won != "yes") & ~cancelled)
    return States(cancelled, still_open)


def _meanings(sheet: Sheet, field: str, known: Mapping[str, str]) -> tuple[npt.NDArray[np.object_], list[str]]:
    """Return the meaning of each row's word ("" = blank, None = not known), and the words that are not known."""
    codes, uniques = sheet.coded(field)
    found = [known.get(folded(text)) if text else "" for text in uniques]
    unknown = [text for text, meaning in zip(uniques, found, strict=True) if meaning is None]
    meanings: npt.NDArray[np.object_] = np.array([*found, None], dtype=object)[codes]
    return meanings, unknown


def _known(sheet: Sheet, field: str, section: str) -> dict[str, str]:
    """Codes of a letter or two mean something only in columns that are known to use them."""
    known, codes = dict(words(section)), f"{section}_codes"
    if header_key(sheet.table.headers[sheet.map.columns[field]]) in words(codes, keys=("columns",)):
        known.update({word: meaning for word, meaning in words(codes).items() if meaning != "columns"})
    return known
