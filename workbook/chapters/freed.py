"""The not-to-do list: each freed hour goes to a named action of the five, or stays visible until it does."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from workbook.book import Workbook
from workbook.chapters.five_actions import five_actions
from workbook.chapters.following import Follower
from workbook.chapters.hours import hours_in_words
from workbook.chapters.panels import Column, Panel, Words, note, strong, table, together
from workbook.chapters.shared_forms import redrawn, shared_form
from workbook.i18n import _
from workbook.plan.not_to_do import NotToDo, NotToDoEntry, a_week, freed_hours, is_booked


def not_to_do_form(book: Workbook) -> Follower:
    """Return the not-to-do list; the actions of the five are offered as they stand in the plans now."""
    form = shared_form(book, NotToDo)

    def offer_actions() -> None:
        known = {**form.editor.options.suggestions, "actions": five_actions(book)}
        form.editor.options = replace(form.editor.options, suggestions=known)

    return redrawn(book, form, offer_actions, watch=lambda: five_actions(book))


def freed_panel(book: Workbook) -> Panel:
    """Return what is freed, where it goes, and what is not booked yet."""
    not_to_do, actions = book.read(NotToDo).values, five_actions(book)
    if not any(each.hours_freed for each in not_to_do.entries):
        return note(_("Nothing is freed yet. One thing you stop doing is enough to begin with."))
    columns = (
        Column(_("What I stop doing")),
        Column(_("Hours a month"), amount=True),
        Column(_("Where the time goes")),
    )
    rows = (_row(each, actions) for each in not_to_do.entries if each.hours_freed)
    return together(freed_note(not_to_do, actions), table(columns, rows))


def _row(entry: NotToDoEntry, actions: tuple[str, ...]) -> tuple[Words, ...]:
    return entry.item or "\N{EN DASH}", hours_in_words(entry.hours_freed), where_to(entry, actions)


def where_to(entry: NotToDoEntry, actions: tuple[str, ...]) -> Words:
    """Return the action an entry is booked to, or why its hours are not booked yet."""
    if is_booked(entry, actions):
        return entry.booked_to or ""
    if not entry.booked_to:
        return strong(_("not booked yet"))
    return strong(_("not booked: “{text}” is no open action of your five").format(text=entry.booked_to))


def freed_note(not_to_do: NotToDo, actions: tuple[str, ...]) -> Panel:
    """Return one sentence: how much is freed, a month and a week, and how much of it is not booked."""
    freed, unbooked = freed_hours(not_to_do, actions)
    sentence = _(
        "You free {freed} hours a month, that is {week} a week. Booked to your five: {booked}; not yet: {left}."
    )
    words = sentence.format(
        freed=hours_in_words(freed),
        week=hours_in_words(a_week(freed)),
        booked=hours_in_words(freed - unbooked),
        left=hours_in_words(unbooked),
    )
    return note(words, "warn" if unbooked else "good")


def freed_a_week(book: Workbook) -> tuple[Decimal, Decimal]:
    """Return the hours a week that are freed, and those of them that are booked to the five."""
    freed, unbooked = freed_hours(book.read(NotToDo).values, five_actions(book))
    return a_week(freed), a_week(freed - unbooked)


def unbooked_lines(book: Workbook) -> Iterator[str]:
    """Yield a sentence for hours that go nowhere yet."""
    _freed, unbooked = freed_hours(book.read(NotToDo).values, five_actions(book))
    if unbooked:
        sentence = _("{hours} freed hours a month are not booked yet. To which action of your five do they go?")
        yield sentence.format(hours=hours_in_words(unbooked))
