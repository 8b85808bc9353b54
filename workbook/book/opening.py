"""Opening a workbook: from a notebook, from the command line, from a test."""

from datetime import date
from pathlib import Path

from workbook.book import kinds
from workbook.book.demo import demo_folder
from workbook.book.location import clock_for, day_for, store_address, workbook_folder
from workbook.book.workbook import Place, Workbook, opened, stored_participant
from workbook.errors import InputError, Problem
from workbook.i18n import speak
from workbook.store import Store
from workbook.store.revision import checked_ref


def open_workbook(participant_ref: str = "", *, folder: Path | None = None, today: date | None = None) -> Workbook:
    """Return the workbook of a participant and speak its language; an empty ref means the only one there.

    The folder is the argument, ``WORKBOOK_FOLDER``, or the current one; where none of them is given, an empty ref opens
    the workbook of the demo participant. The day is the argument, ``WORKBOOK_TODAY``, or today where the participant
    is. Raises `InputError` when there is no workbook, `StoreError` when it cannot be read.
    """
    ref = _checked(participant_ref)
    where = workbook_folder(folder) or _demo(ref, today)
    store = Store.open(store_address() or where, ref)
    participant = stored_participant(store)
    if participant is None:
        raise InputError(Problem(kinds.NO_ACCOUNTS, details={"name": store.participant}))
    speak(participant.language)
    store = Store(store.database, store.participant, clock=clock_for(participant, today))
    return opened(Place(where, store, participant, day_for(participant, today)))


def _demo(ref: str, today: date | None) -> Path:
    # Whoever is named by a code wants their own workbook, not an invented one.
    if ref:
        raise InputError(Problem(kinds.NO_FOLDER))
    return demo_folder(today)


def _checked(ref: str) -> str:
    try:
        return checked_ref(ref) if ref else ""
    except ValueError:
        raise InputError(Problem(kinds.BAD_REF, value=ref)) from None
