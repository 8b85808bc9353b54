"""The prospects over the quarters: won, lost or parked; who is no longer one asks why."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from workbook.book import Workbook
from workbook.book.past_prospects import PastProspect, end_prospect, past_prospects
from workbook.chapters.acting import Acting, acting, keeping
from workbook.chapters.following import Follower
from workbook.chapters.opening import followers, following
from workbook.chapters.panels import Column, Panel, Words, note, strong, table
from workbook.chapters.quarter_waiting import PAST_PROSPECTS
from workbook.focus.formula import SHORTEST_REASON
from workbook.forms.decision import Ask, Asked
from workbook.forms.decision_rows import Answers, DecisionRows, Row, Wording
from workbook.i18n import _, day
from workbook.plan.prospect_end import Outcome


def show_prospects(book: Workbook) -> Follower:
    """Return every prospect of the workbook: how long it held the place, what became of it, and why."""
    return following(book, lambda: _prospects(book))


def _prospects(book: Workbook) -> Panel:
    past = past_prospects(book)
    if not past:
        return note(_("No quarter has ended with a prospect yet. Its history stands here from the next quarter on."))
    heads = (_("Prospect"), _("Held the place until"), _("What became of it"), _("Why"))
    return table([Column(head) for head in heads], map(_row, past))


def _row(past: PastProspect) -> tuple[Words, ...]:
    span = past.held[-1:] if len(past.held) < 2 else (past.held[0], past.held[-1])
    return past.name, " – ".join(span) or "–", _state(past), past.end.reason or "–"


def _state(past: PastProspect) -> Words:
    if past.won:
        return _("won: a customer now, and the place is open again")
    if past.now:
        return _("holds the place")
    if past.asks or past.end.outcome is None:
        return strong(_("not said yet")) if past.asks else "–"
    return _ended(past)


def _ended(past: PastProspect) -> str:
    words = past.end.outcome.label if past.end.outcome else ""
    if past.end.look_again and past.end.outcome is Outcome.PARKED:
        return _("{outcome}, look again on {day}").format(outcome=words, day=day(past.end.look_again))
    return words


def ask_at_once(book: Workbook) -> Acting:
    """Return the same form for where another prospect is chosen; it is shown only while one waits for a reason."""
    form = keeping(book, _form(book), "tiering/prospects")
    return acting(book, form, lambda: tuple(_rows(book)), wanted=lambda: bool(_rows(book)))


def prospects_form(book: Workbook) -> Acting:
    """Return the form that asks why a prospect no longer holds the place."""
    form = keeping(book, _form(book), "quarterly_review/prospects")
    return acting(book, form, lambda: tuple(_rows(book)), place=PAST_PROSPECTS)


def _form(book: Workbook) -> DecisionRows:
    words = Wording(
        _("Prospects that gave up the place"),
        _("Prospect"),
        _("Save the reason"),
        _("No prospect waits for a reason."),
    )
    return DecisionRows(words, _asks(), lambda: _rows(book), partial(_end, book))


def _asks() -> tuple[Ask, ...]:
    hint = _("At least {count} characters.").format(count=SHORTEST_REASON)
    return (
        Ask("outcome", _("What became of it?"), Asked.PICK, tuple((each.label, each.value) for each in Outcome)),
        Ask("look_again", _("Look again on"), Asked.DAY, help=_("Where you parked it.")),
        Ask("reason", _("Why?"), Asked.LONG, help=hint),
    )


def _rows(book: Workbook) -> list[Row]:
    return [
        Row(each.account_id, each.name, " · ".join(_about(book, each))) for each in past_prospects(book) if each.asks
    ]


def _about(book: Workbook, past: PastProspect) -> Iterator[str]:
    if past.held:
        yield _("held the place until {quarter}").format(quarter=past.held[-1])
    if past.horizon and past.horizon > book.today:
        yield _("its plan runs until {day} and is kept").format(day=day(past.horizon))
    reason = _said_before(book, past.account_id)
    if reason:
        yield _("you wrote: “{reason}”").format(reason=reason)


def _said_before(book: Workbook, account_id: str) -> str:
    """Return the reason given when the move of a prospect was confirmed in this quarter."""
    return book.standing.accepted.get(account_id, "") if book.standing else ""


def _end(book: Workbook, account_id: str, answers: Answers) -> None:
    said: Any = answers
    outcome = next(each for each in Outcome if each == said["outcome"])
    reason = said["reason"] or _said_before(book, account_id)
    end_prospect(book, account_id, outcome, reason, said["look_again"])
    followers(book).saved()
