"""Three swaps to book: hours that leave the rest for a named action of the five, one tick each."""

from dataclasses import replace
from datetime import timedelta

from workbook.book import Workbook
from workbook.chapters.acting import Acting
from workbook.chapters.five_actions import five_actions
from workbook.chapters.following import Follower
from workbook.chapters.hours import hours_in_words
from workbook.chapters.opening import followed, followers, following
from workbook.chapters.panels import Panel, note, together
from workbook.chapters.pieces import Stack
from workbook.chapters.shared_forms import shared_form
from workbook.errors import InputError, Problem, ProblemKind, Severity
from workbook.focus.summary import layer_summary
from workbook.forms.ticks import Tick, TickForm
from workbook.i18n import N_, _
from workbook.plan.inquiries import Inquiries, Inquiry
from workbook.plan.not_to_do import NotToDo, is_booked
from workbook.plan.swaps import MOST, MOST_ENTRIES, Situation, Swap, propose_swaps, with_swap, without_swap
from workbook.plan.time_budget import TimeBudget, hours_of
from workbook.terms import Layer

LIST_FULL = ProblemKind(
    "not_to_do_full",
    Severity.ERROR,
    N_("Your not-to-do list is full."),
    N_("Remove something from it in chapter 5 first."),
)
A_MONTH = timedelta(days=31)


def situation(book: Workbook) -> Situation:
    """Return what swaps are drawn from, as it is saved."""
    budget = book.read(TimeBudget).values
    share = float(layer_summary(book.tiering)["share"][Layer.REST])
    return Situation(
        actual=hours_of(budget, "actual"),
        target=hours_of(budget, "target"),
        share=None if share != share else share,
        not_to_do=book.read(NotToDo).values,
        inquiries=_last_month(book),
        actions=five_actions(book),
    )


def _last_month(book: Workbook) -> tuple[Inquiry, ...]:
    inquiries = book.read(Inquiries).values.inquiries
    return tuple(each for each in inquiries if each.date and book.today - A_MONTH < each.date <= book.today)


def offered(book: Workbook) -> dict[str, tuple[Swap, bool]]:
    """Return swaps by what is stopped, and whether each is booked: the booked ones, then proposals up to three."""
    now = situation(book)
    booked = {
        each.item: (Swap(each.item, each.hours_freed, each.booked_to), True)
        for each in now.not_to_do.entries
        if each.item and each.hours_freed and each.booked_to and is_booked(each, now.actions)
    }
    proposed = {each.item: (each, False) for each in propose_swaps(now) if each.item not in booked}
    room = max(MOST - len(booked), 0)
    return {**booked, **dict(list(proposed.items())[:room])}


def swaps_form(book: Workbook) -> Stack:
    """Return the swaps, a tick for each; a tick books the hours in the not-to-do list of chapter 5."""
    return Stack(following(book, lambda: _nothing_yet(book)), _ticks(book))


def _nothing_yet(book: Workbook) -> Panel:
    """Return why there is nothing to book; an empty panel where there is."""
    if offered(book):
        return together()
    if None in hours_of(book.read(TimeBudget).values, "actual"):
        return note(_("Swaps are proposed as soon as the hours of today are filled in for all three layers."), "warn")
    return note(_("The rest gets no more hours than it should. There is nothing to swap."), "good")


def _ticks(book: Workbook) -> Follower:

    def ticks() -> list[Tick]:
        return [_tick(swap, booked) for swap, booked in offered(book).values()]

    def save(item: str, on: bool) -> None:
        form = shared_form(book, NotToDo)
        change = with_swap if on else without_swap
        values = change(form.draft.values, offered(book)[item][0])
        if len(values.entries) > MOST_ENTRIES:
            raise InputError(Problem(LIST_FULL))
        form.editor.take(replace(form.draft, values=values))
        form.flush()
        form.redraw()
        followers(book).saved()

    return followed(book, Acting(TickForm(_("Swaps to book"), ticks, save), watch=lambda: tuple(offered(book).items())))


def _tick(swap: Swap, booked: bool) -> Tick:
    stopped = _("{hours} hours a month: {item}").format(hours=hours_in_words(swap.hours), item=swap.item)
    return Tick(swap.item, stopped, booked, _("goes to: {action}").format(action=swap.booked_to))
