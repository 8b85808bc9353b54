"""One plain sentence per account: why it is where it is."""

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from workbook.focus.notices import Amount, in_words
from workbook.focus.prospects import text_or_none
from workbook.i18n import _, day, number
from workbook.terms import AccountStatus, Layer, PotentialBasis, Slot

if TYPE_CHECKING:
    from workbook.focus.tiering import Tiering


def reason(tiering: "Tiering", account_id: str) -> str:
    """Return the sentence for one account, in the language in use; raises KeyError for an unknown id."""
    return reason_of_row(tiering, account_id, tiering.row(account_id))


def reason_of_row(tiering: "Tiering", account_id: str, row: Any) -> str:
    """Return the sentence for one account whose row of the table is at hand."""
    if row["method"] == "manual":
        return _moved_by_hand(tiering, account_id)
    if row["method"] == "kept":
        return _("Stays where you last confirmed it. A move is proposed in chapter 8 when the difference is clear.")
    if row["layer"] is Layer.TOP5 and Slot.SCORE not in row["slots"]:
        return _by_slot(tiering, account_id, row)
    if row["status"] is AccountStatus.CUSTOMER:
        return f"{_by_score(tiering, row)} {remark(tiering, row)}".strip()
    return _no_customer(tiering, row)


def _moved_by_hand(tiering: "Tiering", account_id: str) -> str:
    override = next(
        found
        for found in sorted(tiering.decisions.overrides, key=lambda found: found.date, reverse=True)
        if account_id in (found.account_in, found.account_out) and found.holds_on(tiering.today)
    )
    names = tiering.table["name"]
    sentence = (
        _("Moved up by hand by {author} in place of {other} until {expiry}. Reason: {reason}")
        if override.account_in == account_id
        else _("Moved down by hand by {author} in favour of {other} until {expiry}. Reason: {reason}")
    )
    other = override.account_out if override.account_in == account_id else override.account_in
    return sentence.format(
        author=override.author, other=names[other], expiry=day(override.expiry), reason=override.reason
    )


def _by_slot(tiering: "Tiering", account_id: str, row: Any) -> str:
    if Slot.PROSPECT in row["slots"]:
        return _as_prospect(tiering, account_id, row)
    amounts = {
        "revenue": _amount(tiering, row["revenue"]),
        "potential": _amount(tiering, row[_potential_column(tiering)]),
        "year": tiering.reference_year,
    }
    if len(row["slots"]) > 1:
        return _("Largest customer by revenue {year} ({revenue}) and by potential ({potential}).").format(**amounts)
    if Slot.LARGEST_REVENUE in row["slots"]:
        return _("Largest customer by revenue {year}: {revenue}.").format(**amounts)
    if tiering.rules.potential_basis is PotentialBasis.TOTAL:
        return _("Largest total demand among the customers: {potential}.").format(**amounts)
    return _("Largest additional potential among the customers: {potential}.").format(**amounts)


def _as_prospect(tiering: "Tiering", account_id: str, row: Any) -> str:
    sentence = (
        _("Proposed as the prospect to win, because its known potential is the highest: {potential}.")
        if tiering.choice.proposed
        else _("Chosen as the prospect to win. Potential: {potential}.")
    )
    incumbent = text_or_none(tiering.portfolio.accounts["incumbent_competitor"][account_id])
    supplied = _("Supplied today by {incumbent}.").format(incumbent=incumbent) if incumbent else ""
    return f"{sentence.format(potential=_amount(tiering, row[_potential_column(tiering)]))} {supplied}".strip()


def _by_score(tiering: "Tiering", row: Any) -> str:
    sentence = {
        Layer.TOP5: _("One of the next most important customers, with score {score} ({parts})."),
        Layer.NEXT15: _("Place {rank} of the 15 with score {score} ({parts})."),
        Layer.REST: _("Score {score} ({parts}) is not among the first; its inquiries are answered."),
    }[row["layer"]]
    return sentence.format(rank=row["rank"], score=number(row["score"], 2), parts=_parts(row))


def _parts(row: Any) -> str:
    revenue = number(row["revenue_rank"], 2)
    if row["provisional"]:
        return _("revenue rank {revenue}, potential unknown").format(revenue=revenue)
    potential = number(row["potential_rank"], 2)
    return _("revenue rank {revenue}, potential rank {potential}").format(revenue=revenue, potential=potential)


def remark(tiering: "Tiering", row: Any) -> str:
    """Return what is not sure about a place by score, as a sentence; "" when nothing is (Rule R6)."""
    # While nobody's potential is known every place is provisional; one notice says so for all.
    if np.isnan(tiering.cut.scores.potential_rank).all():
        return ""
    low, high = row["layer_if_low"], row["layer_if_high"]
    if low is not None and low is not high:
        return _("Provisional: between {low} and {high}, depending on its potential.").format(
            low=in_words(low), high=in_words(high)
        )
    return _("A close call.") if row["close_call"] else ""


def _no_customer(tiering: "Tiering", row: Any) -> str:
    if row["status"] is AccountStatus.FORMER:
        return _("Former customer: neither customer nor prospect until you confirm that you want to win it back.")
    return _("Deliberately deferred prospect; look again on {date}.").format(date=day(tiering.look_again))


def score_in_words(weight: float) -> str:
    """Return how the score is calculated with a weight of revenue (Rule R6).

    >>> score_in_words(0.6)
    'Score = 0.60 × rank by revenue + 0.40 × rank by additional potential'
    """
    sentence = _("Score = {revenue} × rank by revenue + {potential} × rank by additional potential")
    return sentence.format(revenue=number(weight, 2), potential=number(1 - weight, 2))


def _potential_column(tiering: "Tiering") -> str:
    return "total_demand" if tiering.rules.potential_basis is PotentialBasis.TOTAL else "additional_potential"


def _amount(tiering: "Tiering", cents: Any) -> str:
    return _("unknown") if pd.isna(cents) else str(Amount(int(cents), tiering.currency))
