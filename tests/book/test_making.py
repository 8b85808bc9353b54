"""A workbook is made once and made again without losing a word."""

from pathlib import Path
from typing import Any

import pytest

from tests.book.conftest import SOURCE, Note
from workbook.book import (
    Participant,
    Restored,
    Workbook,
    backup_workbook,
    create_workbook,
    open_workbook,
    restore_workbook,
)
from workbook.errors import InputError
from workbook.plan.draft import Draft
from workbook.store import Store

Accounts = dict[str, Any]


def test_a_new_workbook_holds_participant_and_accounts(folder: Path) -> None:
    """The first quarter is that of the seminar; the folder is private."""
    store = Store.open(folder)
    assert store.sections("", "2026Q4") == ("participant", "portfolio")
    assert store.read("portfolio", "2026Q4").document["source"] == SOURCE
    assert folder.stat().st_mode & 0o777 == 0o700


def test_the_first_quarter_is_fiscal(tmp_path: Path, participant: Participant, accounts: Accounts) -> None:
    """With a fiscal year from July, a seminar in November 2026 is in the second quarter of 2027."""
    july = participant.model_copy(update={"fiscal_year_start": 7})
    assert create_workbook(tmp_path / "a", july, accounts, SOURCE).quarters("portfolio") == ("2027Q2",)


def test_making_it_again_changes_nothing(folder: Path, participant: Participant, accounts: Accounts) -> None:
    """The same participant and accounts leave the file byte for byte as it was."""
    before = (folder / "plan.db").read_bytes()
    create_workbook(folder, participant, accounts, SOURCE)
    assert (folder / "plan.db").read_bytes() == before


def test_rows_in_another_order_are_the_same_accounts(
    folder: Path, participant: Participant, shuffled: Accounts
) -> None:
    """The same export, sorted differently and read on another day, is recognised (fault F25)."""
    store = create_workbook(folder, participant, shuffled, SOURCE)
    assert len(store.history("portfolio")) == 1


def test_name_and_language_are_brought_up_to_date(book: Workbook, participant: Participant, accounts: Accounts) -> None:
    """A corrected roster reaches a workbook in use; what was written stays."""
    book.keeper(Note, chapter="02").save(Draft(Note(text="mine")))
    married = participant.model_copy(update={"display_name": "Anna Groß", "language": "de"})
    create_workbook(book.folder, married, accounts, SOURCE)
    again = open_workbook(folder=book.folder)
    assert (again.participant.display_name, again.language) == ("Anna Groß", "de")
    assert again.read(Note, chapter="02").values.text == "mine"


def test_other_accounts_replace_those_of_an_unused_workbook(folder, participant, corrected) -> None:
    """Before anything was written, a corrected export is taken as it is."""
    store = create_workbook(folder, participant, corrected, SOURCE)
    assert store.read("portfolio", "2026Q4").document["portfolio"] == corrected


def test_other_accounts_are_refused_in_a_workbook_in_use(book, participant, corrected) -> None:
    """Once something was written, changed accounts belong into a new quarter; nothing is changed."""
    book.keeper(Note, chapter="02").save(Draft(Note(text="mine")))
    before = (book.folder / "plan.db").read_bytes()
    with pytest.raises(InputError, match=r"Anna Weiß differ.*workbook review"):
        create_workbook(book.folder, participant.model_copy(update={"language": "de"}), corrected, SOURCE)
    assert (book.folder / "plan.db").read_bytes() == before


def test_a_workbook_moves_in_one_file(book, tmp_path) -> None:
    """Backed up here and restored there, a workbook is the same."""
    book.keeper(Note, chapter="02").save(Draft(Note(text="mine")))
    backup_workbook(book.folder, tmp_path / "copy.db")
    assert restore_workbook(tmp_path / "copy.db", tmp_path / "new") == Restored("anna2026", None)
    assert open_workbook(folder=tmp_path / "new").read(Note, chapter="02").values.text == "mine"
