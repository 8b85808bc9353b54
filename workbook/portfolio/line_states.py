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
_UNKNOWN, _NAMED = "unknown", 5


@dataclass(frozen=True)
class States:
    """For each row whether it is cancelled or open; all others count."""

    cancelled: Mask
    open: Mask


def credits(sheet: Sheet, findings: Findings) -> Mask:
    """Return which rows are returns or credits; asks about doubtful document types and names unknown ones."""
    chosen = np.zeros(len(sheet.rows), dtype=bool)
    if "kind" in sheet:
        meaning, said = _meanings(sheet, "kind", _known(sheet, "kind", "line_kind"))
        chosen = meaning == "credit"
        for told, kind in (("doubtful", kinds.LINE_KIND_ASKED), (_UNKNOWN, kinds.LINE_KIND_UNKNOWN)):
            _tell(kind, meaning == told, (sheet, "kind", _words_that(said, told)), findings)
    if "state" in sheet:
        chosen |= _meanings(sheet, "state", _CREDITS)[0] == "credit"
    return chosen


def _words_that(said: Mapping[str, str], meaning: str) -> list[str]:
    return [text for text, found in said.items() if found == meaning]


def _tell(kind: ProblemKind, chosen: Mask, about: tuple[Sheet, str, list[str]], findings: Findings) -> None:
    sheet, field, texts = about
    if texts:
        place = (int(sheet.rows[np.flatnonzero(chosen)[0]]), sheet.map.columns[field])
        findings.add(kind, place, ", ".join(texts[:_NAMED]), {"count": int(chosen.sum())})


def states(sheet: Sheet, findings: Findings) -> States:
    """Return what is cancelled and open; asks about words that are not known."""
    cancelled = np.zeros(len(sheet.rows), dtype=bool)
    still_open = np.zeros(len(sheet.rows), dtype=bool)
    if "state" in sheet:
        known = {**_CREDITS, **_known(sheet, "state", "line_state")}
        meaning, said = _meanings(sheet, "state", known)
        cancelled, still_open = meaning == "cancelled", meaning == "open"
        told = (sheet, "state", _words_that(said, _UNKNOWN))
        _tell(kinds.LINE_STATE_ASKED, meaning == _UNKNOWN, told, findings)
    if "won" in sheet:
        won = _meanings(sheet, "won", words("flags"))[0]
        still_open = still_open | ((won != "yes") & ~cancelled)
    return States(cancelled, still_open)


def _meanings(sheet: Sheet, field: str, known: Mapping[str, str]) -> tuple[npt.NDArray[np.object_], dict[str, str]]:
    """Return the meaning of each row's word ("" = blank), and that of each word that occurs."""
    codes, uniques = sheet.coded(field)
    found = [known.get(folded(text), _UNKNOWN) if text else "" for text in uniques]
    meanings: npt.NDArray[np.object_] = np.array([*found, None], dtype=object)[codes]
    return meanings, dict(zip(uniques, found, strict=True))


def _known(sheet: Sheet, field: str, section: str) -> dict[str, str]:
    """Codes of a letter or two mean something only in columns that are known to use them."""
    known, codes = dict(words(section)), f"{section}_codes"
    if header_key(sheet.table.headers[sheet.map.columns[field]]) in words(codes, keys=("columns",)):
        known.update({word: meaning for word, meaning in words(codes).items() if meaning != "columns"})
    return known
