"""Columns about a time without a fiscal year: never guessed, and always with a word on what to do."""

import pytest

from tests.portfolio.test_traps import read, said
from workbook.portfolio.open_years import month_of

MONTHS = "Jan 2026;Feb 2026;Mrz 2026;Apr 2026"


@pytest.mark.parametrize(
    ("header", "field"),
    [("Umsatz Vorjahr", "revenue_2025"), ("Vorjahresumsatz", "revenue_2025"), ("DB lfd. Jahr", "margin_2026")],
)
def test_a_relative_year_is_asked(header: str, field: str) -> None:
    """In November 2026 the last year is 2025: it is shown, and used only after a yes."""
    reading = read(f"Id;Name;{header}", "1;Adler;500")
    assert [(each.code, each.details["field"]) for each in reading.questions] == [("mapping_asked", field)]


def test_after_a_yes_both_years_are_there() -> None:
    """Last year and the running one."""
    reading = read("Id;Name;Umsatz Vorjahr;Umsatz YTD", "1;Adler;500;300", yes=True)
    assert reading.require().revenue.loc["1"].to_dict() == {2025: 50_000, 2026: 30_000}


def test_beside_a_year_with_a_number_it_is_only_named() -> None:
    """“VJ” beside 2025 may be 2024 or 2025: not used, and the message says how to name the year."""
    reading = read("Id;Name;Umsatz VJ;Umsatz 2025", "1;Adler;400;500")
    (problem,) = [each for each in reading.problems if each.code == "year_not_named"]
    assert problem.what_to_do == 'Say the year in place of YEAR: --map "revenue_YEAR=Umsatz VJ".'
    assert reading.require().revenue.columns.tolist() == [2025]


def test_the_named_year_is_taken() -> None:
    """What the message asks for works."""
    reading = read("Id;Name;Umsatz VJ;Umsatz 2025", "1;Adler;400;500", mapping={"revenue_2024": "Umsatz VJ"})
    assert reading.require().revenue.loc["1"].to_dict() == {2024: 40_000, 2025: 50_000}
    assert "year_not_named" not in said(reading)


def test_months_are_named_and_not_added_up() -> None:
    """Four columns of months are no year's revenue; the message names them and both ways out."""
    reading = read(f"Id;Name;{MONTHS}", "1;Adler;1;2;3;4")
    assert set(said(reading)) == {"no_revenue", "months_not_years"}
    assert "“Jan 2026” to “Apr 2026” (4) are months" in said(reading)["months_not_years"]
    (problem,) = [each for each in reading.problems if each.code == "months_not_years"]
    assert "such as “Revenue 2026”" in problem.what_to_do
    assert "--transactions" in problem.what_to_do


def test_months_beside_a_year_disturb_nothing() -> None:
    """The year is used, the months are named."""
    reading = read(f"Id;Name;{MONTHS};2025", "1;Adler;1;2;3;4;500")
    assert reading.require().revenue.loc["1"].to_dict() == {2025: 50_000}
    assert "months_not_years" in said(reading)


@pytest.mark.parametrize(
    "header", ["Jan 2026", "Januar 26", "01/2026", "2026-01", "Umsatz Jan. 2026 [T€]", "01.01.2026", "1/2026"]
)
def test_months_are_known_however_they_are_written(header: str) -> None:
    """Name, number, date of the first day, with a measure and a unit."""
    assert month_of(header) == (2026, 1)


@pytest.mark.parametrize("header", ["Margin 2026", "Marge 26", "2011/12x", "Mai", "Umsatz 2026", "Rechnung 15.01.2026"])
def test_what_is_no_month(header: str) -> None:
    """A year, a word that begins like a month, a day within a month."""
    assert month_of(header) is None
