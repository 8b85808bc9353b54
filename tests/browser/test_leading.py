"""From a line of the self-check into a plan that is closed: account, part and entry open, the cursor stands there."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import PATIENCE, Running, expect_chapter, make_folder, open_page, shown
from workbook.book import open_workbook
from workbook.plan.goals import CustomerGoals
from workbook.plan.year_plan import YearPlan
from workbook.terms import Layer

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a_line_leads_into_the_plan(chromium: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Chapter 3 opens the second account's goals, chapter 4 the year plan, each at the field the line speaks of."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    folder = make_folder(tmp_path, "de")
    book = open_workbook(folder=folder)
    account, year = book.tiering.ids(Layer.TOP5)[1], book.tiering.ids(Layer.NEXT15)[1]
    goals, plan = book.keeper(CustomerGoals, account_id=account), book.keeper(YearPlan, account_id=year)
    goals.save(goals.draft.add("goals", text="Weniger Ausfälle"))
    plan.save(plan.draft.put("goal", "Zweite Linie"))
    with Running.start(folder) as running:
        page = open_page(chromium, running.page_of("03_key_accounts"))
        expect_chapter(page, "03_key_accounts")
        name = book.tiering.table.at[account, "name"]
        shown(page).locator("li a[data-place*='wb-at-BuyingCenter']").first.click()
        expect(shown(page).locator(".wb-step-open")).to_contain_text("Buying Center", timeout=PATIENCE)
        expect(shown(page).locator("select").filter(has_text=name).first).to_have_value(name, timeout=PATIENCE)
        expect(shown(page).locator(".wb-at-BuyingCenter-members button:focus")).to_have_count(1, timeout=PATIENCE)
        page.locator("a[data-chapter='04_action_plans.ipynb']:visible").first.click()
        expect_chapter(page, "04_action_plans")
        shown(page).locator("li a[data-place*='wb-at-YearPlan-value']").first.click()
        expect(shown(page).locator(".wb-open .wb-at-YearPlan-value input")).to_be_focused(timeout=PATIENCE)
