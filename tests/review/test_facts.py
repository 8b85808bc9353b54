"""What nobody has looked at for more than 90 days comes up for confirmation, and the day of the answer is kept."""

from datetime import date
from pathlib import Path

import pytest

from tests.review.exports import make_book, rows
from workbook.book import Workbook, open_workbook
from workbook.book.quarters import continue_account
from workbook.book.stale import answer_fact, facts_to_change, stale_facts
from workbook.chapters import quarterly_review as chapter
from workbook.plan.action import Action
from workbook.plan.buying_center import BuyingCenter, BuyingCenterMember
from workbook.plan.competition import Competition, CompetitorAssessment
from workbook.plan.draft import Draft
from workbook.plan.fact_checks import FactAnswer, FactCheck, FactChecks, print_of
from workbook.plan.goals import CustomerGoal, CustomerGoals
from workbook.plan.purchasing import PurchasingStrategy
from workbook.plan.year_plan import YearPlan
from workbook.terms import Layer, SourcingMode

# Written on 10 November; 8 February is the 90th day after it, 9 February the 91st.
WRITTEN, DAY_90, DAY_91 = date(2026, 11, 10), date(2027, 2, 8), date(2027, 2, 9)
GOAL = CustomerGoal(id="scrap", text="Less scrap")
PERSON = BuyingCenterMember(id="weber", person="Ms Weber")
RIVAL = CompetitorAssessment(id="rival", competitor="Rivalis")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A plan of c01, one of the five, and one of c30 in the rest, written on 10 November."""
    make_book(tmp_path / "anna", rows(), WRITTEN)
    book = open_workbook(folder=tmp_path / "anna", today=WRITTEN)
    for account in ("c01", "c30"):
        book.keeper(CustomerGoals, account_id=account).save(Draft(CustomerGoals(goals=(GOAL,))))
    return book.folder


def _on(folder: Path, day: date) -> Workbook:
    return open_workbook(folder=folder, today=day)


def _asked(book: Workbook) -> list[tuple[str, str, int | None, int | None]]:
    return [(each.account_id, each.text, each.unchanged, each.silent) for each in stale_facts(book)]


def test_a_fact_is_stale_after_90_days(folder: Path) -> None:
    """Written 90 days ago it is still fresh enough, a day later it is not; what stands in the rest is not asked."""
    assert _asked(_on(folder, date(2027, 2, 7))) == []
    assert _asked(_on(folder, DAY_90)) == [("c01", "Less scrap", 90, None)]


def test_goals_people_competitors_and_purchasing_are_facts(folder: Path) -> None:
    """In the order of the plan; an entry without a text is none yet, and one with a question mark is asked already."""
    book = _on(folder, WRITTEN)
    people = (PERSON, BuyingCenterMember(id="x"), BuyingCenterMember(id="y", person="Approver?"))
    book.keeper(BuyingCenter, account_id="c01").save(Draft(BuyingCenter(members=people)))
    book.keeper(Competition, account_id="c01").save(Draft(Competition(competitors=(RIVAL,))))
    purchasing = PurchasingStrategy(sourcing_mode=SourcingMode.DUAL)
    book.keeper(PurchasingStrategy, account_id="c01").save(Draft(purchasing))
    assert [each[1] for each in _asked(_on(folder, DAY_91))] == ["Less scrap", "", "Ms Weber", "Rivalis"]


def test_the_fifteen_are_asked_too(folder: Path) -> None:
    """A year's goal is a fact, its actions are none; a goal with a question mark is asked already."""
    book = _on(folder, WRITTEN)
    fifteen = book.tiering.ids(Layer.NEXT15)[:3]
    plans = [{"goal": "Both lines"}, {"actions": (Action(what="Visit"),)}, {"goal": "Both lines?"}]
    for account, plan in zip(fifteen, plans, strict=True):
        book.keeper(YearPlan, account_id=account).save(Draft(YearPlan.model_validate(plan)))
    late = _on(folder, DAY_91)
    assert _asked(late)[1:] == [(fifteen[0], "Both lines", 91, None)]
    keeper = late.keeper(YearPlan, account_id=fifteen[0])
    keeper.save(keeper.draft.add("actions", what="Visit"))
    assert len(_asked(late)) == 2
    answer_fact(late, stale_facts(late)[1], FactAnswer.CHANGED)
    assert [each[1:] for each in facts_to_change(late)] == [(YearPlan, "Both lines")]


