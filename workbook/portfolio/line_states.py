"""Which lines are cancelled, still open, or credits: by the words of the status table."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from workbook.portfolio.findings import Findings
from workbook.portfolio.kinds import lines as kinds
from workbook.portfolio.sheet import Sheet
from workbook.portfolio.table import Mask
from workbook.portfolio.vocabulary import folded, header_key, words


@dataclass(frozen=True)
class States:
    """For each row whether it is cancelled or open; all others count."""

    cancelled: Mask
    open: Mask


def credits(sheet: Sheet) -> Mask:
    """Return which rows are returns or credits, by their document type."""
    if "kind" not in sheet:
        return np.zeros(len(sheet.rows), dtype=bool)
    chosen: Mask = _meanings(sheet, "kind", words("line_kind"))[0] == "credit"
    return chosen


def states(sheet: Sheet, findings: Findings) -> States:
    """Return what is cancelled and open; names words that are not known."""
    cancelled = np.zeros(len(sheet.rows), dtype=bool)
    still_open = np.zeros(len(sheet.rows), dtype=bool)
    if "state" in sheet:
        meaning, unknown = _meanings(sheet, "state", _state_words(sheet))
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


def _state_words(sheet: Sheet) -> dict[str, str]:
    """Single letters mean something only in columns that are known to use them."""
    known = dict(words("line_state"))
    if header_key(sheet.table.headers[sheet.map.columns["state"]]) in words("line_state_codes", keys=("columns",)):
        known.update(words("line_state_codes", keys=("counted", "cancelled", "open")))
    return known
