"""Chapter 2 argues: why an account is here, what would move it, what is contested, and what was missed before."""

import pytest

from tests.chapters.conftest import MakeBook, rows_of, text_of
from workbook.book import Workbook
from workbook.chapters import tiering
from workbook.chapters.opening import followers
from workbook.chapters.why_here import edge_ids, explanation_panel
from workbook.focus.decide import with_prospect


def test_why_here_adds_the_score_up(book: Workbook) -> None:
    """Bornholt: second of 21 by revenue, last of 19 by potential; 0.5 * 20/21 + 0.5 * 1/19 = 0.50."""
    rows = rows_of(explanation_panel(book.tiering, "B-02"))
    assert rows[1:] == [
        "Revenue 2025 €910,000 0.95 0.50 0.48",
        "Additional potential €0 0.05 0.50 0.03",
        "Score 0.50",
    ]


def test_why_here_says_what_would_move_it(book: Workbook) -> None:
    """As much revenue as the largest customer, and one euro more."""
    assert "With €330,001 more revenue it would be in the Top 5." in text_of(explanation_panel(book.tiering, "B-02"))


def test_why_here_names_an_unknown_potential(book: Workbook) -> None:
    """The middle rank is said to be a stand-in."""
    shown = text_of(explanation_panel(book.tiering, "E-05"))
    assert "The potential is unknown and counts as the middle rank" in shown
    assert "With a known potential of €380,000 it would be in the Top 5." in shown


def test_score_is_the_revenue_rank_while_no_potential_is_known(make_book: MakeBook) -> None:
    """Then revenue weighs 1."""
    book = make_book("1,A,customer,,EUR,5,10,\n2,B,customer,,EUR,5,9,\n")
    assert "Revenue 2025 €9 0.50 1.00 0.50" in rows_of(explanation_panel(book.tiering, "2"))


def test_prospect_has_no_score(book: Workbook) -> None:
    """A prospect's panel shows the potential and how it could come in."""
    shown = text_of(explanation_panel(book.tiering, "W-23"))
    assert "Additional potential: €160,000" in shown
    assert "Part of the score" not in shown


def test_account_is_chosen_on_the_screen(book: Workbook) -> None:
    """The panel below the list is that of the account."""
    piece = tiering.why_here(book)
    assert piece.view
    piece.input.value = "E-05"
    assert "Ehrenfurt Brauerei" in piece.answer.value


def test_rounded_parts_are_explained(book: Workbook) -> None:
    """0.43 and 0.32 make 0.74, which a rep who adds up would take for a mistake; 0.45 and 0.45 make 0.90."""
    remark = "Calculated exactly and shown with two decimals"
    assert "0.43 Additional potential €120,000 0.63 0.50 0.32 Score 0.74 " + remark in shown_of(book, "D-04")
    assert remark not in shown_of(book, "C-03")


def shown_of(book: Workbook, account_id: str) -> str:
    return text_of(explanation_panel(book.tiering, account_id))


def test_chosen_account_stays_chosen_after_a_decision(book: Workbook) -> None:
    """The panel follows the layers, the list keeps its place."""
    piece = tiering.why_here(book)
    assert piece.view
    piece.input.value = "V-22"
    book.decide(with_prospect(book.tiering, "W-23"))
    followers(book).redraw()
    assert piece.input.value == "V-22"
    assert "Deliberately deferred prospect" in piece.answer.value


def test_paper_shows_the_places_at_the_boundaries(book: Workbook) -> None:
    """The last of the Top 5 by score, the first and last two of the 15, the first two of the rest."""
    assert edge_ids(book.tiering) == ["I-09", "D-04", "K-11", "P-16", "Q-17", "U-21", "T-20"]


def test_contested_places_come_least_sure_first(book: Workbook) -> None:
    """Immenried keeps its place with 14 of 21 weights."""
    rows = rows_of(tiering.show_contested(book))
    assert rows[1] == "Immenried Pharma Top 5 Next 15 67%"
    assert text_of(tiering.show_contested(book)).startswith("3 of 20 places would go to other accounts")


def test_without_contested_places_that_is_said(make_book: MakeBook) -> None:
    """Where revenue and potential agree, the weight does not matter."""
    book = make_book("".join(f"{n},Account {n},customer,,EUR,5,{100 - n},{100 - n}\n" for n in range(30)))
    assert "are the same with every weight" in text_of(tiering.show_contested(book))


def test_look_back_names_the_five_of_then_and_its_small_numbers(book: Workbook) -> None:
    """Five accounts, two years, no proof."""
    shown = text_of(tiering.look_back(book))
    assert "Aldersee Papier €1,090,000 €1,240,000 6.7%" in shown
    assert "Accounts: 5, years: 2. This is a look back, no proof." in shown


def test_look_back_says_what_a_missed_account_gained(make_book: MakeBook) -> None:
    """Seven was seventh in 2024 and is the largest today."""
    lines = "".join(f"{n},Account {n},customer,,EUR,{100 - n},{100 - n},1\n" for n in range(6))
    book = make_book(lines + "7,Seven,customer,,EUR,10,510,1\n8,Eight,customer,,EUR,,300,1\n")
    shown = text_of(tiering.look_back(book))
    assert "Seven €10 €510 €500 Next 15" in shown
    assert "Eight – €300 €300 no revenue then" in shown
    assert "without being among the five: €800." in shown


def test_look_back_lists_every_earlier_year(book: Workbook) -> None:
    """By hand: the five largest of 2025 were the five largest of 2023 and of 2024 too."""
    rows = rows_of(tiering.look_back(book))
    assert [row[:6] for row in rows if row.startswith(("2023 ", "2024 "))] == ["2023 5", "2024 5"]


def test_one_year_is_nothing_to_look_back_on(make_book: MakeBook) -> None:
    """With a single complete year that is said."""
    book = make_book("1,A,customer,,EUR,,10,3\n")
    assert text_of(tiering.look_back(book))


@pytest.mark.parametrize(
    ("show", "words"),
    [
        (tiering.show_concentration, "Your five largest customers bring 59% of the revenue 2025"),
        (tiering.show_potential, "58% lies in the Top 5; the highest single one is Grünmoor Wasserwerke."),
        (tiering.show_matrix, "3 customers are small today with much to win; 0 of them in the rest."),
        (tiering.show_stability, "21 weights were tried"),
    ],
)
def test_pictures_are_read_in_one_sentence(book: Workbook, show: object, words: str) -> None:
    """Each picture has a sentence about the rep's own figures."""
    assert words in text_of(show(book))  # type: ignore[operator]
