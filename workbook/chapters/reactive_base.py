"""Chapter 5: the rest, its inquiries, and which accounts there to keep an eye on."""

from collections.abc import Iterator
from functools import partial

from workbook.book import Workbook
from workbook.chapters import closing, example
from workbook.chapters.entries import entries_table
from workbook.chapters.falling import falling_panel
from workbook.chapters.following import Follower
from workbook.chapters.layers import rest_table
from workbook.chapters.opening import following, of_layers, open_chapter, section_form, values
from workbook.chapters.panels import Panel, together
from workbook.chapters.selfcheck import Line, checked, closing_lines, line, section_lines, self_check
from workbook.forms.form import SectionForm
from workbook.i18n import _, number
from workbook.plan.inquiries import Inquiries

CHAPTER = "reactive_base"
SHOWN_REST = 15
IN_SEMINAR = 3

__all__ = [
    "check", "edit_inquiries", "open_chapter", "reflect", "show_example", "show_rest", "show_time", "transfer",
]  # fmt: skip


def show_time(book: Workbook) -> Panel:
    """Return how long the chapter takes, below what puts the workbook at risk."""
    return closing.first_words(book, CHAPTER)


def show_example(_book: Workbook) -> Panel:
    """Return three inquiries and how each of them ends."""
    return entries_table(example.solved(Inquiries, "inquiries").values.inquiries, example.CURRENCY)


def show_rest(book: Workbook) -> Follower:
    """Return the rep's rest, and the larger accounts in it that lose revenue."""
    return of_layers(book, lambda tiering: together(falling_panel(tiering), rest_table(tiering, SHOWN_REST)))


def edit_inquiries(book: Workbook) -> SectionForm:
    """Return the log of inquiries from the rest."""
    return section_form(book, Inquiries)


def check(book: Workbook) -> Follower:
    """Return the self-check of the chapter."""
    return following(book, lambda: self_check(check_lines(book)))


def check_lines(book: Workbook) -> Iterator[Line]:
    """Yield the lines of the self-check; those that are there make the progress of the chapter."""
    inquiries = values(book, Inquiries).inquiries
    decided = sum(each.decision is not None and each.reply_deadline is not None for each in inquiries)
    sentence = _("Inquiries with a decision and a deadline: {count} of {wanted} for today.")
    text = sentence.format(count=number(decided), wanted=number(IN_SEMINAR))
    yield line(decided >= IN_SEMINAR, text, text, _("Rule {rule}").format(rule="R8"))
    if inquiries:
        yield from section_lines(checked(book, Inquiries), section=Inquiries)
    yield from closing_lines(book, CHAPTER)


reflect = partial(closing.reflection, chapter=CHAPTER)
transfer = partial(closing.transfer, chapter=CHAPTER)
