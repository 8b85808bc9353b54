"""What became of the accounts since the last export, and which of them go on under another number."""

from collections.abc import Iterator, Mapping
from typing import Any

from workbook.book import Workbook
from workbook.book.history import names_ever
from workbook.book.quarters import continue_account, entered_ids, kept_plans
from workbook.chapters.acting import Acting, acting
from workbook.chapters.following import Follower
from workbook.chapters.opening import followers, following
from workbook.chapters.panels import Column, Panel, note, table
from workbook.errors import DecisionRefused, Problem, ProblemKind, Severity
from workbook.forms.decision import Ask, Asked, DecisionForm
from workbook.i18n import N_, _
from workbook.portfolio.matching import Matching, match_accounts

NO_PAIR = ProblemKind(
    "pair_missing",
    Severity.ERROR,
    N_("Two accounts are needed: the one of before and the one of now."),
    N_("Choose both."),
)


def matching_of(book: Workbook) -> Matching | None:
    """Return how the accounts continue those of the quarter before, None in the first one."""
    before = book.before
    if before is None:
        return None
    return match_accounts(before.portfolio, book.portfolio, book.continued, own=entered_ids(before))


def show_accounts(book: Workbook) -> Follower:
    """Return renamed, new and vanished accounts, and plans that wait for an account that is gone."""
    return following(book, lambda: _accounts(book), lambda: book.portfolio)


def _accounts(book: Workbook) -> Panel:
    matching = matching_of(book)
    if matching is None:
        return note(_("This is your first quarter. The next export is loaded with: workbook review"))
    rows = list(_rows(book, matching))
    if not rows:
        return note(_("The accounts are the same as in the last quarter."))
    return table((Column(_("Account")), Column(_("What happened"))), rows)


def _rows(book: Workbook, matching: Matching) -> Iterator[tuple[str, str]]:
    names, kept = book.portfolio.accounts["name"], kept_plans(book)
    for renamed in matching.renamed:
        yield renamed.now, _("was called {name} until now").format(name=renamed.before)
    for one in matching.suggestions:
        yield one.new_name, _("may be {name}, which is gone").format(name=one.old_name)
    asked = {account for each in matching.suggestions for account in (each.old, each.new)}
    for account in (each for each in matching.new if each not in asked):
        yield str(names[account]), _("new")
    for account in (each for each in matching.vanished if each not in asked):
        written = _("no longer in the export; what you wrote is kept")
        yield _old_name(book, account), written if account in kept else _("no longer in the export")


def _old_name(book: Workbook, account: str) -> str:
    return names_ever(book).get(account, account)


def continue_form(book: Workbook) -> Acting:
    """Return the form that lets an account go on under another number; shown only while one is gone and one is new."""
    form = DecisionForm(
        _("The same account under another number"),
        _("It is the same"),
        lambda: _asks(book),
        lambda answers: _continue(book, answers),
    )
    return acting(book, form, wanted=lambda: all(ask.options for ask in _asks(book)))


def _asks(book: Workbook) -> list[Ask]:
    matching = matching_of(book)
    gone = (*matching.vanished, *(each.old for each in matching.suggestions)) if matching else ()
    names = book.portfolio.accounts["name"]
    old = tuple((_old_name(book, each), each) for each in dict.fromkeys(gone))
    new = tuple((str(names[each]), each) for each in matching.new) if matching else ()
    return [
        Ask("old", _("Which account was it?"), Asked.PICK, old),
        Ask("new", _("Which one is it now?"), Asked.PICK, new),
    ]


def _continue(book: Workbook, answers: Mapping[str, Any]) -> str:
    if answers["old"] is None or answers["new"] is None:
        raise DecisionRefused(Problem(NO_PAIR))
    continue_account(book, answers["old"], answers["new"])
    followers(book).saved()
    return _("What you wrote about the account goes on under the new number.")
