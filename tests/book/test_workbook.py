"""An opened workbook knows its accounts and layers, and computes them anew when they change."""

from decimal import Decimal

import pytest

from workbook.book import Workbook, open_workbook
from workbook.errors import InputError, StoreError
from workbook.focus.decisions import Decisions
from workbook.plan.account_facts import AccountFacts
from workbook.plan.draft import Draft
from workbook.portfolio.model import amount
from workbook.store import Store


def enter(book: Workbook, account_id: str, **facts: object) -> None:
    book.keeper(AccountFacts, account_id=account_id).save(Draft(AccountFacts(**facts)))


def test_accounts_come_back(book: Workbook) -> None:
    """The accounts are those the workbook was made with, and are read once."""
    assert list(book.portfolio.accounts["name"]) == ["Ahorn AG", "Birke GmbH", "Cedar Ltd"]
    assert book.portfolio is book.portfolio


def test_what_the_rep_entered_wins(book: Workbook) -> None:
    """A fact about an account is seen at once, without opening the workbook again."""
    before = book.portfolio
    enter(book, "2", additional_potential=Decimal("1234.56"), incumbent_competitor="Nordwind")
    assert amount(book.portfolio.accounts.at["2", "additional_potential"]) == Decimal("1234.56")
    assert book.portfolio is not before
    assert open_workbook(folder=book.folder).portfolio.accounts.at["2", "incumbent_competitor"] == "Nordwind"


def test_a_fact_that_is_not_valid_yet_says_nothing(book: Workbook) -> None:
    """Half a number is kept for the form and does not reach the accounts."""
    book.keeper(AccountFacts, account_id="2").save(Draft(AccountFacts()).keep("additional_potential", "12.."))
    assert amount(book.portfolio.accounts.at["2", "additional_potential"]) is None


def test_layers_follow_the_facts(book: Workbook) -> None:
    """The layers are computed anew after a fact was saved, and only then."""
    before = book.tiering
    assert book.tiering is before
    enter(book, "2", additional_potential=Decimal(500))
    assert "largest_potential" not in before.table.at["2", "slots"]
    assert "largest_potential" in book.tiering.table.at["2", "slots"]


def test_decisions_are_kept(book: Workbook) -> None:
    """What the rep decided is there when the workbook is opened again."""
    saved = book.decide(Decisions(prospect=("3",)))
    again = open_workbook(folder=book.folder)
    assert (saved.revision, again.decisions.prospect, again.rules) == (1, ("3",), book.rules)


def test_layers_follow_the_decisions(book: Workbook) -> None:
    """After a decision the layers are computed anew."""
    before = book.tiering
    book.decide(Decisions(prospect=("3",)))
    assert book.tiering is not before


def test_two_windows_decide(book: Workbook) -> None:
    """The second window is told instead of taking the decision of the first one back."""
    second = open_workbook(folder=book.folder)
    book.decide(Decisions(prospect=("3",)))
    with pytest.raises(StoreError, match="another window"):
        second.decide(Decisions())
    assert open_workbook(folder=book.folder).decisions.prospect == ("3",)


def test_decisions_carry_over_into_a_new_quarter(book: Workbook) -> None:
    """In a new quarter the decisions of the old one hold until new ones are made."""
    book.decide(Decisions(prospect=("3",)))
    store = Store.open(book.folder)
    store.save("portfolio", "2027Q1", store.read("portfolio", "2026Q4").document, based_on=0)
    later = open_workbook(folder=book.folder)
    assert later.decisions.prospect == ("3",)
    assert later.decide(Decisions()).revision == 1


def test_the_fiscal_year_of_the_participant_sets_the_rules(book: Workbook) -> None:
    """Without decisions of their own, the rules know when the fiscal year begins."""
    assert book.rules.fiscal_year_start == book.participant.fiscal_year_start


def test_a_workbook_without_accounts_is_named(book: Workbook) -> None:
    """A store in which the making was interrupted says what to do."""
    store = Store.create(book.folder.parent / "half", "bert2026")
    store.save("participant", "2026Q4", book.participant.to_document(), based_on=0)
    with pytest.raises(InputError, match="no accounts yet"):
        open_workbook(folder=book.folder.parent / "half").portfolio  # noqa: B018
