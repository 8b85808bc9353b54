"""Chapter 4: all fifteen on one page, amounts beside each other, hints, ready-made actions, files to take along."""

import io
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from tests.agenda.conftest import HOSTILE, save
from tests.agenda.strict_ics import events, faults
from tests.chapters.conftest import MakeBook, rows_of, text_of
from tests.chapters.test_plans import picked
from tests.chapters.test_start import write
from tests.forms.widgets import find, walk
from workbook.book import Workbook, open_workbook
from workbook.book.making import offer_texts
from workbook.chapters import action_plans
from workbook.chapters.fifteen import goal_of
from workbook.plan.action import Action
from workbook.plan.section import described
from workbook.plan.year_goals import YearGoal, sums_of
from workbook.plan.year_plan import LayerTarget, YearPlan
from workbook.store import Store
from workbook.terms import Layer

DAIRY, STEEL = "D-04", "K-11"


def _plans(book: Workbook) -> object:
    plans = action_plans.edit_year_plan(book).piece
    assert plans.view
    return plans


def test_one_plan_is_open_at_a_time(book: Workbook) -> None:
    """The second click opens another plan, saves and closes the first; the same button closes it again."""
    plans = _plans(book)
    picked(plans, DAIRY).editor.type_in("goal", "Two lines")
    picked(plans, STEEL)
    assert [code for code, line in plans.lines.items() if line.plan] == [STEEL]
    assert book.read(YearPlan, account_id=DAIRY).values.goal == "Two lines"
    plans.lines[STEEL].button.click()
    assert plans.opened is None


def test_line_follows_what_is_saved(book: Workbook) -> None:
    """Last year 560,000; a goal of 700,000 with 400,000 committed leaves 300,000; the next action has its day."""
    plans = _plans(book)
    save(book, YearPlan(actions=(Action(id="a", what="Visit", due=date(2026, 2, 12)),)), account_id=DAIRY)
    write(picked(plans, DAIRY), value="700000", committed="400000")
    shown = plans.lines[DAIRY].facts.value
    assert all(f"<span>{amount}</span>" in shown for amount in ("€560,000", "€700,000", "€400,000", "€300,000"))
    assert "12 Feb 2026</span> Visit" in shown
    assert "driven in 3 of 4 quarters" in shown


def test_amounts_stand_beside_the_form(book: Workbook) -> None:
    """700,000 is a quarter more than 560,000; a quarter less, or 0.2 % more, is asked about."""
    form = picked(plans := _plans(book), DAIRY)
    write(form, value="700000", committed="400000")
    assert "25% more than last year; €300,000 of the goal are not committed yet." in plans.opened.plan._amounts.value
    write(form, value="420000")
    assert "25% less than last year. Is that deliberate?" in plans.opened.plan._amounts.value
    write(form, value="561000")
    assert "About as much as last year. Is that deliberate?" in plans.opened.plan._amounts.value


def test_unknown_commitment_makes_no_gap() -> None:
    """A gap needs both amounts; an exceeded goal has a negative one; growth needs a base above zero."""
    plans = [YearPlan(value=Decimal(100)), YearPlan(value=Decimal(100), committed=Decimal(120)), YearPlan()]
    goals = [YearGoal("1", "A", plan, 2026, 2025, Decimal(0)) for plan in plans]
    assert [each.gap for each in goals] == [None, Decimal(-20), None]
    assert [each.growth for each in goals] == [None, None, None]
    sums = sums_of(goals)
    assert (sums.goal, sums.committed, sums.with_goal, sums.accounts) == (200, 120, 2, 3)


def test_table_of_all_ends_with_the_sum(book: Workbook) -> None:
    """One row per account in its order, then all together."""
    save(book, YearPlan(value=Decimal(660000)), account_id=DAIRY)
    rows = rows_of(action_plans.edit_year_plan(book))[:17]
    assert rows[0] == "Account Revenue 2025 Goal 2026 Committed Gap Next action Worth a thought"
    assert rows[1].startswith("Dunkelau Molkerei €560,000 €660,000 – – none yet")
    assert rows[2].endswith("none yet not begun")
    assert rows[16].endswith("1 of 15 have a goal")


def test_goal_of_another_year_stands_beside_the_year_before(book: Workbook) -> None:
    """The goal names its fiscal year; only complete years before it count."""
    save(book, YearPlan(value=Decimal(1), year=2025), account_id=DAIRY)
    assert (goal_of(book, DAIRY).year, goal_of(book, DAIRY).last_year) == (2025, 2024)


def test_fiscal_year_from_july(make_book: MakeBook) -> None:
    """On 15 January 2026 the fiscal year that began in July is 2026; the last full one ended in June 2025."""
    book = make_book()
    book.participant = book.participant.model_copy(update={"fiscal_year_start": 7})
    goal = goal_of(book, DAIRY)
    assert (goal.year, goal.last_year, goal.last) == (2026, 2025, Decimal(560000))


