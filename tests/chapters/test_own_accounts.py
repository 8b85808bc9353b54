"""Accounts by hand: added with their revenue, corrected, left out, and back again."""

from tests.chapters.conftest import text_of
from workbook.book import Workbook
from workbook.chapters import accounts
from workbook.chapters.own_accounts import add_accounts, correct_accounts
from workbook.terms import AccountStatus


def _add(book: Workbook, **texts: str) -> None:
    form = add_accounts(book)
    for name, text in texts.items():
        form.editors[0].type_in(name, text)
    form.flush()


def _correct(book: Workbook, account_id: str, name: str, value: object) -> None:
    picker = correct_accounts(book)
    (form,) = picker._show(account_id)
    form.editor.choose(name, value)
    form.flush()


def test_added_account_counts_with_its_revenue(book: Workbook) -> None:
    """The revenue belongs to the reference year; with it the account is a customer by Rule R1."""
    _add(book, name="Zechlin Bau", revenue="2,000,000")
    assert int(book.portfolio.revenue.at["own-1", 2025]) == 200_000_000
    assert book.tiering.table.at["own-1", "status"] == AccountStatus.CUSTOMER


def test_added_account_can_win_a_slot(book: Workbook) -> None:
    """The largest customer may be one that stands in no system."""
    _add(book, name="Zechlin Bau", revenue="2,000,000")
    assert "largest_revenue" in book.tiering.table.at["own-1", "slots"]


def test_emptied_line_is_gone(book: Workbook) -> None:
    """Without a name there is no account."""
    _add(book, name="Zechlin Bau", revenue="5")
    _add(book, name="", revenue="")
    assert "own-1" not in book.portfolio.accounts.index


def test_there_are_always_free_lines(book: Workbook) -> None:
    """After the first account there are five more lines."""
    _add(book, name="Zechlin Bau")
    assert len(add_accounts(book).lines) == 6


def test_account_is_left_out_and_comes_back(book: Workbook) -> None:
    """It counts nowhere, and the list of accounts to correct still has it."""
    _correct(book, "A-01", "left_out", True)
    assert "A-01" not in book.tiering.table.index
    assert "A-01" in [pick.code for pick in correct_accounts(book).picks]
    _correct(book, "A-01", "left_out", False)
    assert "A-01" in book.tiering.table.index


def test_added_accounts_stand_on_paper(book: Workbook) -> None:
    """The table is printed once there is something in it; the picker is not."""
    assert "Own account" not in text_of(accounts.own_accounts(book))
    _add(book, name="Zechlin Bau")
    assert "Zechlin Bau" in text_of(accounts.own_accounts(book))
