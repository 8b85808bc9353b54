"""Chapter 8: where the rep stands, open questions, and the review of the quarter."""

from collections.abc import Iterator
from functools import partial

from workbook.book import Workbook
from workbook.chapters import closing, example
from workbook.chapters.asked_check_ins import asked_check_ins
from workbook.chapters.earlier_quarters import earlier_quarters
from workbook.chapters.entries import entries_table
from workbook.chapters.following import Follower
from workbook.chapters.layers import name_of, reasons_table
from workbook.chapters.opening import following, open_chapter, section_form
from workbook.chapters.panels import Column, Panel, card, facts, note, paragraph, table, together
from workbook.chapters.quarter_accounts import continue_form, show_accounts
from workbook.chapters.quarter_changes import show_changes
from workbook.chapters.quarter_facts import facts_form, show_facts
from workbook.chapters.quarter_learning import outcomes_form, show_calibration, show_time_spent
from workbook.chapters.quarter_moves import confirm_form, show_moves
from workbook.chapters.quarter_overdue import overdue_form, show_actions
from workbook.chapters.quarter_pictures import show_goals, show_history, show_layer_moves, show_questions
from workbook.chapters.quarter_prospects import prospects_form, show_prospects
from workbook.chapters.quarter_split import split_form
from workbook.chapters.quarter_talk import edit_talk, release_talk, show_talk, write_talk
from workbook.chapters.quarter_waiting import waiting_lines
from workbook.chapters.selfcheck import Line, checked, closing_lines, section_lines, self_check
from workbook.chapters.written import asked_anywhere
from workbook.forms.form import SectionForm
from workbook.i18n import _, day, number
from workbook.plan.review import Review
from workbook.terms import Layer

CHAPTER = "quarterly_review"

__all__ = [
    "asked_check_ins", "check", "confirm_form", "continue_form", "earlier_quarters", "edit_review", "edit_talk",
    "facts_form", "open_chapter", "outcomes_form", "overdue_form", "prospects_form", "reflect", "release_talk",
    "show_accounts", "show_actions", "show_calibration", "show_changes", "show_example", "show_facts", "show_goals",
    "show_history", "show_layer_moves", "show_layers", "show_moves", "show_open_questions", "show_prospects",
    "show_questions", "show_talk", "show_time", "show_time_spent", "split_form", "transfer", "write_talk",
]  # fmt: skip


def show_time(book: Workbook) -> Panel:
    """Return how long the chapter takes, below what puts the workbook at risk."""
    return closing.first_words(book, CHAPTER)


def show_example(_book: Workbook) -> Panel:
    """Return the review of the invented rep."""
    review = example.solved(Review, "review").values
    return together(
        card(_("What I learned this quarter"), paragraph(review.lessons or "")),
        entries_table(review.objectives, example.CURRENCY),
        card(_("Where I put my focus in the next quarter"), paragraph(review.next_focus or "")),
    )


def show_layers(book: Workbook) -> Follower:
    """Return the five of today and the decisions of the rep they rest on."""
    return following(book, lambda: together(_decisions(book), _five(book)))


def _decisions(book: Workbook) -> Panel:
    tiering, decisions = book.tiering, book.decisions
    chosen = [name_of(tiering, each) if each in tiering.table.index else each for each in decisions.prospect]
    return facts(
        [
            (_("Quarter"), book.quarter),
            (_("Reference year"), str(tiering.reference_year)),
            (_("Prospect"), ", ".join(chosen) or _("not chosen yet")),
            (_("Slots given up for a while"), number(sum(each.holds_on(book.today) for each in decisions.waivers))),
            (_("Accounts moved by hand"), number(sum(each.holds_on(book.today) for each in decisions.overrides))),
            (_("Next annual cut"), day(tiering.look_again)),
        ]
    )


def _five(book: Workbook) -> Panel:
    return reasons_table(book.tiering, book.tiering.ids(Layer.TOP5))


def show_open_questions(book: Workbook) -> Follower:
    """Return every question mark that was typed, with its place."""
    return following(book, lambda: _questions(book))


def _questions(book: Workbook) -> Panel:
    asked = asked_anywhere(book)
    if not asked:
        return note(_("There is no open question. Either you know everything, or you have not asked yourself yet."))
    columns = (Column(_("Where")), Column(_("What you wrote")))
    return table(columns, ((each.where, each.text) for each in asked))


def edit_review(book: Workbook) -> SectionForm:
    """Return the form for the review of this quarter."""
    return section_form(book, Review)


def check(book: Workbook) -> Follower:
    """Return the self-check of the chapter."""
    return following(book, lambda: self_check([*check_lines(book), *waiting_lines(book)]))


def check_lines(book: Workbook) -> Iterator[Line]:
    """Yield the lines of the self-check; those that are there make the progress of the chapter."""
    yield from section_lines(checked(book, Review), Review)
    yield from closing_lines(book, CHAPTER)


reflect = partial(closing.reflection, chapter=CHAPTER)
transfer = partial(closing.transfer, chapter=CHAPTER)
