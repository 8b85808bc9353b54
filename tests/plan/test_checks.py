"""Completeness is counted from content; hints are separate."""

from datetime import date

from workbook.plan.buying_center import BuyingCenter, BuyingCenterMember
from workbook.plan.checks import check, completeness, progress
from workbook.plan.draft import Draft
from workbook.plan.exercise import Transfer
from workbook.plan.goals import CustomerGoal, CustomerGoals
from workbook.plan.section import Section
from workbook.terms import Attitude, BuyingRole, Coverage, Influence

GOAL = CustomerGoal(text="Less scrap", metric="scrap rate", target="2 %", due=date(2027, 6, 30))


def answered(section: Section) -> tuple[int, int]:
    result = completeness(Draft(section))
    return result.answered, result.wanted


def test_a_list_counts_as_many_entries_as_the_seminar_asks_for() -> None:
    """Two goals with four core answers each; a third goal adds nothing."""
    assert answered(CustomerGoals(goals=(GOAL,))) == (4, 8)
    assert answered(CustomerGoals(goals=(GOAL, GOAL, GOAL))) == (8, 8)


def test_the_fullest_entries_count() -> None:
    """An empty entry in front costs nothing."""
    assert answered(CustomerGoals(goals=(CustomerGoal(), GOAL, GOAL))) == (8, 8)


def test_unknown_and_placeholders_are_no_answers() -> None:
    """Person "?", attitude unknown: only the function and the role are known, of 4 people with 6 answers."""
    person = BuyingCenterMember(person="?", function="CFO", roles=(BuyingRole.DECIDER,), attitude=Attitude.UNKNOWN)
    assert answered(BuyingCenter(members=(person,))) == (2, 24)


def test_deepening_does_not_count() -> None:
    """A last contact changes nothing in the seminar's progress."""
    person = BuyingCenterMember(person="Ms Weber", last_contact=date(2026, 11, 1))
    assert answered(BuyingCenter(members=(person,))) == (1, 24)


def test_text_that_is_not_valid_yet_does_not_count() -> None:
    """Checks look at values."""
    assert completeness(Draft(Transfer()).keep("date", "soon")).answered == 0


def test_the_formula_is_printed() -> None:
    """A rep sees how the score is counted."""
    assert completeness(Draft(Transfer(when="Monday"))).formula == "1 of 3 core answers are there: 33%."


def test_the_missing_fields_are_named() -> None:
    """The diagnosis says which field misses what."""
    missing = completeness(Draft(Transfer(when="Monday"))).missing
    assert [each.label for each in missing] == ["I will", "By"]


def test_progress_is_shared_over_several_drafts() -> None:
    """One of three and four of eight are five of eleven."""
    assert progress([Draft(Transfer(when="Monday")), Draft(CustomerGoals(goals=(GOAL,)))]) == 5 / 11


def test_a_gap_keeps_a_full_section_from_being_complete(today: date) -> None:
    """Four people with all core answers, but one of them has no name."""
    full = BuyingCenterMember(
        person="Ms Weber", function="CFO", roles=(BuyingRole.DECIDER,), influence=Influence.HIGH,
        attitude=Attitude.CHAMPION, coverage=Coverage.MULTIPLE,
    )  # fmt: skip
    complete = check(Draft(BuyingCenter(members=(full,) * 4)), today=today)
    unnamed = full.model_copy(update={"person": "N.N."})
    assert (complete.complete, complete.state) == (True, "complete")
    assert check(Draft(BuyingCenter(members=(full,) * 4 + (unnamed,))), today=today).complete is False