def test_an_account_plan_left_behind_is_still_looked_at(folder: Path) -> None:
    """Goals of a customer that is one of the fifteen now."""
    book = _on(folder, WRITTEN)
    account = book.tiering.ids(Layer.NEXT15)[0]
    book.keeper(CustomerGoals, account_id=account).save(Draft(CustomerGoals(goals=(GOAL,))))
    assert [each[:2] for each in _asked(_on(folder, DAY_91))] == [("c01", "Less scrap"), (account, "Less scrap")]


def test_a_person_without_contact_comes_up_at_once(folder: Path) -> None:
    """The entry is new, the last contact is 91 days old."""
    book = _on(folder, DAY_91)
    silent = PERSON.model_copy(update={"last_contact": WRITTEN})
    book.keeper(BuyingCenter, account_id="c01").save(Draft(BuyingCenter(members=(silent,))))
    assert ("c01", "Ms Weber", None, 91) in _asked(book)
    assert "no contact for 91 days" in str(chapter.facts_form(book).html)


def test_an_answer_is_kept_with_its_day(folder: Path) -> None:
    """Still true: asked again 90 days later, in the words of the method not before."""
    book = _on(folder, DAY_91)
    form = chapter.facts_form(book).form
    assert form.view
    next(iter(form.inputs.values()))["answer"].value = "still_true"
    form.button.click()
    assert form.status == "1 decision is saved."
    (check,) = book.read(FactChecks, account_id="c01").values.checks
    assert (check.answer, check.day, check.place) == (FactAnswer.STILL_TRUE, DAY_91, "goals.scrap")
    assert "1 fact was confirmed anew." in str(chapter.show_facts(book).html)
    assert _asked(_on(folder, date(2027, 5, 9))) == []
    assert _asked(_on(folder, date(2027, 5, 10))) == [("c01", "Less scrap", 181, None)]


def test_what_is_no_longer_true_waits_for_chapter_3(folder: Path) -> None:
    """It is listed until it says something else."""
    book = _on(folder, DAY_91)
    answer_fact(book, stale_facts(book)[0], FactAnswer.CHANGED)
    assert _asked(book) == []
    assert list(facts_to_change(book)) == [("Ahorn AG", CustomerGoals, "Less scrap")]
    assert "To be changed in chapter 3 or 4" in str(chapter.show_facts(book).html)
    changed = GOAL.model_copy(update={"target": "2 %"})
    book.keeper(CustomerGoals, account_id="c01").save(Draft(CustomerGoals(goals=(changed,))))
    assert list(facts_to_change(book)) == []


def test_a_fact_that_was_changed_is_fresh(folder: Path) -> None:
    """Written anew in January, asked about in April."""
    changed = GOAL.model_copy(update={"target": "2 %"})
    _on(folder, date(2027, 1, 11)).keeper(CustomerGoals, account_id="c01").save(Draft(CustomerGoals(goals=(changed,))))
    assert _asked(_on(folder, DAY_91)) == []
    assert _asked(_on(folder, date(2027, 4, 11))) == [("c01", "Less scrap", 90, None)]


def test_another_number_makes_no_fact_younger(folder: Path) -> None:
    """c30 goes on as c01, which has no goals of its own: they are as old as they were."""
    book = make_book(folder.with_name("ben"), rows(), WRITTEN)
    early = open_workbook(folder=book.folder, today=WRITTEN)
    early.keeper(CustomerGoals, account_id="c30").save(Draft(CustomerGoals(goals=(GOAL,))))
    late = open_workbook(folder=book.folder, today=DAY_91)
    continue_account(late, "c30", "c01")
    assert _asked(late) == [("c01", "Less scrap", 91, None)]


def test_the_last_answer_about_a_fact_counts() -> None:
    """Said twice, kept once in the list; the first answer stays in the history of the store."""
    first = FactCheck(place="goals.a", answer=FactAnswer.CHANGED)
    second = FactCheck(place="goals.a", answer=FactAnswer.STILL_TRUE)
    assert FactChecks().with_check(first).with_check(second).checks == (second,)


def test_a_print_holds_no_word_of_the_fact() -> None:
    """Nobody reads a name out of it."""
    assert "weber" not in print_of(PERSON).lower()
    assert len(print_of(PERSON)) == 16
