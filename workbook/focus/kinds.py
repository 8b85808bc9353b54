"""What the formula refuses, each with the sentence the rep reads."""

from datetime import date
from typing import NoReturn

from workbook.errors import DecisionRefused, Problem, ProblemKind, Severity
from workbook.i18n import N_, day
from workbook.terms import Term


def _refusal(code: str, message: str, what_to_do: str) -> ProblemKind:
    return ProblemKind(code, Severity.ERROR, message, what_to_do)


def refuse(kind: ProblemKind, value: object = None, **details: object) -> NoReturn:
    """Raise `DecisionRefused` with one problem; dates and terms in ``details`` are put into words."""
    words = {name: _in_words(detail) for name, detail in details.items()}
    raise DecisionRefused(Problem(kind, value=None if value is None else str(value), details=words))


def _in_words(detail: object) -> object:
    if isinstance(detail, Term):
        return detail.label
    return day(detail) if isinstance(detail, date) else detail


BAD_VALUE = _refusal(
    "decision_value",
    N_("{field} cannot be “{value}”."),
    N_("Enter a value that fits this field."),
)
BAD_WEIGHT = _refusal(
    "weight_out_of_range",
    N_("The weight of revenue must lie between 0 and 1, not {value}."),
    N_("0 looks at potential only, 1 at revenue only, 0.5 at both alike."),
)
REASON_TOO_SHORT = _refusal(
    "reason_too_short",
    N_("The reason “{value}” is too short: it needs at least {length} characters."),
    N_("Write the reason so that your manager understands it a year from now."),
)
NO_AUTHOR = _refusal(
    "author_missing",
    N_("A decision against the formula needs the name of the person who makes it."),
    N_("Enter your name."),
)
EXPIRY_NOT_AFTER_DATE = _refusal(
    "expiry_not_after_date",
    N_("The decision of {date} would already end on {expiry}."),
    N_("Choose a later end."),
)
NOBODY_LEAVES = _refusal(
    "nobody_leaves",
    N_("One more account does not fit: a 6th in the Top 5 or a 16th in the 15 is one too many. Which one leaves?"),
    N_("Name the account that gives up its place."),
)
NOBODY_ENTERS = _refusal(
    "nobody_enters",
    N_("A swap needs the account that takes the place."),
    N_("Name the account that moves in, or waive the slot with a reason."),
)
SWAP_WITH_ITSELF = _refusal(
    "swap_with_itself",
    N_("An account cannot be swapped with itself."),
    N_("Name two different accounts."),
)
NOT_A_MANDATORY_SLOT = _refusal(
    "not_a_mandatory_slot",
    N_("The slot “{slot}” cannot be waived."),
    N_("Only largest revenue, largest potential and prospect are mandatory and can be waived."),
)
NO_COMPLETE_YEAR = _refusal(
    "no_complete_year",
    N_("There is no complete fiscal year in the data, so there is no year to rank by. Years found: {years}."),
    N_("Load an export that holds at least one full fiscal year."),
)
YEAR_NOT_COMPLETE = _refusal(
    "year_not_complete",
    N_("Fiscal year {value} cannot be the reference year: it is {state}."),
    N_("Choose a complete year: {years}."),
)
YEAR_NOT_IN_DATA = _refusal(
    "year_not_in_data",
    N_("Fiscal year {value} cannot be the reference year: the data has no such year."),
    N_("Choose a complete year: {years}."),
)
UNKNOWN_ACCOUNT = _refusal(
    "account_unknown",
    N_("There is no account with the id “{value}” in this portfolio."),
    N_("Take the id from the list of accounts."),
)
UNKNOWN_GROUP = _refusal(
    "group_unknown",
    N_("There is no group “{value}” in this portfolio."),
    N_("Take the name of the group as the export spells it."),
)
NOT_A_PROSPECT = _refusal(
    "not_a_prospect",
    N_("{name} is already a customer and cannot be the prospect."),
    N_("Choose an account that buys from a competitor."),
)
FORMER_NOT_CONFIRMED = _refusal(
    "former_not_confirmed",
    N_("{name} is a former customer; it counts as a prospect only after you confirm that."),
    N_("Confirm first that you want to win {name} back."),
)
NOT_FORMER = _refusal(
    "not_former",
    N_("{name} is no former customer, so there is nothing to confirm."),
    N_("Leave the account as it is."),
)
SECOND_PROSPECT = _refusal(
    "second_prospect",
    N_("The Top 5 have one place for a prospect; a second one takes its place only by a swap. Which account leaves?"),
    N_("Choose one prospect, and bring a second one in by a swap with a reason."),
)
MANDATORY_MEMBER = _refusal(
    "mandatory_member",
    N_("{name} holds the mandatory slot “{slot}” and cannot simply be removed."),
    N_("Waive the slot first, with a reason."),
)
EXPIRY_TOO_LATE = _refusal(
    "expiry_too_late",
    N_("The decision may last until the next annual cut on {latest} at most, not until {expiry}."),
    N_("Choose an earlier end; at the annual cut you can decide again."),
)
WAIVER_TOO_LONG = _refusal(
    "waiver_too_long",
    N_("A waiver lasts until the next quarterly review on {latest} at most, not until {expiry}."),
    N_("Choose an earlier end; at the review you can decide again."),
)
ALREADY_EXPIRED = _refusal(
    "already_expired",
    N_("The decision would already have ended on {expiry}."),
    N_("Choose an end in the future."),
)
SWAP_NOT_UPWARDS = _refusal(
    "swap_not_upwards",
    N_("{entering} is in “{from_layer}” and {leaving} in “{to_layer}”: this swap would change nothing for the better."),
    N_("The account that moves in must come from a lower layer than the one that leaves."),
)
PLAN_DROPPED = _refusal(
    "plan_dropped",
    N_("The plan for the prospect {name} still runs; it ends early only with a reason of {length} characters or more."),
    N_("Write why the plan ends, or keep the prospect."),
)
LAYER_OVERFULL = _refusal(
    "layer_overfull",
    N_("“{layer}” would have {count} accounts, but it holds {size}. Which one leaves?"),
    N_("Confirm a move out of this layer too, or leave out a move into it."),
)
