"""Every word a German workbook shows comes from the German catalogue, from the data, or from a list of agreed names."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from importlib import import_module
from typing import Any

import ipywidgets as widgets
import pytest

from tests.chapters.conftest import MakeBook, calls_of
from tests.test_messages import messages
from workbook.book import Workbook
from workbook.chapters import navigation
from workbook.chapters.path import CHAPTERS
from workbook.resources import resource

pytestmark = pytest.mark.slow

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
SPOKEN = ("alt", "title", "aria-label", "placeholder")
# Names, units and codes that are the same in both languages.
AGREED = {
    "R", "Q", "EUR", "Anna", "Weiß", "Focus", "Steele", "Court", "Kraljic", "Webster", "Wind", "csv", "accounts",
    "de", "en", "x", "A", "B", "C", "Mio",
}  # fmt: skip


class Reader(HTMLParser):
    """Collects what a reader sees or hears of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag == "style"
        self.told += [value for name, value in attrs if name in SPOKEN and value]

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag == "style"

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.told.append(data)


def _read(html: str) -> list[str]:
    reader = Reader()
    reader.feed(html)
    return reader.told


def _widgets(widget: Any) -> Iterator[str]:
    """Yield what a widget and everything inside it shows, and what opens when a fold is pressed."""
    for name in ("description", "placeholder", "tooltip"):
        yield from _read(str(getattr(widget, name, None) or ""))
    if isinstance(widget, widgets.HTML):
        yield from _read(widget.value)
    yield from (str(label) for label in getattr(widget, "_options_labels", ()))
    for child in getattr(widget, "children", ()):
        if isinstance(child, widgets.Button) and child.description.startswith("►"):
            child.click()
    for child in getattr(widget, "children", ()):
        yield from _widgets(child)


def _shown(book: Workbook, chapter: str) -> Iterator[str]:
    module = import_module(f"workbook.chapters.{chapter}")
    for call in calls_of(chapter):
        piece = getattr(module, call)(book)
        yield from _read(piece._repr_mimebundle_()["text/html"])
        yield from _widgets(getattr(piece, "view", None))


def _vocabulary() -> set[str]:
    catalogue = messages.read_catalogue("workbook")
    texts = [text for each in catalogue for text in ([each.string] if isinstance(each.string, str) else each.string)]
    data = [path.read_text(encoding="utf-8") for path in resource("data", "example").rglob("*.csv")]
    data += [path.read_text(encoding="utf-8") for path in resource("data").rglob("*de.toml")]
    return {word for text in (*texts, *data) for word in WORD.findall(text)} | AGREED


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_word_is_german(chapter: str, make_book: MakeBook) -> None:
    """Panels, pictures with their descriptions, forms alive and on paper: no word that nobody has translated."""
    book = make_book(language="de")
    told = {word for text in _shown(book, chapter) for word in WORD.findall(text)}
    assert sorted(told - _vocabulary()) == []


def test_the_way_through_the_workbook_is_german(make_book: MakeBook) -> None:
    """Navigation, timer and curtain too."""
    told = {word for text in _widgets(navigation.Desk(make_book(language="de")).view) for word in WORD.findall(text)}
    assert sorted(told - _vocabulary()) == []
