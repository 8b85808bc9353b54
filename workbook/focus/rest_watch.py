"""What to keep an eye on in the rest: large accounts that fall, and accounts that may belong higher up.

Neither makes anybody act at once. Both are looked at in the next review, where layers are decided (Rule R13).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import pandas as pd

from workbook.focus.tiering import Tiering
from workbook.terms import AccountStatus, Layer

LARGE_SHARE = 0.03
STEEP_FALL = 0.20
STEEP_RISE = 0.20
# The lead that counts as clear, Rules R6 and R13.
CLOSE = 0.05


@dataclass(frozen=True, slots=True)
class Fall:
    """An account that lost revenue from one complete year to the next; amounts in cents, ``fall`` as a share."""

    account_id: str
    before: int
    now: int

    @property
    def fall(self) -> float:
        """The part of the revenue that was lost, 0 to 1 and more."""
        return (self.before - self.now) / self.before


def can_compare(tiering: Tiering) -> bool:
    """Return whether the year before the reference year is complete in the data, so that a fall can be seen."""
    return tiering.reference_year - 1 in tiering.portfolio.complete_years


def find_falling(tiering: Tiering) -> Sequence[Fall]:
    """Return the accounts of the rest that had more than 3 % of the revenue of the year before and lost more than 20 %.

    Empty when the year before the reference year is not complete in the data (`can_compare`).
    """
    if not can_compare(tiering):
        return ()
    total = _revenue(tiering, tiering.reference_year - 1)
    falls = [Fall(account_id, *_two_years(tiering, account_id)) for account_id in tiering.ids(Layer.REST)]
    return [each for each in falls if each.before > LARGE_SHARE * total and each.fall > STEEP_FALL]


def _two_years(tiering: Tiering, account_id: str) -> tuple[int, int]:
    row: Any = tiering.portfolio.revenue.loc[account_id]
    before, now = (row[year] for year in (tiering.reference_year - 1, tiering.reference_year))
    return 0 if pd.isna(before) else int(before), 0 if pd.isna(now) else int(now)


class Sign(StrEnum):
    """Why an account of the rest may belong higher up."""

    CLOSE = "close"
    PROVISIONAL = "provisional"
    GROWING = "growing"
    DEFERRED = "deferred"
    NOTED = "noted"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An account of the rest to look at in the next review, with every sign that speaks for it."""

    account_id: str
    signs: tuple[Sign, ...]


def promotion_candidates(tiering: Tiering, noted: Sequence[str] = ()) -> tuple[Candidate, ...]:
    """Return the accounts of the rest to look at in the next review, in the order of their rank.

    Our rule: the score lies less than 0.05 below the weakest of the 15; or the potential is unknown and would lift the
    account if it were high; or the account has more than 3 % of all revenue and grew by more than 20 %; or it is a
    prospect that was deferred to that day; or the rep ``noted`` its id while answering an inquiry.
    """
    look = _Look(tiering, frozenset(noted), _weakest(tiering), _revenue(tiering, tiering.reference_year))
    found = ((account_id, look.signs(account_id)) for account_id in tiering.ids(Layer.REST))
    return tuple(Candidate(account_id, signs) for account_id, signs in found if signs)


def _weakest(tiering: Tiering) -> float:
    """Return the lowest score of the 15; nobody is close to a layer that is empty."""
    scores = tiering.table.loc[tiering.table["layer"] == Layer.NEXT15, "score"]
    return float(scores.min()) if len(scores) else float("inf")


def _revenue(tiering: Tiering, year: int) -> int:
    return int(tiering.portfolio.revenue[year].clip(lower=0).sum())


@dataclass(frozen=True, slots=True)
class _Look:
    """What every account of the rest is measured against; ``total`` is all revenue of the reference year in cents."""

    tiering: Tiering
    noted: frozenset[str]
    weakest: float
    total: int

    def signs(self, account_id: str) -> tuple[Sign, ...]:
        row = self.tiering.row(account_id)
        customer = row["status"] is AccountStatus.CUSTOMER
        told = {
            Sign.CLOSE: customer and self.weakest - row["score"] < CLOSE,
            Sign.PROVISIONAL: customer and bool(row["provisional"]) and row["layer_if_high"] != Layer.REST,
            Sign.GROWING: customer and self._grows(account_id),
            Sign.DEFERRED: bool(row["deferred"]),
            Sign.NOTED: account_id in self.noted,
        }
        return tuple(sign for sign, holds in told.items() if holds)

    def _grows(self, account_id: str) -> bool:
        if not can_compare(self.tiering):
            return False
        before, now = _two_years(self.tiering, account_id)
        return before > 0 and now > LARGE_SHARE * self.total and now - before > STEEP_RISE * before
