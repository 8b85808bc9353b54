"""Chapter 3: an account plan in steps, its checks and pictures, and the plans of all five on paper."""

from datetime import date

import pytest

from tests.chapters.conftest import MakeBook, rows_of, text_of
from tests.chapters.test_start import write
from workbook.book import Workbook
from workbook.chapters import example, key_accounts
from workbook.chapters.opening import followers
from workbook.chapters.plan_parts import Known, time_of
from workbook.chapters.plan_picker import PlanPicker
from workbook.chapters.plan_view import PlanView
from workbook.chapters.solved_plan import solved_plan
from workbook.i18n import speaking
from workbook.plan.account_facts import AccountFacts
from workbook.plan.buying_center import BuyingCenter
from workbook.plan.goals import CustomerGoals
from workbook.plan.key_account import Cover
from workbook.plan.open_questions import OpenQuestion, OpenQuestions, question_id
from workbook.plan.prospect import ProspectPlan
from workbook.plan.purchasing import PurchasingStrategy
from workbook.plan.questions import open_questions
from workbook.plan.section import Section
from workbook.plan.whole_plan import FIVE_PARTS, check_plan, parts_of
from workbook.terms import AccountStatus, Attitude, Influence, Layer

CUSTOMER, PROSPECT = "A-01", "V-22"


def opened(book: Workbook, account_id: str = CUSTOMER) -> PlanView:
    """Return the plan of one account as the rep opens it."""
    picker: PlanPicker = key_accounts.edit_plan(book).piece
    assert picker.view
    picker.input.value = account_id
    assert picker.plan
    return picker.plan


def go_to(plan: PlanView, part: type[Section]) -> str:
    """Open a part with its button; return what stands below it."""
    plan.steps.buttons[plan.parts.index(part)].click()
    return str(plan.below.value)


def add_person(plan: PlanView, **answers: object) -> None:
    """Write one person and save."""
    editor = plan.forms[BuyingCenter].editor
    editor.add("members")
    last = len(editor.draft.values.members) - 1
    for name, value in answers.items():
        editor.choose(f"members.{last}.{name}", value)
    editor.flush()
    plan.pause.flush()


def save(book: Workbook, part: type[Section], **answers: object) -> None:
    """Save answers about the customer."""
    keeper = book.keeper(part, account_id=CUSTOMER)
    draft = keeper.draft
    for name, value in answers.items():
        draft = draft.put(name, value)
    keeper.save(draft)


def save_example(book: Workbook) -> None:
    """Save the solved plan as the rep's own."""
    for part, draft in solved_plan().items():
        book.keeper(part, account_id=CUSTOMER).save(draft)


def test_customer_has_cover_and_five_parts() -> None:
    """What it takes to win is asked about prospects only."""
    assert parts_of(AccountStatus.CUSTOMER) == (Cover, *FIVE_PARTS)
    assert parts_of(AccountStatus.PROSPECT) == (Cover, ProspectPlan, *FIVE_PARTS)


def test_parts_take_the_minutes_of_the_path() -> None:
    """15, 20, 45, 20 and 40 minutes; the cover has none of its own."""
    assert [time_of(part) for part in FIVE_PARTS] == [f"{minutes} minutes" for minutes in (15, 20, 45, 20, 40)]
    assert time_of(Cover) == ""


def test_prospect_is_asked_what_it_takes_to_win(book: Workbook) -> None:
    """The prospect's plan has a step more than the customer's."""
    assert "What it takes to win" in opened(book, PROSPECT).steps.buttons[1].description
    assert len(opened(book).steps.buttons) == 6


def test_facts_stand_beside_the_plan(book: Workbook) -> None:
    """Reason of the place, revenue of the years, potential."""
    shown = text_of(key_accounts.edit_plan(book))
    assert "€1,090,000 €1,180,000 €1,240,000 €150,000" in shown
    assert "Largest revenue" in shown


def test_facts_of_the_rep_are_shown(book: Workbook) -> None:
    """Source of the potential and the way in come from chapter 1."""
    save(book, AccountFacts, access="Our technician knows the plant manager")
    assert "Our way in Our technician knows the plant manager" in text_of(key_accounts.edit_plan(book))


def test_power_map_follows_what_is_saved(book: Workbook) -> None:
    """A person appears in the picture below the step, with influence and attitude."""
    plan = opened(book)
    assert "<img" not in go_to(plan, BuyingCenter)
    add_person(plan, person="Ms Weber", influence=Influence.HIGH, attitude=Attitude.CRITIC)
    assert "Influence High, attitude Critic: Ms Weber." in str(plan.below.value)


def test_pictures_stand_at_their_part(book: Workbook) -> None:
    """The power map is not repeated below the goals."""
    plan = opened(book)
    add_person(plan, person="Ms Weber")
    assert "<img" not in go_to(plan, CustomerGoals)


def test_state_prints_the_formula(book: Workbook) -> None:
    """Goals 8, purchasing 8, buying center 24, competitor 5, objectives 19 core answers; the cover does not count."""
    plan = opened(book)
    write(plan.forms[Cover], owner="Anna")
    assert "0 of 5 parts are complete; 0 of 64 core answers are there: 0%." in text_of(plan.state())


def test_solved_plan_counts_as_complete() -> None:
    """All five parts of the example stand, with nothing between them."""
    found = check_plan(solved_plan(), today=example.setting("today"))
    assert found.complete
    assert found.findings == ()


