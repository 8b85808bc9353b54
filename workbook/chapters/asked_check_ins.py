"""The check-ins of the commitment in the quarterly review: those whose day has come are asked and answered here."""

from datetime import date
from functools import partial

from workbook.book import Workbook
from workbook.chapters.check_ins import check_in_heading
from workbook.chapters.following import Follower
from workbook.chapters.opening import renewed, section_form, values
from workbook.chapters.panels import Panel, note, paragraph, soft, together
from workbook.chapters.pieces import Folded, Piece, Stack
from workbook.i18n import _, day
from workbook.plan.commitment import CHECK_IN_DAYS, CheckIn, Commitment, check_in_days


def asked_check_ins(book: Workbook) -> Follower:
    """Return what was promised, and a page for each check-in whose day has come; the next day where none has."""
    return renewed(book, lambda: _asked(book), watch=lambda: check_in_days(values(book, Commitment)))


def _asked(book: Workbook) -> Piece:
    commitment: Commitment = values(book, Commitment)
    days = {
        count: _day_of(book, count, when) for count, when in zip(CHECK_IN_DAYS, check_in_days(commitment), strict=False)
    }
    if not days:
        return note(_("Your commitment has no date yet. It stands in chapter 7, and the check-ins follow from it."))
    due = {count: when for count, when in days.items() if when <= book.today}
    later = [when for when in days.values() if when > book.today]
    pages = [piece for each in due.items() for piece in _page(book, *each)]
    return Stack(_promised(commitment), *pages, *([_next(min(later))] if later else []))


def _day_of(book: Workbook, count: int, when: date) -> date:
    return values(book, CheckIn, name=str(count)).date or when


def _promised(commitment: Commitment) -> Panel:
    kept = [f"{each.when or '…'} → {each.then}" for each in commitment.intentions if each.then]
    return together(*(paragraph(_("You promised: {words}").format(words=words)) for words in kept))


def _page(book: Workbook, count: int, when: date) -> tuple[Piece, ...]:
    """Return the heading of one check-in and its page, which is made when it is opened, with what stands there then."""
    written: CheckIn = values(book, CheckIn, name=str(count))
    title = _("Change your answer") if written.kept or written.changed else _("Answer it now")
    return check_in_heading(book, count, when), Folded(title, partial(section_form, book, CheckIn, name=str(count)))


def _next(when: date) -> Panel:
    return paragraph(soft(_("The next check-in is on {day}.").format(day=day(when))))
