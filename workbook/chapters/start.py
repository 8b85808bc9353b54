"""Chapter 0: what the workbook is, the pyramid, the way ahead, and five names from memory."""

from collections.abc import Iterator
from functools import partial

from workbook.book import Workbook
from workbook.chapters import closing, example
from workbook.chapters.following import Follower
from workbook.chapters.guess import GUESS, guess_form, guessed_lines
from workbook.chapters.layers import pyramid
from workbook.chapters.opening import following, open_chapter
from workbook.chapters.panels import Column, Panel, facts, table
from workbook.chapters.path import CHAPTERS, TITLES, Step, by_time, seminar_path
from workbook.chapters.selfcheck import Line, closing_lines, line, self_check
from workbook.chapters.worked import worked
from workbook.charts.picture import Picture
from workbook.forms.form import SectionForm
from workbook.i18n import _, day, number

CHAPTER = "start"
FIVE = 5

__all__ = [
    "check", "open_chapter", "reflect", "show_example", "show_path", "show_time", "show_welcome", "transfer",
    "write_guess",
]  # fmt: skip


def show_time(book: Workbook) -> Panel:
    """Return how long the chapter takes, below what puts the workbook at risk."""
    return closing.first_words(book, CHAPTER)


def show_welcome(book: Workbook) -> Panel:
    """Return whose workbook this is and what it rests on."""
    pairs = [
        (_("Workbook of"), book.participant.display_name),
        (_("Seminar"), book.participant.cohort_title or _("without a title")),
        (_("Accounts in your list"), number(len(book.portfolio.accounts))),
        (_("Today"), day(book.today)),
        (_("Quarter"), book.quarter),
    ]
    return facts(pairs)


def show_path(book: Workbook) -> Panel:
    """Return the seminar path: when, which chapter, what, how long."""
    columns = (Column(_("When")), Column(_("Chapter")), Column(_("What you do")), Column(_("Time"), amount=True))
    groups = (group for _when, group in by_time(seminar_path(book.participant.minutes)))
    return table(columns, (_path_row(step, first=step is group[0]) for group in groups for step in group))


def _path_row(step: Step, *, first: bool) -> tuple[str, ...]:
    chapter = f"{int(CHAPTERS[step.chapter][:2])}  {_(TITLES[step.chapter])}"
    return (step.when_in_words if first else "", chapter, step.task_in_words, step.time_in_words)


@worked
def show_example(_book: Workbook) -> Picture:
    """Return the pyramid of the invented rep."""
    return pyramid(example.tiering(), _("An invented rep with 24 accounts, January 2026"))


def write_guess(book: Workbook) -> SectionForm:
    """Return the form for the five names from memory."""
    return guess_form(book)


def check(book: Workbook) -> Follower:
    """Return the self-check of the chapter."""
    return following(book, lambda: self_check(check_lines(book)))


def check_lines(book: Workbook) -> Iterator[Line]:
    """Yield the lines of the self-check; those that are there make the progress of the chapter."""
    names = guessed_lines(book)
    yield line(
        len(names) >= FIVE,
        _("You have written down five names from memory."),
        _("{count} of 5 names are written down. A question mark counts as a line.").format(count=number(len(names))),
        _("The Top 5 are five accounts"),
        GUESS,
    )
    yield from closing_lines(book, CHAPTER)


reflect = partial(closing.reflection, chapter=CHAPTER)
transfer = partial(closing.transfer, chapter=CHAPTER)
