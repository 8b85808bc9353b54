"""What a rep has decided so far, on one page: the five, the hours to move, the intentions of each chapter."""

from workbook.book import Workbook
from workbook.chapters.hours import hours_in_words
from workbook.chapters.layers import name_of
from workbook.chapters.opening import values
from workbook.chapters.panels import Column, Panel, card, facts, note, steps, table, together
from workbook.chapters.path import CHAPTERS, TITLES
from workbook.i18n import _, day, number
from workbook.plan.exercise import Transfer
from workbook.plan.time_budget import TimeBudget, hours_of
from workbook.terms import Layer


def summary(book: Workbook) -> Panel:
    """Return the five by name, the size of the other layers, the hours for the five, and the transfers written."""
    tiering = book.tiering
    five = [name_of(tiering, account_id) for account_id in tiering.ids(Layer.TOP5)]
    sizes = [(layer.label, number(len(tiering.ids(layer)))) for layer in (Layer.NEXT15, Layer.REST)]
    figures = facts([*sizes, (_("Hours a week for the Top 5"), _hours(book))])
    return together(card(_("My five"), steps(five)), figures, transfers(book))


def _hours(book: Workbook) -> str:
    budget = values(book, TimeBudget)
    now, wanted = hours_of(budget, "actual").top5, hours_of(budget, "target").top5
    return _("{now} today, {wanted} wanted").format(now=hours_in_words(now), wanted=hours_in_words(wanted))


def transfers(book: Workbook) -> Panel:
    """Return the when-then-by sentences of the chapters in which one was written."""
    found = {chapter: values(book, Transfer, chapter=chapter, name="transfer") for chapter in CHAPTERS}
    rows = [
        (_(TITLES[chapter]), each.when or "", each.then or "", day(each.date) if each.date else "")
        for chapter, each in found.items()
        if each != Transfer()
    ]
    if not rows:
        return note(_("You have not written a transfer in any chapter yet."))
    return table((Column(_("Chapter")), Column(_("When")), Column(_("I will")), Column(_("By"))), rows)
