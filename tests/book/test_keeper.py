"""A section is written, saved, refused, settled and taken back."""

from datetime import date

import pytest

from tests.book.conftest import Note
from workbook.book import Keeper, Workbook
from workbook.errors import StoreError
from workbook.plan.draft import Draft
from workbook.store import Store


@pytest.fixture
def keeper(book: Workbook) -> Keeper[Note]:
    return book.keeper(Note, chapter="02")


def note(text: str) -> Draft[Note]:
    return Draft(Note(text=text))


def test_an_unwritten_section_is_empty(keeper: Keeper[Note]) -> None:
    """Nothing written reads as an empty draft that was never saved."""
    assert (keeper.draft.empty, keeper.saved, keeper.other) == (True, None, None)


def test_what_was_saved_is_there_when_opened_again(book: Workbook, keeper: Keeper[Note]) -> None:
    """A draft survives: values and texts that are not valid yet."""
    draft = note("Erste Fassung").keep("text", "?")
    saved = keeper.save(draft)
    assert (saved.revision, book.keeper(Note, chapter="02").draft, book.read(Note, chapter="02")) == (1, draft, draft)


def test_the_time_is_the_one_on_the_wall(keeper: Keeper[Note]) -> None:
    """The time of a save is told in the participant's zone."""
    assert str(keeper.save(note("x")).at.tzinfo) == "Europe/Berlin"


def test_an_unchanged_draft_is_not_saved_twice(book: Workbook, keeper: Keeper[Note]) -> None:
    """Leaving a field without a change makes no revision."""
    first = keeper.save(note("x"))
    assert keeper.save(note("x")) == first
    assert len(keeper.history()) == 1


def test_one_keeper_saves_many_times(keeper: Keeper[Note]) -> None:
    """Each save is based on the one before."""
    assert [keeper.save(note(text)).revision for text in ("a", "b", "c")] == [1, 2, 3]


def test_two_tabs(book: Workbook, keeper: Keeper[Note]) -> None:
    """The second tab is told, sees the other text, and nothing is overwritten (fault F14)."""
    keeper.save(note("start"))
    tab = book.keeper(Note, chapter="02")
    keeper.save(note("first tab"))
    with pytest.raises(StoreError, match="another window"):
        tab.save(note("second tab"))
    assert tab.other == note("first tab")
    assert book.read(Note, chapter="02") == note("first tab")


def test_taking_the_other_text(book: Workbook, keeper: Keeper[Note]) -> None:
    """The rep may go on with the text of the other window."""
    tab = book.keeper(Note, chapter="02")
    keeper.save(note("first tab"))
    with pytest.raises(StoreError):
        tab.save(note("second tab"))
    assert tab.take_other() == note("first tab")
    assert tab.save(note("both")).revision == 2


def test_saving_over_the_other_text(book: Workbook, keeper: Keeper[Note]) -> None:
    """The rep may keep the own text; the other one stays readable in the history."""
    tab = book.keeper(Note, chapter="02")
    keeper.save(note("first tab"))
    with pytest.raises(StoreError):
        tab.save(note("second tab"))
    assert tab.overrule(note("second tab")).revision == 2
    assert [draft.values.text for _day, draft in tab.history()] == ["first tab", "second tab"]
    assert tab.other is None


def test_saving_over_a_text_that_nobody_saw_is_refused(book: Workbook, keeper: Keeper[Note]) -> None:
    """What the other window saves after the texts were compared is shown again first."""
    tab = book.keeper(Note, chapter="02")
    keeper.save(note("first tab"))
    with pytest.raises(StoreError):
        tab.save(note("second tab"))
    keeper.save(note("first tab goes on"))
    with pytest.raises(StoreError):
        tab.overrule(note("second tab"))
    assert tab.other == note("first tab goes on")


def test_undo_goes_back_step_by_step(keeper: Keeper[Note]) -> None:
    """Each undo shows the text before; at the first one it stays. Nothing is deleted."""
    for text in ("a", "b", "c"):
        keeper.save(note(text))
    assert [keeper.undo().values.text for _ in range(3)] == ["b", "a", "a"]
    assert [draft.values.text for _day, draft in keeper.history()] == ["a", "b", "c", "b", "a"]


def test_undo_begins_again_after_a_save(keeper: Keeper[Note]) -> None:
    """After something new was written, undo takes back just that."""
    for text in ("a", "b"):
        keeper.save(note(text))
    keeper.undo()
    keeper.save(note("new"))
    assert keeper.undo() == note("a")


def test_history_tells_days_only(keeper: Keeper[Note]) -> None:
    """Earlier texts carry the day they were written, not the minute."""
    keeper.save(note("a"))
    day, draft = keeper.history()[0]
    assert (type(day), draft) == (date, note("a"))


def test_a_new_quarter_starts_with_the_old_text(book: Workbook, keeper: Keeper[Note]) -> None:
    """In a new quarter the text is carried over; saving makes revision 1 there and leaves the old quarter alone."""
    keeper.save(note("old quarter"))
    Store.open(book.folder).save("portfolio", "2027Q1", {"hash": ""}, based_on=0)
    from workbook.book import open_workbook

    later = open_workbook(folder=book.folder, today=book.today)
    carried = later.keeper(Note, chapter="02")
    assert (later.quarter, carried.draft) == ("2027Q1", note("old quarter"))
    assert carried.save(note("new quarter")).revision == 1
    assert book.read(Note, chapter="02") == note("old quarter")


def test_a_restored_store_accepts_the_text(book: Workbook, keeper: Keeper[Note]) -> None:
    """When the store lost the section, the open form says so once and may then save its text."""
    keeper.save(note("a"))
    (book.folder / "plan.db").unlink()
    Store.create(book.folder, "anna2026")
    with pytest.raises(StoreError):
        keeper.save(note("b"))
    assert keeper.overrule(note("b")).revision == 1
