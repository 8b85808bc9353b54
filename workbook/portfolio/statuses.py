"""Words for statuses in both languages become the codes of the domain model, through one table."""

import numpy as np
import pandas as pd

from workbook.portfolio.findings import Findings
from workbook.portfolio.kinds import values as kinds
from workbook.portfolio.sheet import Sheet
from workbook.portfolio.table import Texts
from workbook.portfolio.vocabulary import folded, words


def statuses_of(sheet: Sheet, findings: Findings) -> Texts:
    """Return "customer", "prospect", "former" or NA for each row; names the words that are not known."""
    return _coded(sheet, "status", "account_status", findings)


def confidences_of(sheet: Sheet, findings: Findings) -> Texts:
    """Return "confirmed", "assumed", "unknown" or NA for each row."""
    return _coded(sheet, "potential_confidence", "potential_confidence", findings)


def _coded(sheet: Sheet, field: str, section: str, findings: Findings) -> Texts:
    codes, uniques = pd.factorize(sheet.text(field))
    known = words(section)
    meanings = np.array([known.get(folded(str(text)), pd.NA) for text in uniques] or [pd.NA], dtype=object)
    for position, text in enumerate(uniques):
        if text and meanings[position] is pd.NA:
            hits = np.flatnonzero(codes == position)
            place = (int(sheet.rows[hits[0]]), sheet.map.columns[field])
            findings.add(kinds.STATUS_UNKNOWN, place, str(text), {"count": len(hits)})
    chosen: Texts = meanings[codes]
    return chosen
