"""What changed since the last quarter, in words: layers first, then plan by plan."""

from workbook.book import Workbook
from workbook.book.changes import changes_since
from workbook.chapters.following import Follower
from workbook.chapters.opening import following
from workbook.chapters.panels import Panel, card, note, steps, together
from workbook.i18n import _


def show_changes(book: Workbook) -> Follower:
    """Return what is different from the quarter before, in sentences."""
    return following(book, lambda: _changes(book))


def _changes(book: Workbook) -> Panel:
    before = book.before
    if before is None:
        return note(_("This is your first quarter: there is nothing to compare with yet."))
    told = list(changes_since(book, before))
    if not told:
        return note(_("Nothing has changed since {quarter}.").format(quarter=before.quarter))
    return together(*(card(title, steps(sentences)) for title, sentences in told))
