"""What only the rep knows: which former customers are to be won back, and which groups buy centrally."""

from workbook.book import Workbook
from workbook.chapters.acting import acting, decide
from workbook.chapters.panels import note
from workbook.chapters.pieces import Piece
from workbook.focus.decide import with_confirmed_former, with_groups
from workbook.focus.groups import find_groups
from workbook.forms.ticks import Tick, TickForm
from workbook.i18n import _
from workbook.terms import AccountStatus

SHOWN_MEMBERS = 4


def former_form(book: Workbook) -> Piece:
    """Return the form in which the rep confirms former customers to win back (Rule R4)."""
    if not _former(book):
        return note(_("Your list has no former customers."))
    question = _("Which former customers do you want to win back?")
    return acting(book, TickForm(question, lambda: _former(book), lambda code, on: _win_back(book, code, on)))


def _former(book: Workbook) -> tuple[Tick, ...]:
    table, confirmed = book.tiering.table, book.decisions.confirmed_former
    former = table[(table["status"] == AccountStatus.FORMER) | table.index.isin(confirmed)]
    ordered = former["name"].sort_values(kind="stable")
    return tuple(Tick(str(account), str(name), account in confirmed) for account, name in ordered.items())


def _win_back(book: Workbook, account_id: str, wanted: bool) -> None:
    if wanted:
        decide(book, with_confirmed_former(book.tiering, account_id))
    else:
        not_any_more(book, account_id)


def not_any_more(book: Workbook, account_id: str) -> None:
    """Take the confirmation of a former customer back."""
    others = tuple(account for account in book.decisions.confirmed_former if account != account_id)
    decide(book, book.decisions.model_copy(update={"confirmed_former": others}))


def groups_form(book: Workbook) -> Piece:
    """Return the form in which the rep confirms groups that buy centrally (Rule R0)."""
    if not find_groups(book.portfolio):
        return note(_("Your list has no groups with several accounts."))
    question = _("Which groups decide centrally and count as one account?")
    return acting(book, TickForm(question, lambda: _groups(book), lambda code, on: set_group(book, code, on)))


def _groups(book: Workbook) -> tuple[Tick, ...]:
    confirmed = book.decisions.roll_up
    found = find_groups(book.portfolio).items()
    return tuple(Tick(name, name, name in confirmed, _members(book, ids)) for name, ids in found)


def _members(book: Workbook, ids: tuple[str, ...]) -> str:
    names = ", ".join(str(book.portfolio.accounts.at[account, "name"]) for account in ids[:SHOWN_MEMBERS])
    more = len(ids) - SHOWN_MEMBERS
    return _("{names} and {count} more").format(names=names, count=more) if more > 0 else names


def set_group(book: Workbook, name: str, central: bool) -> None:
    """Confirm that a group buys centrally, or take that back."""
    others = tuple(group for group in book.decisions.roll_up if group != name)
    # A group that left the data cannot be confirmed again, so it does not stay among the confirmed ones.
    still_there = tuple(group for group in others if group in find_groups(book.portfolio))
    decide(book, with_groups(book.portfolio, book.decisions, (*still_there, name) if central else still_there))
