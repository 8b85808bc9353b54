"""Chapters keep what waits for a button: after a restart it is there again, and nothing is decided."""

from workbook.book import Workbook, open_workbook
from workbook.book.erasing import erase_person
from workbook.book.portable import title_of
from workbook.book.undecided import UndecidedAnswers
from workbook.chapters import reactive_base, tiering
from workbook.launch.resuming import chapter_of


def test_a_swap_that_was_not_made_is_there_after_a_restart(book: Workbook) -> None:
    """Accounts and reason are picked again in a workbook that is opened anew; the layers are as they were."""
    form = tiering.swap(book).form
    assert form.view
    for code, answer in {"account_in": "B-02", "account_out": "I-09", "reason": "They asked for a plan."}.items():
        form.inputs[code].value = answer
    form.undecided.flush()
    again = open_workbook(folder=book.folder)
    shown = tiering.swap(again).form
    assert shown.view
    assert [shown.inputs[code].value for code in ("account_in", "account_out")] == ["B-02", "I-09"]
    assert (shown.inputs["reason"].value, again.decisions.overrides) == ("They asked for a plan.", ())


def test_an_inquiry_that_was_not_noted_is_there_after_a_restart(book: Workbook) -> None:
    """The questions of the triage are answered one after the other; the telephone may ring in between."""
    desk = reactive_base.edit_inquiries(book)
    assert desk.view
    desk.triage.inputs["other"].value = "Weber AG"
    desk.triage.undecided.flush()
    again = reactive_base.edit_inquiries(open_workbook(folder=book.folder))
    assert again.view
    assert again.triage.inputs["other"].value == "Weber AG"


def test_a_new_quarter_begins_with_nothing(book: Workbook) -> None:
    """What nobody decided in a quarter is not waiting in the next."""
    UndecidedAnswers(book, "tiering/swap").keep({"": {"reason": "Perhaps"}})
    assert UndecidedAnswers(book, "tiering/swap").read() == {"": {"reason": "Perhaps"}}
    assert UndecidedAnswers(book.at("2027Q4"), "tiering/swap").read() == {}


def test_the_same_again_is_not_saved_again(book: Workbook) -> None:
    """The history holds what was picked, not how often it was looked at."""
    answers = UndecidedAnswers(book, "tiering/swap")
    for _times in range(2):
        answers.keep({"": {"reason": "Perhaps"}})
    assert len(book.kept(answers.key)) == 1


def test_it_has_a_name_and_a_chapter() -> None:
    """An export names it in words, and the workbook opens where it was typed."""
    assert title_of("undecided/tiering/swap") == "Picked or typed, and not decided yet"
    assert chapter_of("undecided/tiering/swap") == "tiering"


def test_it_is_hidden_like_all_else(book: Workbook) -> None:
    """An export with codes names no account, neither by its number nor in a reason."""
    told = {"account_in": "B-02", "reason": "Ask Baldenau Chemie first."}
    UndecidedAnswers(book, "tiering/swap").keep({"": told})
    UndecidedAnswers(book, "quarterly_review/facts").keep({"B-02 buying_center members.1": {"answer": "still_true"}})
    shown = str(book.portable(redact=True)["sections"])
    assert "still_true" in shown
    assert "B-02" not in shown


def test_a_person_can_be_forgotten_in_it(book: Workbook) -> None:
    """A name in a reason goes with the person."""
    UndecidedAnswers(book, "tiering/swap").keep({"": {"reason": "Petra Brandt asked for it."}})
    erase_person(book.folder, "Petra Brandt")
    answers = UndecidedAnswers(open_workbook(folder=book.folder), "tiering/swap").read()
    assert answers == {"": {"reason": "[name removed] asked for it."}}


def test_while_names_are_hidden_nothing_is_kept(book: Workbook) -> None:
    """The form says why; what is picked stays on the screen."""
    form = tiering.swap(book.hidden()).form
    assert form.view
    form.inputs["reason"].value = "They asked for a plan."
    form.undecided.flush()
    assert "hidden" in form.status
    assert form.inputs["reason"].value == "They asked for a plan."
