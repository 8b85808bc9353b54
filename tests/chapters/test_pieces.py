"""Pieces live where a kernel runs and are printed everywhere else."""

import pytest
from markupsafe import Markup

from tests.chapters.conftest import text_of
from workbook.chapters.following import Following, Renewed
from workbook.chapters.panels import note
from workbook.chapters.picker import Pick, Picker
from workbook.chapters.pieces import Folded, Stack

WIDGET = "application/vnd.jupyter.widget-view+json"


def test_living_pieces_carry_widgets_and_their_print() -> None:
    """A page without a kernel still shows the words."""
    bundle = Stack(note("one"), note("two"))._repr_mimebundle_()
    assert WIDGET in bundle
    assert bundle["text/html"] == '<p class="wb-note">one</p><p class="wb-note">two</p>'


def test_rendered_pieces_have_no_widgets(monkeypatch: pytest.MonkeyPatch) -> None:
    """While a workbook is rendered no widget is made."""
    monkeypatch.setenv("WORKBOOK_STATIC", "1")
    pieces = (Stack(note("a")), Following(lambda: note("a")), Folded("More", lambda: note("a")))
    assert all(WIDGET not in piece._repr_mimebundle_() for piece in pieces)


def test_panel_without_watch_follows_each_save() -> None:
    """It shows what is so now."""
    counts = iter(range(9))
    panel = Following(lambda: note(str(next(counts))))
    first = panel.view.value
    panel.follow()
    assert (first, panel.view.value) == ('<p class="wb-note">0</p>', '<p class="wb-note">1</p>')


def test_panel_rests_while_nothing_it_watches_changes() -> None:
    """A picture is not drawn again for an answer that has nothing to do with it."""
    layers, counts = object(), iter(range(9))
    panel = Following(lambda: note(str(next(counts))), watch=lambda: layers)
    before = panel.view.value
    panel.follow()
    assert panel.view.value == before


def test_panel_that_nobody_sees_is_not_made() -> None:
    """Following costs nothing before the first look."""
    made = []
    Following(lambda: made.append(1) or note("")).follow()
    assert made == []


def test_form_is_built_anew_when_its_list_has_changed() -> None:
    """Equal lists are the same list, although they are other objects."""
    names = ["A"]
    form = Renewed(lambda: note(", ".join(names)), watch=lambda: tuple(names))
    same = form.piece
    form.follow()
    assert form.piece is same
    names.append("B")
    form.follow()
    assert text_of(form.piece) == "A, B"


def test_folded_piece_can_stay_off_paper() -> None:
    """A long list is for the screen only."""
    assert Folded("More", lambda: note("x"), on_paper=False).html == Markup("")


def test_picker_prints_what_was_written() -> None:
    """The first thing to fill in, as long as nothing is written; then what is written."""
    picks = [Pick("1", "A"), Pick("2", "<B>")]
    assert text_of(Picker("Account", picks, lambda code: [note(code)])) == "A 1"
    written = [Pick("1", "A"), Pick("2", "<B>", written=True)]
    assert text_of(Picker("Account", written, lambda code: [note(code)])) == "<B> 2"


def test_picker_of_nobody_is_empty() -> None:
    """Without anything to pick nothing breaks."""
    picker = Picker("Account", [], lambda code: [note(code)])
    assert picker.view
    assert picker.html == Markup("")
