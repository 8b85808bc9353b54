"""A worked example is drawn once where it is only printed, and lives where a kernel runs."""

import pytest

from tests.chapters.conftest import MakeBook
from workbook.chapters import key_accounts
from workbook.chapters.worked import worked
from workbook.i18n import speaking


class Counted:
    """Counts how often it is drawn."""

    drawn = 0

    def _repr_mimebundle_(self) -> dict[str, str]:
        self.drawn += 1
        return {"text/html": "<p>a</p>", "text/plain": "a"}


@pytest.fixture
def printed_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBOOK_STATIC", "1")


def test_it_is_drawn_once_per_language(printed_only: None) -> None:
    """What a rehearsal has drawn is shown to everybody after it."""
    example = Counted()
    show = worked(lambda book: example)
    for language in ("de", "en", "de"):
        with speaking(language):
            show.rehearse()
            assert show("book")._repr_mimebundle_(include=None)["text/html"] == "<p>a</p>"
    assert example.drawn == 2


def test_where_forms_live_it_is_made_each_time() -> None:
    """Folds and pictures belong to the page they are on."""
    assert worked(lambda book: [book])("book") == ["book"]


def test_it_looks_as_without_the_memory(make_book: MakeBook, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same bytes, in German too."""
    book = make_book(language="de")
    with speaking("de"):
        plain = key_accounts.show_example_people(book)._repr_mimebundle_()
        monkeypatch.setenv("WORKBOOK_STATIC", "1")
        remembered = key_accounts.show_example_people(book)._repr_mimebundle_()
    assert remembered["text/html"] == plain["text/html"]
