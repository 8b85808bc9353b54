"""Chapter 7: intentions with a witness, and three dates to look back."""

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from workbook.book import Workbook
from workbook.book.peer_review import PARTS, grouped_rubric
from workbook.book.personal_summary import personal_summary_html
from workbook.chapters import closing, example
from workbook.chapters.check_ins import check_in_pages
from workbook.chapters.following import Follower
from workbook.chapters.opening import following, open_chapter, section_form, values
from workbook.chapters.panels import Column, Panel, facts, note, table
from workbook.chapters.pieces import Piece
from workbook.chapters.selfcheck import Line, checked, closing_lines, section_lines, self_check
from workbook.chapters.sharing import file_form, sharing_form
from workbook.chapters.summary import summary
from workbook.chapters.take_along import FilesForm, offer_files
from workbook.forms.form import SectionForm
from workbook.i18n import _, day, number
from workbook.plan.commitment import CHECK_IN_DAYS, Commitment, check_in_days

CHAPTER = "commitment"

__all__ = [
    "check", "choose_shared", "edit_check_ins", "edit_commitment", "open_chapter", "reflect", "show_check_ins",
    "show_example", "show_page", "show_rubric", "show_summary", "show_time", "take_along", "transfer",
    "write_shared_file",
]  # fmt: skip


def show_time(book: Workbook) -> Panel:
    """Return how long the chapter takes, below what puts the workbook at risk."""
    return closing.first_words(book, CHAPTER)


def show_example(_book: Workbook) -> Panel:
    """Return the commitment of the invented rep."""
    return example.printed(example.solved(Commitment, "commitment"))


def show_summary(book: Workbook) -> Follower:
    """Return what the rep has decided so far."""
    return following(book, lambda: summary(book))


def edit_commitment(book: Workbook) -> SectionForm:
    """Return the form for the commitment."""
    return section_form(book, Commitment)


def show_check_ins(book: Workbook) -> Follower:
    """Return the days 30, 60 and 90 days after the commitment."""
    return following(book, lambda: _check_ins(book))


def _check_ins(book: Workbook) -> Panel:
    days = check_in_days(values(book, Commitment))
    if not days:
        return note(_("The dates appear as soon as the commitment has a date."), "warn")
    labels = (_("After {count} days").format(count=number(count)) for count in CHECK_IN_DAYS)
    return facts(zip(labels, map(day, days), strict=True))


def edit_check_ins(book: Workbook) -> Follower:
    """Return a page for each check-in, with its day; the letter comes back with the last one."""
    return check_in_pages(book)


def show_page(book: Workbook) -> Follower:
    """Return the personal summary on one page as it is saved."""
    # The template escapes every text.
    return following(book, lambda: Panel(Markup(personal_summary_html(book))))  # noqa: S704


def show_rubric(_book: Workbook) -> Panel:
    """Return what a learning partner looks for in an account plan."""
    columns = (Column(_("Part")), Column(_("What to look for")))
    rows = (
        (part if place == 0 else "", each.sentence)
        for part, criteria in grouped_rubric(PARTS)
        for place, each in enumerate(criteria)
    )
    return table(columns, rows)


def take_along(book: Workbook) -> FilesForm:
    """Return the buttons for summary, review sheets and calendar."""
    return offer_files(book, ("ics", "summary", "review"))


def choose_shared(book: Workbook) -> Piece:
    """Return the choice of what the trainer may read."""
    return sharing_form(book)


def write_shared_file(book: Workbook) -> Piece:
    """Return the button that writes the file for the trainer."""
    return file_form(book)


def check(book: Workbook) -> Follower:
    """Return the self-check of the chapter."""
    return following(book, lambda: self_check(check_lines(book)))


def check_lines(book: Workbook) -> Iterator[Line]:
    """Yield the lines of the self-check; those that are there make the progress of the chapter."""
    yield from section_lines(checked(book, Commitment), Commitment)
    yield from closing_lines(book, CHAPTER)


reflect = partial(closing.reflection, chapter=CHAPTER)
transfer = partial(closing.transfer, chapter=CHAPTER)
