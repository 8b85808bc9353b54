"""The plan and its summary as pages: everything asked, everything written, lines to write on, and nothing that runs."""

import re
from collections.abc import Callable
from datetime import date
from typing import ClassVar

import pytest

from tests.exports.conftest import ACCOUNT, PROSPECT, write
from workbook.book import Workbook
from workbook.book.account_plan import account_plan
from workbook.i18n import speaking
from workbook.plan.answers import answer
from workbook.plan.buying_center import BuyingCenter, BuyingCenterMember
from workbook.plan.draft import Draft
from workbook.plan.fields import Depth, LongText, Text, describe, field
from workbook.plan.goals import CustomerGoal, CustomerGoals
from workbook.plan.key_account import Cover
from workbook.plan.objectives import Objectives
from workbook.plan.section import Item, Section
from workbook.plan.whole_plan import FIVE_PARTS
from workbook.render.exports.plan_layout import Fit, part_html
from workbook.render.exports.plan_page import PlanPages

HOSTILE = '<img src=x onerror="alert(1)">{{7*7}} $$ %s'


class Visit(Item):
    """An entry of a section of our own."""

    what: Text | None = field("What was seen")
    lesson: LongText | None = field("What was learnt", depth=Depth.DEEPENING)


class Visits(Section):
    """A section of our own: nobody has listed its fields anywhere else."""

    KEY: ClassVar[str] = "visits/{account_id}"
    TITLE: ClassVar[str] = "Visits"

    mood: Text | None = field("Mood of the customer")
    secret: Text | None = field("Remark", depth=Depth.DEEPENING)
    visits: tuple[Visit, ...] = field("List of visits", default=(), most=9, wanted=2)


def text_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", re.sub(r"<style>.*?</style>", "", html, flags=re.S)).split())


def whole(book: Workbook, account_id: str = ACCOUNT, fit: Fit | None = None) -> str:
    with speaking(book.language):
        return PlanPages(account_plan(book, account_id)).whole(fit or Fit())


def test_fields_come_from_their_descriptions() -> None:
    """Core is asked for with a line for each answer the seminar wants; deepening appears once it is answered."""
    blank = part_html(Draft(Visits()), "EUR")
    assert text_of(blank) == "Mood of the customer List of visits What was seen"
    assert blank.count("wb-plan-blank") == 3
    written = part_html(Draft(Visits(secret="R", visits=(Visit(what="A", lesson="B"),))), "EUR")
    assert text_of(written).endswith("What was seen A What was learnt: B")
    assert "Remark R" in text_of(written)


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_blank_plan_asks_every_core_question(make_planned: Callable[..., Workbook], language: str) -> None:
    """Everything core stands there with room for an answer; nothing that goes deeper does."""
    book = make_planned(language)
    page = text_of(whole(book, "G-07"))
    with speaking(language):
        for part in (Cover, *FIVE_PARTS):
            fields = describe(part)
            assert [each.label for each in fields if each.core and each.label not in page] == []
        assert describe(CustomerGoals)[0].entry is CustomerGoal
        assert describe(CustomerGoal)[-1].label not in page


def test_every_answer_is_on_the_page(planned: Workbook) -> None:
    """Whatever is written in the plan can be read on the page as it stands."""
    plan = account_plan(planned, ACCOUNT)
    page = text_of(PlanPages(plan).whole())
    for part, draft in plan.drafts.items():
        for each in describe(part):
            said = answer(draft, each.name) if each.kind != "items" else ""
            assert " ".join(said.split()) in page, (part, each.name)
    assert all(member.person in page for member in plan.drafts[BuyingCenter].values.members)


def test_score_and_hints_are_those_of_the_notebook(planned: Workbook) -> None:
    """The formula of the whole, the count of each part, and every sentence of the check."""
    plan = account_plan(planned, ACCOUNT)
    page = text_of(PlanPages(plan).whole())
    assert plan.found.formula in page
    for part in plan.parts:
        check = plan.found.parts[part]
        assert part is Cover or check.completeness.formula in page
        assert [each for each in check.findings if part is not Cover and each.sentence not in page] == []


def test_the_cover_says_which_version_it_is(planned: Workbook) -> None:
    """The day of the last saving, and both reviews."""
    page = text_of(whole(planned))
    saved = account_plan(planned, ACCOUNT).version
    assert saved
    assert f"version of {saved.day} {saved:%b %Y}" in page
    assert "Last review 14 Oct 2025" in page
    assert "Next review 14 Apr 2026" in page
    assert "not begun yet" in text_of(whole(planned, "G-07"))


def test_a_prospect_is_asked_what_it_takes_to_win(planned: Workbook) -> None:
    """Its own part is there, and the figures name who supplies it today instead of revenue."""
    page = text_of(whole(planned, PROSPECT))
    assert "What it takes to win" in page
    assert "Who supplies the account today Arendsee Pumpen" in page
    assert "Revenue 2025" not in page
    assert "What it takes to win" not in text_of(whole(planned))


def test_pages_need_nothing_and_run_nothing(planned: Workbook) -> None:
    """A policy forbids everything but our style and pictures; hostile texts are texts."""
    book = write(
        planned,
        "G-07",
        BuyingCenter(members=(BuyingCenterMember(id="a", person=HOSTILE, function=HOSTILE),)),
        Objectives(strategy=HOSTILE),
    )
    pages = PlanPages(account_plan(book, "G-07"))
    for page in (pages.whole(), pages.summary()):
        assert "default-src 'none'; img-src data:; style-src 'unsafe-inline'" in page
        assert "<img src=x" not in page
        assert not re.search(r"<script|<link|https?://(?!www\.w3\.org)", page)
    assert "&lt;img src=x onerror=" in pages.whole()


def test_pictures_have_words(planned: Workbook) -> None:
    """Every picture has a text alternative."""
    page = whole(planned)
    alternatives = re.findall(r'<img [^>]*alt="([^"]*)"', page)
    assert len(alternatives) >= 4
    assert all(alternatives)


def test_actions_name_the_number_of_their_objective(planned: Workbook) -> None:
    """Objectives stand in numbered columns, so a number is enough."""
    rows = re.findall(r"<tbody><tr>(.*?)</tr>", whole(planned), flags=re.S)
    invite = next(text_of(row) for row in rows if "Invite the finance director" in row)
    assert invite == "Invite the finance director to the mill 31 Mar 2026 Our managing director 3"


def test_long_texts_are_shortened_where_there_is_no_room(planned: Workbook) -> None:
    """And the page says so; without need nothing is shortened."""
    book = write(planned, "G-07", Objectives(strategy="word " * 4000))
    short, long = text_of(whole(book, "G-07", Fit(8, letters=100))), text_of(whole(book, "G-07"))
    assert "Long texts are shortened here" in short
    assert len(short) < 5000 < 40_000 < len(long)
    assert "shortened" not in long


def test_what_is_no_answer_yet_is_kept_and_marked(planned: Workbook) -> None:
    """A date nobody can read stands there as it was typed."""
    draft = Draft(Cover()).keep("next_review", "soon?")
    planned.keeper(Cover, account_id="G-07").save(draft)
    assert "Next review soon? (not clear yet)" in text_of(whole(planned, "G-07"))
    assert "Open questions soon?" in text_of(whole(planned, "G-07"))


def test_the_day_of_the_check_is_that_of_the_workbook(planned: Workbook, day: date) -> None:
    """Nothing asks the clock."""
    assert f"Checked on {day.day} Jan {day.year}." in text_of(whole(planned))
