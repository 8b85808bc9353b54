"""Texts a trainer has edited for the whole cohort; a participant's own copy begins with them."""

from typing import Any

from workbook.book.making import open_quarter, put
from workbook.book.named import COHORT_TEXTS
from workbook.book.participant import Participant
from workbook.store import Store


def put_texts(store: Store, participant: Participant, texts: dict[str, Any]) -> None:
    """Store the texts of the cohort by kind, such as {"answers": ...}; unchanged texts change nothing."""
    quarter = open_quarter(store, participant)
    if texts or store.read(COHORT_TEXTS, quarter):
        put(store, COHORT_TEXTS, quarter, {"schema": 1, "texts": texts})
