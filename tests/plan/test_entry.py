"""Typed numbers, amounts and dates are read strictly or not at all."""

from datetime import date
from decimal import Decimal

import pytest

from workbook.i18n import speaking
from workbook.plan.buying_center import BuyingCenter
from workbook.plan.commitment import CheckIn
from workbook.plan.competition import Competition
from workbook.plan.entry import read_day, read_entry, read_money, read_number, read_percent, show_entry, write_entry
from workbook.plan.section import described
from workbook.plan.year_plan import YearPlan

MONEY = described(YearPlan, "value")
DAY = described(YearPlan, "next_date")
CLOCK = described(CheckIn, "time")
TEXT = described(YearPlan, "goal")
SHARE = described(Competition, "our_share_of_wallet")


@pytest.mark.parametrize(
    ("language", "text", "amount"),
    [
        ("de", "1.234", "1234"),
        ("de", "1.234,50 €", "1234.50"),
        ("de", "1 234 567", "1234567"),
        ("de", "EUR 5", "5"),
        ("de", "−3", "-3"),
        ("en", "1,234", "1234"),
        ("en", "€1,234.50", "1234.50"),
    ],
)
def test_amounts_are_read_in_the_style_of_the_language(language: str, text: str, amount: str) -> None:
    """Grouping, blanks and the currency sign are understood."""
    with speaking(language):
        assert read_money(text, "EUR").value == Decimal(amount)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "1.5"),
        ("de", "1,234"),
        ("en", "1.234"),
        ("en", "1.234,50"),
        ("de", "$5"),
        ("de", "5 USD"),
        ("de", "1e5"),
        ("de", "NaN"),
        ("de", "(500)"),
        ("de", "12 34"),
        ("de", "120 T€"),
        ("de", "1_000"),
        ("de", "٣"),
    ],
)
def test_what_is_not_certain_is_not_an_amount(language: str, text: str) -> None:
    """No guess: another style, another currency, shorthand; a sentence says so."""
    with speaking(language):
        entry = read_money(text, "EUR")
    assert entry.value is None
    assert entry.sentence


@pytest.mark.parametrize("text", ["31.12.2026", "2026-12-31", "31 Dec 2026", "31. Dezember 2026", " 31. 12. 2026 "])
def test_dates_are_read_in_three_styles(text: str) -> None:
    """German, ISO and written out, in either language."""
    assert read_day(text).value == date(2026, 12, 31)


@pytest.mark.parametrize("text", ["31/12/2026", "01/02/2026", "31.12.26", "31.02.2026", "2026", "31.12.0026", "soon"])
def test_what_is_not_certain_is_no_date(text: str) -> None:
    """Slashes, years of two digits and impossible days are refused with a sentence."""
    entry = read_day(text)
    assert entry.value is None
    assert entry.sentence


@pytest.mark.parametrize(
    ("text", "clock"), [("9:30", "09:30"), ("09.30", "09:30"), ("14:00 Uhr", "14:00"), ("0:00", "00:00")]
)
def test_times_are_read_on_the_clock_of_24_hours(text: str, clock: str) -> None:
    """What is read is written again in one style."""
    value = read_entry(CLOCK, text).value
    assert write_entry(CLOCK, value) == clock


@pytest.mark.parametrize("text", ["25:00", "9", "9:60", "2 pm", "14:30:10", "noon"])
def test_what_is_not_certain_is_no_time(text: str) -> None:
    """The sentence shows how a time is written."""
    entry = read_entry(CLOCK, text)
    assert entry.value is None
    assert "14:30" in entry.sentence


def test_per_cent_are_kept_as_they_are_spoken() -> None:
    """45 % is 45, with or without the sign."""
    assert read_percent("45 %").value == read_percent("45").value == Decimal(45)


def test_a_share_of_130_per_cent_is_refused() -> None:
    """The sentence names the range."""
    assert read_entry(SHARE, "130").sentence == "Please write a value from 0 to 100."


def test_a_question_mark_in_a_number_is_a_question() -> None:
    """No error: the question is noted."""
    assert read_entry(MONEY, "120000?").sentence == "Noted as an open question."


def test_an_empty_text_is_unknown() -> None:
    """Nothing typed is no mistake and no zero."""
    assert read_entry(MONEY, "  ") == read_entry(TEXT, "")
    assert read_entry(MONEY, "").value is None


def test_a_text_that_is_too_long_is_not_cut() -> None:
    """The sentence says how long the text is and how much fits; half a text is no value."""
    entry = read_entry(TEXT, "x" * 50_000)
    assert entry.value is None
    assert entry.sentence.startswith("This text has 50,000 characters, and 20,000 fit here.")


def test_control_characters_and_half_characters_are_left_out() -> None:
    """They would break files and databases; line breaks stay."""
    assert read_entry(TEXT, "a\x00b\ud800\nc").value == "ab\nc"


@pytest.mark.parametrize("language", ["de", "en"])
def test_what_is_written_can_be_read_again(language: str) -> None:
    """Writing a value into its input and reading it gives the value."""
    with speaking(language):
        assert read_entry(MONEY, write_entry(MONEY, Decimal("1234567.5"))).value == Decimal("1234567.5")
        assert read_entry(DAY, write_entry(DAY, date(2027, 3, 1))).value == date(2027, 3, 1)


def test_values_are_shown_with_currency_and_labels() -> None:
    """Print shows what people read, not codes."""
    roles = described(BuyingCenter, "members.0.roles")
    with speaking("de"):
        assert show_entry(MONEY, Decimal(1200), "EUR") == "1.200\N{NO-BREAK SPACE}€"
    assert show_entry(roles, tuple(roles.choices or ())[:2]) == "Initiator, User"
    assert read_number("x").value is None


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_year_is_no_amount(language: str) -> None:
    """The year of a goal is shown as 2026 in both languages, and read as it is shown."""
    year = described(YearPlan, "year")
    with speaking(language):
        assert show_entry(year, 2026) == "2026"
        assert read_entry(year, write_entry(year, 2026)).value == 2026
