"""What the trainer may read is chosen in chapter 7, text by text, nothing at first."""

import re
import zipfile
from collections.abc import Iterator

import ipywidgets as widgets
import pytest

from tests.chapters.conftest import MakeBook, text_of
from tests.forms.widgets import walk
from workbook.book import Workbook
from workbook.chapters import commitment
from workbook.chapters.opening import followers
from workbook.medium import STATIC
from workbook.plan.commitment import CheckIn
from workbook.plan.draft import Draft
from workbook.plan.exercise import Answer
from workbook.plan.year_plan import YearPlan

REFLECTION = "exercise/start/reflection"


@pytest.fixture
def book(make_book: MakeBook) -> Workbook:
    """A workbook with a reflection and a year plan."""
    book = make_book()
    book.keeper(Answer, chapter="start", name="reflection").save(Draft(Answer(text="Too many visits")))
    book.keeper(YearPlan, account_id="A-01").save(Draft(YearPlan(goal="Second plant")))
    return book


def boxes(piece: object) -> dict[str, widgets.Checkbox]:
    found: Iterator[widgets.Widget] = walk(piece.view)
    return {each.description: each for each in found if isinstance(each, widgets.Checkbox)}


def opened(piece: object) -> object:
    """Open what is folded."""
    for each in list(walk(piece.view)):
        if isinstance(each, widgets.Button) and each.description.startswith("►"):
            each.click()
    return piece


def test_nothing_is_ticked_at_first(book: Workbook) -> None:
    """Figures, texts and names are off; entries about time are not among them."""
    ticks = boxes(opened(commitment.choose_shared(book)))
    assert {box.value for box in ticks.values()} == {False}
    assert {"Start: depth where it counts: Reflection", "Show the names of people and customers"} <= set(ticks)
    assert any(text.endswith(": Year plan") for text in ticks)
    assert not any("Time budget" in text or "Inquiries" in text for text in ticks)


def test_what_is_written_later_can_be_ticked(book: Workbook) -> None:
    """A text that another chapter has saved in the meantime stands there without a new start."""
    piece = commitment.choose_shared(book)
    assert boxes(piece)
    book.keeper(Answer, chapter="tiering", name="reflection").save(Draft(Answer(text="later")))
    followers(book).redraw()
    assert "Five, fifteen and the rest: Reflection" in boxes(piece)


def test_the_three_check_ins_can_be_told_apart(book: Workbook) -> None:
    """Each has its number of days in its name."""
    for name in ("30", "90"):
        book.keeper(CheckIn, name=name).save(Draft(CheckIn(kept="the Friday hour")))
    ticks = boxes(commitment.choose_shared(book))
    assert {"Check-in after 30 days", "Check-in after 90 days"} <= set(ticks)


def test_a_tick_is_stored_and_taken_back(book: Workbook) -> None:
    """Each tick is saved at once."""
    box = boxes(commitment.choose_shared(book))["Start: depth where it counts: Reflection"]
    box.value = True
    assert book.shared() == (REFLECTION,)
    box.value = False
    assert book.shared() == ()


def test_it_says_who_reads(book: Workbook) -> None:
    """Nobody but the trainer, and only after the file was sent."""
    told = " ".join(each.value for each in walk(commitment.choose_shared(book).view) if isinstance(each, widgets.HTML))
    assert "reads what you tick, nobody else: no participant, no manager" in told
    assert "hub" not in told


def test_the_button_writes_the_file(book: Workbook) -> None:
    """The file lies in the folder and is named with what it holds."""
    book.share(REFLECTION)
    form = commitment.write_shared_file(book).form
    assert form.view
    form.button.click()
    assert re.search(r"shared-\w+\.zip is written, in your folder\. It holds 1 text\.", form.status)
    (file,) = book.folder.glob("shared-*.zip")
    with zipfile.ZipFile(file) as archive:
        assert b"Too many visits" in archive.read("shared.json")


def test_a_folder_that_may_not_be_written_is_a_sentence(book: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """The button says why; nothing is half-written."""

    def fail(*_details: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.write_bytes", fail)
    form = commitment.write_shared_file(book).form
    assert form.view
    form.button.click()
    assert "could not be written: the disk is full" in form.status
    assert list(book.folder.glob("*shared-*")) == []


def test_on_paper_it_says_what_is_shared(book: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """A printed workbook lists what is shared, and says so when it is nothing."""
    monkeypatch.setenv(STATIC, "1")
    assert "Nothing of this workbook is shared." in text_of(commitment.choose_shared(book))
    book.share(REFLECTION)
    assert "Start: depth where it counts: Reflection" in text_of(commitment.choose_shared(book))


def test_texts_stand_in_the_order_of_the_chapters(book: Workbook) -> None:
    """The first chapter first, whatever its key in the store."""
    for chapter in ("tiering", "accounts"):
        book.keeper(Answer, chapter=chapter, name="reflection").save(Draft(Answer(text="x")))
    titles = [text for text in boxes(commitment.choose_shared(book)) if text.endswith(": Reflection")]
    assert [title.split(":")[0] for title in titles] == ["Start", "Your accounts", "Five, fifteen and the rest"]
