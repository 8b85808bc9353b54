"""The choice of the prospect (Rule R4): every prospect with what speaks for it; what is stored is the decision."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from workbook.book import Workbook
from workbook.book.past_prospects import past_prospects
from workbook.chapters.acting import decide
from workbook.chapters.panels import Panel, amount_in_words, note
from workbook.chapters.pieces import Stack
from workbook.focus.decide import with_prospect, without_prospect
from workbook.focus.prospects import text_or_none
from workbook.forms.choose import Candidate, Choice, ChoiceForm
from workbook.i18n import _, day, ngettext, number
from workbook.portfolio.model import amount
from workbook.terms import AccountStatus

OFFERED = 12


def choice(book: Workbook) -> ChoiceForm | Stack:
    """Return the form in which the rep chooses the prospect; everything that shows layers follows a choice."""
    form, remarks = _form(book), [*_more(left_out(book)), *_left_behind(book)]
    return Stack(form, *remarks) if remarks else form


def _left_behind(book: Workbook) -> Iterator[Panel]:
    """Yield a remark for each prospect that was given up without a word: its plan is kept, and the form below asks."""
    sentence = _("{name} no longer holds the prospect's place. Its plan is kept; say below what became of it, and why.")
    for name in unexplained(book):
        yield note(sentence.format(name=name), "warn")


def unexplained(book: Workbook) -> tuple[str, ...]:
    """Return the names of the prospects that gave up the place and wait for a reason."""
    return tuple(each.name for each in past_prospects(book) if each.asks)


def _more(more: int) -> Iterator[Panel]:
    if not more:
        return
    sentence = ngettext(
        "{count} more prospect has a lower or unknown potential. Estimate it in chapter 1 to see it here.",
        "{count} more prospects have a lower or unknown potential. Estimate theirs in chapter 1 to see them here.",
        more,
    )
    yield note(sentence.format(count=number(more)))


def _form(book: Workbook) -> ChoiceForm:
    choice = Choice(
        question=_("Which account do you want to win?"),
        candidates=candidates(book),
        chosen=next(iter(book.decisions.prospect), None),
        nobody=_("not chosen yet: the proposal holds the place"),
    )
    return ChoiceForm(choice, partial(_decide, book))


def _decide(book: Workbook, account_id: str | None) -> None:
    decide(book, with_prospect(book.tiering, account_id) if account_id else without_prospect(book.decisions))


def candidates(book: Workbook) -> tuple[Candidate, ...]:
    """Return at most twelve prospects, the highest known potential first, and the chosen one in any case."""
    members = book.tiering.table[book.tiering.table["status"] == AccountStatus.PROSPECT]
    ordered = members.sort_values("additional_potential", ascending=False, kind="stable", na_position="last").index
    chosen = [account_id for account_id in ordered[OFFERED:] if account_id in book.decisions.prospect]
    return tuple(_candidate(book, str(account_id)) for account_id in [*ordered[:OFFERED], *chosen])


def left_out(book: Workbook) -> int:
    """Return how many prospects are not offered."""
    return int((book.tiering.table["status"] == AccountStatus.PROSPECT).sum()) - len(candidates(book))


def _candidate(book: Workbook, account_id: str) -> Candidate:
    account = book.portfolio.accounts.loc[account_id]
    unknown = _("unknown")
    facts = (
        (
            _("Additional potential"),
            amount_in_words(amount(account["additional_potential"]), book.portfolio.currency, unknown),
        ),
        (_("Supplied today by"), text_or_none(account["incumbent_competitor"]) or unknown),
        (_("Contract until"), _day_in_words(text_or_none(account["contract_end"])) or unknown),
        (_("Our way in"), text_or_none(account["access"]) or unknown),
    )
    return Candidate(account_id, str(account["name"]), facts)


def _day_in_words(text: str | None) -> str:
    return day(date.fromisoformat(text)) if text else ""
