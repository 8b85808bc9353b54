"""Rule R10 in the chapter: a mandatory place is given up for a while, with a reason."""

from collections.abc import Mapping
from typing import Any

from workbook.book import Workbook
from workbook.chapters.acting import Acting, acting, decide, keeping
from workbook.chapters.swap import ask_end, ask_reason, ending
from workbook.errors import DecisionRefused, Problem, ProblemKind, Severity
from workbook.focus.decide import latest_waiver_end, with_waiver
from workbook.focus.decisions import Waiver
from workbook.focus.formula import MANDATORY_SLOTS
from workbook.focus.tiering import Tiering
from workbook.forms.decision import Ask, Asked, DecisionForm
from workbook.i18n import N_, _, day
from workbook.terms import Slot

NO_SLOT = ProblemKind(
    "slot_missing",
    Severity.ERROR,
    N_("A waiver gives up one mandatory place, and none is chosen."),
    N_("Choose the place that you give up for now."),
)


def waiver_form(book: Workbook) -> Acting:
    """Return the form for a waiver (Rule R10)."""
    form = DecisionForm(
        _("Give up a mandatory place"),
        _("Give up this place"),
        lambda: _asks(book.tiering),
        lambda answers: _waive(book, answers),
    )
    form = keeping(book, form, "tiering/waiver")
    return acting(book, form)


def _asks(tiering: Tiering) -> list[Ask]:
    latest = latest_waiver_end(tiering)
    # Always all three, in the same order: a browser tells the place in the list that was picked.
    slots = tuple((_slot_in_words(tiering, slot), slot.name) for slot in MANDATORY_SLOTS)
    return [
        Ask("slot", _("Which place?"), Asked.PICK, slots),
        ask_reason(),
        ask_end(_("The waiver ends on"), _("At the next quarterly review, {latest}, at the latest."), latest),
    ]


def _slot_in_words(tiering: Tiering, slot: Slot) -> str:
    return f"{slot.label} – {_holder_in_words(tiering, slot)}"


def _holder_in_words(tiering: Tiering, slot: Slot) -> str:
    if slot in tiering.waived:
        return _("given up for now")
    holder = tiering.cut.holders[slot]
    return _("vacant") if holder is None else str(tiering.row(str(tiering.cut.ledger.ids[holder]))["name"])


def _waive(book: Workbook, answers: Mapping[str, Any]) -> str:
    if answers["slot"] is None:
        raise DecisionRefused(Problem(NO_SLOT))
    waiver = Waiver(
        slot=Slot[answers["slot"]],
        reason=answers["reason"] or "",
        author=book.participant.display_name,
        date=book.today,
        expiry=ending(answers, latest_waiver_end(book.tiering)),
    )
    decide(book, with_waiver(book.tiering, waiver))
    sentence = _("The place “{slot}” is given up until {expiry}; the next account by score takes it.")
    return sentence.format(slot=waiver.slot.label, expiry=day(waiver.expiry))