def test_question_mark_is_listed_below_the_plan(book: Workbook) -> None:
    """A question stands with its place until it is answered."""
    plan = opened(book)
    write(plan.forms[PurchasingStrategy], category="Rotating equipment?")
    assert rows_of(plan.state())[-1] == "Rotating equipment? Purchasing strategy, Category – –"
    write(plan.forms[PurchasingStrategy], category="Rotating equipment")
    assert "There is no open question about this account." in text_of(plan.state())


def test_open_question_shows_who_finds_out(book: Workbook) -> None:
    """Owner and date come from the list of open questions."""
    save(book, PurchasingStrategy, category="Which one?")
    draft = book.read(PurchasingStrategy, account_id=CUSTOMER)
    (asked,) = open_questions([(PurchasingStrategy.key(account_id=CUSTOMER), "", draft)])
    known = OpenQuestion(id=question_id(asked), owner="Inside sales", due=date(2026, 2, 1))
    book.keeper(OpenQuestions).save(book.read(OpenQuestions).put("questions", (known,)))
    assert rows_of(opened(book).state())[-1].endswith("Inside sales 1 Feb 2026")


def test_criteria_and_people_are_offered_in_other_parts(book: Workbook) -> None:
    """Names written in one part can be taken over in the next, as they stand at that moment."""
    plan = opened(book)
    add_person(plan, person="Ms Weber")
    known = plan.forms[CustomerGoals].editor.options.suggestions
    assert isinstance(known, Known)
    names = {kind: known[kind] for kind in known if kind != "horizons"}
    assert names == {"people": ("Ms Weber",), "criteria": (), "goals": ()}


def test_all_five_stand_on_paper(book: Workbook) -> None:
    """Each of the five has its plan, with lines to write on where nothing is."""
    save(book, BuyingCenter, members=({"person": "Ms Weber"},))
    html = key_accounts.edit_plan(book)._repr_mimebundle_()["text/html"]
    assert html.count('class="wb-pick"') == len(book.tiering.ids(Layer.TOP5)) == 5
    assert "Ms Weber" in html
    assert html.count('class="wb-line"') > 100


def test_check_and_picture_stand_on_paper(book: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where something is written, paper shows what the screen shows."""
    monkeypatch.setenv("WORKBOOK_STATIC", "1")
    save_example(book)
    shown = key_accounts.edit_plan(book)._repr_mimebundle_()["text/html"]
    assert "Nobody holds these roles yet: Gatekeeper." in shown
    assert shown.count("<figure") == 6


def test_check_looks_at_every_plan_that_was_begun(book: Workbook) -> None:
    """Parts with their counts, then alarms."""
    save(book, BuyingCenter, members=({"person": "Ms Weber"},))
    shown = text_of(key_accounts.check(book))
    assert "Aldersee Papier 5 points missing" in shown
    assert "“Buying center”: 1 of 24 answers are there." in shown
    assert "Buying center: Nobody here decides." in shown
    assert "Corvensee" not in shown


def test_check_without_a_plan_says_how_to_begin(book: Workbook) -> None:
    """Nothing written is no error."""
    assert "None of your five has a plan yet." in text_of(key_accounts.check(book))


def test_comparison_stands_beside_the_example(book: Workbook) -> None:
    """Six people in the example, one in the own plan."""
    assert "As soon as you have begun a plan" in text_of(key_accounts.show_comparison(book))
    save(book, BuyingCenter, members=({"person": "Ms Weber"},))
    assert "People in the buying center 6 1" in rows_of(key_accounts.show_comparison(book))


def test_panels_follow_the_plan(book: Workbook) -> None:
    """What is saved in the plan is known in the comparison at once."""
    shown = key_accounts.show_comparison(book)
    assert shown.view
    add_person(opened(book), person="Ms Weber")
    followers(book).flush()
    assert "People in the buying center" in str(shown.view.value)


def test_switching_closes_the_parts_that_were_open(book: Workbook) -> None:
    """Opening every part of plan after plan piles nothing up; a plan has more than three hundred widgets."""
    from ipywidgets.widgets.widget import _instances

    picker: PlanPicker = key_accounts.edit_plan(book).piece
    assert picker.view
    counts = []
    for code in ("C-03", "A-01", "C-03", "A-01"):
        picker.input.value = code
        assert picker.plan
        for button in picker.plan.steps.buttons:
            button.click()
        counts.append(len(_instances))
    assert counts[3] - counts[1] < 30


@pytest.mark.parametrize("language", ["de", "en"])
def test_example_speaks_the_language_of_the_workbook(make_book: MakeBook, language: str) -> None:
    """Pictures and answers of the solved plan are there in both languages."""
    book = make_book(language=language)
    with speaking(language):
        shown = text_of(key_accounts.show_example_objectives(book))
    assert ("Verfügbarkeit" in shown) == (language == "de")


def test_hostile_texts_do_nothing(book: Workbook) -> None:
    """A person called like a script is a name, in forms and pictures."""
    plan = opened(book)
    add_person(plan, person="<script>alert(1)</script> $$ {x}")
    assert "<script" not in go_to(plan, BuyingCenter)
    assert "<script" not in key_accounts.edit_plan(book)._repr_mimebundle_()["text/html"]


def test_a_plan_nobody_has_begun_is_a_sheet_to_write_on(book: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """On little room; a handout has the full form, and so has a plan with the first answer."""
    plan = opened(book)
    assert str(plan.html).count("wb-worksheet") == len(plan.parts)
    monkeypatch.setenv("WORKBOOK_HANDOUT", "1")
    assert "wb-worksheet" not in plan.html
    monkeypatch.delenv("WORKBOOK_HANDOUT")
    save_example(book)
    assert "wb-worksheet" not in opened(book).html
