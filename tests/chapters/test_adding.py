"""Single accounts are pasted into the list in use: the same checks, all or nothing, nothing that is there changes."""

from decimal import Decimal

import pytest

from tests.chapters.conftest import text_of
from workbook.book import Workbook
from workbook.chapters import accounts
from workbook.chapters.adding import Additions, AdditionsForm
from workbook.chapters.intake import PASTED, Upload
from workbook.errors import StoreError
from workbook.plan.account_facts import AccountFacts
from workbook.terms import AccountStatus

PROSPECTS = (
    "Firma\tStatus\tLieferant heute\tZusatzpotenzial\nZechlin Bau\tProspect\tHofer\t250.000,00\nYarrow Ltd\tLead\t\t\n"
)


def _pasted(book: Workbook, text: str) -> Additions:
    block = Additions(book)
    block.take(Upload(PASTED, text.encode()))
    return block


def test_names_are_enough(book: Workbook) -> None:
    """A block without numbers and revenue brings two prospects, with what it says about them."""
    assert _pasted(book, PROSPECTS).use()
    assert list(book.portfolio.accounts.loc[["own-1", "own-2"], "name"]) == ["Zechlin Bau", "Yarrow Ltd"]
    facts = book.read(AccountFacts, account_id="own-1").values
    assert (facts.status, facts.incumbent_competitor) == (AccountStatus.PROSPECT, "Hofer")
    assert facts.additional_potential == Decimal(250000)


def test_accounts_of_the_list_stay(book: Workbook) -> None:
    """The 24 accounts are still there, and those that are pasted again stay as they are."""
    name = str(book.portfolio.accounts.at["A-01", "name"])
    block = _pasted(book, f"Name\tZusatzpotenzial\n{name.upper()}\t1\nZechlin Bau\t2\n")
    assert block.known == [name.upper()]
    block.use()
    assert len(book.portfolio.accounts) == 25
    assert book.read(AccountFacts, account_id="A-01").empty


def test_same_block_again_changes_nothing(book: Workbook) -> None:
    """The second time there is nobody new."""
    _pasted(book, PROSPECTS).use()
    again = _pasted(book, PROSPECTS)
    assert again.change is not None
    assert again.change.same
    assert not again.use()


def test_own_numbers_are_kept(book: Workbook) -> None:
    """A number in the block is the account's number, so that a later list finds it again."""
    _pasted(book, "Kundennummer;Firma;Umsatz 2025\nZ-9;Zechlin Bau;2.000.000,00\n").use()
    assert int(book.portfolio.revenue.at["Z-9", 2025]) == 200_000_000


def test_every_cell_is_checked(book: Workbook) -> None:
    """An amount that cannot be read stops the whole block."""
    block = _pasted(book, "Firma\tZusatzpotenzial\nZechlin Bau\t5\nYarrow\t~20k\n")
    assert "errors" in block.hindrances()[0]
    assert [problem.code for problem in block.reading.problems] == ["number_unreadable"]


def test_other_currency_is_refused(book: Workbook) -> None:
    """Dollars are not added to euros."""
    assert "USD" in _pasted(book, "Firma\tZusatzpotenzial\nZechlin Bau\t5 USD\n").hindrances()[0]


def test_all_or_nothing(book: Workbook) -> None:
    """When the second account cannot be saved, the first one is not there either."""
    block = _pasted(book, PROSPECTS)
    book.keeper(AccountFacts, account_id="own-2").save(
        book.read(AccountFacts, account_id="own-2").put("access", "somebody was first")
    )
    block._codes = lambda new: ["own-1", "own-2"]  # type: ignore[method-assign]
    with pytest.raises(StoreError):
        block.use()
    assert "account_facts/own-1" not in book.sections()


def test_form_adds_the_block(book: Workbook) -> None:
    """Paste, read, add: the form says how many accounts there are, and chapter and paper know them."""
    form = AdditionsForm(book)
    assert form.view
    form.pasted.value = PROSPECTS
    form._read_block()
    form.use()
    assert "26" in form.status
    assert "Zechlin Bau" in text_of(accounts.own_accounts(book))
