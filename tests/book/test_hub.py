"""With WORKBOOK_STORE the same workbook lives in PostgreSQL."""

from pathlib import Path

import pytest

from tests.book.conftest import SOURCE, Note
from tests.store.conftest import database, server, shared_database  # noqa: F401  fixtures
from workbook.book import (
    Workbook,
    backup_workbook,
    create_workbook,
    erase_person,
    erase_workbook,
    open_workbook,
    write_shared,
)
from workbook.errors import StoreError
from workbook.plan.draft import Draft
from workbook.plan.exercise import Answer
from workbook.store.access import admit_participant, protect


@pytest.fixture
def hub_book(participant, accounts, tmp_path, database, monkeypatch) -> Workbook:  # noqa: F811
    """A workbook made by the owner of the database and opened with the participant's own account."""
    monkeypatch.setenv("WORKBOOK_STORE", database)
    protect(database)
    create_workbook(tmp_path / "anna", participant, accounts, SOURCE)
    monkeypatch.setenv("WORKBOOK_STORE", admit_participant(database, participant.ref, "canary"))
    return open_workbook(folder=tmp_path / "anna")


def test_nothing_is_kept_in_the_folder(hub_book: Workbook) -> None:
    """What is written goes to the database; the folder holds no store."""
    hub_book.keeper(Note, chapter="02").save(Draft(Note(text="mine")))
    assert open_workbook(folder=hub_book.folder).read(Note, chapter="02").values.text == "mine"
    assert list(hub_book.folder.iterdir()) == []


def test_a_person_is_forgotten_on_the_hub(hub_book: Workbook, tmp_path: Path) -> None:
    """Erasing works with the participant's own account, in the database and in a backup of it."""
    hub_book.keeper(Note, chapter="02").save(Draft(Note(text="Petra Brandt fragt.")))
    backup_workbook(hub_book.folder, tmp_path / "copy.db")
    done = erase_person(hub_book.folder, "Petra Brandt")
    assert (done.revisions, done.in_backups, done.left) == (1, 1, ())
    assert b"Petra" not in (tmp_path / "copy.db").read_bytes()


def test_a_workbook_is_forgotten_on_the_hub(hub_book: Workbook) -> None:
    """Nothing of the participant is left in the database."""
    erase_workbook(hub_book.folder)
    with pytest.raises(StoreError, match="no workbook yet"):
        open_workbook(folder=hub_book.folder)


def test_sections_are_shared_one_by_one(book: Workbook) -> None:
    """Nothing is shared at first; what was shared can be taken back."""
    assert (book.shared(), book.on_hub) == ((), False)
    book.share("exercise/02/note")
    assert book.shared() == ("exercise/02/note",)
    book.share("exercise/02/note", on=False)
    assert book.shared() == ()


def test_sharing_works_on_the_hub(hub_book: Workbook) -> None:
    """The file holds what was chosen, written with the participant's own account."""
    hub_book.keeper(Answer, chapter="start", name="reflection").save(Draft(Answer(text="meins")))
    hub_book.share("exercise/start/reflection")
    shared = write_shared(hub_book, hub_book.folder)
    assert (hub_book.on_hub, [each.key for each in shared.content.sections]) == (True, ["exercise/start/reflection"])
