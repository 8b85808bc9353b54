"""Chapters 3 to 8 show the rep's own accounts in the right layer, and keep what is written."""

import pytest

from tests.chapters.conftest import MakeBook, rows_of, text_of
from tests.chapters.test_start import write
from workbook.book import Workbook
from workbook.chapters import (
    action_plans,
    commitment,
    example,
    focus_time,
    key_accounts,
    quarterly_review,
    reactive_base,
    solved_plan,
    tiering,
)
from workbook.chapters.opening import followers
from workbook.forms.form import SectionForm
from workbook.plan.commitment import Commitment
from workbook.plan.goals import CustomerGoals
from workbook.plan.inquiries import Inquiries
from workbook.plan.review import Review
from workbook.plan.time_budget import TimeBudget
from workbook.plan.year_plan import YearPlan
from workbook.terms import Layer

CHAPTERS = (key_accounts, action_plans, reactive_base, focus_time, commitment, quarterly_review)
FEW = "1,A,customer,,EUR,5,10,3\n"
SOLVED = {
    **solved_plan.SOLVED, "year_plan": YearPlan, "inquiries": Inquiries, "time_budget": TimeBudget,
    "commitment": Commitment, "review": Review,
}  # fmt: skip


def picked(plans: object, account_id: str) -> SectionForm:
    """Return the form of one account as the rep opens it."""
    assert plans.view
    plans.lines[account_id].button.click()
    return plans.opened.plan.form


@pytest.mark.parametrize("name", SOLVED)
def test_solved_examples_are_complete(name: str) -> None:
    """A worked example passes the check it teaches, on the day of the example."""
    from workbook.plan.checks import check

    found = check(example.solved(SOLVED[name], name), today=example.setting("today"))
    assert found.complete
    # One goal is assumed and one role is free on purpose; the text of the chapter speaks of them.
    on_purpose = {"goals": ["goal_assumed"], "buying_center": ["roles_free"]}
    assert [finding.code for finding in found.advice] == on_purpose.get(name, [])


@pytest.mark.parametrize("name", SOLVED)
def test_examples_say_the_same_in_german(name: str) -> None:
    """Both languages have the same entries with the same figures and dates, and other words."""
    from workbook.i18n import speaking

    with speaking("de"):
        german = example.solved(SOLVED[name], name).values.model_dump(mode="json")
    english = example.solved(SOLVED[name], name).values.model_dump(mode="json")
    assert _without_words(german) == _without_words(english)


