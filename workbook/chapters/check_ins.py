"""The check-ins after 30, 60 and 90 days: each with its day and a page to write on; the letter comes back last."""

from datetime import date

from markupsafe import Markup

from workbook.book import Workbook
from workbook.chapters.following import Follower
from workbook.chapters.opening import renewed, section_form, values
from workbook.chapters.panels import Panel, badge, card, paragraph, soft, together
from workbook.chapters.pieces import Folded, Piece, Stack
from workbook.i18n import _, day, ngettext, number
from workbook.plan.commitment import CHECK_IN_DAYS, CheckIn, Commitment, check_in_days


def check_in_pages(book: Workbook) -> Follower:
    """Return the three pages; they appear as soon as the commitment has a date."""
    return renewed(book, lambda: _pages(book), watch=lambda: check_in_days(values(book, Commitment)))


def _pages(book: Workbook) -> Piece:
    days = check_in_days(values(book, Commitment))
    if not days:
        return paragraph(soft(_("The three pages appear together with the dates.")))
    return Stack(*(piece for each in zip(CHECK_IN_DAYS, days, strict=True) for piece in _page(book, *each)))


def _page(book: Workbook, count: int, when: date) -> tuple[Piece, ...]:
    """Return the heading and the form of one check-in: open when its day has come, folded until then."""
    name = str(count)
    when = values(book, CheckIn, name=name).date or when
    last = count == CHECK_IN_DAYS[-1]
    heading = together(check_in_heading(book, count, when), *([_letter(book)] if last and when <= book.today else []))
    title = _("Write the check-in after {count} days").format(count=number(count))
    if when <= book.today:
        return heading, section_form(book, CheckIn, name=name)
    return heading, Folded(title, lambda: section_form(book, CheckIn, name=name))


def check_in_heading(book: Workbook, count: int, when: date) -> Panel:
    """Return the name of a check-in, its day, and how far that is away."""
    label = _("After {count} days").format(count=number(count))
    words = Markup('<p class="wb-pick"><strong>{}</strong> {} {}</p>')
    return Panel(words.format(label, day(when), badge(_distance(book.today, when))))


def _distance(today: date, when: date) -> str:
    """Return how far a day is, in words."""
    days = abs((when - today).days)
    if not days:
        return _("today")
    if when > today:
        return ngettext("in {count} day", "in {count} days", days).format(count=number(days))
    return ngettext("{count} day ago", "{count} days ago", days).format(count=number(days))


def _letter(book: Workbook) -> Panel:
    letter = values(book, Commitment).letter
    if not letter:
        return paragraph(soft(_("You wrote no letter to yourself. What would you have liked to read today?")))
    lines = Markup("<br>").join(letter.splitlines())
    return card(_("Your letter to yourself"), Panel(Markup("<p>{}</p>").format(lines)))
