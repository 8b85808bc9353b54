"""What a quarter makes a rep ask the manager: three questions and one decision, from the state of the workbook."""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from workbook.book.confirming import waiting_moves
from workbook.book.overdue import overdue_actions
from workbook.book.plans import begun_plans
from workbook.errors import shorten
from workbook.i18n import _, day, ngettext, number
from workbook.plan.action import CLOSED
from workbook.plan.buying_center import BuyingCenter
from workbook.plan.objectives import Objectives
from workbook.plan.talk import QUESTIONS, QuarterlyTalk
from workbook.terms import Layer, Slot, Status

if TYPE_CHECKING:
    from workbook.book.workbook import Workbook
    from workbook.focus.moves import Move

# Weeks that a date may move before it is worth a question.
SLIPPED_DAYS = 14
LONGEST, MOST_MOVES = 90, 4


def suggested_talk(book: "Workbook") -> QuarterlyTalk:
    """Return the three questions that are most pressing now, each of another kind, and the decision to ask for."""
    first, second, third = islice(_questions(book), len(QUESTIONS))
    return QuarterlyTalk(first=first, second=second, third=third, decision=_decision(book))


def _questions(book: "Workbook") -> Iterator[str]:
    for kind in (_blocked, _slipped, _nobody_decides, _overdue, _no_prospect):
        yield from islice(kind(book), 1)
    yield _("Which of my five would you exchange, and for whom?")
    yield _("What may I leave undone, so that there is time for the five?")
    yield _("Which door in our own house can you open for the five?")


def _blocked(book: "Workbook") -> Iterator[str]:
    for account_id in book.tiering.ids(Layer.TOP5):
        for each in book.read(Objectives, account_id=account_id).values.objectives:
            if each.status is Status.BLOCKED:
                sentence = _("{account}: {objective} is blocked. What can you move that I cannot?")
                yield sentence.format(account=_name(book, account_id), objective=_quoted(each.text))


def _slipped(book: "Workbook") -> Iterator[str]:
    """Yield objectives of the five that are due later than a quarter ago, the longest delay first."""
    before = book.before
    late = sorted(_delays(book, before), reverse=True) if before else []
    for days, account_id, text, due in late:
        sentence = _("{account}: {objective} is due on {day} now, {days} days later. Is it still one of the three?")
        told = {"account": _name(book, account_id), "objective": _quoted(text), "day": due, "days": number(days)}
        yield sentence.format(**told)


def _delays(book: "Workbook", before: "Workbook") -> Iterator[tuple[int, str, str, str]]:
    for account_id in book.tiering.ids(Layer.TOP5):
        old = {each.id: each.due for each in before.read(Objectives, account_id=account_id).values.objectives}
        for each in book.read(Objectives, account_id=account_id).values.objectives:
            planned = old.get(each.id)
            if each.due and planned and each.status not in CLOSED and (each.due - planned).days >= SLIPPED_DAYS:
                yield (each.due - planned).days, account_id, each.text or "", day(each.due)


def _nobody_decides(book: "Workbook") -> Iterator[str]:
    for account_id, plan in begun_plans(book).items():
        if BuyingCenter in plan and not plan[BuyingCenter].empty:
            codes = {finding.code for finding in plan[BuyingCenter].values.findings(book.today)}
            if "no_decider" in codes:
                sentence = _("{account}: I do not know who decides. Whom do you know there who could tell us?")
                yield sentence.format(account=_name(book, account_id))


def _overdue(book: "Workbook") -> Iterator[str]:
    late = overdue_actions(book)
    if late:
        sentence = ngettext(
            "{count} action is overdue: {what}. What may I drop for it?",
            "{count} actions are overdue, the oldest one: {what}. What may I drop for them?",
            len(late),
        )
        what = _quoted(late[0].item.title)
        where = f"{shorten(late[0].account, LONGEST)}, {what}" if late[0].account else what
        yield sentence.format(count=number(len(late)), what=where)


def _no_prospect(book: "Workbook") -> Iterator[str]:
    if Slot.PROSPECT in book.tiering.vacancies:
        yield _("My list has no prospect at the moment. Which customer of a competitor would you want to win?")


def _decision(book: "Workbook") -> str:
    """Return the decision to ask for: waiting moves, then a swap nobody agreed to, otherwise the five."""
    return next(iter([*_of_moves(book), *_of_swaps(book), _of_the_five(book)]))


def _of_moves(book: "Workbook") -> Iterator[str]:
    moves = waiting_moves(book)
    if moves:
        told = [_move(each) for each in moves[:MOST_MOVES]]
        more = len(moves) - MOST_MOVES
        told += [_("and {count} more").format(count=number(more))] if more > 0 else []
        yield _("Do you agree to the moves of this quarter: {moves}?").format(moves="; ".join(told))


def _move(move: "Move") -> str:
    layer = move.to_layer.label if move.to_layer else "\N{EN DASH}"
    return _("{account} to “{layer}”").format(account=shorten(move.name, LONGEST), layer=layer)


def _of_swaps(book: "Workbook") -> Iterator[str]:
    for swap in book.decisions.overrides:
        if swap.holds_on(book.today) and not swap.agreed_with_manager:
            sentence = _("Do you agree that {entering} takes the place of {leaving}? My reason: {reason}")
            names = {"entering": _name(book, swap.account_in), "leaving": _name(book, swap.account_out)}
            yield sentence.format(**names, reason=shorten(swap.reason, LONGEST))


def _of_the_five(book: "Workbook") -> str:
    names = ", ".join(_name(book, each) for each in book.tiering.ids(Layer.TOP5))
    return _("Do you agree that these are my five for the next three months: {names}?").format(names=names)


def _name(book: "Workbook", account_id: str) -> str:
    names = book.portfolio.accounts["name"]
    return shorten(str(names[account_id]) if account_id in names.index else account_id, LONGEST)


def _quoted(text: str | None) -> str:
    return _("“{text}”").format(text=shorten(" ".join((text or "?").split()), LONGEST))
