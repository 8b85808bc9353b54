"""Chapter 2 shows the layers with their reasons and keeps the choice of the prospect."""

import pytest

from tests.chapters.conftest import MakeBook, rows_of, text_of
from tests.chapters.test_start import write
from workbook.book import Workbook
from workbook.chapters import example, focus_time, start, tiering
from workbook.chapters.guess import account_meant
from workbook.chapters.opening import followers
from workbook.focus.decide import with_prospect
from workbook.forms.choose import ChoiceForm
from workbook.terms import Layer


def test_example_cuts_as_the_texts_say() -> None:
    """The five are those the prose speaks of, and Bornholt Chemie is not among them."""
    cut = example.tiering()
    assert cut.ids(Layer.TOP5) == ("A-01", "G-07", "V-22", "C-03", "I-09")
    assert cut.table.at["B-02", "layer"] is Layer.NEXT15
    assert cut.table["revenue"].rank(ascending=False)["B-02"] == 2
    assert cut.table["revenue"].rank(ascending=False)["G-07"] == 9


def test_example_has_a_provisional_place() -> None:
    """Ehrenfurt Brauerei could be in the Top 5."""
    row = example.tiering().table.loc["E-05"]
    assert (row["provisional"], row["layer"], row["layer_if_high"]) == (True, Layer.NEXT15, Layer.TOP5)


def test_example_scores_follow_the_formula() -> None:
    """Corvensee: third of 21 by revenue, third of 19 by potential: 0.5 * 19/21 + 0.5 * 17/19 = 0.90."""
    rows = rows_of(tiering.show_example_scores(None))
    assert rows[1] == "Corvensee Lebensmittel €745,000 0.90 €380,000 0.89 0.90 Top 5"
    assert len(rows) == 1 + 21


def test_pyramid_shows_the_five(book: Workbook) -> None:
    """The picture carries the names as text."""
    html = tiering.show_pyramid(book)._repr_mimebundle_()["text/html"]
    assert "Aldersee Papier" in html
    assert html.startswith('<figure class="wb-picture">')


def test_pyramid_has_the_hours_of_chapter_six(book: Workbook) -> None:
    """As soon as the rep has written how many hours go to the Top 5, the picture shows them."""
    panel, form = tiering.show_pyramid(book), focus_time.edit_hours(book)
    assert "Hours a week" not in panel.view.value
    assert form.view
    form.editor.type_in("actual_hours_top5", "6.5")
    form.editor.flush()
    followers(book).flush()
    assert "Hours a week: 6.5." in panel.view.value


def test_every_place_of_the_top_has_a_reason(book: Workbook) -> None:
    """One row for each of the five, the first by revenue."""
    rows = rows_of(tiering.show_top(book))
    assert len(rows) == 1 + 5
    assert "Largest customer by revenue 2025: €1,240,000." in rows[1]


def test_vacancy_is_said(make_book: MakeBook) -> None:
    """Without prospects the place stays empty, and that is told."""
    shown = text_of(tiering.show_top(make_book("1,A,customer,,EUR,5,10,3\n2,B,customer,,EUR,5,9,4\n")))
    assert "The place “Prospect” stays empty for now." in shown


def test_choice_is_stored_as_decision(book: Workbook) -> None:
    """The rep picks the second prospect: it holds the place, the first is deferred."""
    form = opened(tiering.choose_prospect(book).piece)
    form.input.value = "W-23"
    assert book.decisions.prospect == ("W-23",)
    assert "W-23" in book.tiering.ids(Layer.TOP5)
    assert book.tiering.table.at["V-22", "deferred"]


def test_choice_can_be_taken_back(book: Workbook) -> None:
    """Without a choice the proposal holds the place again."""
    form = opened(tiering.choose_prospect(book).piece)
    for code in ("W-23", ""):
        form.input.value = code
    assert book.decisions.prospect == ()
    assert "V-22" in book.tiering.ids(Layer.TOP5)


