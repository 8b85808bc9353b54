"""Chapter 6: the opening sentence, hours from a calendar, swaps, capacity, pay-off and outlook."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pandas as pd

from tests.chapters.conftest import MakeBook, rows_of, text_of
from tests.chapters.test_plans import write
from tests.diary.calendars import calendar, event
from tests.focus.portfolios import TODAY, account, customers, portfolio, tiered
from workbook.book import Workbook, accounts
from workbook.book.confirmed import confirmed_quarters
from workbook.book.quarters import layers_now
from workbook.book.standing import BEFORE
from workbook.chapters import focus_time, reactive_base
from workbook.chapters.opening import followers
from workbook.chapters.payoff_view import pay_off_of
from workbook.focus.decisions import Decisions, Rules
from workbook.focus.tiering import Tiering, tier
from workbook.plan.calendar_names import CalendarNames
from workbook.plan.not_to_do import NotToDo
from workbook.plan.objectives import Objectives
from workbook.plan.time_budget import HoursPerLayer, TimeBudget, hours_of
from workbook.plan.year_plan import YearPlan
from workbook.portfolio.model import FiscalYear, YearState
from workbook.terms import Layer


def _name(book: Workbook, layer: Layer) -> str:
    return str(book.tiering.table.loc[book.tiering.ids(layer)[0], "name"])


def _hours(book: Workbook, **more: str) -> None:
    hours = {"actual_hours_top5": "6", "actual_hours_next15": "8", "actual_hours_rest": "10"}
    write(focus_time.edit_hours(book), **hours, **more)


def test_chapter_opens_with_one_sentence(book: Workbook) -> None:
    """Without hours it asks; with 10 of 24 hours for the rest it says 42 %."""
    assert text_of(focus_time.show_opening(book)) == (
        "Your rest brings 1% of revenue. How much of your customer time does it get?"
    )
    _hours(book)
    assert text_of(focus_time.show_opening(book)) == (
        "42% of your customer time goes to the rest, which brings 1% of revenue."
    )


def _read_calendar(book: Workbook, *events: str) -> focus_time.Follower:
    desk = focus_time.read_calendar(book)
    assert desk.view
    desk.read(calendar(*events), "own.ics")  # type: ignore[attr-defined]
    return desk


def test_calendar_becomes_hours_only_when_the_rep_says_so(book: Workbook) -> None:
    """Two hours with the largest, one with nobody known: shown, not stored; the button stores hours and no title."""
    top = _name(book, Layer.TOP5)
    desk = _read_calendar(
        book,
        event(f"Visit {top}", ":20260107T090000", ":20260107T110000"),
        event("Dentist", ":20260108T090000", ":20260108T100000"),
    )
    assert book.read(TimeBudget).empty
    assert desk.found.hours.top5 == Decimal("2.0")
    assert [each.title for each in desk.found.unmatched] == ["Dentist"]
    desk.use()
    assert hours_of(book.read(TimeBudget).values, "actual").top5 == Decimal("2.0")
    assert "Dentist" not in str(book.portable())


def test_other_name_of_an_account_is_understood(book: Workbook) -> None:
    """The rep says what an account is called; the meetings are matched again at once."""
    desk = _read_calendar(book, event("Lunch at the old mill", ":20260107T120000", ":20260107T130000"))
    assert desk.found.meetings == 0
    keeper = book.keeper(CalendarNames)
    keeper.save(keeper.draft.add("names", account=_name(book, Layer.REST), also_called="the old mill"))
    desk.follow()
    assert (desk.found.meetings, desk.found.hours.rest) == (1, Decimal("1.0"))


def test_broken_calendar_is_told_in_words(book: Workbook) -> None:
    """The old result is gone, nothing is stored, the sentence says what to export."""
    desk = focus_time.read_calendar(book)
    assert desk.view
    desk.read(b"%PDF", "plan.pdf.ics")
    assert desk.status.startswith("plan.pdf.ics: This is no calendar file.")
    assert desk.found is None


def test_swaps_are_booked_by_a_tick_and_taken_back(book: Workbook) -> None:
    """10 hours for the rest, 4 wanted: three swaps; a tick stands in the not-to-do list, a second one takes it out."""
    _hours(book, target_hours_rest="4")
    swaps = focus_time.book_swaps(book)
    form_of_swaps = swaps.pieces[1].form
    assert swaps.view
    assert len(form_of_swaps.boxes) == 3
    item, box = next(iter(form_of_swaps.boxes.items()))
    assert box.description == f"8.7 hours a month: {item}"
    assert f"goes to: {_name(book, Layer.TOP5)}: work on the account plan" in text_of(swaps)
    box.value = True
    (entry,) = book.read(NotToDo).values.entries
    assert (entry.item, entry.hours_freed) == (item, Decimal("8.7"))
    form_of_swaps.boxes[item].value = False
    assert book.read(NotToDo).values.entries == ()


def test_nothing_to_swap_is_said(book: Workbook) -> None:
    """Without hours it asks for them; where the rest gets less than its share nothing is made up."""
    assert text_of(focus_time.book_swaps(book)).startswith("Swaps are proposed as soon as the hours of today")
    write(focus_time.edit_hours(book), actual_hours_top5="6", actual_hours_next15="8", actual_hours_rest="0")
    assert text_of(focus_time.book_swaps(book)).startswith("The rest gets no more hours than it should.")


def test_booked_hours_show_up_in_the_time_budget_and_in_chapter_five(book: Workbook) -> None:
    """8.7 hours a month are 2 a week: 6 for the Top 5 become 8; the form of chapter 05 goes on without a conflict."""
    _hours(book, target_hours_rest="4")
    form = reactive_base.edit_not_to_do(book)
    swaps = focus_time.book_swaps(book)
    form_of_swaps = swaps.pieces[1].form
    assert form.view
    assert swaps.view
    next(iter(form_of_swaps.boxes.values())).value = True
    followers(book).flush()
    assert "frees 2 hours a week. 2 of them are booked to your five, which makes 8 for the Top 5" in text_of(
        focus_time.show_share(book)
    )
    form.form.editor.type_in("entries.0.hours_freed", "13")
    form.form.flush()
    assert form.form.editor.state == "saved"
    assert book.read(NotToDo).values.entries[0].hours_freed == Decimal(13)


def test_capacity_is_checked_against_the_hours(book: Workbook) -> None:
    """24 hours in 44 weeks are 1,056; five plans and 15 year plans with the usual figures ask for 428."""
    assert text_of(focus_time.show_capacity(book)).startswith("The check appears as soon as")
    _hours(book)
    shown = text_of(focus_time.show_capacity(book))
    assert "Over the year your layers fit into your hours." in shown
    assert "Top 5 184 h 264 h" in shown
    assert "Assumed, because you left it open: Touches a year with each of the five 12;" in shown


def test_overload_is_visible_and_staged(book: Workbook) -> None:
    """10 hours a week are 440 a year and 110 a quarter: five plans at once take 121.94, three 113.94: neither fits."""
    write(focus_time.edit_hours(book), actual_hours_top5="4", actual_hours_next15="3", actual_hours_rest="3")
    assert "Even three account plans now and 2 later do not fit: 3.9 h" in text_of(focus_time.show_capacity(book))
    # Five inquiries a month less are 7.5 hours less in the quarter: 106.44 with three plans.
    write(focus_time.edit_work(book), inquiries="15")
    assert "Write three account plans now and 2 in the next quarter" in text_of(focus_time.show_capacity(book))


def test_pay_off_is_called_starting_position(book: Workbook) -> None:
    """No quarter under confirmed layers has passed; the total and the ten largest stand in the table."""
    shown = focus_time.show_pay_off(book)
    assert "This is your starting position." in text_of(shown)
    assert any(row.startswith("All accounts") for row in rows_of(shown))
    assert any(row.startswith("Extra cut: the ten largest") for row in rows_of(shown))
    assert "Hindsight bias" in text_of(shown)


def _jumped() -> Tiering:
    """Five accounts that grow by a tenth a year, and one that jumped to the top: 10, 50, 5,000."""
    rows = {f"a{number}": account(1210, y2024=1100, y2023=1000) for number in range(5)}
    return tiered({**rows, "jump": account(5000, y2024=50, y2023=10)})


def test_hindsight_bias_has_its_size() -> None:
    """By the layers of 2023 the five grow by 10 %. Two places are vacant today, the others hold the jump and two more.

    2,010 become 7,420 in two years: the square root of 3.6915 is 1.9213, which is 82.1 points more.
    """
    rows = rows_of(pay_off_of(_jumped(), 0, HoursPerLayer(None, None, None)))
    assert "Top 5 10.0% 92.1% +82.1 points" in rows


def test_margin_and_hours_stand_beside_growth() -> None:
    """A margin of 20 % in 2023 and 25 % in 2025; six hours a week go to the five.

    All accounts grow from 5,010 to 11,050, by 48.5 % a year: 10 % is 0.2 times that.
    """
    tiering = _jumped()
    revenue = tiering.portfolio.revenue
    margin = pd.DataFrame({2023: revenue[2023] // 5, 2025: revenue[2025] // 4})
    hours = HoursPerLayer(Decimal(6), Decimal(3), Decimal(1))
    known = replace(tiering, portfolio=replace(tiering.portfolio, margin=margin))
    (row,) = (each for each in rows_of(pay_off_of(known, 0, hours)) if each.startswith("Top 5 €5,000"))
    assert row == "Top 5 €5,000 €6,050 €1,050 10.0% 0.2 times – 20.0% → 25.0% 6"


def test_partial_year_is_excluded_and_said() -> None:
    """2025 is only partly there: it is named, and no interval ends in it."""
    data = portfolio(customers(3) | {"x": account(5, y2024=4, y2023=3)})
    years = (*data.fiscal_years[:2], FiscalYear(2025, YearState.PARTIAL))
    tiering = tier(replace(data, fiscal_years=years), Rules(), Decisions(), today=TODAY)
    shown = text_of(pay_off_of(tiering, 0, HoursPerLayer(None, None, None)))
    assert "2023 to 2024: 1 growth interval" in shown
    assert "Left out because not complete: 2025 (only partly in the data)." in shown


def test_four_quarters_under_confirmed_layers_are_a_pay_off(book: Workbook) -> None:
    """Layers of 2026Q1, carried over, and opened again in 2027Q1: four quarters; a decision alone is none."""
    book.decide(book.decisions)
    assert confirmed_quarters(book) == 0
    layers = {BEFORE: layers_now(book).model_dump(mode="json")}
    later = book.begin("2027Q1", {accounts.KEY: book.accounts_document(), **layers})
    assert (later.quarter, confirmed_quarters(later)) == ("2027Q1", 4)
    assert "starting position" not in text_of(focus_time.show_pay_off(later))


def test_fiscal_year_from_july(make_book: MakeBook) -> None:
    """FY 2025 ended in June 2025, so the outlook is for July 2025 to June 2026; what is due in July comes too late."""
    book = make_book(fiscal_year_start=7)
    keeper = book.keeper(Objectives, account_id=book.tiering.ids(Layer.TOP5)[0])
    draft = keeper.draft.add("objectives", text="Win in June", adds=1000, due=date(2026, 6, 30))
    keeper.save(draft.add("objectives", text="Win in July", adds=1000, due=date(2026, 7, 1)))
    shown = text_of(focus_time.show_outlook(book))
    assert "the fiscal year 2026" in shown
    assert "Win in July (due after the year)" in shown
    assert "Win in June" not in shown


def test_outlook_counts_goals_of_the_five_and_the_fifteen(book: Workbook) -> None:
    """An objective that adds 100,000 for certain and a year goal without probability; one objective has no amount."""
    five, fifteen = book.tiering.ids(Layer.TOP5)[0], book.tiering.ids(Layer.NEXT15)[0]
    keeper = book.keeper(Objectives, account_id=five)
    draft = keeper.draft.add("objectives", text="Win the service contract", adds=100_000, probability=100)
    keeper.save(draft.add("objectives", text="Know the board"))
    goal = book.keeper(YearPlan, account_id=fifteen)
    goal.save(goal.draft.put("value", Decimal(900_000)))
    shown = text_of(focus_time.show_outlook(book))
    assert "Your 2 goals lift the middle of the fan by" in shown
    assert "€100,000 100%" in shown
    assert "€900,000 50% (assumed)" in shown
    assert "Know the board (no amount)" in shown


def test_outlook_prints_method_and_assumptions(book: Workbook) -> None:
    """Seed, number of cases, and what is assumed stand below the picture, also without any goal."""
    shown = text_of(focus_time.show_outlook(book))
    assert "No goal has an amount yet" in shown
    assert "Seed of the random numbers 515" in shown
    assert "no forecast and no promise" in shown
