"""A link of a self-check opens what is closed: the plan, its part, the entry of a list; one account is one line."""

import pytest

from tests.chapters.conftest import text_of
from workbook.book import Workbook
from workbook.chapters import action_plans, key_accounts
from workbook.chapters.plan_check import place_of_plan
from workbook.chapters.plan_picker import PlanPicker
from workbook.chapters.selfcheck import Line, Mark, self_check
from workbook.chapters.year_plans import YEAR_PLAN, YearPlans
from workbook.forms.places import place_named, place_within
from workbook.plan.buying_center import BuyingCenter
from workbook.plan.goals import CustomerGoals
from workbook.plan.year_plan import YearPlan

MISSING = Line(Mark.MISSING, "no goal", "Core", "wb-at-plan wb-at-goals", "Weber AG")
HINT = Line(Mark.HINT, "driven", "R7", "wb-at-plan wb-at-actions", "Weber AG")


def _picker(book: Workbook) -> PlanPicker:
    picker: PlanPicker = key_accounts.edit_plan(book).piece
    assert picker.view
    return picker


def test_a_link_opens_the_plan_and_its_part(book: Workbook) -> None:
    """Another account is chosen and its buying center is open."""
    picker = _picker(book)
    picker.way_in.widget.value = place_within(place_of_plan("C-03"), BuyingCenter, "members")
    assert picker.input.value == "C-03"
    assert picker.plan
    assert picker.plan.part is BuyingCenter


def test_a_link_opens_the_entry(book: Workbook) -> None:
    """The second goal is open, the first stays closed."""
    picker = _picker(book)
    assert picker.plan
    for _number in range(2):
        picker.plan.forms[CustomerGoals].editor.add("goals")
    picker.way_in.widget.value = place_within(place_of_plan("A-01"), CustomerGoals, "goals.1.metric")
    goals = next(each for each in picker.plan.forms[CustomerGoals].editor.shown if getattr(each, "path", "") == "goals")
    assert [fold.is_open for fold in goals.folds] == [False, True]


def test_what_was_typed_is_saved_on_the_way(book: Workbook) -> None:
    """A link into another plan loses nothing of the one that was open."""
    picker = _picker(book)
    assert picker.plan
    editor = picker.plan.forms[CustomerGoals].editor
    editor.add("goals")
    editor.type_in("goals.0.text", "Fewer recalls")
    picker.way_in.widget.value = place_within(place_of_plan("C-03"), BuyingCenter)
    assert book.read(CustomerGoals, account_id="A-01").values.goals[0].text == "Fewer recalls"


def test_a_place_nobody_knows_changes_nothing(book: Workbook) -> None:
    """An account that left the layer is not opened; the page goes on."""
    picker = _picker(book)
    picker.way_in.widget.value = "wb-at-plan-gone wb-at-CustomerGoals-goals"
    assert (picker.input.value, picker.way_in.widget.value) == ("A-01", "")


def test_a_link_opens_a_year_plan_and_leaves_it_open(book: Workbook) -> None:
    """A second link into the same plan does not close it."""
    plans: YearPlans = action_plans.edit_year_plan(book).piece
    assert plans.view
    for path in ("goal", "value"):
        plans.way_in.widget.value = place_within(place_named(YEAR_PLAN, "K-11"), YearPlan, path)
    assert plans.opened is plans.lines["K-11"]


def test_lines_about_one_account_are_one_line_that_opens() -> None:
    """Its head counts what is missing; every point links to its field."""
    shown = str(self_check([MISSING, HINT]).html)
    assert shown.count("<tr>") == 2
    assert "1 point missing, 1 point worth a thought" in shown
    assert 'data-place="wb-at-plan wb-at-actions">driven</a>' in shown


def test_one_line_about_an_account_stays_one() -> None:
    """Nothing has to be opened for a single point."""
    shown = self_check([MISSING])
    assert "Weber AG: no goal" in text_of(shown)
    assert "<details" not in str(shown.html)


def test_several_accounts_are_folded() -> None:
    """A single account stands open; of several each is opened by the rep."""
    other = [Line(each.mark, each.text, subject="Klein KG") for each in (MISSING, HINT)]
    assert str(self_check([MISSING, HINT]).html).count(" open>") == 1
    assert " open>" not in str(self_check([MISSING, HINT, *other]).html)


def test_on_paper_nothing_is_folded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Paper cannot be opened."""
    monkeypatch.setenv("WORKBOOK_STATIC", "1")
    shown = self_check([MISSING, HINT])
    assert "<details" not in str(shown.html)
    assert "no goal" in text_of(shown)
