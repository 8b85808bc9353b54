"""A rep decides in chapter 2, and a new kernel has it all: prospect, former customer, swap, waiver, setting."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import Running, make_folder, open_chapter
from workbook.book import open_workbook
from workbook.i18n import catalogue, speaking
from workbook.terms import Layer, Slot

pytestmark = [pytest.mark.browser, pytest.mark.slow]

REASON = "Their framework contract ends in spring."
BELOW_EACH_OTHER = "(all) => new Set(all.map((each) => Math.round(each.getBoundingClientRect().x))).size === 1"


class Chapter:
    """Chapter 2 on the screen, in one language."""

    def __init__(self, page: Page, language: str) -> None:
        self.page = page
        self.words = catalogue(language).gettext

    def form(self, label: str) -> Locator:
        return self.page.locator(".wb-form", has=self.page.get_by_text(self.words(label), exact=True)).last

    def pick(self, label: str, text: str) -> None:
        self.form(label).get_by_label(self.words(label)).select_option(label=text)

    def write(self, form: Locator, label: str, text: str) -> None:
        form.get_by_label(self.words(label)).fill(text)

    def press(self, button: str) -> None:
        self.page.get_by_role("button", name=self.words(button), exact=True).click()

    def pyramid_names(self, name: str) -> Locator:
        return self.page.locator(f'img[alt*="{name}"]').first


@pytest.mark.parametrize("language", ["de", "en"])
def test_decisions_survive_the_next_start(
    chromium: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """Every decision is made on the screen, pictures follow, a refusal keeps what was typed."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    folder = make_folder(tmp_path, language)
    with Running.start(folder) as running:
        _decide(Chapter(open_chapter(chromium, running, "02_tiering"), language), language)
    _expect_stored(folder)

    with Running.start(folder) as again:
        chapter = Chapter(open_chapter(chromium, again, "02_tiering"), language)
        expect(chapter.form("Which account do you want to win?").get_by_role("radio").nth(2)).to_be_checked()
        expect(chapter.page.get_by_text(REASON)).not_to_have_count(0)
        expect(chapter.page.get_by_role("button", name=re.compile(chapter.words("Take back")))).to_have_count(5)
        expect(chapter.page.get_by_role("checkbox", name="Zirbenhof Saft")).to_be_checked()
        sheet = chapter.page.locator(".wb-sheet")
        for name in ("Bornholt Chemie", "Wolkenhain Bäder", chapter.words("Formula incomplete")):
            expect(sheet).to_contain_text(name)
        chapter.page.close()


def _decide(chapter: Chapter, language: str) -> None:
    _try_out(chapter)
    chapter.page.get_by_role("checkbox", name="Zirbenhof Saft").check()
    candidates = chapter.form("Which account do you want to win?").get_by_role("radio")
    # The confirmed former customer joins the prospects: the list is made anew.
    expect(candidates).to_have_count(4)
    # The circles stand in front of the names, one below the other.
    chapter.page.wait_for_function(BELOW_EACH_OTHER, arg=candidates.element_handles())
    candidates.nth(2).check()
    expect(chapter.pyramid_names("Wolkenhain Bäder")).to_be_visible()
    with speaking(language):
        entering, leaving = f"Bornholt Chemie – {Layer.NEXT15.label}", f"Immenried Pharma – {Layer.TOP5.label}"
        slot = f"{Slot.LARGEST_POTENTIAL.label} – Grünmoor Wasserwerke"
        chosen = f"Wolkenhain Bäder – {Layer.TOP5.label}"
    swap = chapter.form("Which account moves in?")
    # What follows a decision is drawn piece by piece; the form below has its turn after the pyramid.
    expect(swap.locator("option", has_text=chosen)).to_have_count(2)
    chapter.pick("Which account moves in?", entering)
    chapter.write(swap, "Your reason", REASON)
    chapter.press("Make the swap")
    expect(swap.locator(".wb-problem")).to_be_visible()
    expect(swap.get_by_label(chapter.words("Your reason"))).to_have_value(REASON)
    chapter.pick("Which account leaves?", leaving)
    chapter.press("Make the swap")
    expect(swap.locator(".wb-status")).to_contain_text("Bornholt Chemie")
    expect(chapter.pyramid_names("Bornholt Chemie")).to_be_visible()
    waiver = chapter.form("Which place?")
    chapter.pick("Which place?", slot)
    chapter.write(waiver, "Your reason", REASON)
    chapter.press("Give up this place")
    expect(waiver.locator(".wb-status")).to_be_visible()
    chapter.page.close()


def _try_out(chapter: Chapter) -> None:
    """Turn the weight to 0.60: pyramid and table appear at once; the setting is kept."""
    slider = chapter.page.get_by_role("slider")
    slider.focus()
    pictures = chapter.page.locator(".jp-Cell", has=slider).locator(".wb-picture")
    expect(pictures).to_have_count(0)
    for _step in range(2):
        slider.press("ArrowRight")
    expect(chapter.page.get_by_text(re.compile("= 0[.,]60 ×"))).to_be_visible()
    expect(chapter.page.get_by_text(chapter.words("Stored so far"))).to_be_visible()
    expect(pictures).to_have_count(1)
    chapter.press("Keep this setting")
    expect(chapter.page.get_by_text(chapter.words("This setting is stored. All tables and pictures use it now."))
           ).to_be_visible()  # fmt: skip


def _expect_stored(folder: Path) -> None:
    book = open_workbook(folder=folder)
    assert (book.rules.weight, book.decisions.confirmed_former) == (0.6, ("Z-24",))
    assert book.decisions.prospect == ("W-23",)
    assert [(each.account_in, each.account_out) for each in book.decisions.overrides] == [("B-02", "I-09")]
    assert [each.slot for each in book.decisions.waivers] == [Slot.LARGEST_POTENTIAL]
