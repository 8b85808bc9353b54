"""The trainer's pages for the days 30, 60 and 90: dates from the seminar, questions, and shared texts only."""

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.render.fixtures import write_cohort
from tests.render.test_collecting import NAMES, REFS, document, packed, section
from workbook.cli import run
from workbook.i18n import speaking
from workbook.render.follow_up import FollowUp, follow_up_page, write_follow_ups
from workbook.render.settings import CohortSettings

SETTINGS = CohortSettings(id="g-1", title="Autumn <b>", trainer="Ruth Kern", date=date(2026, 11, 2))
NOBODY = FollowUp(SETTINGS, {}, {})


@pytest.fixture
def cohort(tmp_path: Path) -> Path:
    return write_cohort(tmp_path / "cohort", *NAMES)


@pytest.fixture
def collect(cohort: Path, tmp_path: Path) -> Callable[..., None]:
    """Hand in the shared sections of a participant."""

    def hand_in(ref: str, *sections: dict[str, object]) -> None:
        file = tmp_path / f"shared-{ref}.zip"
        file.write_bytes(packed(json.dumps(document(ref, sections=list(sections)))))
        assert run(["collect", str(cohort), str(file)]) == 0

    return hand_in


def _promise(words: str) -> dict[str, object]:
    values = {"intentions": [{"id": "i", "then": words}]}
    return {**section("", "commitment"), "text": {"schema": 2, "values": values, "typed": {}}}


def _check_in(days: int, words: str) -> dict[str, object]:
    text = {"schema": 1, "values": {"kept": words}, "typed": {}}
    return {**section("", f"check_in/{days}"), "text": text}


def _page(cohort: Path, days: int, language: str = "de") -> str:
    return (cohort / "build" / f"follow-up-{days}-{language}.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(("days", "told"), [(30, "2 Dec 2026"), (60, "1 Jan 2027"), (90, "31 Jan 2027")])
def test_dates_are_counted_from_the_seminar(days: int, told: str) -> None:
    """The seminar of 2 November 2026 is followed up on these days."""
    with speaking("en"):
        page = follow_up_page(NOBODY, days, "en")
    assert f"<h1>After {days} days: {told}</h1>" in page
    assert "Autumn &lt;b&gt;" in page


def test_three_pages_in_two_languages(tmp_path: Path) -> None:
    """Six files; the German ones speak German, and each links the other two."""
    names = {path.name for path in write_follow_ups(NOBODY, tmp_path)}
    assert names == {f"follow-up-{days}-{language}.html" for days in (30, 60, 90) for language in ("de", "en")}
    german = (tmp_path / "follow-up-60-de.html").read_text(encoding="utf-8")
    assert not re.search(r"\b(the|and|your|ask)\b", re.sub(r"<style>.*?</style>", "", german, flags=re.S))
    assert [days for days in (30, 60, 90) if f'href="follow-up-{days}-de.html"' in german] == [30, 90]


def test_only_promises_and_check_ins_stand_there(cohort: Path, collect: Callable[..., None]) -> None:
    """The promise everywhere, a check-in from its day on, other texts nowhere; who shared none of it is not named."""
    collect(REFS[3], _promise("freitags planen"), _check_in(60, "drei von fünf"), section("eine Übung"))
    collect(REFS[4], section("noch eine Übung"))
    first, second = _page(cohort, 30), _page(cohort, 60)
    assert ("freitags planen" in first, "drei von fünf" in first) == (True, False)
    assert "drei von fünf" in second
    assert not any(words in second for words in ("Übung", "Emil Sand", "Anna Groß"))


def test_people_stand_in_the_order_of_the_list(cohort: Path, collect: Callable[..., None]) -> None:
    """Whoever handed in first or wrote more: nobody is ranked."""
    for ref in (REFS[5], REFS[0], REFS[2]):
        collect(ref, _promise("freitags planen " * len(ref)))
    page = _page(cohort, 30)
    found = sorted((page.index(name), name) for name in NAMES if name in page)
    assert [name for _place, name in found] == ["Anna Groß", "Cleo Fuchs", "Fritz Au"]


def test_what_is_taken_back_is_gone(cohort: Path, collect: Callable[..., None]) -> None:
    """A file that shares nothing renews the pages too."""
    collect(REFS[0], _promise("freitags planen"))
    collect(REFS[0])
    assert "freitags planen" not in _page(cohort, 90)


def test_the_index_links_them(cohort: Path, collect: Callable[..., None]) -> None:
    """In the language of the one who collects, with their days."""
    collect(REFS[0], _promise("freitags planen"))
    index = (cohort / "build" / "index.html").read_text(encoding="utf-8")
    linked = re.findall(r'href="(follow-up-\d\d-\w\w\.html)"', index)
    assert len(linked) == 3
    assert all((cohort / "build" / name).is_file() for name in linked)
