"""Chapter 5: a new inquiry with its proposal, what is due, who else answers, texts, and freed hours."""

from datetime import date
from decimal import Decimal
from typing import Any

import nbformat
import pytest

from tests.chapters.conftest import MakeBook, rows_of, text_of
from workbook.book import Workbook
from workbook.book.making import offer_texts
from workbook.chapters import reactive_base
from workbook.chapters.opening import followers
from workbook.chapters.shared_forms import shared_form
from workbook.i18n import speaking
from workbook.plan.answer_texts import AnswerTexts
from workbook.plan.inquiries import Inquiries
from workbook.plan.not_to_do import NotToDo
from workbook.plan.objectives import Objectives
from workbook.render.translate import translate_notebook
from workbook.resources import resource
from workbook.store import Store
from workbook.terms import Answerer, InquiryDecision, Layer

# The book is opened on Thursday, 15 January 2026.
NAMES = ("account", "other", "received", "kind", "fit", "toil", "worth")


def _note(book: Workbook, *told: str) -> Any:
    """Note an inquiry in the desk by its answers in the order of NAMES; return the desk."""
    desk = reactive_base.edit_inquiries(book)
    assert desk.view
    for name, value in zip(NAMES, told, strict=False):
        if value:
            desk.triage.inputs[name].value = value
    desk.triage.decide()
    followers(book).flush()
    return desk


def test_new_inquiry_is_noted_with_its_proposal(book: Workbook) -> None:
    """Fits only in part: a standard offer by inside sales within two working days, from Thursday to Monday."""
    desk = _note(book, "", "Neuhaus KG", "2026-01-15", "price", "partly", "short", "usual")
    (noted,) = book.read(Inquiries).values.inquiries
    assert (noted.account, noted.decision, noted.answered_by) == (
        "Neuhaus KG", InquiryDecision.STANDARD_OFFER, Answerer.INSIDE_SALES,
    )  # fmt: skip
    assert "Proposal: Standard offer, by Inside sales, until 19 Jan 2026." in desk.triage.status
    assert rows_of(reactive_base.show_due(book))[1] == (
        "Neuhaus KG Price or offer Standard offer Inside sales 19 Jan 2026 open"
    )


def test_inquiry_of_nobody_is_refused(book: Workbook) -> None:
    """One sentence says what is missing; nothing is noted."""
    desk = _note(book, "", "", "", "complaint")
    assert desk.triage.status.startswith("The inquiry has no account.")
    assert book.read(Inquiries).empty


def test_rep_may_overrule_and_sees_both(book: Workbook) -> None:
    """The decision counts, the proposal stands beside it."""
    desk = _note(book, "", "Neuhaus", "", "", "none")
    desk.log.editor.choose("inquiries.0.decision", InquiryDecision.ANSWER_FULLY)
    desk.log.flush()
    assert "Answer fully (proposed: Decline politely)" in text_of(reactive_base.show_due(book))


def test_overdue_answer_is_an_alarm(book: Workbook) -> None:
    """Received on Friday the 9th, due on Tuesday the 13th, today is the 15th."""
    _note(book, "", "Neuhaus", "2026-01-09", "", "partly", "short", "usual")
    assert text_of(reactive_base.show_due(book)).startswith("1 answer is overdue.")
    assert "overdue" in rows_of(reactive_base.show_due(book))[1]


def test_handover_list_holds_what_others_answer(book: Workbook) -> None:
    """Inside sales gets the standard offer; the complaint stays with the rep."""
    _note(book, "", "Neuhaus", "", "price", "partly", "short", "usual")
    _note(book, "", "Altmann", "", "complaint")
    shown = text_of(reactive_base.show_handover(book))
    assert "For Inside sales, as of 15 Jan 2026" in shown
    assert "Neuhaus" in shown
    assert "Altmann" not in shown


def test_account_noted_as_worth_more_is_a_candidate(book: Workbook) -> None:
    """It comes back in the next review, named as noted; nobody moves now."""
    account = str(book.tiering.table.loc[book.tiering.ids(Layer.REST)[0], "name"])
    _note(book, account, "", "", "price", "full", "medium", "high")
    shown = text_of(reactive_base.show_candidates(book))
    assert "review of 2026Q2" in shown
    assert "you noted it while answering an inquiry" in shown