def test_pyramid_follows_the_choice(book: Workbook) -> None:
    """The picture on the screen is drawn again."""
    panel, form = tiering.show_pyramid(book), opened(tiering.choose_prospect(book).piece)
    before = panel.view.value
    form.input.value = "W-23"
    followers(book).flush()
    assert "Wolkenhain" not in before
    assert "Wolkenhain" in panel.view.value


def test_candidates_say_what_speaks_for_them(book: Workbook) -> None:
    """Potential, supplier, contract and access stand beside each prospect."""
    rows = rows_of(tiering.choose_prospect(book))
    assert rows[1] == "Veilsund Energie €700,000 Arendsee Pumpen unknown unknown"


def test_many_prospects_are_offered_in_part(make_book: MakeBook) -> None:
    """Of 30 prospects twelve are offered; the chosen one stays although its potential is unknown."""
    lines = "00,A,customer,,EUR,5,10,3\n"
    lines += "".join(f"{n:02},P {n:02},prospect,X,EUR,,,{n if n < 30 else ''}\n" for n in range(1, 31))
    book = make_book(lines)
    assert "18 more prospects" in text_of(tiering.choose_prospect(book))
    book.decide(with_prospect(book.tiering, "30"))
    offered = [each.code for each in tiering.choose_prospect(book).piece.pieces[0].choice.candidates]
    assert (len(offered), offered[0], offered[-1]) == (13, "29", "30")


def test_fifteen_are_fifteen(book: Workbook) -> None:
    """One row for each of the fifteen."""
    assert len(rows_of(tiering.show_fifteen(book))) == 1 + 15


def test_deferred_prospect_is_marked(book: Workbook) -> None:
    """A prospect that was not chosen waits in the rest with a date."""
    assert "Prospect deliberately deferred until 1 Jan 2027" in text_of(tiering.show_rest(book))


def test_long_rest_is_cut_and_counted(make_book: MakeBook) -> None:
    """Of 40 accounts in the rest 15 are shown and 25 counted."""
    lines = "".join(f"{n:02},Account {n:02},customer,,EUR,5,{1000 - n},1\n" for n in range(59))
    rows = rows_of(tiering.show_rest(make_book(lines)))
    assert len(rows) == 1 + 15 + 1
    assert rows[-1] == "and 25 more"


def test_open_points_put_tasks_first(book: Workbook) -> None:
    """What to do comes before what is good to know."""
    shown = text_of(tiering.show_open_points(book))
    assert shown.index("What you can do") < shown.index("Good to know")
    assert "Ehrenfurt Brauerei Next 15 Next 15 Top 5" in shown


def test_guess_is_compared(book: Workbook) -> None:
    """Two of three names are among the formula's five; an unknown one is told."""
    write(start.write_guess(book), text="Aldersee: largest\nGrünmoor Wasserwerke\nBornholdt Chemie\nNobody Ltd")
    rows = rows_of(tiering.compare_guess(book))
    assert text_of(tiering.compare_guess(book)).startswith("2 of your 4 names are among the formula's five.")
    assert rows[3] == "Bornholdt Chemie Bornholt Chemie Next 15"
    assert rows[4] == "Nobody Ltd not found in your list –"


def test_no_guess_is_no_mistake(book: Workbook) -> None:
    """Whoever wrote no names is told where to."""
    assert "You have written no names yet." in text_of(tiering.compare_guess(book))


@pytest.mark.parametrize("line", ["?", "", "  ", "the"])
def test_question_mark_means_nobody(line: str) -> None:
    """A line without a name is not taken for an account."""
    assert account_meant(line, {"the moor": "1", "aldersee": "2"}) is None


def test_check_wants_a_choice(book: Workbook) -> None:
    """As long as the formula only proposes, the choice is missing (Rule R4)."""
    assert "missing You have not chosen your prospect yet; the formula only proposes one. Rule R4" in " ".join(
        rows_of(tiering.check(book))
    )


def opened(form: ChoiceForm) -> ChoiceForm:
    assert form.view
    return form
