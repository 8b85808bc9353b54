"""Rule R12 in the chapter: one account in, one out, with a reason, an end and the sales manager's agreement."""

from collections.abc import Mapping
from typing import Any

from workbook.book import Workbook
from workbook.chapters.acting import Acting, acting, decide, keeping
from workbook.errors import DecisionRefused, Problem, ProblemKind, Severity
from workbook.focus.decide import latest_override_end, with_override
from workbook.focus.decisions import Override
from workbook.focus.formula import SHORTEST_REASON
from workbook.focus.tiering import Tiering
from workbook.forms.decision import Ask, Asked, DecisionForm
from workbook.i18n import N_, _, day
from workbook.terms import Slot

YES, NO = "yes", "no"
NO_END = ProblemKind(
    "end_missing",
    Severity.ERROR,
    N_("A decision against the formula needs an end."),
    N_("Enter the day on which it ends, {latest} at the latest."),
)


def swap_form(book: Workbook) -> Acting:
    """Return the form for a swap of two accounts (Rule R12)."""
    form = DecisionForm(
        _("Swap two accounts"), _("Make the swap"), lambda: _asks(book.tiering), lambda answers: _swap(book, answers)
    )
    form = keeping(book, form, "tiering/swap")
    return acting(book, form)


def _asks(tiering: Tiering) -> list[Ask]:
    accounts = _choices(tiering)
    latest = latest_override_end(tiering)
    return [
        Ask("account_in", _("Which account moves in?"), Asked.PICK, accounts),
        Ask("account_out", _("Which account leaves?"), Asked.PICK, accounts),
        ask_reason(),
        Ask("agreed", _("Agreed with the sales manager?"), Asked.PICK, ((_("yes"), YES), (_("no"), NO)), start=NO),
        Ask("agreed_on", _("Agreed on"), Asked.DAY, help=_("Leave it open while nobody was asked.")),
        ask_end(_("The swap ends on"), _("At the next annual cut, {latest}, at the latest."), latest),
    ]


def ask_reason() -> Ask:
    """Return the question for the reason of a decision against the formula (Rules R10 and R12)."""
    hint = _("At least {count} characters; so that somebody understands it a year from now.")
    return Ask("reason", _("Your reason"), Asked.LONG, help=hint.format(count=SHORTEST_REASON))


def ask_end(label: str, hint: str, latest: Any) -> Ask:
    """Return the question for the last day of a decision, with the latest day that is possible filled in."""
    return Ask("expiry", label, Asked.DAY, help=hint.format(latest=day(latest)), start=day(latest))


def ending(answers: Mapping[str, Any], latest: Any) -> Any:
    """Return the end that was entered; raises `DecisionRefused` when there is none."""
    if answers["expiry"] is None:
        raise DecisionRefused(Problem(NO_END, details={"latest": day(latest)}))
    return answers["expiry"]


def _choices(tiering: Tiering) -> tuple[tuple[str, str], ...]:
    # A browser tells the place in the list that was picked. Layers change while a rep picks; the alphabet does not.
    names = {str(account_id): str(name) for account_id, name in tiering.table["name"].items()}
    by_name = sorted(names, key=lambda account_id: (names[account_id].casefold(), account_id))
    return tuple((_choice_in_words(tiering, account_id), account_id) for account_id in by_name)


def _choice_in_words(tiering: Tiering, account_id: str) -> str:
    row = tiering.row(account_id)
    why = [slot.label for slot in row["slots"] if slot is not Slot.SCORE]
    return f"{row['name']} – {', '.join([row['layer'].label, *why])}"


def _swap(book: Workbook, answers: Mapping[str, Any]) -> str:
    tiering = book.tiering
    override = Override(
        account_in=answers["account_in"] or "",
        account_out=answers["account_out"] or "",
        reason=answers["reason"] or "",
        author=book.participant.display_name,
        date=book.today,
        expiry=ending(answers, latest_override_end(tiering)),
        # A day of agreement says that there was one.
        agreed_with_manager=answers["agreed"] == YES or answers["agreed_on"] is not None,
        agreed_on=answers["agreed_on"],
    )
    names = {"entering": override.account_in, "leaving": override.account_out}
    decide(book, with_override(tiering, override))
    sentence = _("{entering} has taken the place of {leaving} until {expiry}.")
    return sentence.format(
        expiry=day(override.expiry), **{each: tiering.row(account)["name"] for each, account in names.items()}
    )
