"""Codes instead of names: the same in every export of one workbook."""

from tests.book.conftest import Note
from workbook.book import Workbook, create_workbook, open_workbook
from workbook.plan.buying_center import BuyingCenter, BuyingCenterMember
from workbook.plan.draft import Draft

NAME = "Petra Brändle"


def write(book: Workbook) -> Workbook:
    people = BuyingCenter(members=(BuyingCenterMember(id="aa", person=NAME),))
    book.keeper(BuyingCenter, account_id="1").save(Draft(people))
    return book


def test_codes_stay_from_one_export_to_the_next(book: Workbook) -> None:
    """The key of the codes is kept in the workbook, so a name has the same code next time."""
    code = write(book).pseudonyms().code(NAME)
    again = open_workbook(folder=book.folder).pseudonyms()
    assert code != NAME
    assert (again.code(NAME), again.text(f"Frage an {NAME}")) == (code, f"Frage an {code}")


def test_accounts_have_codes_too(book: Workbook) -> None:
    """The names of the accounts are replaced like those of people."""
    assert "Ahorn" not in book.pseudonyms().text("Ahorn AG prüft das Angebot.")


def test_another_workbook_has_other_codes(book: Workbook, participant, accounts) -> None:
    """Codes of two workbooks cannot be compared."""
    other_folder = book.folder.parent / "other"
    create_workbook(other_folder, participant.model_copy(update={"ref": "bert2026"}), accounts, {})
    other = write(open_workbook(folder=other_folder))
    assert write(book).pseudonyms().code(NAME) != other.pseudonyms().code(NAME)


def test_the_key_is_nobodys_text(book: Workbook) -> None:
    """What a rep wrote is listed without the participant, the accounts and the key of the codes."""
    write(book).pseudonyms()
    book.keeper(Note, chapter="02").save(Draft(Note(text="x")))
    assert sorted(book.drafts()) == ["exercise/02/note", "key_account/1/buying_center"]