def test_texts_begin_with_those_of_the_workbook_and_are_not_stored(book: Workbook) -> None:
    """Only a change makes them the rep's own."""
    form = reactive_base.edit_texts(book)
    assert len(form.draft.values.texts) == 7
    assert book.read(AnswerTexts).empty
    form.editor.type_in("texts.0.name", "My words")
    form.flush()
    assert book.read(AnswerTexts).values.texts[0].name == "My words"


def test_texts_of_the_cohort_come_first(book: Workbook) -> None:
    """What the trainer edited is where the rep's copy begins."""
    texts = {"answers": {"texts": [{"name": "Of the trainer", "text": "Dear [customer]"}]}}
    offer_texts(Store.open(book.folder), book.participant, texts)
    assert [each.name for each in reactive_base.edit_texts(book).draft.values.texts] == ["Of the trainer"]


def test_answer_is_filled_in_and_kept(book: Workbook) -> None:
    """The text names the date and the rep; it is kept with the inquiry, which is then answered today."""
    _note(book, "", "Neuhaus", "2026-01-15", "price", "full", "short")
    desk = reactive_base.answer(book)
    assert desk.view
    assert "by 20 Jan 2026" in desk.answer.value
    assert desk.answer.value.endswith("Anna Weiß")
    desk.keep()
    desk.done()
    (noted,) = book.read(Inquiries).values.inquiries
    assert (noted.answer, noted.answered_on) == (desk.answer.value, date(2026, 1, 15))
    assert text_of(reactive_base.show_due(book)) == "No inquiry is waiting for an answer."


def test_text_fits_the_ending_and_promises_no_day_that_is_over(book: Workbook) -> None:
    """For a polite no the first text for a no is picked; overdue since Tuesday, so the next working day is promised."""
    _note(book, "", "Neuhaus", "2026-01-09", "price", "none")
    desk = reactive_base.answer(book)
    assert desk.view
    assert desk.answer.value.startswith("Dear customer,\n\nthank you for thinking of us.")
    desk.text.value = 6
    assert "by 16 Jan 2026" in desk.answer.value


def test_freed_hours_are_booked_to_an_action_of_the_five(book: Workbook) -> None:
    """The actions of the plans are offered; hours for anything else stay visible as not booked."""
    five = book.tiering.ids(Layer.TOP5)[0]
    name = str(book.tiering.table.loc[five, "name"])
    keeper = book.keeper(Objectives, account_id=five)
    keeper.save(keeper.draft.add("actions", what="Workshop"))
    form = shared_form(book, NotToDo)
    assert reactive_base.edit_not_to_do(book).view
    assert f"{name}: Workshop" in form.editor.options.suggestions["actions"]
    form.editor.add("entries", item="Report", hours_freed=Decimal(4), booked_to=f"{name}: Workshop")
    form.editor.add("entries", item="Fair", hours_freed=Decimal(9), booked_to="golf")
    form.flush()
    shown = text_of(reactive_base.show_freed(book))
    assert shown.startswith("You free 13 hours a month, that is 3 a week. Booked to your five: 4; not yet: 9.")
    assert "not booked: “golf” is no open action of your five" in shown


def test_one_complete_year_claims_nothing_about_falls(make_book: MakeBook) -> None:
    """Where the year before is not there, nobody says that all is calm."""
    book = make_book("1,A,customer,,EUR,,200,1\n")
    assert text_of(reactive_base.show_rest(book)).startswith(("Whether an account", "No account of the rest above"))


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "Why no other actions? Because every action for the rest"), ("de", "Warum keine anderen Maßnahmen? Weil")],
)
def test_notebook_says_why_there_are_fixed_dates_only(language: str, sentence: str) -> None:
    """The question and its answer stand above the form."""
    notebook = nbformat.read(resource("notebooks", "05_reactive_base.ipynb"), as_version=4)
    assert any(sentence in cell.source for cell in translate_notebook(notebook, language).cells)


def test_german_texts_are_german(make_book: MakeBook) -> None:
    """The rep's language decides about the texts, and about the place holders."""
    book = make_book(language="de")
    with speaking("de"):
        texts = reactive_base.edit_texts(book).draft.values.texts
    assert texts[0].name == "Eingang bestätigt, Antwort mit Datum"
