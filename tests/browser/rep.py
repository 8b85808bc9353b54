"""A rep at one window: presses and fills in what carries a label, in the language of the workbook."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import shown, wait_until_stored
from workbook.book import Workbook
from workbook.i18n import catalogue


class Rep:
    """One window, in one language; labels are given in English."""

    def __init__(self, page: Page, language: str, folder: Path) -> None:
        self.page, self.language = page, language
        self.folder = folder
        self.words = catalogue(language).gettext

    def field(self, label: str, *, exact: bool = False) -> Locator:
        typed = self.page.locator("input, textarea")
        return shown(self.page).get_by_label(self.words(label), exact=exact).and_(typed).first

    def write(self, label: str, text: str, *, exact: bool = False) -> None:
        self.field(label, exact=exact).fill(text)
        self.field(label, exact=exact).blur()

    def press(self, label: str) -> None:
        shown(self.page).get_by_role("button", name=self.words(label)).first.click()

    def see(self, label: str, text: str) -> None:
        expect(self.field(label)).to_have_value(text)

    def read(self, sentence: str) -> None:
        """Wait until a sentence stands on the page."""
        expect(shown(self.page).get_by_text(sentence).first).to_be_visible()

    def stored(self, read: Callable[[Workbook], object], wanted: object) -> None:
        """Wait until the store holds what was typed."""
        wait_until_stored(self.folder, read, wanted)
