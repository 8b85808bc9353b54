"""The open questions of a plan: once each, with owner and date, gone when answered; the same state everywhere."""

from datetime import date
from typing import Any

import pytest

from tests.chapters.conftest import text_of
from tests.chapters.test_key_accounts import CUSTOMER, PROSPECT, opened, save, save_example
from tests.forms.widgets import walk
from workbook.book import Workbook
from workbook.book.plans import plan_states
from workbook.chapters import key_accounts
from workbook.chapters.plan_view import PlanView
from workbook.chapters.question_form import QuestionForm
from workbook.plan.account_facts import AccountFacts
from workbook.plan.competition import Competition
from workbook.plan.open_questions import OpenQuestions
from workbook.plan.prospect import ProspectPlan
from workbook.plan.purchasing import PurchasingStrategy
from workbook.plan.section import Section


def write(plan: PlanView, part: type[Section], **answers: str) -> QuestionForm:
    """Type answers into a part and wait for what follows."""
    editor = plan.forms[part].editor
    for name, text in answers.items():
        editor.type_in(name, text)
    editor.flush()
    plan.pause.flush()
    return plan.questions


def line(questions: QuestionForm, start: str) -> Any:
    return next(each for each in walk(questions.lines) if getattr(each, "description", "").startswith(start))


def test_a_question_gets_an_owner_and_a_date(book: Workbook) -> None:
    """Both are saved by themselves and stand in the list of the whole workbook."""
    plan = opened(book)
    questions = write(plan, PurchasingStrategy, category="Rotating equipment?")
    line(questions, "Who finds out: Rotating").value = "Inside sales"
    line(questions, "Until when: Rotating").value = "1 Feb 2026"
    questions.editor.flush()
    (known,) = book.read(OpenQuestions).values.questions
    assert (known.owner, known.due, known.answered_on) == ("Inside sales", date(2026, 2, 1), None)
    assert known.where == "Aldersee Papier, Purchasing strategy, Category"


def test_an_answered_question_goes_and_is_remembered(book: Workbook) -> None:
    """The line is gone; the list knows the day of the answer."""
    plan = opened(book)
    write(plan, PurchasingStrategy, category="Rotating equipment?", view_of_us="Reliable?")
    questions = write(plan, PurchasingStrategy, category="Rotating equipment")
    assert [each.text for each in questions.shown or ()] == ["Reliable?"]
    questions.editor.flush()
    answered = {each.text: each.answered_on for each in book.read(OpenQuestions).values.questions}
    assert answered == {"Reliable?": None, "Rotating equipment?": book.today}


def test_a_question_in_a_number_stands_once(book: Workbook) -> None:
    """A question mark where a share belongs is one question, however often the plan is saved."""
    plan = opened(book)
    write(plan, Competition, our_share_of_wallet="?")
    questions = write(plan, Competition, our_share_of_wallet="40?")
    assert [each.text for each in questions.shown or ()] == ["40?"]
    assert len(questions.editor.draft.values.questions) == 1


def test_lines_that_stay_are_not_drawn_anew(book: Workbook) -> None:
    """Somebody may be typing an owner while another part is saved."""
    plan = opened(book)
    questions = write(plan, PurchasingStrategy, category="Which?")
    before = questions.lines.children
    write(plan, PurchasingStrategy, organisation="Central")
    assert questions.lines.children is before


def test_questions_of_a_prospect_are_listed_in_the_review(book: Workbook) -> None:
    """What it takes to win is a part like every other."""
    from workbook.chapters.quarterly_review import show_open_questions

    book.keeper(ProspectPlan, account_id=PROSPECT).save(
        book.read(ProspectPlan, account_id=PROSPECT).put("door_opener", "The planner?")
    )
    assert "Veilsund Energie, What it takes to win, Who opens the door The planner?" in text_of(
        show_open_questions(book)
    )


def test_score_and_findings_are_the_same_on_screen_on_paper_and_in_json(
    book: Workbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The formula, every finding and every question of the JSON stand in the chapter and in the printed plan."""
    save_example(book)
    save(book, PurchasingStrategy, category="Which name?")
    plan = opened(book)
    on_screen = "".join(str(getattr(each, "value", "")) for each in walk(plan.view))
    for button in plan.steps.buttons:
        button.click()
        on_screen += plan.steps._feedback.value + plan.below.value
    monkeypatch.setenv("WORKBOOK_STATIC", "1")
    on_paper = text_of(key_accounts.edit_plan(book))
    (state,) = plan_states(book)
    said = [state["formula"], *(each["text"] for each in state["questions"])]
    said += [finding["sentence"] for part in state["parts"].values() for finding in part["findings"]]
    said += [part["formula"] for part in state["parts"].values()]
    assert len(said) > 8
    assert [each for each in said if each not in on_paper] == []
    assert [each for each in said if each not in on_screen] == []


def test_facts_show_our_share_of_wallet(book: Workbook) -> None:
    """As written in the plan; else revenue by total demand; else nothing."""
    assert "Our share of wallet" not in text_of(key_accounts.edit_plan(book))
    book.keeper(AccountFacts, account_id=CUSTOMER).save(
        book.read(AccountFacts, account_id=CUSTOMER).put("total_demand", 2_480_000)
    )
    assert "Our share of wallet 50%: revenue 2025 by total demand" in text_of(key_accounts.edit_plan(book))
    save(book, Competition, our_share_of_wallet=52)
    assert "Our share of wallet 52%, as written in the plan" in text_of(key_accounts.edit_plan(book))


def test_the_worked_example_stands_beside_each_part(book: Workbook) -> None:
    """It opens below the part, and closes when another part is opened."""
    plan = opened(book, PROSPECT)
    plan.steps.buttons[1].click()
    assert plan.example.button.description == "► Worked example: What it takes to win"
    plan.example.toggle()
    assert any("The smallest first order" in str(getattr(each, "value", "")) for each in walk(plan.example.widget))
    plan.steps.next_button.click()
    assert (plan.example.is_open, plan.example.button.description) == (False, "► Worked example: Customer goals")
