"""Two forms of one text, in two chapters or after a decision, are no two texts."""

import pytest

from tests.chapters.test_start import write
from tests.forms.widgets import walk
from workbook.book import Workbook
from workbook.chapters.opening import followers, section_form, table_form
from workbook.forms.editor import State
from workbook.forms.form import SectionForm
from workbook.forms.table import Columns, Line
from workbook.plan.account_facts import AccountFacts
from workbook.plan.commitment import CheckIn, Commitment
from workbook.plan.draft import Draft
from workbook.plan.exercise import Answer


@pytest.fixture
def two(book: Workbook) -> tuple[SectionForm, SectionForm]:
    """The same check-in, open in chapter 7 and in chapter 8."""
    forms = section_form(book, CheckIn, name="30"), section_form(book, CheckIn, name="30")
    assert all(each.view for each in forms)
    return forms


def on_screen(form: SectionForm) -> list[object]:
    return [getattr(each, "value", None) for each in walk(form.view)]


def test_the_other_form_shows_what_was_saved(book: Workbook, two: tuple[SectionForm, SectionForm]) -> None:
    """Written in chapter 8, it stands in chapter 7 a moment later; to write on there is no conflict."""
    write(two[1], kept="Two of three")
    followers(book).flush()
    assert two[0].draft.values.kept == "Two of three"
    assert "Two of three" in on_screen(two[0])
    write(two[0], changed="Fewer, earlier")
    assert (two[0].editor.state, two[0].editor.other) == (State.SAVED, None)


def test_what_is_being_typed_is_not_taken_away(book: Workbook, two: tuple[SectionForm, SectionForm]) -> None:
    """Who types in both gets both texts to choose from, as in two windows."""
    two[0].editor.type_in("changed", "Being typed")
    write(two[1], kept="Two of three")
    followers(book).redraw()
    assert two[0].draft.values.changed == "Being typed"
    two[0].flush()
    assert two[0].editor.other is not None


def test_a_decision_reaches_an_open_form(book: Workbook) -> None:
    """What a decision writes into a section is shown where that section is open."""
    form = section_form(book, Commitment)
    assert form.view
    book.write_together({Commitment.key(): Draft(Commitment(witness="My colleague"))})
    followers(book).redraw()
    assert form.draft.values.witness == "My colleague"
    assert "My colleague" in on_screen(form)


def test_a_form_of_another_section_stays_as_it_is(book: Workbook) -> None:
    """It is not drawn anew, so nobody loses his place."""
    form = section_form(book, Answer, chapter="start", name="reflection")
    assert form.view
    drawn = form.view.children
    write(section_form(book, CheckIn, name="30"), kept="Two of three")
    followers(book).flush()
    assert form.view.children == drawn


def test_a_table_shows_what_a_form_has_saved(book: Workbook) -> None:
    """A potential corrected by hand stands in the table of the largest, and can be changed there again."""
    form = section_form(book, AccountFacts, account_id="A-01")
    keepers = [book.keeper(AccountFacts, account_id=each) for each in ("A-01", "C-03")]
    table = table_form(book, [Line("One", each) for each in keepers], Columns("Account", ("additional_potential",)))
    assert table.view
    assert form.view
    write(form, additional_potential="90")
    followers(book).flush()
    editor = table.editors[0]
    assert editor.draft.values.additional_potential == 90
    editor.type_in("additional_potential", "80")
    editor.flush()
    assert (editor.state, editor.other) == (State.SAVED, None)
