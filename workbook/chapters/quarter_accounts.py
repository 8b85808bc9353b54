"""What became of the accounts since the last export, and which of them go on under another number."""

from collections.abc import Iterator, Mapping
from typing import Any

from workbook.book import Workbook
from workbook.book.continued import renamed_ids, split_off
from workbook.book.history import names_ever
from workbook.book.quarters import continue_account, entered_ids, kept_plans
from workbook.chapters.acting import Acting, acting, keeping
from workbook.chapters.following import Follower
from workbook.chapters.opening import followers, following
from workbook.chapters.panels import Column, Panel, note, table
from workbook.errors import DecisionRefused, Problem, ProblemKind, Severity
from workbook.forms.decision import Ask, Asked, DecisionForm
from workbook.i18n import N_, _
from workbook.portfolio.matching import Matching, Suggestion, match_accounts

NO_PAIR = ProblemKind(
    "pair_missing",
    Severity.ERROR,
    N_("Two accounts are needed: the one of before and the one of now."),
    N_("Answer every question above."),
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
    parts = split_off(book)
    suggested = [each for each in matching.suggestions if each.new not in parts]
    yield from ((one.new_name, _suggested(one, suggested)) for one in suggested)
    asked = {account for each in suggested for account in (each.old, each.new)}
    for account in (each for each in matching.new if each not in asked):
        yield str(names[account]), _new(book, account, parts)
    for account in (each for each in matching.vanished if each not in asked):
        written = _("no longer in the export; what you wrote is kept")
        yield old_name(book, account), written if account in kept else _("no longer in the export")


def _suggested(one: Suggestion, suggested: list[Suggestion]) -> str:
    if sum(each.old == one.old for each in suggested) > 1:
        sentence = _("may be a part of {name} (gone from the export): say below which part goes on with the plans")
        return sentence.format(name=one.old_name)
    return _("may be {name}, which is gone").format(name=one.old_name)


def _new(book: Workbook, account: str, parts: Mapping[str, str]) -> str:
    """Return what is known about a new account: a part of another one, one that may be a part, or just new."""
    if account in parts:
        return _("new, a part of {name}").format(name=old_name(book, parts[account]))
    for each in _alike(book):
        if each.new == account and each.old in book.continued:
            return _("new, maybe another part of {name}").format(name=each.old_name)
    return _("new")


def _alike(book: Workbook) -> tuple[Suggestion, ...]:
    """Return the suggestions there were before the rep decided anything."""
    before = book.before
    return match_accounts(before.portfolio, book.portfolio).suggestions if before else ()


def old_name(book: Workbook, account: str) -> str:
    """Return the last name of an account of before, which may go on under another id by now."""
    names = names_ever(book)
    return names.get(account) or names.get(renamed_ids(book.continued, account), account)


def continue_form(book: Workbook) -> Acting:
    """Return the form that lets an account go on under another number; shown only while one is gone and one is new."""
    form = DecisionForm(
        _("The same account under another number"),
        _("It is the same"),
        lambda: _asks(book),
        lambda answers: _continue(book, answers),
    )
    form = keeping(book, form, "quarterly_review/continued")
    return acting(book, form, wanted=lambda: all(ask.options for ask in _asks(book)))


def _asks(book: Workbook) -> list[Ask]:
    matching = matching_of(book)
    gone = (*matching.vanished, *(each.old for each in matching.suggestions)) if matching else ()
    names = book.portfolio.accounts["name"]
    old = tuple((old_name(book, each), each) for each in dict.fromkeys(gone))
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
