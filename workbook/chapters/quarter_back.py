"""An earlier quarter to read again: who was in the five, what moved, and what the rep wrote. It cannot be changed."""

from collections.abc import Iterator

from workbook.book import Workbook
from workbook.chapters.panels import Panel, card, note, paragraph, steps, together
from workbook.chapters.picker import Pick, Picker
from workbook.chapters.pieces import Piece
from workbook.chapters.quarter_changes import moves_in
from workbook.i18n import _, day
from workbook.plan.review import Review
from workbook.terms import Layer


def show_earlier(book: Workbook) -> Piece:
    """Return the earlier quarters to pick from, the last one first; on paper the last one."""
    earlier = [quarter for quarter in reversed(book.quarters) if quarter < book.quarter]
    if not earlier:
        return note(_("This is your first quarter: there is nothing to look back at yet."))
    picks = [Pick(quarter, quarter) for quarter in earlier]
    return Picker(_("Which quarter do you want to read again?"), picks, lambda quarter: [_panel(book.at(quarter))])


def _panel(then: Workbook) -> Panel:
    return together(note(_ended(then)), *(card(title, panel) for title, panel in _cards(then)))


def _ended(then: Workbook) -> str:
    sentence = _("As it was on {day}; an earlier quarter is read, not changed.")
    return sentence.format(day=day(then.today))


def _cards(then: Workbook) -> Iterator[tuple[str, Panel]]:
    names = then.portfolio.accounts["name"]
    yield _("The five of this quarter"), steps(str(names[each]) for each in then.tiering.ids(Layer.TOP5))
    if moved := tuple(moves_in(then)):
        yield _("Moves of this quarter"), steps(moved)
    review = then.read(Review).values
    if review.lessons:
        yield _("What I learned this quarter"), paragraph(review.lessons)
    if review.next_focus:
        yield _("Where I put my focus in the next quarter"), paragraph(review.next_focus)
