"""Chapter 0 shows whose workbook it is and keeps five names."""

from tests.chapters.conftest import rows_of, text_of
from workbook.book import Workbook
from workbook.chapters import start
from workbook.chapters.guess import guessed_lines


def test_welcome_counts_the_accounts(book: Workbook) -> None:
    """The rep sees name and number of accounts."""
    assert "Anna Weiß" in text_of(start.show_welcome(book))
    assert "Accounts in your list 24" in text_of(start.show_welcome(book))


def test_path_lists_every_step(book: Workbook) -> None:
    """24 steps, and the first says when."""
    rows = rows_of(start.show_path(book))
    assert len(rows) == 1 + 24
    assert rows[1] == "Before the seminar 1 Your accounts Look through your accounts 15 minutes"


def test_example_is_described_in_words(book: Workbook) -> None:
    """The pyramid of the invented rep names its five."""
    words = start.show_example(book).alternative
    assert "Aldersee Papier" in words
    assert "Veilsund Energie" in words


def test_guess_is_saved_and_read_back(book: Workbook) -> None:
    """What is typed survives the form."""
    form = start.write_guess(book)
    form.editor.type_in("text", "Aldersee\n\nBornholt\n?")
    form.flush()
    assert guessed_lines(book) == ("Aldersee", "Bornholt", "?")


def test_check_counts_the_names(book: Workbook) -> None:
    """The self-check says how many of the five are there."""
    form = start.write_guess(book)
    form.editor.type_in("text", "Aldersee\nBornholt")
    form.flush()
    assert "2 of 5 names are written down" in text_of(start.check(book))


def test_check_is_content_with_everything(book: Workbook) -> None:
    """Five names, a reflection and a whole transfer: nothing is missing."""
    write(start.write_guess(book), text="a\nb\nc\nd\n?")
    write(start.reflect(book), text="It happened.")
    write(start.transfer(book), when="On Friday", then="I block two hours", date="31 Jan 2026")
    assert text_of(start.check(book)).startswith("Nothing is missing here.")


def write(form: object, **texts: str) -> None:
    for path, text in texts.items():
        assert form.editor.type_in(path, text) == ""
    form.flush()
