"""Actions over the quarters: what is done, what was moved and how often, and a decision about what is overdue."""

from collections.abc import Iterator, Sequence
from typing import Any

from workbook.book import Workbook
from workbook.book.action_history import decided_now, decisions_about, tally
from workbook.book.agenda import Engagement, account_of
from workbook.book.overdue import Decided, decide_action, open_actions, overdue_actions
from workbook.chapters.acting import Acting, acting, keeping
from workbook.chapters.following import Follower
from workbook.chapters.opening import followers, following
from workbook.chapters.panels import Column, Panel, Words, note, side_by_side, table, together
from workbook.chapters.quarter_waiting import OVERDUE
from workbook.focus.formula import SHORTEST_REASON
from workbook.forms.decision import Ask, Asked
from workbook.forms.decision_rows import Answers, DecisionRows, Row, Wording
from workbook.i18n import _, day, ngettext, number
from workbook.plan.action_decisions import ActionDecision, Verdict


def show_actions(book: Workbook) -> Follower:
    """Return how many actions are done, open and overdue, and the way of those that were moved or dropped."""
    return following(book, lambda: _actions(book))


def _actions(book: Workbook) -> Panel:
    found = tally(book)
    if not any((found.done, found.dropped, found.open)):
        return note(_("Your plans hold no actions yet. The next step stands in chapters 3 and 4."))
    figures = (
        (_("Done in this quarter"), found.done),
        (_("Dropped in this quarter"), found.dropped),
        (_("Still open"), found.open),
        (_("Overdue"), found.overdue),
    )
    return together(side_by_side((label, number(count)) for label, count in figures), _moved(book), _decided(book))


def _moved(book: Workbook) -> Panel:
    rows = [row for each in open_actions(book) for row in _moved_row(book, each)]
    if not rows:
        return together()
    columns = (
        Column(_("Moved on")),
        Column(_("Account")),
        Column(_("First due")),
        Column(_("Due now")),
        Column(_("Why")),
    )
    return table(columns, rows)


def _moved_row(book: Workbook, each: Engagement) -> Iterator[tuple[Words, ...]]:
    account_id, action = _place(each)
    decisions = decisions_about(book, account_id, action)
    if decisions:
        sentence = ngettext("moved {count} time", "moved {count} times", len(decisions))
        times = sentence.format(count=number(len(decisions)))
        reasons = "; ".join(filter(None, (decision.reason for decision in decisions)))
        first, now = (day(when) if when else "–" for when in (decisions[0].was_due, each.item.day))
        yield each.item.title, each.account, first, now, f"{times}: {reasons}" if reasons else times


def _decided(book: Workbook) -> Panel:
    closed = [each for each in decided_now(book) if each[1].verdict in {Verdict.DROP, Verdict.DONE}]
    if not closed:
        return together()
    heads = (_("Decided in this quarter"), _("Account"), _("Decision"), _("Why"))
    return table([Column(head) for head in heads], (_decided_row(book, *each) for each in closed))


def _decided_row(book: Workbook, account_id: str, decision: ActionDecision) -> tuple[Words, ...]:
    verdict = decision.verdict.label if decision.verdict else ""
    when = f"{verdict}, {day(decision.day)}" if decision.day else verdict
    return decision.what or "–", account_of(book, account_id)[0], when, decision.reason or "–"


def overdue_form(book: Workbook) -> Acting:
    """Return the form in which the rep decides about every overdue action of the five and the 15."""
    words = Wording(
        _("Overdue actions"),
        _("Overdue action"),
        _("Save the decisions"),
        _("No action is overdue. What is still open has its day ahead of it."),
    )
    form = DecisionRows(words, _asks(), lambda: _rows(book), lambda code, answers: _decide(book, code, answers))
    form = keeping(book, form, "quarterly_review/overdue")
    return acting(book, form, lambda: tuple(_rows(book)), place=OVERDUE)


def _asks() -> tuple[Ask, ...]:
    verdicts = tuple((each.label, each.value) for each in Verdict)
    hint = _("Needed when you drop it; then at least {count} characters.").format(count=SHORTEST_REASON)
    return (
        Ask("verdict", _("What do you do?"), Asked.PICK, verdicts),
        Ask("day", _("New date, or done on"), Asked.DAY),
        Ask("reason", _("Your reason"), Asked.LONG, help=hint),
    )


def _rows(book: Workbook) -> Sequence[Row]:
    return [_row(book, each) for each in overdue_actions(book)]


def _row(book: Workbook, each: Engagement) -> Row:
    return Row(_code(each), each.item.title, " · ".join(_about(book, each)))


def _about(book: Workbook, each: Engagement) -> Iterator[str]:
    yield each.account
    if each.item.day:
        late = (book.today - each.item.day).days
        sentence = ngettext("due {day}, {count} day late", "due {day}, {count} days late", late)
        yield sentence.format(day=day(each.item.day), count=number(late))
    if each.item.owner:
        yield each.item.owner
    moved = len(decisions_about(book, *_place(each)))
    if moved:
        yield ngettext("moved {count} time", "moved {count} times", moved).format(count=number(moved))


def _place(each: Engagement) -> tuple[str, str]:
    return each.account_id, each.item.place.split(".")[1]


def _code(each: Engagement) -> str:
    return f"{each.key} {each.item.place}"


def _decide(book: Workbook, code: str, answers: Answers) -> None:
    waiting = {_code(each): each for each in overdue_actions(book)}
    if code not in waiting:
        return  # Another window was first, and the line is about to go.
    said: Any = answers
    verdict = next(each for each in Verdict if each == said["verdict"])
    decide_action(book, waiting[code], Decided(verdict, said["day"], said["reason"] or ""))
    followers(book).saved()
