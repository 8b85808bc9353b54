"""Making a participant's workbook, and making it again without losing a word."""

from pathlib import Path
from typing import Any

from workbook.book import accounts, kinds
from workbook.book.location import store_address
from workbook.book.named import COHORT_TEXTS
from workbook.book.participant import KEY as PARTICIPANT
from workbook.book.participant import Participant
from workbook.book.portable import NOBODYS_WORDS
from workbook.book.workbook import stored_participant
from workbook.errors import InputError, Problem
from workbook.store import Store


def create_workbook(folder: Path, participant: Participant, portfolio: dict[str, Any], source: dict[str, Any]) -> Store:
    """Put a participant and the accounts into the store of a folder (0700); return the store.

    ``portfolio`` is `portfolio_to_document`, ``source`` tells the files it was read from. An existing store keeps
    everything: name and language are brought up to date, unchanged accounts change nothing. Raises `InputError` for
    changed accounts once anything else was saved: they belong into a new quarter.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    store = Store.create(store_address() or folder, participant.ref)
    document = accounts.to_document(portfolio, source)
    _require_same_accounts(store, participant, document)
    quarter = open_quarter(store, participant)
    _put(store, PARTICIPANT, quarter, participant.to_document())
    if not _accounts_are_stored(store, quarter, document):
        _put(store, accounts.KEY, quarter, document)
    return store


def offer_texts(store: Store, participant: Participant, texts: dict[str, Any]) -> None:
    """Keep the texts a trainer has edited, by kind such as {"answers": ...}, where the chapters find them."""
    quarter = open_quarter(store, participant)
    if texts or store.read(COHORT_TEXTS, quarter):
        _put(store, COHORT_TEXTS, quarter, {"schema": 1, "texts": texts})


def switch_language(folder: Path, language: str) -> None:
    """Let a workbook speak another language from now on; not a word of what was written changes.

    Raises `InputError` when there is no workbook and `StoreError` when it cannot be saved.
    """
    store = Store.open(store_address() or folder)
    participant = stored_participant(store)
    if participant is None:
        raise InputError(Problem(kinds.NO_ACCOUNTS, details={"name": store.participant}))
    switched = participant.model_copy(update={"language": language})
    _put(store, PARTICIPANT, open_quarter(store, participant), switched.to_document())


def open_quarter(store: Store, participant: Participant) -> str:
    """Return the quarter that may be written: the last one with accounts, at first the one of the seminar."""
    quarters = store.quarters(accounts.KEY) or store.quarters(PARTICIPANT)
    return quarters[-1] if quarters else participant.first_quarter


def _require_same_accounts(store: Store, participant: Participant, document: dict[str, Any]) -> None:
    quarter = open_quarter(store, participant)
    in_use = set(store.sections("", quarter)) - NOBODYS_WORDS
    if in_use and not _accounts_are_stored(store, quarter, document):
        raise InputError(Problem(kinds.ACCOUNTS_CHANGED, details={"name": participant.display_name}))


def _accounts_are_stored(store: Store, quarter: str, document: dict[str, Any]) -> bool:
    stored = store.read(accounts.KEY, quarter)
    return stored is not None and accounts.is_unchanged(stored, document)


def _put(store: Store, section: str, quarter: str, document: dict[str, Any]) -> None:
    stored = store.read(section, quarter)
    if stored and stored.document == document:
        return
    based_on = stored.number if stored and stored.quarter == quarter else 0
    store.save(section, quarter, document, based_on=based_on)
