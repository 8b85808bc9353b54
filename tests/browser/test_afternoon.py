"""A rep's whole afternoon, in German and in English: accounts, prospect, two plans, an inquiry, the commitment.

And what happens to it when the kernel dies, the page is loaded anew, a second window is open, and the language changes.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import (
    Running,
    expect_chapter,
    make_folder,
    open_chapter,
    outlive_the_kernel,
    shown,
    turn_to,
    wait_until_drawn,
)
from tests.browser.rep import Rep
from workbook.book import Workbook, open_workbook
from workbook.plan.commitment import Commitment
from workbook.plan.goals import CustomerGoals
from workbook.plan.inquiries import Inquiries
from workbook.plan.key_account import Cover
from workbook.plan.year_plan import YearPlan
from workbook.resources import resource
from workbook.terms import Layer

pytestmark = [pytest.mark.browser, pytest.mark.slow]

OTHER = {"de": "en", "en": "de"}
GOAL = "Weniger Ausschuss <b> & mehr Ruhe"


@pytest.mark.parametrize("language", ["de", "en"])
def test_whole_afternoon(chromium: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    """Everything typed is in the store, survives every accident, and is there in the other language."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    folder = make_folder(tmp_path, language)
    with Running.start(folder) as running:
        page = open_chapter(chromium, running, "01_accounts")
        rep = Rep(page, language, folder)
        _load_accounts(rep, _export(tmp_path))
        _choose_prospect(rep)
        _plan_one_of_five(rep)
        _plan_one_of_fifteen(rep)
        _answer_an_inquiry(rep)
        _commit(rep)
        _survive(rep, chromium, running)
    with Running.start(folder, "--speak", OTHER[language]) as again:
        page = open_chapter(chromium, again, "07_commitment")
        Rep(page, OTHER[language], folder).see("Who will ask me about it", "Petra Weber")
        page.close()


def _export(folder: Path) -> Path:
    """Write the accounts of the example as another list: one has a new name."""
    target = folder / "export.csv"
    text = resource("data", "example", "accounts.csv").read_text(encoding="utf-8")
    target.write_text(text.replace("Aldersee Papier", "Aldersee Karton"), encoding="utf-8")
    return target


def _load_accounts(rep: Rep, file: Path) -> None:
    with rep.page.expect_file_chooser() as chooser:
        shown(rep.page).locator(".wb-form .widget-upload").first.click()
    chooser.value.set_files(file)
    form = shown(rep.page).locator(".wb-form").filter(has=rep.page.locator(".widget-upload")).first
    use = form.get_by_role("button", name=rep.words("Use these accounts"))
    expect(use).to_be_visible()
    wait_until_drawn(rep.page)
    for place in range(form.locator("input[type=checkbox]").count()):
        form.locator("input[type=checkbox]").nth(place).check()
    expect(use).to_be_enabled()
    use.click()
    rep.stored(lambda book: "Aldersee Karton" in set(book.portfolio.accounts["name"]), True)


def _choose_prospect(rep: Rep) -> None:
    turn_to(rep.page, "02_tiering")
    shown(rep.page).get_by_label("Wolkenhain Bäder").first.check()
    rep.stored(lambda book: book.decisions.prospect, ("W-23",))


def _plan_one_of_five(rep: Rep) -> None:
    turn_to(rep.page, "03_key_accounts")
    rep.write("Sponsor in our management", "Dr. Keller")
    account = open_workbook(folder=rep.folder).tiering.ids(Layer.TOP5)[0]
    rep.stored(lambda book: book.read(Cover, account_id=account).values.sponsor, "Dr. Keller")
    shown(rep.page).get_by_role("button", name=f"2 {rep.words('Customer goals')}").first.click()
    rep.press("Add a goal")
    rep.write("What the customer wants to reach", GOAL)
    rep.stored(lambda book: _goals(book, account), (GOAL,))


def _goals(book: Workbook, account: str) -> tuple[str | None, ...]:
    return tuple(each.text for each in book.read(CustomerGoals, account_id=account).values.goals if each.text)


def _plan_one_of_fifteen(rep: Rep) -> None:
    turn_to(rep.page, "04_action_plans")
    book = open_workbook(folder=rep.folder)
    account = book.tiering.ids(Layer.NEXT15)[0]
    shown(rep.page).get_by_role("button", name=str(book.portfolio.accounts.loc[account, "name"])).first.click()
    _press_while_it_is_drawn_anew(rep, GOAL)
    rep.stored(lambda book: book.read(YearPlan, account_id=account).values.goal, GOAL)


def _press_while_it_is_drawn_anew(rep: Rep, goal: str) -> None:
    """A save draws the links anew while the rep presses one: it leads there all the same."""
    rep.page.locator("a[data-chapter='05_reactive_base.ipynb']:visible").first.hover()
    rep.page.mouse.down()
    pressed = rep.page.locator("a[data-chapter]:active").element_handle()
    rep.write("Sales goal with this customer this year", goal)
    rep.page.wait_for_function("(link) => !link.isConnected", arg=pressed)
    rep.page.mouse.up()


def _answer_an_inquiry(rep: Rep) -> None:
    expect_chapter(rep.page, "05_reactive_base")
    rep.press("Add an inquiry")
    rep.write("Account", "Zirbenhof Saft")
    rep.stored(lambda book: [each.account for each in book.read(Inquiries).values.inquiries], ["Zirbenhof Saft"])


def _commit(rep: Rep) -> None:
    turn_to(rep.page, "07_commitment")
    rep.write("Who will ask me about it", "Petra Weber")
    rep.stored(lambda book: book.read(Commitment).values.witness, "Petra Weber")


def _survive(rep: Rep, chromium: Browser, running: Running) -> None:
    """Loaded anew, in a second window, and with a new kernel the text is there."""
    rep.page.reload()
    rep.see("Who will ask me about it", "Petra Weber")
    second = Rep(open_chapter(chromium, running, "07_commitment"), rep.language, rep.folder)
    second.see("Who will ask me about it", "Petra Weber")
    second.write("Who will ask me about it", "Petra Weber und Uwe")
    rep.see("Who will ask me about it", "Petra Weber und Uwe")
    rep.write("Who will ask me about it", "Petra Weber")
    rep.stored(lambda book: book.read(Commitment).values.witness, "Petra Weber")
    second.page.close()
    outlive_the_kernel(rep.page, running)
    rep.see("Who will ask me about it", "Petra Weber")
    rep.page.close()
