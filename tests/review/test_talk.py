"""The quarterly talk sheet: what it says, that it has two pages, and that it stays until it is released."""

import io
from pathlib import Path

import pypdf
import pytest

from tests.review.crowded import make_crowded
from tests.review.exports import make_book, rows
from tests.review.talk import FIRST, Eventful, eventful, save
from workbook.book import Workbook, shareable, write_shared
from workbook.book.talk import talk_sheet
from workbook.book.talk_questions import suggested_talk
from workbook.book.talk_sheet import talk_page_html
from workbook.cli import run
from workbook.i18n import speaking
from workbook.plan.talk import QuarterlyTalk, names_key, release_key
from workbook.render.exports.registry import export_files
from workbook.render.exports.talk_pdf import talk_pdf

__all__ = ["eventful"]


@pytest.fixture
def book(eventful: Eventful, tmp_path: Path) -> Workbook:
    """Anna's second quarter."""
    return eventful(tmp_path)


def _pages(content: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]


def test_changes_are_told_in_words(book: Workbook) -> None:
    """The decider who came nearer and the objective that slipped, under the name of the account."""
    book.share(names_key("2027Q1"))
    ((title, sentences),) = talk_sheet(book).changes
    assert title == "Ahorn AG (Top 5)"
    assert "Petra Lindqvist (Decider) moved from Neutral to Supporter." in sentences
    assert "Objective 1 slipped by 60 days." in sentences


def test_questions_come_from_the_state(book: Workbook) -> None:
    """The slipped objective, the late action, then a question that always helps; the decision: the waiting moves."""
    talk = suggested_talk(book)
    assert talk.first == (
        "Ahorn AG: “Service contract for both lines” is due on 30 Apr 2027 now, 60 days later."
        " Is it still one of the three?"
    )
    assert talk.second == "1 action is overdue: Holunder AG, “Visit Petra Lindqvist”. What may I drop for it?"
    assert talk.third == "Which of my five would you exchange, and for whom?"
    assert talk.decision is not None
    assert talk.decision.startswith("Do you agree to the moves of this quarter: Lorbeer AG to “Top 5”;")


def test_what_the_rep_writes_is_what_is_asked(book: Workbook) -> None:
    """Own words stand in place of the suggestions, an empty one is a line to write on; next quarter begins anew."""
    save(book, QuarterlyTalk(first="May I drop the fair?", decision="A second visit a month?"), name=book.quarter)
    sheet = talk_sheet(book)
    assert (sheet.questions, sheet.decision) == (("May I drop the fair?", "", ""), "A second visit a month?")
    assert book.read(QuarterlyTalk, name="2027Q2").empty


def test_people_are_codes_unless_the_rep_names_them(book: Workbook) -> None:
    """In changes and in questions; accounts and the rep keep their names."""
    page = talk_page_html(book)
    assert "Lindqvist" not in page
    assert all(name in page for name in ("Ahorn AG", "Anna Weiß", "Person "))
    book.share(names_key(book.quarter))
    assert "Petra Lindqvist" in talk_page_html(book)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "de"])
def test_the_sheet_has_two_pages(eventful: Eventful, tmp_path: Path, language: str) -> None:
    """Changes on the first, questions and decision on the second, in the language of the workbook."""
    first, second = _pages(talk_pdf(eventful(tmp_path, language)))
    words = {"en": ("What has changed", "Three questions for you"), "de": ("Was sich", "Drei Fragen an Sie")}[language]
    assert (words[0] in first, words[1] in second) == (True, True)


@pytest.mark.slow
def test_two_pages_with_500_accounts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twenty plans written anew in words far too long: still two, and the first says how much is left out."""
    first, second = _pages(talk_pdf(make_crowded(tmp_path / "anna", monkeypatch)))
    assert "more changes" in first
    assert "Three questions for you" in second


def test_the_first_quarter_has_a_sheet_too(tmp_path: Path) -> None:
    """It has two pages, says that the talk begins here, and is no file until something is written for it."""
    book = make_book(tmp_path / "anna", rows(), FIRST)
    assert "here the talk begins" in _pages(talk_pdf(book))[0]
    assert [file.name for file in export_files(book, "html") if "talk" in file.name] == []


def test_nothing_leaves_the_folder_unreleased(
    book: Workbook, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Elsewhere nothing is written, and it is said why; in the own folder it is."""
    out = tmp_path / "out"
    command = ["export", str(book.folder), "--formats", "html,pptx", "--about", "talk", "--language", "en"]
    assert run([*command, "--out", str(out)]) == 0
    assert "stays in the folder of the workbook until you release it" in capsys.readouterr().out
    assert not out.exists()
    assert run(command) == 0
    assert (book.folder / "quarterly-talk-2027Q1.html").stat().st_mode & 0o077 == 0


def test_a_released_sheet_leaves(book: Workbook, tmp_path: Path) -> None:
    """After the rep's yes it is written elsewhere; what the trainer gets has nothing to do with it."""
    book.share(release_key("2027Q1"))
    command = ["export", str(book.folder), "--formats", "html", "--about", "talk", "--out", str(tmp_path / "out")]
    assert run(command) == 0
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["quarterly-talk-2027Q1.html"]
    assert write_shared(book, tmp_path).content.empty


def test_the_release_is_for_one_quarter(book: Workbook) -> None:
    """A yes of the last quarter is none in this one."""
    book.share(release_key("2026Q4"))
    assert [file.held for file in export_files(book, "html") if file.about == "talk"] == [True]


def test_the_talk_itself_is_shared_only_when_ticked(book: Workbook, tmp_path: Path) -> None:
    """Its words are a text like others: the trainer reads it once the rep has ticked it."""
    save(book, QuarterlyTalk(first="May I drop the fair?"), name=book.quarter)
    key = QuarterlyTalk.key(name=book.quarter)
    assert key in shareable(book)
    assert write_shared(book, tmp_path).content.empty


def test_hostile_words_stay_words(book: Workbook) -> None:
    """What a rep types is escaped on the page."""
    save(book, QuarterlyTalk(first="<script>alert(1)</script> $$"), name=book.quarter)
    with speaking("en"):
        assert "&lt;script&gt;alert(1)&lt;/script&gt; $$" in talk_page_html(book)


def test_nothing_to_write_is_no_success(eventful: Eventful, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A number that is none of the five: said in a sentence, exit 2, no folder."""
    book = eventful(tmp_path)
    command = ["export", str(book.folder), "--formats", "html", "--about", "x99", "--language", "en"]
    assert run([*command, "--out", str(tmp_path / "out")]) == 2
    assert "There is no file of this kind about “x99”" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
