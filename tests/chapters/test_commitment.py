"""Chapter 7: check-ins with real days, the summary on one page, the review sheet without names, files to take along."""

from datetime import date, time
from decimal import Decimal

import pytest

from tests.agenda.conftest import HOSTILE, save
from tests.agenda.strict_ics import events, faults
from tests.chapters.conftest import MakeBook, rows_of, text_of
from tests.chapters.test_start import write
from tests.forms.widgets import walk
from workbook.book import Workbook, open_workbook
from workbook.book.peer_review import review_name, review_page_html, reviewable
from workbook.book.personal_summary import personal_summary_html
from workbook.chapters import commitment, example, solved_plan
from workbook.chapters.opening import followers
from workbook.i18n import speaking
from workbook.plan.action import Action
from workbook.plan.commitment import CheckIn, Commitment, Intention
from workbook.plan.not_to_do import NotToDo, NotToDoEntry
from workbook.plan.objectives import Objectives
from workbook.plan.year_plan import YearPlan
from workbook.terms import Layer, Status

DAY = date(2026, 1, 15)


def _solve(book: Workbook, account_id: str) -> None:
    """Write the solved plan of the example for an account."""
    for name, part in solved_plan.SOLVED.items():
        book.keeper(part, account_id=account_id).save(example.solved(part, name))


def test_check_ins_appear_with_their_days(book: Workbook) -> None:
    """As soon as the commitment has a date, three pages stand there, each with how far it is."""
    pages = commitment.edit_check_ins(book)
    assert "appear together with the dates" in text_of(pages)
    assert pages.view
    write(commitment.edit_commitment(book), date="15 Jan 2026")
    followers(book).flush()
    shown = text_of(pages)
    assert "After 30 days 14 Feb 2026 in 30 days" in shown
    assert "After 90 days 15 Apr 2026 in 90 days" in shown


def test_check_in_opens_on_its_day(book: Workbook) -> None:
    """On day 30 the first page is open for writing, the other two are folded."""
    save(book, Commitment(date=date(2025, 12, 16)))
    pages = commitment.edit_check_ins(book)
    labels = [getattr(each, "description", "") for each in walk(pages.view)]
    assert labels.count("What I kept") == 1
    assert sum(label.endswith("Write the check-in after 60 days") for label in labels) == 1
    assert "today" in text_of(pages)


def test_check_in_is_kept_and_may_move(book: Workbook) -> None:
    """What is written on the page is saved under its days; another day moves page and calendar."""
    save(book, Commitment(date=DAY))
    save(book, CheckIn(kept="Two hours each Friday", date=date(2026, 2, 16), time=time(14, 0)), name="30")
    assert "After 30 days 16 Feb 2026" in text_of(commitment.edit_check_ins(book))
    form = commitment.take_along(book)
    assert form.view
    form.buttons[0].click()
    calendar = (book.folder / "calendar.ics").read_bytes()
    assert faults(calendar) == []
    assert sorted(each["DTSTART"] for each in events(calendar).values()) == ["20260216T140000", "20260316", "20260415"]


def test_letter_comes_back_after_90_days(book: Workbook) -> None:
    """It is shown with the third check-in, not before."""
    save(book, Commitment(date=DAY, letter="Dear me,\nstay with the five."))
    assert "stay with the five" not in text_of(commitment.edit_check_ins(book))
    later = open_workbook(folder=book.folder, today=date(2026, 4, 15))
    assert "Your letter to yourself Dear me, stay with the five." in text_of(commitment.edit_check_ins(later))


def test_summary_holds_what_was_decided(book: Workbook) -> None:
    """The five, the 15 with goals, the next actions with overdue ones first, what stops, the intentions, the days."""
    actions = (
        Action(id="a", what="Walk", due=date(2026, 2, 12), owner="Jo"),
        Action(id="b", what="Call", due=date(2026, 1, 5)),
        Action(id="c", what="Done", due=date(2026, 1, 6), status=Status.DONE),
        Action(id="d", what="Some day"),
    )
    save(book, YearPlan(value=Decimal(660000), actions=actions), account_id="D-04")
    save(
        book, NotToDo(entries=(NotToDoEntry(id="n", item="Monthly report", hours_freed=Decimal(4), booked_to="Walk"),))
    )
    intention = Intention(id="i", when="On Friday", then="plan two hours", date=date(2026, 1, 23))
    save(book, Commitment(date=DAY, witness="Ms Lang", intentions=(intention,)))
    page = commitment.show_page(book)
    assert rows_of(page)[1:] == [
        "5 Jan 2026 (overdue) Dunkelau Molkerei Call", "12 Feb 2026 Dunkelau Molkerei Walk Jo",
    ]  # fmt: skip
    shown = text_of(page)
    assert "Dunkelau Molkerei €660,000" in shown
    assert "Monthly report (4 hours a month for: Walk)" in shown
    assert "On Friday – plan two hours – by 23 Jan 2026" in shown
    assert "I look back on: 14 Feb 2026, 16 Mar 2026, 15 Apr 2026" in shown
    assert "my witness, Ms Lang" in shown


