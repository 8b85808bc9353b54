"""The alarm for the rest: above 3 % of revenue, lost more than 20 %."""

from tests.chapters.conftest import MakeBook, rows_of, text_of
from workbook.chapters import reactive_base
from workbook.chapters.falling import find_falling

# Twenty customers fill the upper layers; each had 100 in both years and a potential of 50.
UPPER = "".join(f"{n:02},Upper {n:02},customer,,EUR,100,{200 + n},50\n" for n in range(21))


def test_steep_fall_of_a_large_account_is_told(make_book: MakeBook) -> None:
    """From 200 to 100 of 2,300: 8.7 % of revenue, half of it lost."""
    book = make_book(UPPER + "90,Falling,customer,,EUR,200,100,1\n")
    assert [(fall.account_id, fall.fall) for fall in find_falling(book.tiering)] == [("90", 0.5)]
    assert rows_of(reactive_base.show_rest(book))[1] == "Falling €200 €100 50%"


def test_fall_of_exactly_a_fifth_is_no_alarm(make_book: MakeBook) -> None:
    """More than 20 % means more."""
    book = make_book(UPPER + "90,Falling,customer,,EUR,200,160,1\n")
    assert find_falling(book.tiering) == []


def test_small_account_is_no_alarm(make_book: MakeBook) -> None:
    """60 of 2,160 is less than 3 %."""
    book = make_book(UPPER + "90,Falling,customer,,EUR,60,10,1\n")
    assert find_falling(book.tiering) == []


def test_account_of_an_upper_layer_is_no_alarm(make_book: MakeBook) -> None:
    """The five and the fifteen have plans; the alarm is for those without."""
    book = make_book(UPPER + "90,Falling,customer,,EUR,2000,1000,900\n")
    assert find_falling(book.tiering) == []


def test_calm_rest_is_said(make_book: MakeBook) -> None:
    """Without an alarm one sentence says so."""
    assert text_of(reactive_base.show_rest(make_book(UPPER))).startswith("No account of the rest above 3%")