def _without_words(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without_words(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_without_words(each) for each in value]
    # Codes are written small and without blanks.
    return "text" if isinstance(value, str) and (" " in value or value[0].isupper()) else value


def test_five_are_offered_for_a_plan(book: Workbook) -> None:
    """The picker of chapter 3 lists the Top 5 and nobody else."""
    picker = key_accounts.edit_plan(book).piece
    assert [pick.code for pick in picker.picks] == list(book.tiering.ids(Layer.TOP5))


def test_fifteen_are_offered_for_a_year_plan(book: Workbook) -> None:
    """The page of chapter 4 has a line for each of the fifteen."""
    plans = action_plans.edit_year_plan(book).piece
    assert plans.view
    assert list(plans.lines) == list(book.tiering.ids(Layer.NEXT15))


def _goals_of(picker: object, account_id: str) -> SectionForm:
    """Return the form of the customer goals in the plan of one account as the rep opens it."""
    assert picker.view
    picker.input.value = account_id
    return picker.plan.forms[CustomerGoals]


def test_goal_is_kept_with_its_account(book: Workbook) -> None:
    """What is typed for one account is read back there and nowhere else."""
    form = _goals_of(key_accounts.edit_plan(book).piece, "C-03")
    form.editor.add("goals")
    write(form, **{"goals.0.text": "Fewer recalls"})
    assert book.read(CustomerGoals, account_id="C-03").values.goals[0].text == "Fewer recalls"
    assert book.read(CustomerGoals, account_id="A-01").values.goals == ()


def test_switching_saves_what_was_typed(book: Workbook) -> None:
    """Nothing is lost when another account is opened before the pause of typing is over."""
    picker = key_accounts.edit_plan(book).piece
    form = _goals_of(picker, "C-03")
    form.editor.add("goals")
    form.editor.type_in("goals.0.text", "Fewer recalls")
    picker.input.value = "A-01"
    assert book.read(CustomerGoals, account_id="C-03").values.goals[0].text == "Fewer recalls"


def test_written_plans_are_printed(book: Workbook) -> None:
    """On paper stand all in a table, then the plans of those with something written, not only the first."""
    assert 'wb-pick"><strong>Dunkelau Molkerei' in str(action_plans.edit_year_plan(book).html)
    form = picked(action_plans.edit_year_plan(book).piece, "K-11")
    write(form, goal="Second furnace line")
    shown = text_of(action_plans.edit_year_plan(book))
    assert "Kaltenau Stahl" in shown
    assert "Second furnace line" in shown
    assert 'wb-pick"><strong>Dunkelau' not in str(action_plans.edit_year_plan(book).html)


def test_check_names_the_account_and_what_is_missing(book: Workbook) -> None:
    """The self-check of chapter 4 says for which account which field is empty, and who drives."""
    write(picked(action_plans.edit_year_plan(book).piece, "K-11"), goal="Second furnace line")
    shown = text_of(action_plans.check(book))
    assert "Year plans begun: 1 of 2 for today." in shown
    assert "Kaltenau Stahl 2 points missing, 1 point worth a thought" in shown
    assert "“Revenue goal this year” is still empty." in shown
    assert "driven in 4 of 4 quarters" in shown


@pytest.mark.parametrize(
    "chapter", [key_accounts, action_plans, reactive_base, focus_time, commitment, quarterly_review]
)
def test_short_list_breaks_no_chapter(make_book: MakeBook, chapter: object) -> None:
    """With one single customer every cell still has something to say; forms of moves are hidden in a first quarter."""
    book = make_book(FEW)
    silent = {"open_chapter", "confirm_form", "continue_form", "split_form"}
    shown = [getattr(chapter, name) for name in chapter.__all__ if name not in silent]
    assert all(text_of(function(book)) for function in shown)


def test_empty_layer_says_why(make_book: MakeBook) -> None:
    """Nobody left for the fifteen: the rule is named."""
    assert "Rule R11" in text_of(action_plans.edit_year_plan(make_book(FEW)))


def test_inquiries_of_the_example_end() -> None:
    """Three inquiries, three endings."""
    rows = rows_of(reactive_base.show_example(None))
    assert rows[1] == "Tannroth Holz 12 Jan 2026 Price or offer Standard offer Inside sales 3 working days"
    assert [row.split("2026 ")[1] for row in rows[2:]] == [
        "Complaint Answer fully Myself 2 working days", "Visit Decline politely Inside sales 5 working days",
    ]  # fmt: skip


def test_sentence_about_the_hours(book: Workbook) -> None:
    """2 + 3 + 5 hours: half of the time for the rest with 75,000 of 6,665,000, a fifth for the Top 5 with 38 %."""
    write(focus_time.edit_hours(book), actual_hours_top5="2", actual_hours_next15="3", actual_hours_rest="5")
    sentence = "50% of your customer time goes to the rest, which brings 1% of revenue"
    assert f"{sentence}; 20% goes to the Top 5, which bring 38%." in text_of(focus_time.show_share(book))
    assert text_of(focus_time.show_opening(book)) == f"{sentence}."


def test_no_sentence_without_hours(book: Workbook) -> None:
    """A missing figure is not taken for zero."""
    write(focus_time.edit_hours(book), actual_hours_top5="2", actual_hours_next15="3")
    assert "appears as soon as" in text_of(focus_time.show_share(book))


def test_longer_week_is_noticed(book: Workbook) -> None:
    """Ten hours today, twelve and a half wanted: 2.5 more."""
    today = {"actual_hours_top5": "2", "actual_hours_next15": "3", "actual_hours_rest": "5"}
    wanted = {"target_hours_top5": "4.5", "target_hours_next15": "3", "target_hours_rest": "5"}
    write(focus_time.edit_hours(book), **today, **wanted)
    assert "You want 2.5 hours a week more than you have today." in text_of(focus_time.check(book))


def test_check_ins_have_real_dates(book: Workbook) -> None:
    """30, 60 and 90 days after 15 January 2026."""
    write(commitment.edit_commitment(book), date="15 Jan 2026")
    assert text_of(commitment.show_check_ins(book)) == (
        "After 30 days 14 Feb 2026 After 60 days 16 Mar 2026 After 90 days 15 Apr 2026"
    )


def test_summary_gathers_the_transfers(book: Workbook) -> None:
    """The when-then-by of another chapter comes back in chapter 7."""
    write(focus_time.transfer(book), when="On Friday", then="two hours for the five", date="31 Jan 2026")
    assert rows_of(commitment.show_summary(book))[1] == "Time for the five On Friday two hours for the five 31 Jan 2026"


def test_question_marks_are_collected(book: Workbook) -> None:
    """Each question mark stands in chapter 8 with its account and its field."""
    form = _goals_of(key_accounts.edit_plan(book).piece, "C-03")
    form.editor.add("goals")
    write(form, **{"goals.0.text": "Fewer recalls? Ask the head of quality"})
    (row,) = rows_of(quarterly_review.show_open_questions(book))[1:]
    assert row.startswith("Corvensee Lebensmittel, Customer goals")
    assert row.endswith("Fewer recalls? Ask the head of quality")


def test_no_question_is_said(book: Workbook) -> None:
    """An empty list gets a sentence."""
    assert "There is no open question." in text_of(quarterly_review.show_open_questions(book))


def test_review_is_kept_with_its_quarter(book: Workbook) -> None:
    """The review is saved in the open quarter."""
    write(quarterly_review.edit_review(book), lessons="Ask earlier who decides.")
    assert book.read(Review).values.lessons == "Ask earlier who decides."
    assert "Quarter 2026Q1" in text_of(quarterly_review.show_layers(book))


def test_picker_follows_the_choice_of_the_prospect(book: Workbook) -> None:
    """The prospect chosen in chapter 2 can be planned in chapter 3 that is open already."""
    plans = key_accounts.edit_plan(book)
    choice = tiering.choose_prospect(book).piece
    assert plans.view
    assert choice.view
    choice.input.value = "W-23"
    followers(book).flush()
    assert "W-23" in [pick.code for pick in plans.piece.picks]


def test_opening_many_accounts_piles_nothing_up(book: Workbook) -> None:
    """Each account that is opened closes the widgets of the one before; a form has more than thirty."""
    from ipywidgets.widgets.widget import _instances

    plans = action_plans.edit_year_plan(book).piece
    assert plans.view
    counts = []
    for line in list(plans.lines.values())[1:4]:
        line.button.click()
        counts.append(len(_instances))
    assert counts[2] - counts[1] < 5