def test_first_actions_are_ten(book: Workbook) -> None:
    """Thirty actions are planned, ten stand on the page."""
    actions = tuple(Action(id=f"a{day}", what=f"Action {day}", due=date(2026, 3, day)) for day in range(1, 31))
    save(book, YearPlan(actions=actions), account_id="D-04")
    assert len(rows_of(commitment.show_page(book))) == 11


def test_summary_follows_the_forms(book: Workbook) -> None:
    """The page on the screen changes with what is saved."""
    page = commitment.show_page(book)
    assert page.view
    write(commitment.edit_commitment(book), witness="Ms Lang")
    followers(book).flush()
    assert "Ms Lang" in page.view.value


def test_hostile_words_stay_words(book: Workbook) -> None:
    """Nothing typed becomes markup, in summary and review sheet."""
    save(
        book, YearPlan(goal=HOSTILE, actions=(Action(id="a", what=HOSTILE, due=DAY, owner=HOSTILE),)), account_id="D-04"
    )
    save(book, Commitment(witness=HOSTILE, intentions=(Intention(id="i", when=HOSTILE, then="{x} $$ %s"),)))
    summary = personal_summary_html(book)
    assert "<script>" not in summary + review_page_html(book, "D-04")
    assert "&lt;script&gt;" in summary


@pytest.mark.parametrize("language", ["de", "en"])
def test_review_sheet_names_nobody(make_book: MakeBook, language: str) -> None:
    """Neither the rep, the account, its people nor other accounts can be read; the same code stands everywhere."""
    book = make_book(language=language)
    account_id = book.tiering.ids(Layer.TOP5)[0]
    with speaking(language):
        _solve(book, account_id)
        mention = f"Walk with {book.tiering.row('D-04')['name']} and Anna Weiß"
        save(book, YearPlan(goal=mention), account_id=account_id)
        page = review_page_html(book, account_id)
        people = [
            each.person for each in example.solved(solved_plan.SOLVED["buying_center"], "buying_center").values.members
        ]
    names = [str(name) for name in book.portfolio.accounts["name"]]
    told = [name for name in (*names, "Anna", "und Weiß", account_id, *people) if name and name != "?" and name in page]
    assert told == []
    assert review_name(book, account_id).startswith("peer-review-")


def test_rubric_asks_for_the_parts_that_are_there(book: Workbook) -> None:
    """A year plan is not asked for a buying center."""
    save(book, YearPlan(goal="Two lines"), account_id="D-04")
    page = review_page_html(book, "D-04")
    assert "Every quarter has an action that we start ourselves." in page
    assert "I know who decides" not in page
    assert len(rows_of(commitment.show_rubric(book))) == 13


def test_reviewable_plans_are_those_begun(book: Workbook) -> None:
    """The five stand before the 15; an untouched account has no sheet."""
    assert reviewable(book) == ()
    top = book.tiering.ids(Layer.TOP5)[0]
    save(book, YearPlan(goal="x"), account_id="D-04")
    save(book, Objectives(strategy="y"), account_id=top)
    assert reviewable(book) == (top, "D-04")


def test_sheets_are_made_from_the_chapter(book: Workbook) -> None:
    """One click each; without any plan the sentence says where to begin."""
    form = commitment.take_along(book)
    assert form.view
    _calendar, summary, review = form.buttons
    review.click()
    assert "Begin an account plan in chapter 3" in form.said
    save(book, Objectives(strategy="y"), account_id=book.tiering.ids(Layer.TOP5)[0])
    summary.click()
    review.click()
    assert len(list(book.folder.glob("peer-review-*.html"))) == 1
    assert "default-src 'none'" in (book.folder / "my-focus.html").read_text(encoding="utf-8")
