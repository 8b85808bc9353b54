"""A revision: one saved state of one section of a participant's workbook; never changed afterwards."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

Document = dict[str, Any]

_REF = re.compile(r"[a-z0-9]{8,32}")
_QUARTER = re.compile(r"\d{4}Q[1-4]")


@dataclass(frozen=True, slots=True)
class Revision:
    """Revision ``number`` (1, 2, ...) of a section in a fiscal quarter (YYYYQn), with the time it was saved (UTC)."""

    participant: str
    quarter: str
    section: str
    number: int
    document: Document
    saved_at: datetime


def checked_ref(ref: str) -> str:
    """Return a participant ref; `ValueError` unless it is 8 to 32 small letters and digits.

    >>> checked_ref("anna2026")
    'anna2026'
    """
    if not _REF.fullmatch(ref):
        raise ValueError(f"a participant ref is 8 to 32 small letters and digits, not {ref!r}")
    return ref


def checked_quarter(quarter: str) -> str:
    """Return a fiscal quarter; `ValueError` unless it reads YYYYQn.

    >>> checked_quarter("2027Q1")
    '2027Q1'
    """
    if not _QUARTER.fullmatch(quarter):
        raise ValueError(f"a quarter reads YYYYQn, not {quarter!r}")
    return quarter
