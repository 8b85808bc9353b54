"""Rule R13 in the chapter: which moves a new quarter proposes, and the rep's yes to them."""

from collections.abc import Mapping
from typing import Any

from workbook.book import Workbook
from workbook.book.confirming import confirm_waiting, proposed_moves, waiting_moves
from workbook.chapters.acting import Acting, acting, keeping
from workbook.chapters.following import Follower
from workbook.chapters.opening import followers, following
from workbook.chapters.panels import Column, Panel, note, paragraph, table, together
from workbook.errors import DecisionRefused, Problem, ProblemKind, Severity
from workbook.focus.formula import SHORTEST_REASON
from workbook.focus.moves import Move, Proposal
from workbook.focus.notices import Amount
from workbook.forms.decision import Ask, Asked, DecisionForm
from workbook.i18n import N_, _, ngettext

ALL = "*"
NO_MOVE = ProblemKind(
    "move_missing",
    Severity.ERROR,
    N_("Nothing is chosen that could be confirmed."),
    N_("Choose a move, or all of them."),
)


def show_moves(book: Workbook) -> Follower:
    """Return the moves the new quarter proposes, with their causes, and those held back (Rule R13)."""
    return following(book, lambda: _moves(book), lambda: book.tiering)


def _moves(book: Workbook) -> Panel:
    proposal = proposed_moves(book)
    if proposal is None:
        return note(_("This is your first quarter: the layers are those of chapter 2, and nothing can move yet."))
    return together(_opening(proposal), _table(book, waiting_moves(book)), _held(book, proposal))


def _opening(proposal: Proposal) -> Panel:
    if proposal.annual:
        return paragraph(_("A new fiscal year is complete: the layers are cut anew, once a year."))
    return paragraph(_("Between two annual cuts an account moves only for a plain cause or with a clear lead."))


def _table(book: Workbook, moves: tuple[Move, ...]) -> Panel:
    if not moves:
        return note(_("No move is waiting: your layers stand as you confirmed them."))
    columns = (
        Column(_("Account")), Column(_("From")), Column(_("To")), Column(_("Why")),
        Column(_("Last 12 months"), amount=True),
    )  # fmt: skip
    return table(columns, (_row(book, move) for move in moves))


def _row(book: Workbook, move: Move) -> tuple[str, ...]:
    to_layer = move.to_layer.label if move.to_layer else _("gone")
    last = move.last_12_months
    amount = "–" if last is None else str(Amount(last, book.portfolio.currency))
    return move.name, move.from_layer.label, to_layer, move.cause.label, amount


def _held(book: Workbook, proposal: Proposal) -> Panel:
    names = ", ".join(move.name for move in proposal.held)
    if not names:
        return together()
    return note(_("Held back, because the lead is below 0.05: {names}.").format(names=names))


def confirm_form(book: Workbook) -> Acting:
    """Return the form in which the rep confirms proposed moves; it is shown only while a move waits."""
    form = DecisionForm(_("Confirm moves"), _("Confirm"), lambda: _asks(book), lambda answers: _confirm(book, answers))
    form = keeping(book, form, "quarterly_review/moves")
    return acting(book, form, wanted=lambda: bool(waiting_moves(book)))


def _asks(book: Workbook) -> list[Ask]:
    moves = waiting_moves(book)
    every = ngettext("{count} move", "all {count} moves", len(moves)).format(count=len(moves))
    options = ((every, ALL), *((_in_words(move), move.account) for move in moves)) if moves else ()
    return [Ask("which", _("What do you confirm?"), Asked.PICK, options), _ask_reason()]


def _ask_reason() -> Ask:
    hint = _("Needed only where a prospect's plan ends before its time; then at least {count} characters.")
    return Ask("reason", _("Your reason"), Asked.LONG, help=hint.format(count=SHORTEST_REASON))


def _in_words(move: Move) -> str:
    return f"{move.name}: {move.from_layer.label} → {move.to_layer.label if move.to_layer else '–'}"


def _confirm(book: Workbook, answers: Mapping[str, Any]) -> str:
    chosen = {move.account for move in waiting_moves(book) if answers["which"] in {ALL, move.account}}
    confirmed = confirm_waiting(book, chosen, answers["reason"] or "")
    if not confirmed:
        raise DecisionRefused(Problem(NO_MOVE))
    followers(book).saved()
    sentence = ngettext("{count} move is confirmed.", "{count} moves are confirmed.", len(confirmed))
    return sentence.format(count=len(confirmed))