def test_goals_that_do_not_reach_the_target(book: Workbook) -> None:
    """660,000 of a target of 700,000: 40,000 are missing, 14 have no goal; without a target nobody is asked."""
    save(book, YearPlan(value=Decimal(660000)), account_id=DAIRY)
    assert "target" not in text_of(action_plans.show_sums(book))
    save(book, LayerTarget(value=Decimal(700000)))
    shown = text_of(action_plans.show_sums(book))
    assert "The goals stay €40,000 below your target. 14 accounts have no goal yet." in shown
    save(book, LayerTarget(value=Decimal(660000)))
    assert "The goals add up to your target." in text_of(action_plans.show_sums(book))


def test_everything_in_december_is_said_for_all(book: Workbook) -> None:
    """One action each at three accounts, two of them in December."""
    for account_id, day in (
        (DAIRY, date(2026, 12, 1)),
        (STEEL, date(2026, 12, 9)),
        (book.tiering.ids(Layer.NEXT15)[5], date(2026, 3, 2)),
    ):
        save(book, YearPlan(actions=(Action(id="a", what="Visit", due=day),)), account_id=account_id)
    sentence = "2 of your 3 actions are due in December 2026. That month will not hold them."
    assert sentence in text_of(action_plans.show_sums(book))
    assert sentence in text_of(action_plans.check(book))


def test_ready_made_action_is_one_click(book: Workbook) -> None:
    """It brings words, a working day and the rep's name; repeating makes four of it, each with its own id."""
    plans = _plans(book)
    form = picked(plans, DAIRY)
    find(form, "First meeting with purchasing").click()
    find(form, "Repeat every quarter").click()
    form.flush()
    actions = book.read(YearPlan, account_id=DAIRY).values.actions
    assert [each.due for each in actions] == [date(2026, month, 29) for month in (1, 4, 7, 10)]
    assert (actions[0].what, actions[0].owner) == ("First meeting with purchasing", "Anna Weiß")
    assert len({each.id for each in actions}) == 4


def test_trainer_decides_what_is_offered(book: Workbook) -> None:
    """The cohort's templates replace those of the workbook; hostile words are words."""
    templates = [{"days": 3, "de": "Nur deutsch"}, {"days": 3, "en": HOSTILE}]
    offer_texts(Store.open(book.folder), book.participant, {"actions": {"action": templates}})
    again = open_workbook(folder=book.folder, today=book.today)
    form = picked(_plans(again), DAIRY)
    described = [getattr(each, "description", "") for each in walk(form.view)]
    assert "Nur deutsch" in described
    assert "First meeting with purchasing" not in described
    find(form, HOSTILE.strip()).click()
    assert form.draft.values.actions[0].due == date(2026, 1, 19)


def test_full_list_refuses_a_ready_made_action(book: Workbook) -> None:
    """Sixty actions are a year; the sentence says so and nothing is lost."""
    actions = tuple(Action(id=f"a{number}", what="Visit") for number in range(60))
    save(book, YearPlan(actions=actions), account_id=DAIRY)
    form = picked(_plans(book), DAIRY)
    find(form, "Workshop with the users").click()
    assert len(form.draft.values.actions) == 60
    assert described(YearPlan, "actions").full in str([getattr(each, "value", "") for each in walk(form.view)])


def test_pictures_have_words(book: Workbook) -> None:
    """Both pictures tell the same without eyes."""
    save(book, YearPlan(value=Decimal(660000), actions=(Action(id="a", due=date(2026, 2, 1)),)), account_id=DAIRY)
    calendar = action_plans.show_calendar(book)._repr_mimebundle_()["text/html"]
    assert "Dunkelau Molkerei: 1 action of our own, 3 of 4 quarters without one." in calendar
    goals = action_plans.show_goals(book)._repr_mimebundle_()["text/html"]
    assert "Dunkelau Molkerei: last year €560K, committed unknown, goal €660K (+18%)." in goals


def test_files_lie_in_the_folder(book: Workbook) -> None:
    """One click each: a calendar and a list, readable by their owner only, with a link to save a copy."""
    save(book, YearPlan(actions=(Action(id="a", what="Visit", due=date(2026, 2, 1)),)), account_id=DAIRY)
    form = action_plans.take_along(book)
    assert form.view
    for button in form.buttons:
        button.click()
    calendar = (book.folder / "calendar.ics").read_bytes()
    assert (faults(calendar), len(events(calendar))) == ([], 1)
    sheet = openpyxl.load_workbook(io.BytesIO((book.folder / "actions.xlsx").read_bytes())).worksheets[0]
    assert sheet["C2"].value == "Dunkelau Molkerei"
    assert (book.folder / "calendar.ics").stat().st_mode & 0o077 == 0
    assert 'download="actions.xlsx"' in form.note.value


def test_unwritable_folder_is_a_sentence(book: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk, or the file open in Excel on Windows: one sentence at the button."""

    def refuse(*_args: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    form = action_plans.take_along(book)
    assert form.view
    form.buttons[1].click()
    assert "could not be written: it is not permitted, or the file is open in another program." in form.said
    assert not [*book.folder.glob("*.tmp"), *book.folder.glob(".*.tmp")]
