"""The rest at a glance: who falls, who may belong higher up at the next review."""

from collections.abc import Iterator

from workbook.book import Workbook
from workbook.chapters.falling import falling_panel
from workbook.chapters.layers import name_of, rest_table
from workbook.chapters.panels import Column, Panel, note, table, together
from workbook.fiscal import next_quarter
from workbook.focus.rest_watch import Candidate, Sign, promotion_candidates
from workbook.i18n import N_, _, day
from workbook.plan.inquiries import Inquiries, speaks_for_promotion
from workbook.terms import Layer

SHOWN_REST = 15
SIGNS = {
    Sign.CLOSE: N_("its score lies less than 0.05 below the weakest of the 15"),
    Sign.PROVISIONAL: N_("its potential is unknown and could lift it"),
    Sign.GROWING: N_("it is large and grew by more than 20%"),
    Sign.DEFERRED: N_("a prospect, deliberately deferred until {date}"),
    Sign.NOTED: N_("you noted it while answering an inquiry"),
}


def rest_panel(book: Workbook) -> Panel:
    """Return the alarm for falling accounts and the rest as a list."""
    return together(falling_panel(book.tiering), rest_table(book.tiering, SHOWN_REST))


def candidates_panel(book: Workbook) -> Panel:
    """Return the accounts of the rest to look at in the next review, each with what speaks for it."""
    found = promotion_candidates(book.tiering, tuple(noted_ids(book)))
    if not found:
        return note(_("No account of the rest speaks for itself at the moment."))
    sentence = _("To be decided in the review of {quarter}, not before: until then everybody stays in place.")
    rows = ((name_of(book.tiering, each.account_id), _reasons(book, each)) for each in found)
    columns = (Column(_("Account")), Column(_("What speaks for it")))
    return together(note(sentence.format(quarter=next_quarter(book.quarter))), table(columns, rows))


def _reasons(book: Workbook, candidate: Candidate) -> str:
    again = day(book.tiering.look_again)
    return "; ".join(_(SIGNS[sign]).format(date=again) for sign in candidate.signs)


def noted_ids(book: Workbook) -> Iterator[str]:
    """Yield the accounts of the rest whose inquiries said that they could belong higher up, found by their names."""
    names = {name_of(book.tiering, each).casefold(): each for each in book.tiering.ids(Layer.REST)}
    for inquiry in book.read(Inquiries).values.inquiries:
        if speaks_for_promotion(inquiry) and (inquiry.account or "").casefold() in names:
            yield names[(inquiry.account or "").casefold()]
