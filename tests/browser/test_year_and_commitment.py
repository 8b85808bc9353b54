"""Chapters 04 to 07 played through in JupyterLab, in German and in English: a year plan, the rest, time, a promise."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.agenda.strict_ics import events, faults
from tests.browser.conftest import Running, make_folder, open_chapter, shown, turn_to
from tests.browser.rep import Rep
from tests.diary.calendars import BERLIN, calendar, event
from workbook.book import Workbook, open_workbook
from workbook.i18n import speaking
from workbook.plan.commitment import CheckIn, Commitment
from workbook.plan.inquiries import Inquiries, Inquiry
from workbook.plan.not_to_do import NotToDo
from workbook.plan.time_budget import TimeBudget
from workbook.plan.triage import Fit, Toil, Worth
from workbook.plan.year_plan import YearPlan
from workbook.terms import InquiryDecision, Layer

ANSWERS = {
    "Does it fit what we offer?": Fit.PARTLY,
    "How long would a full answer take?": Toil.SHORT,
    "What could it bring?": Worth.USUAL,
}
pytestmark = [pytest.mark.browser, pytest.mark.slow]

TODAY = date(2026, 1, 15)
OPENING = {"de": "83\N{NO-BREAK SPACE}% Ihrer Kundenzeit", "en": "83% of your customer time"}


@pytest.mark.parametrize("language", ["de", "en"])
def test_year_rest_time_and_commitment(
    chromium: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """What is written, read, ticked and promised is in the store, and the files of chapter 07 are made of it."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("WORKBOOK_TODAY", TODAY.isoformat())
    folder = make_folder(tmp_path, language)
    with Running.start(folder) as running:
        rep = Rep(open_chapter(chromium, running, "04_action_plans"), language, folder)
        _plan_a_year(rep)
        _note_inquiry(rep)
        _read_calendar(rep, tmp_path / "own.ics", OPENING[language])
        _book_a_swap(rep)
        _commit(rep)
        _look_back(rep)
        _take_along(rep)
        rep.page.close()
    _look_into(folder)


def _plan_a_year(rep: Rep) -> None:
    shown(rep.page).get_by_role("button", name="Dunkelau Molkerei").first.click()
    rep.write("Sales goal with this customer this year", "Zwei Linien")
    rep.press("Add an action")
    rep.write("What will be done", "Rundgang")
    rep.write("Until when", "2026-02-12")
    rep.stored(_actions, [("Rundgang", date(2026, 2, 12))])


def _actions(book: Workbook) -> list[tuple[str | None, date | None]]:
    return [(each.what, each.due) for each in book.read(YearPlan, account_id="D-04").values.actions]


def _note_inquiry(rep: Rep) -> None:
    """Somebody new asks for a price; it fits only in part and is quickly answered."""
    turn_to(rep.page, "05_reactive_base")
    rep.write("or somebody who is not in the list", "Neuhaus KG")
    with speaking(rep.language):
        for question, answer in ANSWERS.items():
            shown(rep.page).get_by_label(rep.words(question)).first.select_option(label=answer.label)
    rep.press("Note it and propose an ending")
    rep.stored(lambda book: [each.decision for each in _inquiries(book)], [InquiryDecision.STANDARD_OFFER])
    with speaking(rep.language):
        offer = shown(rep.page).get_by_role("cell", name=InquiryDecision.STANDARD_OFFER.label)
    expect(offer.first).to_be_visible()


def _inquiries(book: Workbook) -> tuple[Inquiry, ...]:
    return book.read(Inquiries).values.inquiries


def _own_calendar(book: Workbook) -> bytes:
    """Ten hours last week with the rest, two with the largest of the five."""
    monday = book.today - timedelta(days=book.today.weekday() + 7)
    day = datetime.combine(monday, time(), BERLIN)
    hours = {Layer.TOP5: (9, 11), Layer.REST: (12, 22)}
    names = {layer: str(book.tiering.row(book.tiering.ids(layer)[0])["name"]) for layer in hours}
    return calendar(
        *(
            event(names[layer], *(f":{day + timedelta(hours=hour):%Y%m%dT%H%M%S}" for hour in hours[layer]))
            for layer in hours
        )
    )


def _read_calendar(rep: Rep, file: Path, opening: str) -> None:
    turn_to(rep.page, "06_focus_time")
    file.write_bytes(_own_calendar(open_workbook(folder=rep.folder)))
    with rep.page.expect_file_chooser() as chooser:
        shown(rep.page).locator(".wb-form .widget-upload").first.click()
    chooser.value.set_files(file)
    rep.press("Use these hours as today's hours")
    rep.read(opening)


def _book_a_swap(rep: Rep) -> None:
    swaps = shown(rep.page).locator(".wb-form").filter(has_text=rep.words("Swaps to book"))
    swaps.locator("input[type=checkbox]").first.check()
    rep.stored(lambda book: len(book.read(NotToDo).values.entries), 1)


def _commit(rep: Rep) -> None:
    """An intention with its day, a witness, a date 31 days ago, and a letter."""
    turn_to(rep.page, "07_commitment")
    rep.press("Add an intention")
    # The page has such fields twice: here, and as the transfer at its end.
    expect(shown(rep.page).get_by_label(rep.words("When this happens"))).to_have_count(2)
    rep.write("When this happens", "Am Freitag um drei")
    rep.write("I will", "zwei Stunden für Nordholz eintragen")
    rep.write("By", "2026-03-31", exact=True)
    rep.write("Who will ask me about it", "Petra Weber")
    rep.write("Date of the commitment", "2025-12-15")
    _is_not_disturbed(rep)
    rep.press("Go deeper")
    rep.write("A letter to myself in 90 days", "Liebe Anna")
    rep.stored(_promise, ("Am Freitag um drei", date(2026, 3, 31), date(2025, 12, 15), "Liebe Anna"))


def _is_not_disturbed(rep: Rep) -> None:
    """The kernel puts the cursor into an entry it has added; it may come late, when somebody writes elsewhere."""
    rep.field("Who will ask me about it").focus()
    rep.field("When this happens").evaluate("each => each.focus()")
    expect(rep.field("Who will ask me about it")).to_be_focused()


def _promise(book: Workbook) -> tuple[str | date | None, ...] | None:
    values = book.read(Commitment).values
    return next(((each.when, each.date, values.date, values.letter) for each in values.intentions), None)


def _look_back(rep: Rep) -> None:
    """The check-in after 30 days was yesterday, so its page is open."""
    rep.write("What I kept", "Zwei Freitage")
    rep.stored(lambda book: book.read(CheckIn, name="30").values.kept, "Zwei Freitage")


def _take_along(rep: Rep) -> None:
    buttons = {
        "Make the summary": "my-focus.html",
        "Make the review sheets": "peer-review-",
        "Make the calendar file": "calendar.ics",
    }
    for button, file in buttons.items():
        rep.press(button)
        rep.read(file)


def _look_into(folder: Path) -> None:
    assert open_workbook(folder=folder).read(TimeBudget).values.actual_hours_rest == 10
    summary = (folder / "my-focus.html").read_text(encoding="utf-8")
    assert all(words in summary for words in ("Am Freitag um drei", "Petra Weber", "Zwei Linien", "Rundgang"))
    (sheet,) = folder.glob("peer-review-*.html")
    assert "Zwei Linien" in sheet.read_text(encoding="utf-8")
    assert "Dunkelau" not in sheet.read_text(encoding="utf-8")
    agenda = (folder / "calendar.ics").read_bytes()
    assert (faults(agenda), len(events(agenda))) == ([], 5)
