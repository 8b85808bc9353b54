"""Chapter 4: the fifteen, each with a goal for this year and the actions of the next twelve months."""

from collections.abc import Iterator
from functools import partial

from workbook.book import Workbook
from workbook.chapters import closing, example
from workbook.chapters.account_view import plans_of_layer, written_about
from workbook.chapters.entries import entries_table
from workbook.chapters.following import Follower
from workbook.chapters.layers import name_of, years_table
from workbook.chapters.opening import following, of_layers, open_chapter
from workbook.chapters.panels import Panel, card, facts, note
from workbook.chapters.selfcheck import Line, checked, closing_lines, line, section_lines, self_check
from workbook.focus.tiering import Tiering
from workbook.i18n import _, number
from workbook.plan.entry import show_entry
from workbook.plan.fields import describe
from workbook.plan.year_plan import YearPlan
from workbook.terms import Layer

CHAPTER = "action_plans"
IN_SEMINAR = 2

__all__ = [
    "check", "edit_year_plan", "open_chapter", "reflect", "show_example", "show_fifteen", "show_time", "transfer",
]  # fmt: skip


def show_time(book: Workbook) -> Panel:
    """Return how long the chapter takes, below what puts the workbook at risk."""
    return closing.first_words(book, CHAPTER)


def show_example(_book: Workbook) -> Panel:
    """Return the year plan of one customer of the invented rep."""
    tiering, account_id = example.tiering(), example.setting("year_account")
    plan = example.solved(YearPlan, "year_plan").values
    fields = {each.name: each for each in describe(YearPlan)}
    told = [(fields[name].label, show_entry(fields[name], getattr(plan, name))) for name in ("goal", "value")]
    actions = entries_table(plan.actions, example.CURRENCY)
    return card(name_of(tiering, account_id), years_table(tiering, [account_id]), facts(told), actions)


def show_fifteen(book: Workbook) -> Follower:
    """Return the rep's fifteen with their revenue over the years and the potential."""
    return of_layers(book, _fifteen)


def _fifteen(tiering: Tiering) -> Panel:
    ids = tiering.ids(Layer.NEXT15)
    return years_table(tiering, ids) if ids else nobody()


def nobody() -> Panel:
    """Return what is said while the layer is empty."""
    return note(_("No customers are left for the fifteen: your list is short (Rule R11)."))


def edit_year_plan(book: Workbook) -> Follower:
    """Return the form for the year plan of one of the fifteen, with the account's facts beside it."""
    return plans_of_layer(book, Layer.NEXT15, YearPlan, nobody)


def check(book: Workbook) -> Follower:
    """Return the self-check of the chapter."""
    return following(book, lambda: self_check(check_lines(book)))


def check_lines(book: Workbook) -> Iterator[Line]:
    """Yield the lines of the self-check; those that are there make the progress of the chapter."""
    ids = book.tiering.ids(Layer.NEXT15)
    begun = written_about(book, ids, YearPlan)
    wanted = min(IN_SEMINAR, len(ids))
    sentence = _("Year plans begun: {count} of {wanted} for today.")
    text = sentence.format(count=number(len(begun)), wanted=number(wanted))
    yield line(len(begun) >= wanted, text, text, _("Rule {rule}").format(rule="R7"))
    for account_id in begun:
        yield from section_lines(checked(book, YearPlan, account_id=account_id), name_of(book.tiering, account_id))
    yield from closing_lines(book, CHAPTER)


reflect = partial(closing.reflection, chapter=CHAPTER)
transfer = partial(closing.transfer, chapter=CHAPTER)
