"""Chapter 1 says what is there, what is missing and what it costs, and takes potentials and prospects."""

from tests.chapters.conftest import MakeBook, rows_of, text_of
from workbook.book import Workbook
from workbook.chapters import accounts, tiering
from workbook.chapters.opening import followers
from workbook.plan.account_facts import AccountFacts
from workbook.terms import Layer


def test_example_accounts_for_every_row(book: Workbook) -> None:
    """24 rows read, 24 accepted."""
    assert "Rows read 24 Rows accepted 24 Rows rejected 0" in text_of(accounts.show_example(book))


def test_example_potential_adds_up(book: Workbook) -> None:
    """1,100,000 less 315,000 less 385,000 is 400,000, and that is what the list of the example says."""
    rows = rows_of(accounts.show_example_potential(book))
    assert rows[-1] == "Additional potential €400,000"
    assert str(400_000 * 100) == str(book.portfolio.accounts.at["I-09", "additional_potential"])


def test_accounts_are_counted_by_status(book: Workbook) -> None:
    """21 customers, 2 prospects, 1 former customer."""
    assert "Customers 21 Prospects 2 Former customers 1" in text_of(accounts.show_accounts(book))


def test_reference_year_is_named(book: Workbook) -> None:
    """2025 is the last full year."""
    assert rows_of(accounts.show_years(book))[1:] == [
        "2023 complete €6,112,000", "2024 complete €6,383,000", "2025 reference year €6,665,000",
    ]  # fmt: skip


def test_gap_that_decides_a_layer_comes_first(book: Workbook) -> None:
    """Ehrenfurt Brauerei could be in the Top 5; Oldenmark Getränke stays in the 15 either way."""
    rows = rows_of(accounts.show_missing(book))
    assert rows[1].startswith("Additional potential, and it decides the layer 1 Ehrenfurt Brauerei")
    assert rows[2].startswith("Additional potential 1 Oldenmark Getränke")


def test_nothing_missing_is_said(make_book: MakeBook) -> None:
    """A list without gaps gets one sentence."""
    lines = "1,A,customer,,EUR,5,10,3\n" + "".join(f"{n},P{n},prospect,X,EUR,,,9\n" for n in (2, 3, 4))
    assert text_of(accounts.show_missing(make_book(lines))) == "Nothing is missing that could change a layer."


def test_twenty_largest_are_asked(book: Workbook) -> None:
    """The smallest of the 21 customers is left out."""
    first, *folded = accounts.edit_potentials(book).piece.pieces
    forms = [first, *(fold.make() for fold in folded)]
    assert [forms[0].lines[0].name, forms[-1].lines[-1].name] == ["Aldersee Papier", "Tannroth Holz"]
    assert [len(form.lines) for form in forms] == [10, 10]


def test_entered_potential_moves_the_account(book: Workbook) -> None:
    """With 500,000 more to win, Ehrenfurt Brauerei enters the Top 5."""
    form = accounts.edit_potentials(book).piece.pieces[0]
    place = [line.name for line in form.lines].index("Ehrenfurt Brauerei")
    form.editors[place].type_in("additional_potential", "500,000")
    form.flush()
    assert "E-05" in book.tiering.ids(Layer.TOP5)


def test_added_prospect_counts(book: Workbook) -> None:
    """A name and a competitor are enough to make a third prospect."""
    form = accounts.add_prospects(book).piece.pieces[1].make()
    form.editors[0].type_in("name", "Xantenhof Zement")
    form.editors[0].type_in("incumbent_competitor", "Arendsee Pumpen")
    form.flush()
    assert [book.portfolio.accounts.at["new-1", column] for column in ("name", "status")] == [
        "Xantenhof Zement", "prospect",
    ]  # fmt: skip
    assert len(accounts.prospects(book.tiering)) == 3


