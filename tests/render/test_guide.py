"""The trainer's guide collects every note for the trainer, in both languages."""

import json
import re
from datetime import date
from pathlib import Path

from pypdf import PdfReader

from workbook.i18n import speaking
from workbook.render.guide import guide_page, write_guides
from workbook.render.html import compose_workbook
from workbook.render.settings import CohortSettings
from workbook.resources import resource

SETTINGS = CohortSettings(
    id="g-1", title="Autumn", trainer="Ruth Kern", date=date(2026, 11, 2), minutes={"tiering": {"chapter": 45}}
)
NOTEBOOKS = resource("notebooks")


def _notes() -> int:
    chapters = (json.loads(path.read_text(encoding="utf-8")) for path in NOTEBOOKS.glob("0*.ipynb"))
    return sum("trainer" in cell["metadata"]["tags"] for chapter in chapters for cell in chapter["cells"])


def test_every_note_is_there() -> None:
    """As many headings as notes, in nine chapters, and no note still says whom it is for."""
    page = guide_page(SETTINGS, NOTEBOOKS, "en")
    bodies = [chapter.body for chapter in page.chapters]
    assert len(bodies) == 9
    assert sum(body.count("<h3") for body in bodies) == _notes()
    assert not any("For the trainer." in body for body in bodies)


def test_minutes_are_those_of_the_cohort() -> None:
    """What the trainer has planned differently stands in the guide."""
    chapter = list(guide_page(SETTINGS, NOTEBOOKS, "en").chapters)[2]
    assert chapter.minutes == 45
    assert "45 minutes" in chapter.body


def test_guide_is_german_too(tmp_path: Path) -> None:
    """Both files are written; the German one speaks German."""
    write_guides(SETTINGS, NOTEBOOKS, tmp_path, pdf=False)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["trainer-guide-de.html", "trainer-guide-en.html"]
    german = (tmp_path / "trainer-guide-de.html").read_text(encoding="utf-8")
    assert 'lang="de"' in german
    assert "Leitfaden" in german
    assert not re.search(r"\b(the|and|your)\b", re.sub(r"<style>.*?</style>", "", german, flags=re.S))


def test_guide_is_drawn_as_pdf(tmp_path: Path) -> None:
    """Where it is asked for; short chapters share pages: with cover and contents they are fewer than eleven."""
    write_guides(SETTINGS, NOTEBOOKS, tmp_path, pdf=True)
    assert len(PdfReader(tmp_path / "trainer-guide-en.pdf").pages) < 11


def test_no_participant_is_in_it() -> None:
    """The guide is about the method: its page says so."""
    with speaking("en"):
        assert "nothing about participants" in compose_workbook(guide_page(SETTINGS, NOTEBOOKS, "en"))
