"""Chapter 3 played through: the plan of a customer and of a prospect, in both languages."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import Running, make_folder, open_chapter
from workbook.book import Workbook, open_workbook
from workbook.i18n import catalogue
from workbook.plan.buying_center import BuyingCenter
from workbook.plan.competition import Competition
from workbook.plan.goals import CustomerGoals
from workbook.plan.key_account import Cover, Horizon
from workbook.plan.objectives import Objectives
from workbook.plan.open_questions import OpenQuestions
from workbook.plan.prospect import ProspectPlan
from workbook.plan.purchasing import PurchasingStrategy
from workbook.terms import Attitude, BuyingRole

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CUSTOMER, PROSPECT = "A-01", "V-22"


class Plan:
    """The plan of one account on the screen, in one language."""

    def __init__(self, page: Page, language: str) -> None:
        self.page = page
        self.words = catalogue(language).gettext
        self.label: Callable[[str, str], str] = catalogue(language).pgettext
        self.cell = page.locator(".jp-Cell", has=page.locator(".wb-steps-row")).last
        self.cell.locator(".wb-step-open").wait_for()

    def step(self, title: str) -> None:
        """Open a part with its button; what was typed in the one before is saved."""
        self.cell.locator(".wb-steps-row button", has_text=f" {self.words(title)}:").click()
        expect(self.cell.locator(".wb-step-open")).to_contain_text(self.words(title))

    def press(self, words: str) -> None:
        self.cell.get_by_role("button", name=self.words(words), exact=True).last.click()

    def go_on(self, title: str, while_there_comes: Locator | None = None) -> None:
        """Go to the next part, by the button below the open one; a sentence may push it away while it is pressed."""
        button = self.cell.get_by_role("button", name=self.words("Next: {part}").format(part=self.words(title)))
        button.hover()
        self.page.mouse.down()
        if while_there_comes:
            expect(while_there_comes).to_be_visible()
        self.page.mouse.up()
        expect(self.cell.locator(".wb-step-open")).to_contain_text(self.words(title))

    def field(self, label: str) -> Locator:
        return self.cell.get_by_label(self.words(label), exact=True).last

    def says(self, text: str) -> None:
        expect(self.cell.get_by_text(self.words(text)).first).to_be_visible()


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_plans_of_a_customer_and_a_prospect_are_written(
    chromium: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """Every part takes answers, wrong ones are refused at their field, pictures and questions follow, all is stored."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    folder = make_folder(tmp_path, language)
    with Running.start(folder) as running:
        page = open_chapter(chromium, running, "03_key_accounts")
        _write_customer(Plan(page, language), language)
        page.get_by_label(catalogue(language).gettext("Account"), exact=True).select_option(label="Veilsund Energie")
        _write_prospect(Plan(page, language))
        page.close()
    book = open_workbook(folder=folder)
    _expect_customer(book)
    _expect_prospect(book)


def _write_customer(plan: Plan, language: str) -> None:
    # Not answered yet, 24 and 36 months.
    expect(plan.field("How far the plan reaches").locator("option")).to_have_count(3)
    plan.field("How far the plan reaches").select_option(index=1)
    plan.step("Customer goals")
    plan.press("Add a goal")
    expect(plan.field("What the customer wants to reach")).to_be_focused()
    plan.field("What the customer wants to reach").fill("$$ <b>8,0</b> m³")
    plan.field("By when").fill("31.12.2027" if language == "de" else "31 Dec 2027")
    plan.step("Purchasing strategy")
    plan.press("Add a criterion")
    plan.field("Criterion").fill("Service")
    plan.field("Weight in per cent").fill("90")
    plan.field("Weight in per cent").press("Tab")
    expect(plan.cell.locator(".wb-problem", has_text="90").first).to_be_visible()
    plan.cell.get_by_role("button", name=plan.words("Go deeper")).last.click()
    plan.field("Category").fill("Pumpen?")
    owner = plan.cell.get_by_label(f"{plan.words('Who finds out')}: Pumpen?")
    owner.fill("Innendienst")
    plan.step("Buying center")
    plan.press("Add a person")
    plan.field("Name").fill("Frau Weber")
    plan.field(plan.label("BuyingRole", "Decider")).check()
    _let_help(plan)
    expect(plan.cell.locator('img[alt*="Frau Weber"]').first).to_be_visible()
    plan.step("Competitors")
    plan.cell.get_by_role("button", name=plan.words("Go deeper")).last.click()
    share = plan.field("Our share of the customer's demand in per cent")
    share.fill("130")
    refusal = plan.cell.locator(".wb-problem", has_text="100").first
    plan.go_on("Objectives and strategy", while_there_comes=refusal)
    for number in (1, 2, 3):
        plan.press("Add an objective")
        expect(plan.cell.get_by_role("button", name=f"▼ {number}")).to_be_visible()
    plan.press("Add an objective")
    plan.says("Three objectives are the limit; a fourth would take the focus away. Change one, or remove one first.")


def _let_help(plan: Plan) -> None:
    """Choose the attitude by the questions to it: never met, so it is unknown."""
    attitude = plan.page.get_by_label(plan.words("Attitude towards us"), exact=True)
    plan.cell.locator(".wb-field", has=attitude).last.get_by_role("button").click()
    question = plan.field("Have you seen or heard yourself how this person acts towards you?")
    question.select_option(label=plan.words("no"))
    plan.press("Take over")
    expect(plan.field("Attitude towards us")).to_have_value(plan.label("Attitude", "Unknown"))


def _write_prospect(plan: Plan) -> None:
    # Twelve months as well.
    expect(plan.field("How far the plan reaches").locator("option")).to_have_count(4)
    plan.field("How far the plan reaches").select_option(index=1)
    plan.step("What it takes to win")
    expect(plan.field("Who supplies the account today")).to_have_value("Arendsee Pumpen")
    plan.field("Why the customer would switch all the same").fill("Der Service braucht drei Tage")
    plan.go_on("Customer goals")


def _expect_customer(book: Workbook) -> None:
    read = {part: book.read(part, account_id=CUSTOMER) for part in (Cover, CustomerGoals, BuyingCenter)}
    (goal,) = read[CustomerGoals].values.goals
    (person,) = read[BuyingCenter].values.members
    assert (goal.text, goal.due) == ("$$ <b>8,0</b> m³", date(2027, 12, 31))
    assert (person.person, person.roles, person.attitude) == ("Frau Weber", (BuyingRole.DECIDER,), Attitude.UNKNOWN)
    assert read[Cover].values.horizon is Horizon.MONTHS_24
    assert book.read(PurchasingStrategy, account_id=CUSTOMER).values.criteria[0].weight == 90
    assert book.read(Competition, account_id=CUSTOMER).typed == {"our_share_of_wallet": "130"}
    assert len(book.read(Objectives, account_id=CUSTOMER).values.objectives) == 3
    (question,) = book.read(OpenQuestions).values.questions
    assert (question.text, question.owner) == ("Pumpen?", "Innendienst")


def _expect_prospect(book: Workbook) -> None:
    written = book.read(ProspectPlan, account_id=PROSPECT).values
    assert written.why_switch == "Der Service braucht drei Tage"
    assert written.incumbent_competitor == "Arendsee Pumpen"
    assert book.read(Cover, account_id=PROSPECT).values.horizon is Horizon.MONTHS_12
