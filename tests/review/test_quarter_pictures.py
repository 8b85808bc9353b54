"""Chapter 8 shows the quarters as pictures, on the screen and in print, each with its words."""

import pytest

from tests.review.conftest import Year
from workbook.chapters import quarterly_review as chapter
from workbook.i18n import speaking
from workbook.plan.draft import Draft
from workbook.plan.year_plan import YearPlan
from workbook.store.errors import QuarterClosed

PICTURES = (chapter.show_history, chapter.show_layer_moves, chapter.show_goals, chapter.show_questions)


def test_every_picture_is_there_after_a_year(german_year: Year) -> None:
    """Four images with a text alternative, in the language of the workbook."""
    with speaking("de"):
        pages = [show(german_year.book()).html for show in PICTURES]
    assert all('<figure class="wb-picture"><img ' in str(page) for page in pages)
    assert (
        "Armaturen Tropfhain GmbH: Die 15 (proaktiv) ab 2025Q4, Rest ab 2026Q1, Die 15 (proaktiv) ab 2026Q3."
        in pages[0]
    )
    assert "2026Q2: von „Top 5“ zu „Rest“: Naturstein Felsenau AG;" in pages[1]
    assert "2026Q2: bisheriger Umsatz 150.425\xa0€ von 615.000\xa0€ (24\xa0%), gesichert 284.000\xa0€." in pages[2]
    assert "2026Q2: 1 Frage gestellt, 3 beantwortet, 1 am Ende offen." in pages[3]


def test_the_first_quarter_draws_what_there_is(english_year: Year) -> None:
    """Ways and moves need a second quarter; the goals are those of the year that comes; questions are counted."""
    history, moves, goals, questions = (str(show(english_year.book("2025Q4")).html) for show in PICTURES)
    assert "can be drawn from the second quarter on" in history
    assert "can be drawn from the second quarter on" in moves
    assert "2025Q4: revenue so far unknown, of €680K, committed unknown." in goals
    assert "2025Q4: 4 questions asked, 0 answered, 4 open at the end." in questions


def test_an_earlier_quarter_cannot_be_written(english_year: Year) -> None:
    """What is saved goes to the open quarter only."""
    keeper = english_year.book("2026Q1").keeper(YearPlan, account_id="30152")
    with pytest.raises(QuarterClosed):
        keeper.save(Draft(YearPlan(goal="Another past")))
