"""The trainer's index in a real browser: the search finds, and nothing that people wrote runs."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.render.fixtures import write_cohort
from tests.render.test_collecting import PAYLOADS, document, packed, section
from workbook.cli import run

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HOSTILE = "<img src=x onerror=alert(1)>"


@pytest.fixture
def index(chromium: Browser, tmp_path: Path) -> Page:
    """The index of three people, one of whom has a hostile name and shares hostile texts."""
    cohort = write_cohort(tmp_path / "cohort", "Anna Groß", HOSTILE, "Müller")
    texts = [{**section(payload, f"exercise/start/{n}"), "account": payload} for n, payload in enumerate(PAYLOADS)]
    (tmp_path / "a.zip").write_bytes(packed(json.dumps(document("participant1", sections=texts))))
    run(["collect", str(cohort), str(tmp_path / "a.zip")])
    page = chromium.new_page()
    page.noises = []
    page.on("dialog", lambda dialog: (page.noises.append(dialog.message), dialog.dismiss()))
    page.on("console", lambda message: page.noises.append(message.text))
    page.on("pageerror", lambda error: page.noises.append(str(error)))
    page.goto((cohort / "build" / "index.html").as_uri(), wait_until="load")
    return page


def found(index: Page, words: str) -> list[str]:
    index.fill("#wb-search", words)
    return [row.inner_text() for row in index.locator("tr[data-row] th:visible").all()]


def test_search_filters_while_typing(index: Page) -> None:
    """Parts of names and words in any order, in any case, with and without umlauts; an empty field shows all."""
    assert found(index, "gross") == ["Anna Groß"]
    assert found(index, "WAITING mull") == ["Müller"]
    assert index.locator("#wb-found").inner_text() == "1 found"
    assert len(found(index, "")) == 3
    index.close()


def test_nothing_people_wrote_runs(index: Page) -> None:
    """No dialog, no error, no refused script: there is none to refuse. The policy lets no other script run."""
    index.locator("summary").click()
    assert found(index, "onerror") == [HOSTILE]
    index.evaluate("document.body.append(Object.assign(document.createElement('script'), {textContent: 'alert(2)'}))")
    assert [noise for noise in index.noises if "Content Security Policy" not in noise] == []
    assert len(index.noises) == 1
    index.close()


def test_a_narrow_window_needs_no_scrolling(index: Page) -> None:
    """On a small screen nothing but a wide table moves sideways."""
    index.set_viewport_size({"width": 420, "height": 800})
    assert index.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    index.close()
