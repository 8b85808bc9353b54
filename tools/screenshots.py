"""Pictures of every chapter in both languages, taken in a real browser: `make screenshots`.

They go to ``build/screenshots``; the few that the documentation shows are written to ``docs/images`` as well.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "build" / "screenshots"
IMAGES = ROOT / "docs" / "images"
REPS = {"de": "jonas-wittkamp-k7m2q9x4wd5t", "en": "alison-thorpe-p3v8h6r2nc9z"}
WIDTHS = (1280, 768)  # a laptop, and half a screen beside the CRM
TALLEST = 16_000  # what Chromium takes in one picture
SCROLLED = ".jp-WindowedPanel-outer, .jp-Notebook"  # which of them is taller depends on the windowing
PATIENCE = 180_000  # milliseconds until a chapter is there
SETTLE = 2_500  # milliseconds until widgets have drawn themselves
SCREEN = {"width": WIDTHS[0], "height": 900}
# Language, chapter, heading: what the documentation shows, one screen as a rep sees it.
SHOWN = {
    "chapter-en.png": ("en", "03_key_accounts", "Your plan"),
    "chapter-de.png": ("de", "02_tiering", "Ihre Pyramide"),
}


def main() -> None:
    """Render the demo cohort and take every picture."""
    shutil.rmtree(TARGET, ignore_errors=True)
    TARGET.mkdir(parents=True)
    IMAGES.mkdir(parents=True, exist_ok=True)
    subprocess.run([sys.executable, "-m", "workbook", "demo", "--out", str(TARGET / "demo")], check=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for language, rep in REPS.items():
            folder = TARGET / "demo" / "build" / rep
            take_page(browser, folder, language)
            take_chapters(browser, folder, language)
        browser.close()


def take_page(browser: Browser, folder: Path, language: str) -> None:
    """Take the first screens of workbook.html."""
    page = browser.new_page(viewport={"width": WIDTHS[0], "height": 1100})
    page.goto((folder / "workbook.html").as_uri())
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 1100})
        page.screenshot(path=TARGET / f"{language}-workbook-{width}.png")
    if language == "en":
        page.set_viewport_size({"width": WIDTHS[0], "height": 1100})
        page.locator(".wb-picture img").first.screenshot(path=IMAGES / "pyramid-en.png")
    page.close()


def take_chapters(browser: Browser, folder: Path, language: str) -> None:
    """Open the folder as a rep does and take each chapter from top to bottom."""
    command = [sys.executable, "-m", "workbook", "open", str(folder), "--no-browser"]
    opened = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert opened.stdout
    address = next(found[0] for line in opened.stdout if (found := re.search(r"http://\S+", line)))
    for notebook in sorted(folder.glob("[0-9][0-9]_*.ipynb")):
        page = browser.new_page(viewport={"width": WIDTHS[0], "height": 1000})
        page.goto(re.sub(r"tree/[^?]+", f"tree/{notebook.name}", address))
        page.wait_for_selector(".jp-NotebookPanel.wb-ready", timeout=PATIENCE)
        for width in WIDTHS:
            take_chapter(page, width, TARGET / f"{language}-{notebook.stem}-{width}.png")
        keep_shown(page, language, notebook.stem)
        page.close()
    opened.terminate()
    opened.communicate(timeout=30)


def take_chapter(page: Page, width: int, target: Path) -> None:
    """Make the window as tall as the chapter, so that one picture holds it."""
    page.set_viewport_size({"width": width, "height": 1000})
    page.wait_for_timeout(SETTLE)
    height = page.evaluate(f"Math.max(...[...document.querySelectorAll('{SCROLLED}')].map(each => each.scrollHeight))")
    page.set_viewport_size({"width": width, "height": min(int(height) + 40, TALLEST)})
    page.wait_for_timeout(SETTLE)
    page.screenshot(path=target)


def keep_shown(page: Page, language: str, chapter: str) -> None:
    """Take the screens that the documentation shows of this chapter."""
    for name, (spoken, shown, heading) in SHOWN.items():
        if (spoken, shown) == (language, chapter):
            page.set_viewport_size(SCREEN)
            page.get_by_role("heading", name=heading, exact=True).first.evaluate("each => each.scrollIntoView()")
            page.wait_for_timeout(SETTLE)
            page.screenshot(path=IMAGES / name)


if __name__ == "__main__":
    main()
