"""A German workbook writes money, dates and shares in the German way."""

from tests.chapters.conftest import MakeBook, text_of
from workbook.chapters import accounts, focus_time, start


def test_money_is_german(make_book: MakeBook) -> None:
    """Points between thousands and the sign behind."""
    assert "6.665.000 €" in text_of(accounts.show_accounts(make_book(language="de")))


def test_dates_are_german(make_book: MakeBook) -> None:
    """Day, month, year with points."""
    assert "15.01.2026" in text_of(start.show_welcome(make_book(language="de")))


def test_examples_are_german(make_book: MakeBook) -> None:
    """The worked example speaks the language of the workbook."""
    book = make_book(language="de")
    assert "Konzernvertrag" in text_of(accounts.show_example_potential(book))
    assert "25 %" in text_of(focus_time.show_example(book))