def test_emptied_prospect_is_gone(book: Workbook) -> None:
    """Whoever deletes the name again has no new account."""
    form = accounts.add_prospects(book).piece.pieces[1].make()
    for text in ("Xantenhof Zement", ""):
        form.editors[0].type_in("name", text)
        form.flush()
    assert "new-1" not in book.portfolio.accounts.index


def test_new_prospect_stays_in_its_own_table(book: Workbook) -> None:
    """It is not asked for twice when the chapter is opened again."""
    book.keeper(AccountFacts, account_id="new-1").save(
        book.read(AccountFacts, account_id="new-1").put("name", "X AG").put("status", "prospect")
    )
    listed = accounts.add_prospects(book).piece.pieces[0]
    assert [line.name for line in listed.lines] == ["Veilsund Energie", "Wolkenhain Bäder"]


def test_list_without_prospects_says_so(make_book: MakeBook) -> None:
    """The table of prospects is replaced by one sentence."""
    shown = text_of(accounts.add_prospects(make_book("1,A,customer,,EUR,5,10,3\n")))
    assert shown.startswith("There is no prospect in your list yet.")


def test_panels_follow_what_is_saved(book: Workbook) -> None:
    """The list of gaps on the screen changes when a potential was saved."""
    panel = accounts.show_missing(book)
    before = panel.view.value
    form = accounts.edit_potentials(book).piece.pieces[0]
    form.editors[4].type_in("additional_potential", "10,000")
    form.flush()
    followers(book).flush()
    assert "Ehrenfurt Brauerei" in before
    assert "Ehrenfurt Brauerei" not in panel.view.value


def test_check_counts_known_potentials(book: Workbook) -> None:
    """18 of the 20 largest are known."""
    assert "Potentials of your largest customers: 18 of 20 are known." in text_of(accounts.check(book))


def test_prospect_added_here_can_be_chosen_in_chapter_two(book: Workbook) -> None:
    """The form of chapter 2 that is open already offers the new account."""
    choice = tiering.choose_prospect(book)
    assert choice.view
    form = accounts.add_prospects(book).piece.pieces[1].make()
    form.editors[0].type_in("name", "Xantenhof Zement")
    form.flush()
    followers(book).flush()
    assert [each.name for each in choice.piece.choice.candidates] == [
        "Veilsund Energie", "Wolkenhain Bäder", "Xantenhof Zement",
    ]  # fmt: skip


def test_everything_stands_on_paper(book: Workbook) -> None:
    """What is folded on the screen is printed: all 20 customers, and three lines for new prospects."""
    assert len(rows_of(accounts.edit_potentials(book))) == 2 + 20
    assert "New prospect 3" in text_of(accounts.add_prospects(book))


def test_folded_lines_can_be_opened_twice(book: Workbook) -> None:
    """Closing throws the widgets away, opening makes new ones that still save."""
    folded = accounts.edit_potentials(book).piece.pieces[1]
    assert folded.view
    for _time in range(3):
        folded.fold.toggle()
    assert folded.fold.is_open
    assert all(child.comm is not None for child in folded.fold.widget.children)


def test_long_list_of_prospects_is_not_printed(make_book: MakeBook) -> None:
    """Of 30 prospects three are printed; the others can be opened on the screen."""
    lines = "00,A,customer,,EUR,5,10,3\n" + "".join(f"{n:02},P {n:02},prospect,X,EUR,,,{n}\n" for n in range(1, 31))
    shown = accounts.add_prospects(make_book(lines))
    assert len([row for row in rows_of(shown) if row.startswith("P ")]) == 3
    assert len(shown.piece.pieces[1].make().lines) == 27


def test_table_stays_while_somebody_types_in_it(book: Workbook) -> None:
    """A new potential changes the order of the prospects, but not the form under the rep's fingers."""
    shown = accounts.add_prospects(book)
    form = shown.piece.pieces[0]
    form.editors[1].type_in("additional_potential", "900,000")
    form.flush()
    followers(book).flush()
    assert shown.piece.pieces[0] is form
