"""Chapter 5: the rest, its inquiries, its few fixed dates, and what the rep stops doing."""

from collections.abc import Iterator
from functools import partial

from workbook.book import Workbook
from workbook.chapters import answering, closing, example
from workbook.chapters.entries import entries_table
from workbook.chapters.following import Follower
from workbook.chapters.freed import freed_panel, not_to_do_form, unbooked_lines
from workbook.chapters.inquiry_log import InquiryDesk
from workbook.chapters.inquiry_views import due_panel, handover_panel, rules_panel
from workbook.chapters.opening import followed, following, of_layers, open_chapter, section_form, values
from workbook.chapters.panels import Panel
from workbook.chapters.selfcheck import Line, Mark, checked, closing_lines, line, section_lines, self_check
from workbook.chapters.watching import candidates_panel, rest_panel
from workbook.forms.form import SectionForm
from workbook.forms.places import place_of
from workbook.i18n import _, number
from workbook.plan.fixed_dates import FixedDates
from workbook.plan.inquiries import Inquiries
from workbook.plan.not_to_do import NotToDo

CHAPTER = "reactive_base"
IN_SEMINAR = 3

__all__ = [
    "answer", "check", "edit_fixed_dates", "edit_inquiries", "edit_not_to_do", "edit_texts", "open_chapter", "reflect",
    "show_candidates", "show_due", "show_example", "show_freed", "show_handover", "show_rest", "show_rules",
    "show_time", "transfer",
]  # fmt: skip


def show_time(book: Workbook) -> Panel:
    """Return how long the chapter takes, below what puts the workbook at risk."""
    return closing.first_words(book, CHAPTER)


def show_rules(_book: Workbook) -> Panel:
    """Return the rules of the triage, and how each ending is usually carried out."""
    return rules_panel()


def show_example(_book: Workbook) -> Panel:
    """Return three inquiries and how each of them ends."""
    return entries_table(example.solved(Inquiries, "inquiries").values.inquiries, example.CURRENCY)


def show_rest(book: Workbook) -> Follower:
    """Return the rep's rest, and the larger accounts in it that lose revenue."""
    return of_layers(book, lambda _tiering: rest_panel(book))


def show_candidates(book: Workbook) -> Follower:
    """Return who may belong higher up, to be decided at the next review."""
    return following(book, lambda: candidates_panel(book))


def edit_inquiries(book: Workbook) -> Follower:
    """Return the questions about a new inquiry and the log of inquiries from the rest."""
    return followed(book, InquiryDesk(book))


def show_due(book: Workbook) -> Follower:
    """Return the inquiries that wait for an answer, overdue ones first."""
    return following(book, lambda: due_panel(book))


def edit_texts(book: Workbook) -> SectionForm:
    """Return the rep's own copy of the texts for answers."""
    return answering.texts_form(book)


def answer(book: Workbook) -> Follower:
    """Return the desk at which an inquiry gets its text."""
    return answering.answer_desk(book)


def show_handover(book: Workbook) -> Follower:
    """Return what others answer, one list for each of them."""
    return following(book, lambda: handover_panel(book))


def edit_fixed_dates(book: Workbook) -> SectionForm:
    """Return the form for the fixed dates, the only actions of the rest."""
    return section_form(book, FixedDates)


def edit_not_to_do(book: Workbook) -> Follower:
    """Return the form for what the rep stops doing."""
    return not_to_do_form(book)


def show_freed(book: Workbook) -> Follower:
    """Return the freed hours and where they go."""
    return following(book, lambda: freed_panel(book))


def check(book: Workbook) -> Follower:
    """Return the self-check of the chapter."""
    return following(book, lambda: self_check(check_lines(book)))


def check_lines(book: Workbook) -> Iterator[Line]:
    """Yield the lines of the self-check; those that are there make the progress of the chapter."""
    inquiries = values(book, Inquiries).inquiries
    decided = sum(each.decision is not None and each.reply_deadline is not None for each in inquiries)
    sentence = _("Inquiries with a decision and a deadline: {count} of {wanted} for today.")
    text = sentence.format(count=number(decided), wanted=number(IN_SEMINAR))
    yield line(decided >= IN_SEMINAR, text, text, _("Rule {rule}").format(rule="R8"), place_of(Inquiries, "inquiries"))
    if inquiries:
        yield from section_lines(checked(book, Inquiries), Inquiries)
    fixed = place_of(FixedDates, "dates")
    yield from (Line(Mark.HINT, each.sentence, place=fixed) for each in checked(book, FixedDates).findings)
    yield from (Line(Mark.HINT, hint, place=place_of(NotToDo, "entries")) for hint in unbooked_lines(book))
    yield from closing_lines(book, CHAPTER)


reflect = partial(closing.reflection, chapter=CHAPTER)
transfer = partial(closing.transfer, chapter=CHAPTER)
