"""Everybody can work in it: a screen reader, the keyboard alone, a narrow window, letters of double size."""

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Running, open_chapter, shown, turn_to
from workbook.chapters.path import CHAPTERS

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HERE = ".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Notebook"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}
# 640 px are what a window of 1280 px has at a zoom of 200 %.
WIDTHS = (1280, 768, 640)
PLACE = ".jp-WindowedPanel-outer"
# Lab lays a chapter out some frames after the window has changed; then it is as it was a few frames ago.
LAID_OUT = """async ([here, width]) => {
  const frame = () => new Promise((resume) => requestAnimationFrame(resume));
  const place = document.querySelector(`${here} .jp-WindowedPanel-outer`);
  const sizes = () => `${place.clientWidth} ${place.scrollWidth} ${place.scrollHeight}`;
  const before = sizes();
  for (let count = 0; count < 10; count++) await frame();
  return window.innerWidth === width && place.clientWidth <= width && sizes() === before;
}"""
MARK = "wbSeen"
CAN_BE_FOCUSED = "a[href], button, input, textarea, select, [tabindex='0']"


def test_every_chapter_for_everybody(chromium: Browser, folder: Path) -> None:
    """Axe finds nothing serious, and at no width a chapter has to be pushed sideways."""
    with Running.start(folder) as running:
        page = open_chapter(chromium, running, "00_start")
        page.set_viewport_size({"width": 1280, "height": 900})
        found = {}
        for chapter in CHAPTERS.values():
            turn_to(page, chapter)
            found[chapter] = [*_serious(page), *_too_wide(page)]
        page.close()
    assert found == {chapter: [] for chapter in CHAPTERS.values()}


def _serious(page: Page) -> list[str]:
    report = Axe().run(page, context=HERE, options=RULES).response
    return [_told(each) for each in report["violations"] if each["impact"] in ("serious", "critical")]


def _told(violation: dict[str, Any]) -> str:
    return f"{violation['id']}: {violation['nodes'][0]['html'][:200]}"


def _too_wide(page: Page) -> list[str]:
    wide = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        sideways = _sideways(page, width)
        wide += [f"{width} px: {sideways} px too wide"] if sideways > 1 else []
    page.set_viewport_size({"width": 1280, "height": 900})
    return wide


def _sideways(page: Page, width: int) -> int:
    """Return by how much the chapter is wider than its place, once it is laid out for a window of this width."""
    page.wait_for_function(LAID_OUT, arg=[HERE, width])
    pixels: int = shown(page).locator(PLACE).evaluate("each => each.scrollWidth - each.clientWidth")
    return pixels


def test_the_keyboard_reaches_everything_in_order(chromium: Browser, folder: Path) -> None:
    """Tab goes through every link, field and button of a chapter from top to bottom, and leaves it at the end."""
    with Running.start(folder) as running:
        page = open_chapter(chromium, running, "00_start")
        turn_to(page, "05_reactive_base")
        wanted = _places(page)
        reached = _tabbed(page, len(wanted) + 20)
        page.close()
    assert wanted
    assert [place for place in reached if place in wanted] == wanted


def _places(page: Page) -> list[str]:
    """Number everything that can be reached, in the order it stands on the page; return the numbers."""
    numbers: list[str] = shown(page).evaluate(
        """(panel, [reachable, mark]) => [...panel.querySelectorAll(reachable)]
          .filter((each) => each.offsetParent && !each.disabled && each.tabIndex >= 0 && !each.matches('.jp-Cell'))
          .map((each, number) => (each.dataset[mark] = String(number)))""",
        [CAN_BE_FOCUSED, MARK],
    )
    return numbers


def _tabbed(page: Page, times: int) -> list[str]:
    page.evaluate("document.activeElement.blur()")
    reached: list[str] = []
    for _press in range(times):
        page.keyboard.press("Tab")
        place = page.evaluate("(mark) => document.activeElement?.dataset[mark] ?? ''", MARK)
        if place and place not in reached:
            reached.append(place)
    return reached
